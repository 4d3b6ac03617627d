import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { useRows } from '../../app/use-rows.ts'
import { Notice } from '../../components/Notice.tsx'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { addressOfLetter, addressOfNewDemand } from '../letters/letter-place.ts'
import { AnswerForm, ExtendForm, RemindForm, ReturnForm, WithdrawForm } from './ActForms.tsx'
import { actsOf, type DemandAct } from './demand-acts.ts'

const FORMS = {
  answered: AnswerForm,
  reminded: RemindForm,
  extended: ExtendForm,
  withdrawn: WithdrawForm,
  returned: ReturnForm,
} as const satisfies Record<DemandAct, unknown>

/** What may lawfully be done with a demand now, its letter, and what became of the last act. */
export function DemandActs({ state }: { state: EntityState<'demand'> }) {
  const { t } = useWords()
  const [asked, setAsked] = useState<DemandAct | null>(null)
  const [done, setDone] = useState<DemandAct | null>(null)
  const close = (told?: DemandAct) => {
    setAsked(null)
    setDone(told ?? null)
  }
  const Form = asked === null ? null : FORMS[asked]
  const application = state.demand?.application ?? null
  return (
    <>
      {done === null ? null : <Notice tone="green">{t(`demand.done.${done}`)}</Notice>}
      <div className="control-acts">
        {actsOf(state).map((act, at) => (
          <Button key={act} variant={at === 0 ? 'filled' : 'default'} onClick={() => setAsked(act)}>
            {t(`demand.act.${act}`)}
          </Button>
        ))}
        <LetterLink id={state.id} application={application} isOpen={isOpen(state)} />
      </div>
      {Form === null ? null : <Form state={state} onClose={close} />}
    </>
  )
}

function isOpen({ status, text }: EntityState<'demand'>): boolean {
  return status === 'open' && text !== null
}

/** The letter of a demand: as it stands, or to be begun while the demand is open. */
function LetterLink({ id, application, isOpen }: { id: EntityId; application: EntityId | null; isOpen: boolean }) {
  const { t } = useWords()
  const letters = useRows(
    'letters.of',
    // The letter of a demand about nobody is found by the demand.
    useMemo(() => ({ application: application ?? id }), [application, id]),
  )
  const letter = letters?.findLast(
    ({ letter, status }) =>
      letter?.kind === 'materials_demand' &&
      letter.about === id &&
      (status === 'drafted' || status === 'signed' || status === 'sent'),
  )
  if (letters === undefined || (letter === undefined && !isOpen)) return null
  return (
    <Button
      component="a"
      variant="default"
      href={letter ? addressOfLetter(letter.id) : addressOfNewDemand(application, id)}
    >
      {t(letter ? 'demand.letter.open' : 'demand.letter.write')}
    </Button>
  )
}
