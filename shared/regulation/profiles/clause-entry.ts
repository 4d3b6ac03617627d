import type { Bilingual } from '../../official/model.ts'
import type { ClauseEntry, ClauseHow, ClauseScreen } from '../clauses.ts'

type Of = readonly string[]
type On = readonly ClauseScreen[]

/** A clause that the program executes; `rest` is what of it is not executed yet. */
export function executed(kk: string, ru: string, rule: Of, screen: On, rest: Bilingual | null = null): ClauseEntry {
  return entry('rule', { kk, ru }, rule, screen, rest)
}

/** A clause whose doing by people is kept; `rest` is what of it is not kept yet. */
export function recorded(kk: string, ru: string, rule: Of, screen: On, rest: Bilingual | null = null): ClauseEntry {
  return entry('record', { kk, ru }, rule, screen, rest)
}

/** A clause for people or another system. */
export function outside(kk: string, ru: string): ClauseEntry {
  return entry('outside', { kk, ru }, [], [], null)
}

/** A clause that the edition no longer has. */
export function excluded(kk: string, ru: string): ClauseEntry {
  return entry('excluded', { kk, ru }, [], [], null)
}

function entry(how: ClauseHow, says: Bilingual, rule: Of, screen: On, rest: Bilingual | null): ClauseEntry {
  return { says, how, rule, screen, rest }
}
