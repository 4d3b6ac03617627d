import type { Rating, SurveyKind } from '#shared/survey/model.ts'
import type { LocaleKey } from './keys.ts'

const OF_APPLICANTS: Partial<Record<Rating, LocaleKey>> = {
  quality: 'survey.ask.reception',
  completeness: 'survey.ask.explained',
}

/** The question of a rating: of applicants the organisation of the reception is asked, not a consultation. */
export function questionKey(kind: SurveyKind, rating: Rating): LocaleKey {
  return (kind === 'applicants' ? OF_APPLICANTS[rating] : undefined) ?? `survey.ask.${rating}`
}
