import type { WorkCalendar } from '../calendar/model.ts'
import { addWorkingDays } from '../calendar/rules.ts'
import type { EntityId } from '../change/action.ts'
import { daysOfLadder } from '../instruction/ladder.ts'
import type { InstructionState } from '../instruction/transitions.ts'
import { addDays, type PlainDate } from '../time/plain-date.ts'
import type { DueThing } from './alarms.ts'

/** Why an instruction is told of now: its last day is the next working day, is past, or somebody is to be reminded of it. */
export const INSTRUCTION_ALARMS = ['soon', 'overdue', 'remind'] as const
export type InstructionAlarm = (typeof INSTRUCTION_ALARMS)[number]

type OnControl = Pick<InstructionState, 'status' | 'dueOn' | 'reminders'> & { readonly id: EntityId }

/**
 * What falls due of instructions that nobody has done yet (clause 32): the working day before the last, the day after it, and
 * each day on which the next one is to be turned to. A key tells the day too: an extension tells anew. Whom a reminder by
 * telephone reached on that day or since is not reminded of once more.
 */
export function instructionsDue(states: readonly OnControl[], calendar: WorkCalendar, today: PlainDate): DueThing[] {
  return states.flatMap(({ id, status, dueOn, reminders }) => {
    if (status !== 'on_control' || dueOn === null) return []
    const reached = reminders.findLast(({ outcome }) => outcome === 'reached')?.on ?? null
    const steps = daysOfLadder(dueOn, calendar).filter(({ on }) => reached === null || reached < on)
    const thing = (why: InstructionAlarm, day: PlainDate, step = '') => ({ key: keyOf(why, id, dueOn, step), day })
    return [
      thing('soon', addWorkingDays(dueOn, -1, calendar).date),
      thing('overdue', addDays(dueOn, 1)),
      ...steps.map(({ step, on }) => thing('remind', on, step)),
    ].filter(({ day, key }) => day <= today && !(key.startsWith('soon') && dueOn < today))
  })
}

/** Of what an alarm told, why each instruction is told: how many of each; an instruction counts once, by the gravest. */
export function countInstructionAlarms(keys: readonly string[]): Record<InstructionAlarm, number> {
  const why = new Map<string, InstructionAlarm>()
  for (const alarm of ['remind', 'soon', 'overdue'] as const)
    for (const key of keys) if (key.startsWith(`${alarm} `)) why.set(key.split(' ')[1] ?? '', alarm)
  const counts = { soon: 0, overdue: 0, remind: 0 }
  for (const one of why.values()) counts[one] += 1
  return counts
}

/** Whether what an alarm told is of an instruction. */
export function isOfInstruction(key: string): boolean {
  return INSTRUCTION_ALARMS.some(why => key.startsWith(`${why} instruction:`))
}

function keyOf(why: InstructionAlarm, id: EntityId, dueOn: PlainDate, step: string): string {
  return [why, id, dueOn, step].join(' ').trim()
}
