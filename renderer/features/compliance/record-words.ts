import { numberText } from '#shared/application/number.ts'
import { keyOf } from '#shared/change/action.ts'
import type { CheckedRecord, CheckState, Standing } from '#shared/compliance/model.ts'
import type { LetterKind } from '#shared/letter/model.ts'
import type { Official } from '#shared/official/model.ts'
import { monthTitle, quarterTitle } from '#shared/time/official-date.ts'
import { fromDayNumber, Quarter } from '#shared/time/plain-date.ts'
import { addressOf } from '../../app/route.ts'
import type { Tone } from '../../components/Badge.tsx'
import { officialName } from '../../components/official-name.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { Words } from '../../i18n/use-words.ts'
import { addressOfLetter } from '../letters/letter-place.ts'

export const STATE_TONES = { kept: 'green', due: 'amber', broken: 'red' } as const satisfies Record<CheckState, Tone>

export const STANDING_WORDS = {
  watched: 'compliance.none',
  rule: 'compliance.standing.rule',
  record: 'compliance.standing.record',
  later: 'compliance.standing.later',
  outside: 'compliance.standing.outside',
  excluded: 'compliance.standing.excluded',
} as const satisfies Record<Standing, LocaleKey>

/** What was checked. */
export function dutyText({ duty }: CheckedRecord, { t }: Words): string {
  if (duty === 'letter_language' || !duty.startsWith('letter_')) {
    return t(`compliance.duty.${duty as PlainDuty}`)
  }
  return t('compliance.letter', { kind: t(`letter.kind.${duty.slice('letter_'.length) as LetterKind}`) })
}

type PlainDuty = Exclude<CheckedRecord['duty'], `letter_${LetterKind}`>

/** What a record is of: the number of its application, a month and an official, never a visitor by name. */
export function aboutText(
  record: CheckedRecord,
  officials: readonly Official[],
  { t, dates, language }: Words,
): string {
  const { number, month, officialId, entity } = record
  const official = officials.find(({ id }) => id === officialId)
  const parts = [
    ...(number === null ? [] : [numberText(number)]),
    ...(month === null ? [] : [t('compliance.about.month', { month: monthTitle(month, dates) })]),
    ...(official === undefined ? [] : [officialName(official, language)]),
  ]
  if (parts.length > 0) return parts.join('. ')
  if (entity === null) return t('report.title')
  if (entity.startsWith('report:')) return quarterTitle(Quarter.parse(keyOf(entity)), dates)
  if (entity.startsWith('letter:')) return t('compliance.about.letter')
  if (entity.startsWith('instruction:')) return t('control.instruction')
  return t(entity.startsWith('visit:') ? 'compliance.about.visit' : 'compliance.about.imported')
}

/** Why a record is broken, or nothing. */
export function noteText({ state, why, on }: CheckedRecord, { t }: Words): string {
  if (why !== null) return t(`compliance.why.${why}`)
  if (state !== 'broken') return ''
  return t(on === null ? 'compliance.late' : 'compliance.late_done')
}

/** Where a record is opened. */
export function addressOfRecord({ entity, month }: CheckedRecord): string {
  if (month !== null) return addressOf('schedule', { month })
  if (entity === null) return addressOf('report')
  if (entity.startsWith('report:')) return addressOf('report', { quarter: keyOf(entity) })
  if (entity.startsWith('letter:')) return addressOfLetter(entity)
  if (entity.startsWith('instruction:')) return addressOf('control', { open: entity })
  if (!entity.startsWith('visit:')) return addressOf('applications', { open: entity })
  const day = fromDayNumber(Number(keyOf(entity).slice(0, 8)))
  return addressOf('reception', { open: entity, day })
}
