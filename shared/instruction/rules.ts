import type { WorkCalendar } from '../calendar/model.ts'
import { isWorkingDay, unsureYearsBetween } from '../calendar/rules.ts'
import type { EntityId } from '../change/action.ts'
import type { LetterKind } from '../letter/model.ts'
import type { ProfileId } from '../office/model.ts'
import { findTerm, findTermRule } from '../regulation/terms.ts'
import { foldWords } from '../text/fold.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { InstructionAsked } from './model.ts'
import { VAGUE_WORDS } from './seed-vague-words.ts'

/** Codes of what is wrong with an instruction in a protocol; the sentence of each is `protocol.fault.<code>`. */
export const INSTRUCTION_FAULTS = ['text_empty', 'vague', 'due_before', 'due_day_off', 'due_unsure'] as const

/** What is wrong with an instruction; a `stop` keeps its protocol from being signed. */
export interface InstructionFault {
  readonly level: 'stop' | 'warning'
  readonly code: (typeof INSTRUCTION_FAULTS)[number]
  /** Of `vague`: the words as they are known to be written; else empty. */
  readonly said: string
}

const VAGUE = VAGUE_WORDS.map(words => ({ words, folded: ` ${foldWords(words)} ` }))

/** Words by which a text puts "soon" in place of a date (clause 23: an exact one); null: none. */
export function vagueWordsIn(text: string): string | null {
  const words = ` ${foldWords(text)} `
  return VAGUE.find(({ folded }) => words.includes(folded))?.words ?? null
}

/** Looks at an instruction of a protocol of a day: its words, and its date against the working calendar. */
export function instructionFaults(
  { dueOn }: Pick<InstructionAsked, 'dueOn'>,
  text: string,
  on: PlainDate,
  calendar: WorkCalendar,
): InstructionFault[] {
  const vague = vagueWordsIn(text)
  const fault = (level: InstructionFault['level'], code: InstructionFault['code'], said = '') => [{ level, code, said }]
  return [
    ...(text.trim() === '' ? fault('stop', 'text_empty') : []),
    ...(vague === null ? [] : fault('stop', 'vague', vague)),
    ...(dueOn < on ? fault('stop', 'due_before') : []),
    ...(isWorkingDay(dueOn, calendar) ? [] : fault('warning', 'due_day_off')),
    ...(unsureYearsBetween(on, dueOn, calendar).length > 0 ? fault('warning', 'due_unsure') : []),
  ]
}

/** What of the application says how long an instruction on it may be extended. */
export interface HandedIn {
  readonly profile: ProfileId
  /** The day it was registered, and the visit during whose reception it was handed in, or null. */
  readonly on: PlainDate
  readonly atReception: EntityId | null
}

/**
 * The last day to which an instruction may be extended; null where the act sets none. No act speaks of instructions: what is
 * limited is the consideration of an application handed in at the reception (clauses 25, 30; KZ-2026 rules 11, 14).
 */
export function extensionLimit(
  { profile, on, atReception }: HandedIn,
  decidedOn: PlainDate,
  calendar: WorkCalendar,
): PlainDate | null {
  if (atReception === null) return null
  const from = findTermRule('extension', profile)?.event === 'registration' ? on : decidedOn
  return findTerm('extension', profile, from, calendar)?.by ?? null
}

/** Kinds of letters that are a final reasoned answer (clause 33); what only tells how a matter stands is none. */
export const FINAL_LETTERS: readonly LetterKind[] = ['final_answer']
