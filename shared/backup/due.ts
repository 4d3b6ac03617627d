/** What is known when it is asked whether a copy is to be made by itself. Instants in milliseconds. */
export interface DueFacts {
  readonly now: number
  /** Since when the desk has been open. */
  readonly openSince: number
  /** The newest copy of this desk, or null where there is none. */
  readonly last: { readonly at: number; readonly records: number; readonly bytes: number } | null
  /** Records of the journal now. */
  readonly records: number
  /** Whether the program is about to end. */
  readonly isEnding: boolean
}

const HOUR = 3_600_000

/** Between two copies of an open desk; before the first one; and what makes one worth it when the program ends. */
const EVERY = 4 * HOUR
const FIRST_AFTER = HOUR / 6
const AT_END = HOUR / 2

/** A copy this large keeps the program from ending for a while: at the end it is made once a day. Bytes. */
const LARGE = 200 * 1024 * 1024
const LARGE_AT_END = 20 * HOUR

/** Whether a copy is due: something was written since the last, and it is old enough; at the end of the day sooner. */
export function isCopyDue({ now, openSince, last, records, isEnding }: DueFacts): boolean {
  if (records === 0 || last?.records === records) return false
  if (last === null) return isEnding || now - openSince >= FIRST_AFTER
  // A copy dated ahead says nothing of its age: the clock was put back.
  const age = Math.abs(now - last.at)
  const atEnd = last.bytes > LARGE ? LARGE_AT_END : AT_END
  return age >= (isEnding ? atEnd : EVERY)
}

/** Whether the newest copy is to be opened and read whole: once in seven days, and where it never was. */
export function isCheckDue(now: number, checkedAt: number | null): boolean {
  return checkedAt === null || Math.abs(now - checkedAt) >= 7 * 24 * HOUR
}

/** Days without a copy after which the desk says so in its frame. */
export const QUIET_DAYS = 3
