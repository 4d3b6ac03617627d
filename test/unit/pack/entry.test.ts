import { describe, expect, it } from 'vitest'
import { faultsOfPaper, nextToEnter, standingOnPaper } from '#shared/pack/entry.ts'
import { officeDate, officeInstant, officeTime } from '#shared/time/office-time.ts'
import { PlainTime, plainDate } from '#shared/time/plain-date.ts'
import type { IdentityCheck } from '#shared/visit/model.ts'
import { CHECK } from '../desk/visit-rig.ts'

const day = plainDate(2026, 11, 23)
const time = (text: string) => PlainTime.parse(text)
const now = { on: day, at: time('18:00') }
/** Printed at 10:00 of the day before: Oral is five hours ahead. */
const packs = [{ from: 9001, to: 9030, at: '2026-11-22T05:00:00.000Z' }]
const talon = { serial: 9001, day, at: time('10:05') }

describe('a filled-in talon', () => {
  it('is right from the minute its pack was printed on to the minute of now', () => {
    expect(faultsOfPaper(talon, null, packs, now)).toEqual([])
    expect(faultsOfPaper({ ...talon, day: plainDate(2026, 11, 22), at: time('10:00') }, null, packs, now)).toEqual([])
    expect(faultsOfPaper({ ...talon, at: time('18:00') }, null, packs, now)).toEqual([])
  })

  it('may be of any pack that holds its number, since numbers begin anew', () => {
    const again = [...packs, { from: 9001, to: 9010, at: '2026-11-23T12:00:00.000Z' }]
    expect(faultsOfPaper(talon, null, again, now)).toEqual([])
    expect(faultsOfPaper(talon, null, again.slice(1), now)).toEqual([{ field: 'at', code: 'before_pack' }])
  })

  it('tells each fault beside its field', () => {
    const held = { startedAt: time('10:00'), finishedAt: time('09:00') }
    expect(faultsOfPaper({ ...talon, serial: 9031 }, held, packs, now)).toEqual([
      { field: 'serial', code: 'no_pack' },
      { field: 'startedAt', code: 'started_before' },
      { field: 'finishedAt', code: 'finished_before' },
    ])
    expect(faultsOfPaper({ ...talon, at: time('18:01') }, null, packs, now)).toEqual([{ field: 'at', code: 'later' }])
  })
})

describe('the next number to be entered', () => {
  it('is the first free one after the last of the same pack, and none after its end', () => {
    const used = new Set([9002, 9003])
    expect(nextToEnter(packs, used, null)).toBe(9001)
    expect(nextToEnter(packs, used, 9001)).toBe(9004)
    expect(nextToEnter(packs, used, 9030)).toBeNull()
    expect(nextToEnter([], used, null)).toBeNull()
  })
})

describe('a reception on paper', () => {
  const check = { ...CHECK } as IdentityCheck
  const member = (change: Partial<IdentityCheck> = {}): IdentityCheck => ({ ...check, member: 0, ...change })
  const standing = (checks: readonly IdentityCheck[], members = 0) => standingOnPaper(checks, { members })

  it('was of nobody who was not checked or lacks powers, whoever let them in', () => {
    expect(standing([])).toBe('no')
    expect(standing([check], 1)).toBe('no')
    expect(standing([{ ...check, powers: 'missing' }])).toBe('no')
    expect(standing([{ ...check, powers: 'expired', result: 'mismatch' }])).toBe('no')
  })

  it("was by the lead's word alone where a document of any of them did not pass", () => {
    expect(standing([{ ...check, expired: true }])).toBe('lead')
    expect(standing([{ ...check, result: 'no_document' }])).toBe('lead')
    expect(standing([check, member({ result: 'mismatch' })], 1)).toBe('lead')
  })

  it('was of everybody whose checks passed; a member who did not come stops nobody', () => {
    expect(standing([check])).toBe('passed')
    expect(standing([check, member(), member({ member: 1, result: 'absent', document: null })], 2)).toBe('passed')
  })
})

describe('a wall time of the office', () => {
  it('is the instant that shows it, also when the west was an hour behind and at midnight', () => {
    for (const on of [day, plainDate(2026, 1, 1), plainDate(2019, 6, 30)]) {
      for (const at of ['00:00', '09:05', '23:59'].map(time)) {
        const instant = Date.parse(officeInstant(on, at))
        expect([officeDate(instant), officeTime(instant)]).toEqual([on, at])
      }
    }
    expect(officeInstant(day, time('10:05'))).toBe('2026-11-23T05:05:00.000Z')
  })
})
