import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { LetterKind } from '#shared/letter/model.ts'
import { useRows } from '../../app/use-rows.ts'
import { Notice } from '../../components/Notice.tsx'
import type { ControlRow } from '../../db/control-query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { addressOfLetter, addressOfNew } from '../letters/letter-place.ts'
import { AnswerForm } from './acts/AnswerForm.tsx'
import { CloseForm, ReturnForm } from './acts/ClosingForms.tsx'
import { ExtendForm } from './acts/ExtendForm.tsx'
import { actsOf, type InstructionAct } from './acts/instruction-acts.ts'
import { ReassignForm } from './acts/ReassignForm.tsx'
import { RemindedForm } from './acts/RemindedForm.tsx'
import { ExecutedForm, InterimForm } from './acts/ToldForms.tsx'

const FORMS = {
  executed: ExecutedForm,
  answered: AnswerForm,
  closed: CloseForm,
  interim: InterimForm,
  reminded: RemindedForm,
  extended: ExtendForm,
  reassigned: ReassignForm,
  returned: ReturnForm,
} as const satisfies Record<InstructionAct, unknown>

/** What may lawfully be done with an instruction now, the letters it asks for, and what became of the last act. */
export function InstructionActs({ row }: { row: ControlRow }) {
  const { t } = useWords()
  const [asked, setAsked] = useState<InstructionAct | null>(null)
  const [done, setDone] = useState<InstructionAct | null>(null)
  const acts = actsOf(row.state)
  const close = (told?: InstructionAct) => {
    setAsked(null)
    setDone(told ?? null)
  }
  const Form = asked === null ? null : FORMS[asked]
  return (
    <>
      {done === null ? null : <Notice tone="green">{t(`control.done.${done}`)}</Notice>}
      {acts.length === 0 ? null : (
        <div className="control-acts">
          {acts.map((act, at) => (
            <Button key={act} variant={at === 0 ? 'filled' : 'default'} onClick={() => setAsked(act)}>
              {t(`control.act.${act}`)}
            </Button>
          ))}
          {lettersOf(row).map(kind => (
            <LetterLink key={kind} row={row} kind={kind} />
          ))}
        </div>
      )}
      {Form === null ? null : <Form row={row} onClose={close} />}
    </>
  )
}

/** Letters that are written of an instruction as it stands. */
function lettersOf({ state: { status } }: ControlRow): LetterKind[] {
  if (status === 'on_control') return ['reminder', 'interim_answer']
  return status === 'executed' ? ['final_answer', 'interim_answer'] : []
}

function LetterLink({ row: { state }, kind }: { row: ControlRow; kind: LetterKind }) {
  const { t } = useWords()
  const application = state.instruction?.application
  const letters = useRows(
    'letters.of',
    useMemo(() => ({ application: application ?? '' }), [application]),
  )
  if (application === undefined) return null
  const draft = letters?.find(
    ({ letter, status }) => status === 'drafted' && letter?.kind === kind && letter.about === state.id,
  )
  return (
    <Button
      component="a"
      variant="default"
      href={draft ? addressOfLetter(draft.id) : addressOfNew(application, kind, state.id)}
    >
      {t(draft ? 'control.letter.go_on' : 'control.letter.write', { kind: t(`letter.kind.${kind}`) })}
    </Button>
  )
}
