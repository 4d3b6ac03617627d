import { useTranslation } from 'react-i18next'
import { findingsOfReception, type ScheduleFindingKind } from '#shared/schedule/findings.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { sentenceOf } from '../../i18n/sentence.ts'
import { useWords } from '../../i18n/use-words.ts'
import { datedParams } from './dated-params.ts'
import { putReception } from './month-draft.ts'
import type { MonthView } from './month-view.ts'
import type { ReceptionFields } from './reception-form.ts'

type Field = keyof ReceptionFields

/** What was found about a field of the form; an error stands in the way of keeping it. */
export interface FieldFinding {
  readonly field: Field
  readonly sentence: string
  readonly isError: boolean
}

const FIELDS: Partial<Record<ScheduleFindingKind, Field>> = {
  hours_order: 'to',
  outside_month: 'date',
  same_day: 'date',
  non_working_day: 'date',
  official_overlap: 'from',
  room_overlap: 'room',
  room_absent: 'room',
  link_overlap: 'link',
  link_absent: 'link',
  no_link: 'link',
  restricted: 'mode',
  not_deputy: 'kind',
  not_staff: 'kind',
  off_schedule_unknown: 'kind',
  no_instruction: 'instructionOn',
  no_meeting: 'meetingOn',
}

/** Conflicts of the reception being typed: with other receptions, the calendar, absences and restrictions. */
export function useFieldFindings(reception: Reception | null, view: MonthView): FieldFinding[] {
  const { dates } = useWords()
  const { i18n } = useTranslation()
  if (reception === null) return []
  const { draft, calendar, known } = view
  const { schedule } = putReception(draft, reception, calendar)
  return findingsOfReception(reception, schedule, calendar, known).map(({ kind, params, severity }) => ({
    field: FIELDS[kind] ?? 'officialId',
    sentence: sentenceOf(i18n, `schedule.finding.${kind}`, datedParams(params, dates), kind),
    isError: severity === 'error',
  }))
}
