import { minutesOf, type PlainDate, type PlainTime, toEpochDay } from '../time/plain-date.ts'
import { ATTEMPTS, type Outcome } from './model.ts'
import type { NotedAttempt, SurveyState } from './transitions.ts'

/** Calls nearer to one another than this count as one: minutes. */
export const APART = 120

/** How a member stands. `later`: called, to be called again not before `notBefore`. */
export type MemberStatus = 'to_call' | 'later' | 'answered' | 'declined' | 'wrong_number' | 'gone' | 'exhausted'

/** One who is called, or was. */
export interface Member {
  /** The place in the order of the draw. */
  readonly member: number
  readonly status: MemberStatus
  /** Called in place of another. */
  readonly replaces: boolean
  readonly attempts: readonly NotedAttempt[]
  readonly notBefore: Moment | null
}

/** A day and a time of the office. */
export interface Moment {
  readonly on: PlainDate
  readonly at: PlainTime
}

/** Who is called now: the sample, and for each whom nothing more is hoped of the next of the same stratum by the draw. */
export function callList({ survey, attempts }: SurveyState, now: Moment): Member[] {
  if (survey === null) return []
  const of = new Map<number, NotedAttempt[]>()
  for (const one of attempts) of.set(one.member, [...(of.get(one.member) ?? []), one])
  const hoped = survey.strata.map(() => 0)
  const taken = survey.strata.map(() => 0)
  return survey.drawn.flatMap(({ stratum }, member): Member[] => {
    const quota = survey.strata[stratum]?.quota ?? 0
    if ((hoped[stratum] ?? 0) >= quota && !of.has(member)) return []
    const found = standingOf(of.get(member) ?? [], now)
    const replaces = (taken[stratum] ?? 0) >= quota
    taken[stratum] = (taken[stratum] ?? 0) + 1
    if (!isSpent(found.status)) hoped[stratum] = (hoped[stratum] ?? 0) + 1
    return [{ member, replaces, ...found }]
  })
}

/** How a member stands after some calls. The first answer or refusal stands; calls close together are one. */
export function standingOf(
  attempts: readonly NotedAttempt[],
  now: Moment,
): Pick<Member, 'status' | 'attempts' | 'notBefore'> {
  const end = attempts.map(({ outcome }) => ENDS[outcome]).find(status => status !== null)
  if (end) return { status: end, attempts, notBefore: null }
  const last = attempts.at(-1)
  if (last === undefined) return { status: 'to_call', attempts, notBefore: null }
  if (countApart(attempts) >= ATTEMPTS && last.again === null) return { status: 'exhausted', attempts, notBefore: null }
  const notBefore = last.again ?? after(last)
  return { status: minutesAt(notBefore) <= minutesAt(now) ? 'to_call' : 'later', attempts, notBefore }
}

/** Calls at different times: `APART` minutes or more from the one counted before. */
export function countApart(attempts: readonly Moment[]): number {
  let count = 0
  let last: number | null = null
  for (const one of attempts) {
    const at = minutesAt(one)
    if (last !== null && at - last < APART) continue
    count += 1
    last = at
  }
  return count
}

const ENDS: Record<Outcome, MemberStatus | null> = {
  answered: 'answered',
  declined: 'declined',
  wrong_number: 'wrong_number',
  gone: 'gone',
  no_answer: null,
  busy: null,
  call_back: null,
}

function isSpent(status: MemberStatus): boolean {
  return ['declined', 'wrong_number', 'gone', 'exhausted'].includes(status)
}

function after({ on, at }: Moment): Moment {
  const minutes = Math.min(minutesOf(at) + APART, 24 * 60 - 1)
  const text = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return { on, at: text as PlainTime }
}

function minutesAt({ on, at }: Moment): number {
  return toEpochDay(on) * 24 * 60 + minutesOf(at)
}
