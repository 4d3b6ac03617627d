import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ACT_CLAUSES } from '#shared/application/decision-clauses.ts'
import type { Registered } from '#shared/application/transitions.ts'
import { useDesk } from '../../../../app/desk-context.ts'
import { useOffice } from '../../../../app/desk-rows.ts'
import { Notice } from '../../../../components/Notice.tsx'
import type { ApplicationCard } from '../../../../db/query-types.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { Part } from '../Part.tsx'
import { useApplicationAct } from '../use-application-act.ts'
import { DecidedList } from './DecidedList.tsx'
import { DecisionDialog } from './DecisionDialog.tsx'
import { decisionActsOf, OFFERED, type Offered } from './decision-acts.ts'
import { Proposals } from './Proposals.tsx'
import { useClause } from './use-clause.ts'
import { useEarlierCases } from './use-earlier-cases.ts'

interface Shown {
  readonly card: ApplicationCard
  readonly registered: Registered
}

/** Decisions: what the program proposes, what may lawfully be decided now and by which clause, what was decided. */
export function DecisionsPart({ card, registered }: Shown) {
  const { t } = useWords()
  const { start } = useDesk()
  const secondPerson = useOffice()?.secondPerson ?? false
  const cases = useEarlierCases(card)
  const press = useApplicationAct(card)
  const [asked, setAsked] = useState<Offered | null>(null)
  const user = start.user?.id ?? ''
  const acts = decisionActsOf(card, { user, secondPerson })
  const deciding = { card, registered, cases }
  const isOwn = card.status === 'refusal_proposed' && registered.refusal?.by === user
  const begin = (act: Offered) => {
    press.call.forget()
    press.tell(null)
    setAsked(act)
  }
  return (
    <Part title={t('decision.title')}>
      <Proposals deciding={deciding} />
      {isOwn ? <p className="mute">{t('decision.own_proposal')}</p> : null}
      <ActButtons acts={acts} registered={registered} begin={begin} />
      {press.done === null ? null : <Notice tone="green">{t(press.done)}</Notice>}
      <DecidedList decisions={registered.decisions} cases={cases} />
      {asked === null ? null : (
        <DecisionDialog act={asked} deciding={deciding} press={press} onClose={() => setAsked(null)} />
      )}
    </Part>
  )
}

interface Buttons {
  readonly acts: readonly Offered[]
  readonly registered: Registered
  readonly begin: (act: Offered) => void
}

/** The decisions as buttons, each with its clause; Alt and 9 leads to them. */
function ActButtons({ acts, registered: { profile }, begin }: Buttons) {
  const { t } = useWords()
  const clauseOf = useClause(profile)
  const group = useRef<HTMLDivElement>(null)
  useAlt9(() => group.current?.querySelector('button')?.focus())
  if (acts.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form
    <div className="act-buttons" role="group" aria-label={t('decision.acts')} aria-keyshortcuts="Alt+9" ref={group}>
      {acts.map(act => {
        const { short, full } = clauseOf(ACT_CLAUSES[profile][act])
        return (
          <Button
            key={act}
            variant="default"
            justify="flex-start"
            title={full}
            rightSection={short === '' ? null : <span className="act-clause">{short}</span>}
            onClick={() => begin(act)}
          >
            {t(OFFERED[act])}
          </Button>
        )
      })}
    </div>
  )
}

/** Hears Alt and the place of the digit 9 while no dialog asks something. */
function useAlt9(reach: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const isIt = event.altKey && !event.ctrlKey && !event.shiftKey && !event.metaKey && event.code === 'Digit9'
    if (!isIt || document.querySelector('[role="dialog"]') !== null) return
    event.preventDefault()
    reach()
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
}
