import type { EntityId } from '#shared/change/action.ts'
import type { StateOf } from '#shared/change/project-view.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { ReportAddressee } from '#shared/regulation/model.ts'
import type { PlainDate, Quarter } from '#shared/time/plain-date.ts'

/** The version of the report of a quarter that stands, and the letters that send it, an addressee of its act each. */
export interface StandingReport {
  readonly quarter: Quarter
  readonly version: number
  readonly profile: ProfileId
  readonly frozenOn: PlainDate
  readonly covers: readonly {
    readonly to: ReportAddressee
    readonly letter: EntityId | null
    readonly status: StateOf['letter']['status']
    readonly sentOn: PlainDate | null
  }[]
}
