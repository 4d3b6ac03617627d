import type { ClauseRef, TermEvent, TermRule, TermUnit } from '../model.ts'

/** A clause of the profile's own act. */
export function clause(number: string): ClauseRef {
  return { act: 'regulation', clause: number }
}

/** An article of the Code (АППК/ӘРПК). */
export function code(article: string): ClauseRef {
  return { act: 'code', clause: article }
}

/** A term that runs from the day after the event. */
export function after(clause: ClauseRef, event: TermEvent, amount: number, unit: TermUnit): TermRule {
  return { clause, event, amount, unit, direction: 'after' }
}

/** A term that is counted back from the event, which is not counted. */
export function before(clause: ClauseRef, event: TermEvent, amount: number, unit: TermUnit): TermRule {
  return { clause, event, amount, unit, direction: 'before' }
}
