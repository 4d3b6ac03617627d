import type { Measure, Part } from './contribution.ts'
import { type Figures, figureOf } from './day-figures.ts'

/** What a row brought from Excel carries, as measures; the rest of a period that has such rows alone nobody has recorded. */
const CARRIED: readonly Measure[] = [
  'registered',
  'received',
  'refused',
  'left',
  'returned',
  'forwarded',
  'withdrawn',
  'extended',
  'not_come',
]

/** Codes of a part that such a row can never have; a part that is not named here it has whole, or not stated. */
const NEVER: readonly (readonly [Part, ...string[]])[] = [
  ['applicant', 'citizen', 'foreigner', 'stateless'],
  ['represented', 'yes', 'no'],
  ['delegation', 'yes', 'no'],
  ['mode', 'in_person', 'video'],
  ['ground', 'same_decision', 'court_act', 'returned', 'withdrawal'],
]

/** Whether every application registered in a period was brought from Excel: of none it is stated whether it was represented. */
export function isBroughtAlone(figures: Figures): boolean {
  const registered = figureOf(figures, 'registered')
  return registered > 0 && figureOf(figures, 'registered', 'represented', '') === registered
}

/**
 * Whether a figure of nothing was counted, or nobody could have recorded it: of a period of imported rows alone a zero is known
 * only where such a row would say it. What was counted is known in any case.
 */
export function isKnownZero(figures: Figures, measure: Measure, part: Part | null, codes: readonly string[]): boolean {
  if (!isBroughtAlone(figures)) return true
  if (!CARRIED.includes(measure)) return false
  return !NEVER.some(([name, ...never]) => name === part && codes.every(code => never.includes(code)))
}
