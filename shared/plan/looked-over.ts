import type { Missing } from '../absence/model.ts'
import type { Official } from '../official/model.ts'
import type { Reception } from '../schedule/model.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Plan } from './model.ts'

type Dated = Plan['absences'][number]

/** A plan with what is asked of it again and again at hand. It is made for one question and never kept. */
export interface LookedOver {
  readonly plan: Plan
  readonly officials: ReadonlyMap<string, Official>
  readonly receptions: ReadonlyMap<string, Reception>
  /** Receptions of each official by day and hour. */
  readonly ofOfficial: ReadonlyMap<string, readonly Reception[]>
  /** The first told of the absences that cover the day; null: none does. */
  readonly absenceOf: (kind: Missing['kind'], name: string, date: PlainDate) => Dated | null
  /** The restriction that covers the day, by its key; null: none does. */
  readonly restrictionOn: (date: PlainDate) => string | null
}

/** Looks a plan over: O(n log n) of its receptions, absences and officials. */
export function lookOver(plan: Plan): LookedOver {
  const absences = new Map<string, Dated[]>()
  for (const one of plan.absences) pushTo(absences, missingKey(one.missing), one)
  const ofOfficial = new Map<string, Reception[]>()
  for (const one of [...plan.receptions].sort(byHour)) pushTo(ofOfficial, one.officialId, one)
  const restrictionOn = (date: PlainDate) =>
    plan.restrictions.find(({ from, to }) => from <= date && (to === null || date <= to))?.key ?? null
  return {
    plan,
    officials: new Map(plan.officials.map(one => [one.id, one])),
    receptions: new Map(plan.receptions.map(one => [one.id, one])),
    ofOfficial,
    absenceOf: (kind, name, date) =>
      absences.get(`${kind}:${name}`)?.find(({ from, to }) => from <= date && date <= to) ?? null,
    restrictionOn,
  }
}

/** Order of receptions by day, then hour, then id, so that the same set always comes out alike. */
export function byHour(a: Reception, b: Reception): number {
  const [one, other] = [`${a.date} ${a.from} ${a.id}`, `${b.date} ${b.from} ${b.id}`]
  return one < other ? -1 : one > other ? 1 : 0
}

/** Adds to the list of a key, made where there is none. */
export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

function missingKey(missing: Missing): string {
  switch (missing.kind) {
    case 'official':
      return `official:${missing.id}`
    case 'room':
      return `room:${missing.room}`
    case 'link':
      return `link:${missing.link}`
  }
}
