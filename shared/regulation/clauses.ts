import type { ProfileId } from '../office/model.ts'
import type { Bilingual } from '../official/model.ts'
import { KZ_RULES } from './profiles/clauses-kz-2026.ts'
import { WKO_CLAUSES } from './profiles/clauses-wko-2020-2023.ts'

/**
 * What the program does about a clause. `rule`: it counts, shows or refuses by it; `record`: it keeps what people do by it;
 * `later`: nothing executes it yet, at most its term is counted; `outside`: it is for people or for another system; `excluded`:
 * the edition has no such clause any more.
 */
export const CLAUSE_HOWS = ['rule', 'record', 'later', 'outside', 'excluded'] as const
export type ClauseHow = (typeof CLAUSE_HOWS)[number]

/** Screens of the program where a clause meets the person. */
export type ClauseScreen =
  | 'today'
  | 'register'
  | 'reception'
  | 'applications'
  | 'letters'
  | 'control'
  | 'schedule'
  | 'report'
  | 'directories'
  | 'settings'

/** A clause of an act and where in the program it lives. */
export interface ClauseEntry {
  /** What it demands, in one line of our own. */
  readonly says: Bilingual
  readonly how: ClauseHow
  /** What executes it or stands ready for it, as `path#export`. */
  readonly rule: readonly string[]
  readonly screen: readonly ClauseScreen[]
  /** What of it is not executed yet, of one that is in part; else null. */
  readonly rest: Bilingual | null
}

/** A clause with its number. Numbers stand as in the act and are never given anew. */
export interface Clause extends ClauseEntry {
  readonly clause: string
}

/** Whole numbers from 1 to `Last`: a table by them that lacks a clause, or has one too many, does not compile. */
export type UpTo<Last extends number, Found extends number[] = []> = Found['length'] extends Last
  ? Found[number]
  : UpTo<Last, [...Found, [...Found, 0]['length'] & number]>

/** Every clause of a profile's act, in the order of the act. */
export function clausesOf(profile: ProfileId): readonly Clause[] {
  const entries: Readonly<Record<string, ClauseEntry>> = TABLES[profile]
  return Object.entries(entries).map(([clause, entry]) => ({ clause, ...entry }))
}

const TABLES = { 'WKO-2020/2023': WKO_CLAUSES, 'KZ-2026': KZ_RULES } as const satisfies Record<ProfileId, object>
