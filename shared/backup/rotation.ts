import type { BackupKind } from './model.ts'

/** A whole copy, as rotation sees it. */
export interface Kept {
  readonly name: string
  readonly madeAt: string
  readonly kind: BackupKind
  readonly records: number | null
}

/** How many of the newest copies stay whatever else, and of how many past days, ISO weeks and months the newest one. */
const NEWEST = 3
const DAYS = 7
const WEEKS = 5
const MONTHS = 12
/** Of copies made for a reason: so many newest of each. */
const FOR_A_REASON = 3

const DAY = 86_400_000

/**
 * Names of the copies that may go. Pure. What stays whatever the clock says: the copy made last (`made`), the copy with
 * the most records, and the three newest; then the newest of each of the last days, weeks and months that have one, and
 * three of each that was made for a reason. Copies dated ahead of `made` (a clock that was put back) count as newest.
 */
export function whichGo(copies: readonly Kept[], made: string | null): string[] {
  const newest = [...copies].sort((a, b) => compare(b.madeAt, a.madeAt) || compare(b.name, a.name))
  const stay = new Set<string>(newest.slice(0, NEWEST).map(({ name }) => name))
  if (made !== null) stay.add(made)
  const fullest = newest.reduce<Kept | null>(
    (best, copy) => ((copy.records ?? -1) > (best?.records ?? -1) ? copy : best),
    null,
  )
  if (fullest !== null) stay.add(fullest.name)
  for (const [count, period] of [
    [DAYS, dayOf],
    [WEEKS, weekOf],
    [MONTHS, monthOf],
  ] as const) {
    for (const name of newestOfEach(newest, period).slice(0, count)) stay.add(name)
  }
  for (const kind of ['asked', 'before_version', 'before_restore', 'rescue'] as const) {
    for (const { name } of newest.filter(copy => copy.kind === kind).slice(0, FOR_A_REASON)) stay.add(name)
  }
  return newest.filter(({ name }) => !stay.has(name)).map(({ name }) => name)
}

function newestOfEach(newestFirst: readonly Kept[], periodOf: (madeAt: string) => string): string[] {
  const found = new Map<string, string>()
  for (const { name, madeAt, kind } of newestFirst) {
    // What was saved from a damaged desk stands for no day.
    if (kind === 'before_restore' || kind === 'rescue') continue
    const period = periodOf(madeAt)
    if (!found.has(period)) found.set(period, name)
  }
  return [...found.values()]
}

const dayOf = (madeAt: string) => madeAt.slice(0, 10)
const monthOf = (madeAt: string) => madeAt.slice(0, 7)

/** Number of the week since 1970-01-05, a Monday. */
function weekOf(madeAt: string): string {
  return String(Math.floor((Date.parse(madeAt) - 4 * DAY) / (7 * DAY)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
