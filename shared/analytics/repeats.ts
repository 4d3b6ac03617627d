import { toEpochDay } from '../time/plain-date.ts'
import type { AnalysedApplication } from './facts.ts'
import { type Days, isWithin } from './period.ts'

/** Days back in which an earlier application of the person is looked for. */
export const LOOK_BACK_DAYS = 365

/**
 * Why an application counts as one on the same matter again, the surest first: a person said so; it was refused for that; its
 * text is like an earlier one of the person (`shared/repeat`); the person applied on the topic within `LOOK_BACK_DAYS`.
 */
export const REPEAT_GROUNDS = ['decided', 'refused', 'alike', 'topic'] as const
export type RepeatGround = (typeof REPEAT_GROUNDS)[number]

/** An application on the same matter again. */
export interface Repeated {
  readonly id: string
  readonly number: string | null
  readonly ground: RepeatGround
}

/** A topic in a district (null: none was said): persons who came again, their applications, and all of the cell. */
export interface RepeatCell {
  readonly topic: string | null
  readonly district: string | null
  readonly persons: number
  readonly repeats: readonly Repeated[]
  readonly applications: number
}

/** Repeats of a period. Of persons with two cells each cell counts one, so sums of persons are counted anew. */
export interface Repeats {
  readonly cells: readonly RepeatCell[]
  readonly persons: number
  readonly repeats: number
  readonly applications: number
  readonly byGround: Readonly<Record<RepeatGround, number>>
}

/** The repeats of a period by topic and district; earlier applications are looked for among all that are given. */
export function repeatsOf(applications: readonly AnalysedApplication[], period: Days): Repeats {
  const grounds = groundsOf(applications, period)
  const cells = new Map<string, AnalysedApplication[]>()
  const within = applications.filter(one => isWithin(one.registered, period))
  for (const one of within) {
    const key = cellKey(one)
    const list = cells.get(key)
    if (list === undefined) cells.set(key, [one])
    else list.push(one)
  }
  const again = within.filter(({ id }) => grounds.has(id))
  const byGround = { decided: 0, refused: 0, alike: 0, topic: 0 }
  for (const ground of grounds.values()) byGround[ground] += 1
  return {
    cells: [...cells.values()].flatMap(list => cellOf(list, grounds)),
    persons: personsIn(again),
    repeats: again.length,
    applications: within.length,
    byGround,
  }
}

/** Why each application of a period counts as a repeat; those that do not are absent. */
export function groundsOf(applications: readonly AnalysedApplication[], period: Days): Map<string, RepeatGround> {
  const ofPerson = Map.groupBy(applications, ({ person }) => person)
  const grounds = new Map<string, RepeatGround>()
  for (const one of applications) {
    if (!isWithin(one.registered, period)) continue
    const ground = groundOf(one, ofPerson.get(one.person) ?? [])
    if (ground !== null) grounds.set(one.id, ground)
  }
  return grounds
}

/** The earlier of two applications of a person stands before the other. */
export function isEarlier(
  one: Pick<AnalysedApplication, 'id' | 'registered'>,
  other: Pick<AnalysedApplication, 'id' | 'registered'>,
): boolean {
  const days = toEpochDay(other.registered) - toEpochDay(one.registered)
  return days === 0 ? one.id < other.id : days > 0 && days <= LOOK_BACK_DAYS
}

function groundOf(one: AnalysedApplication, ofPerson: readonly AnalysedApplication[]): RepeatGround | null {
  if (one.compared.some(({ same }) => same)) return 'decided'
  if (one.refusedRepeat) return 'refused'
  const others = new Set(one.compared.map(({ earlier }) => earlier))
  const earlier = ofPerson.filter(other => isEarlier(other, one) && !others.has(other.id))
  if (earlier.some(({ id }) => one.alike.includes(id))) return 'alike'
  return one.topic !== null && earlier.some(({ topic }) => topic === one.topic) ? 'topic' : null
}

function cellOf(list: readonly AnalysedApplication[], grounds: ReadonlyMap<string, RepeatGround>): RepeatCell[] {
  const [first] = list
  if (first === undefined) return []
  const again = list.filter(({ id }) => grounds.has(id))
  const repeats = again.flatMap(({ id, number }) => {
    const ground = grounds.get(id)
    return ground === undefined ? [] : [{ id, number, ground }]
  })
  return [
    {
      topic: first.topic,
      district: first.district,
      persons: personsIn(again),
      repeats,
      applications: list.length,
    },
  ]
}

function personsIn(list: readonly AnalysedApplication[]): number {
  return new Set(list.map(({ person }) => person)).size
}

function cellKey({ topic, district }: AnalysedApplication): string {
  return `${topic ?? ''} ${district ?? ''}`
}
