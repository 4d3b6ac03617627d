import { CLOCK_JUMP_LIMIT } from '#shared/time/stamp.ts'

/** How far ahead of the last action a start or a waking may find the wall without asking a person: 60 days, in milliseconds. */
const AHEAD_LIMIT = 60 * 24 * 60 * 60 * 1000

/** The two clocks of a machine, in milliseconds: the wall may be set by anyone, the monotonic one only runs. */
export interface TimeSource {
  wall(): number
  monotonic(): number
}

/** What is followed. `jumped`: the wall is not believed until a person confirms it; the reference goes on instead. */
export interface ClockState {
  readonly kind: 'steady' | 'jumped'
  /** Milliseconds of the last reading that was believed ... */
  readonly reference: number
  /** ... and the monotonic clock at that moment. */
  readonly monotonic: number
}

/** Time that goes on from the last believed reading. */
export function expectedTime(state: ClockState, monotonic: number): number {
  return state.reference + (monotonic - state.monotonic)
}

/** Follows the wall where it is within 6 hours of what is expected, either way; else stays with what is expected. */
export function observe(state: ClockState, wall: number, monotonic: number): ClockState {
  const expected = expectedTime(state, monotonic)
  if (Math.abs(wall - expected) <= CLOCK_JUMP_LIMIT) return { kind: 'steady', reference: wall, monotonic }
  return { kind: 'jumped', reference: expected, monotonic }
}

/**
 * The first reading after a start. A wall ahead of the last action is a night or a holiday. One more than 6 hours behind it,
 * or more than 60 days ahead (nothing dated wrongly could be taken back), is not believed: time goes on from that action.
 */
export function startClock(last: number | null, wall: number, monotonic: number): ClockState {
  const isFar = last !== null && (last - wall > CLOCK_JUMP_LIMIT || wall - last > AHEAD_LIMIT)
  return isFar ? { kind: 'jumped', reference: last, monotonic } : { kind: 'steady', reference: wall, monotonic }
}

/** The clock of this desk. Stamps and legal dates come from `now`, never from the wall itself. */
export interface DeskClock {
  /** Believed time in milliseconds. */
  now(): number
  /** Told by the journal when it is opened: the time of this desk's last action, or null where there is none. */
  start(last: number | null): void
  /** Null while the wall is believed; else what it says and what is expected. */
  jump(): { wall: number; expected: number } | null
  /** A person says that the wall is right. */
  confirm(): void
  /** The machine slept, and its monotonic clock may have slept with it: a wall that went forward is believed as at a start. */
  resumed(): void
}

/** The clock of this desk over the clocks of the machine. */
export function createClock(source: TimeSource): DeskClock {
  let state = startClock(null, source.wall(), source.monotonic())
  const look = () => {
    state = observe(state, source.wall(), source.monotonic())
    return state
  }
  const start = (last: number | null) => {
    state = startClock(last, source.wall(), source.monotonic())
  }
  return {
    now: () => Math.floor(look().reference),
    start,
    jump: () => (look().kind === 'jumped' ? { wall: source.wall(), expected: Math.floor(state.reference) } : null),
    confirm: () => start(null),
    resumed() {
      if (state.kind === 'steady' && source.wall() > state.reference) start(state.reference)
    },
  }
}

/** The clocks of this machine. */
export const machineTime: TimeSource = { wall: () => Date.now(), monotonic: () => performance.now() }
