import { describe, expect, it } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { alarmNow, type Told } from '#shared/compliance/alarms.ts'
import {
  countInstructionAlarms,
  type InstructionAlarm,
  instructionsDue,
  isOfInstruction,
} from '#shared/compliance/alarms-of-instructions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { momentOf, WORK } from '#test/fixtures/work-time.ts'

const day = (text: string) => PlainDate.parse(text)

/** An instruction due on Monday, 23 November. */
function one(change: object = {}) {
  return { id: 'instruction:one', status: 'on_control', dueOn: day('2026-11-23'), reminders: [], ...change } as never
}

const at = (today: string, change: object = {}) =>
  instructionsDue([one(change)], SEED_CALENDAR, day(today)).map(
    ({ key, day: on }) => `${key.replace(' instruction:one 2026-11-23', '')} ${on}`,
  )

describe('alarms of instructions', () => {
  it('the working day before, the day after, and each day somebody new is turned to', () => {
    expect(at('2026-11-18')).toEqual([])
    expect(at('2026-11-20')).toEqual(['soon 2026-11-20', 'remind executor 2026-11-19'])
    expect(at('2026-11-24')).toEqual([
      'overdue 2026-11-24',
      'remind executor 2026-11-19',
      'remind unit_head 2026-11-24',
    ])
    expect(at('2026-12-07')).toContain('remind akim 2026-12-07')
  })

  it('executed, closed or without a day: nothing; an extension tells anew by its own day', () => {
    expect(at('2026-12-07', { status: 'executed' })).toEqual([])
    expect(at('2026-12-07', { dueOn: null })).toEqual([])
    const keys = (dueOn: string) =>
      instructionsDue([one({ dueOn: day(dueOn) })], SEED_CALENDAR, day('2026-12-31')).map(({ key }) => key)
    expect(keys('2026-11-23').some(key => keys('2026-11-30').includes(key))).toBe(false)
  })

  it('whom a call reached is not reminded of once more; a call nobody answered changes nothing', () => {
    const called = (outcome: string) => ({ reminders: [{ on: day('2026-11-24'), outcome }] })
    expect(at('2026-11-24', called('reached'))).toEqual(['overdue 2026-11-24'])
    expect(at('2026-11-24', called('no_answer'))).toHaveLength(3)
    expect(at('2026-11-26', called('reached'))).toEqual(['overdue 2026-11-24', 'remind department 2026-11-26'])
  })

  it('never at night, on a day off or in the lunch break; what fell due while the desk was off is told once at start', () => {
    const opened: Told = { last: momentOf('2026-11-20', '18:00'), keys: null }
    const look = (on: string, time: string, before: Told) =>
      alarmNow(instructionsDue([one()], SEED_CALENDAR, day(on)), before, momentOf(on, time), WORK)
    for (const [on, time] of [
      ['2026-11-24', '07:10'],
      ['2026-11-24', '13:40'],
      ['2026-11-28', '11:00'],
    ] as const)
      expect(look(on, time, opened)).toEqual({ alarm: null, told: opened })
    const first = look('2026-11-24', '09:00', opened)
    expect(first.alarm?.kind).toBe('while_off')
    expect(countInstructionAlarms(first.alarm?.keys ?? [])).toEqual({ soon: 0, overdue: 1, remind: 0 })
    expect(look('2026-11-24', '09:05', first.told).alarm).toBeNull()
    const third = look('2026-11-26', '09:00', first.told)
    expect(countInstructionAlarms(third.alarm?.keys ?? [])).toEqual({ soon: 0, overdue: 0, remind: 1 } satisfies Record<
      InstructionAlarm,
      number
    >)
    expect(isOfInstruction('late application:one')).toBe(false)
  })
})
