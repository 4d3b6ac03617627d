import type { ProfileId } from '#shared/office/model.ts'
import type { PlanNote } from '#shared/plan/notes.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** What is worth knowing of a time before it is given: it stops nothing. */
export function NoteText({ note, profile }: { note: PlanNote; profile: ProfileId }) {
  const { t, dates } = useWords()
  const date = PlainDate.safeParse(note.params.by ?? note.params.date)
  return (
    <span className="plan-note">
      {t(`plan.note.${note.code}`, { date: date.success ? screenDate(date.data, dates) : '' })}
      {note.clause === null ? null : <span className="mute"> {clauseText(note.clause, profile, t)}</span>}
    </span>
  )
}
