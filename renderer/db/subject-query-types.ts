import type { ApplicationCard, EntityState } from './query-types.ts'

/** All that is kept about one person, opened. What others said or are is in it as the records hold it: a sheet chooses. */
export interface SubjectRecords {
  readonly applications: readonly ApplicationCard[]
  readonly visits: readonly EntityState<'visit'>[]
  readonly letters: readonly EntityState<'letter'>[]
  readonly protocols: readonly EntityState<'protocol'>[]
  readonly instructions: readonly EntityState<'instruction'>[]
  readonly demands: readonly EntityState<'demand'>[]
  readonly feedback: readonly EntityState<'feedback'>[]
  readonly contacts: readonly EntityState<'contact'>[]
  /** Surveys for which an application or a contact of the person was drawn. */
  readonly surveys: readonly EntityState<'survey'>[]
}

/** A person of whose data something is asked, with the newest application that leads to them; null: there is none. */
export interface SubjectAskedRow {
  readonly state: EntityState<'subject'>
  readonly application: string | null
}

/** Questions of people's own data (Law 94-V, art. 24). Part of `Queries`. */
export interface SubjectQueries {
  /** What was asked of a person's data; null: nothing was. */
  'subject.one': { readonly params: { readonly subject: string }; readonly result: EntityState<'subject'> | null }
  /** All that is kept about a person. Asked when their sheet is made; it is not kept live. */
  'subject.records': { readonly params: { readonly subject: string }; readonly result: SubjectRecords }
  /** The terms of the office: one, or none. */
  'retention.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'retention'>[] }
  'destructions.all': {
    readonly params: Record<string, never>
    readonly result: readonly EntityState<'destruction'>[]
  }
  /** People whose requests wait for an answer. */
  'subjects.asked': { readonly params: Record<string, never>; readonly result: readonly SubjectAskedRow[] }
}
