import { afterEach, expect, it, vi } from 'vitest'
import { deskNow, followClock } from '#renderer/components/office-clock.ts'
import { officeTime } from '#shared/time/office-time.ts'

const HOUR = 3_600_000
/** 10:00 at the office. */
const NOW = Date.UTC(2026, 10, 23, 5)

afterEach(() => vi.useRealTimers())

it('a page whose clock is two hours off shows and orders by the time of the desk, and goes on with it', () => {
  vi.useFakeTimers({ now: NOW - 2 * HOUR })
  followClock(NOW)
  expect(officeTime(deskNow())).toBe('10:00')
  vi.advanceTimersByTime(5 * 60_000)
  expect(officeTime(deskNow())).toBe('10:05')
})

it('what was learned last counts: a clock that was set right is followed', () => {
  vi.useFakeTimers({ now: NOW })
  followClock(NOW + 2 * HOUR)
  followClock(NOW)
  expect(officeTime(deskNow())).toBe('10:00')
})
