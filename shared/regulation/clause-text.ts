import type { ProfileId } from '../office/model.ts'
import type { ClauseRef } from './model.ts'

/** Keys of the words a clause is named by. */
export type ClauseKey =
  | 'clause.wko'
  | 'clause.wko.part'
  | 'clause.kz'
  | 'clause.kz.part'
  | 'clause.code'
  | 'clause.code.part'

/** A sentence by its key and parameters, in one language. */
export type Say<Key extends string> = (key: Key, params?: Readonly<Record<string, string | number>>) => string

/**
 * A clause by its number and the name of its act: "clause 29 of the Regulation", "point 17 (1) of the Rules", "article 76,
 * part 3 of the Code". `profile` says which act `regulation` is.
 */
export function clauseText({ act, clause }: ClauseRef, profile: ProfileId, say: Say<ClauseKey>): string {
  const [, number = clause, part] = /^([^(]+)\((.+)\)$/.exec(clause) ?? []
  const base = act === 'code' ? 'clause.code' : profile === 'WKO-2020/2023' ? 'clause.wko' : 'clause.kz'
  return part === undefined ? say(base, { clause: number }) : say(`${base}.part`, { clause: number, part })
}
