import type { Language } from '#shared/application/model.ts'
import type { EntityId } from '#shared/change/action.ts'
import type { Candidate } from '#shared/survey/frame.ts'
import type { Answer, FrameCounts, SurveyKind } from '#shared/survey/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { EntityState } from './query-types.ts'

/** Whom a survey calls. */
export interface SurveyPerson {
  readonly surname: string
  readonly given: string
  readonly patronymic: string
  readonly phone: string
  readonly language: Language | null
  readonly topic: string | null
  /** The day of the contact or of the registration. */
  readonly on: PlainDate | null
}

/** What the screens of the survey ask of the store. Part of `Queries`. */
export interface SurveyQueries {
  /** Every survey that was opened, with its calls. */
  'surveys.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'survey'>[] }
  /** Who of a period a survey may call, and who falls out. */
  'survey.frame': {
    readonly params: { readonly kind: SurveyKind; readonly from: PlainDate; readonly to: PlainDate }
    readonly result: {
      readonly counts: FrameCounts
      readonly reachable: readonly Pick<Candidate, 'entity' | 'strata'>[]
    }
  }
  /** The answers to a survey that are in the journal. */
  'survey.answers': { readonly params: { readonly survey: EntityId }; readonly result: readonly Answer[] }
  /** Whom to call, in the order asked for; null: nothing is known of them any more, or they may not be called. */
  'survey.people': {
    readonly params: { readonly entities: readonly EntityId[] }
    readonly result: readonly (SurveyPerson | null)[]
  }
}
