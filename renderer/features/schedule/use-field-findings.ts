import { useTranslation } from 'react-i18next'
import type { WhyFallen } from '#shared/plan/stands.ts'
import { findingsOfReception, type ScheduleFindingKind } from '#shared/schedule/findings.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
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
  room_overlap: 'room',
}

const LOST: Partial<Record<WhyFallen, { readonly field: Field; readonly word: LocaleKey }>> = {
  official_absent: { field: 'officialId', word: 'schedule.lost.official_absent' },
  out_of_office: { field: 'officialId', word: 'schedule.lost.out_of_office' },
  room_absent: { field: 'room', word: 'schedule.lost.room_absent' },
  link_absent: { field: 'link', word: 'schedule.lost.link_absent' },
  restricted: { field: 'mode', word: 'schedule.lost.restricted' },
}

/** Conflicts of the reception being typed: with other receptions, the calendar, absences and restrictions. */
export function useFieldFindings(reception: Reception | null, view: MonthView): FieldFinding[] {
  const { t, dates } = useWords()
  const { i18n } = useTranslation()
  if (reception === null) return []
  const { draft, calendar, facts } = view
  const { schedule } = putReception(draft, reception, calendar)
  const found = findingsOfReception(reception, schedule, calendar).map(
    ({ kind, params, severity }): FieldFinding => ({
      field: FIELDS[kind] ?? 'officialId',
      sentence: sentenceOf(i18n, `schedule.finding.${kind}`, datedParams(params, dates), kind),
      isError: severity === 'error',
    }),
  )
  const lost = facts.whyNotHeld(reception)
  const place = lost === null ? undefined : LOST[lost.code]
  return place === undefined ? found : [...found, { field: place.field, sentence: t(place.word), isError: false }]
}
