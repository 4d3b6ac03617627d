import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ActionId, EntityId } from '#shared/change/action.ts'
import type { Entry } from '#shared/directory/model.ts'
import type { Invitation } from '#shared/reception/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { typedDate } from '../../../components/typed-date.ts'
import { useCall } from '../../../components/use-call.ts'
import { useOffered } from '../../../components/use-directories.ts'
import { useStore } from '../../../db/use-query.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { Heads, PlanKnown } from '../use-plan.ts'
import { receptionEntity } from '../use-preparations.ts'

interface Asked {
  readonly known: PlanKnown
  readonly heads: Heads
  readonly reception: Reception
  /** Bodies already asked. */
  readonly asked: ReadonlySet<string>
  /** Bodies the act names for this reception (clause 17): chosen from the first. */
  readonly proposed: readonly string[]
  readonly onDone: () => void
  readonly onClose: () => void
}

const typedForm = (date: PlainDate) => date.split('-').toReversed().join('.')

/** Bodies are asked to take part, many at once by one letter number. */
export function InviteDialog({ known, heads, reception, asked, proposed, onDone, onClose }: Asked) {
  const { t, language } = useWords()
  const { call, send } = useInviting(receptionEntity(reception.id), heads)
  const { today } = known.plan
  const bodies = useOffered('body', today).filter(({ code }) => !asked.has(code))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(proposed))
  const [video, setVideo] = useState(reception.mode === 'video')
  const [letter, setLetter] = useState('')
  const [dateText, setDateText] = useState(typedForm(today))
  const on = typedDate(dateText)
  const isAhead = on !== null && on > today
  const toggle = (code: string) => {
    const next = new Set(chosen)
    if (!next.delete(code)) next.add(code)
    setChosen(next)
  }
  const codes = bodies.map(({ code }) => code).filter(code => chosen.has(code))
  const invite = async () => {
    if (on !== null && (await send(codes.map(body => ({ body, on, video, letter: letter.trim() }))))) onDone()
  }
  return (
    <Confirm
      title={t('preparation.invite')}
      act={t('preparation.invite.act', { number: codes.length })}
      size={720}
      call={call}
      allowed={codes.length > 0 && on !== null && !isAhead}
      onAct={() => void invite()}
      onClose={onClose}
    >
      <fieldset className="bodies">
        <legend>{t('preparation.bodies')}</legend>
        {inProposedOrder(bodies, proposed).map(one => (
          <Checkbox
            key={one.code}
            label={one[language]}
            checked={chosen.has(one.code)}
            onChange={() => toggle(one.code)}
          />
        ))}
      </fieldset>
      <Checkbox label={t('preparation.invite.video')} checked={video} onChange={() => setVideo(!video)} />
      <TextInput
        label={t('preparation.letter')}
        maxLength={60}
        value={letter}
        onChange={event => setLetter(event.currentTarget.value)}
      />
      <TextInput
        label={t('preparation.invite.on')}
        placeholder={t('register.date_example')}
        value={dateText}
        error={on === null ? t('finding.date_unreadable') : isAhead ? t('people.handed.ahead') : undefined}
        onChange={event => setDateText(event.currentTarget.value)}
      />
    </Confirm>
  )
}

/** Asks one body after the other: each act rests on the one before it. */
function useInviting(entity: EntityId, heads: Heads) {
  const store = useStore()
  const call = useCall()
  const send = async (invitations: readonly Invitation[]): Promise<boolean> => {
    let last: ActionId | null = heads.get(entity) ?? null
    for (const invitation of invitations) {
      const intent = { entity, type: 'reception.invited', basedOn: last, body: { invitation } }
      const done = await call.run(() => window.desk.journalAct({ intent }))
      if (done === null) return false
      last = done.action.id
    }
    if (last !== null) await store.caughtUp(last)
    return true
  }
  return { call, send }
}

/** Those the act names stand first. */
function inProposedOrder(bodies: readonly Entry[], proposed: readonly string[]): Entry[] {
  const place = (code: string) => (proposed.includes(code) ? proposed.indexOf(code) : proposed.length)
  return bodies.toSorted((a, b) => place(a.code) - place(b.code))
}
