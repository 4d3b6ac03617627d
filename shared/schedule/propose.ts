import type { WorkCalendar } from '../calendar/model.ts'
import { type DayKind, dayKind } from '../calendar/rules.ts'
import type { Official } from '../official/model.ts'
import { postStanding } from '../official/post.ts'
import type { PlainDate, PlainMonth, PlainTime } from '../time/plain-date.ts'
import { asRestricted } from './by-video.ts'
import type { ScheduleFacts } from './facts.ts'
import { finding, findingsOf, type ScheduleFinding } from './findings.ts'
import { type MonthSchedule, Reception } from './model.ts'
import { findMoveTarget, inScheduleOrder, moveBetween } from './move.ts'
import { isMonthlyRule, ruleDays } from './reception-days.ts'

/** A day of a repeating rule on which there is no reception, with the reason. */
export interface SkippedDay {
  readonly officialId: string
  readonly day: DayKind
}

/** A proposed month for a person to look at: nothing is moved or left out without being listed here. */
export interface ScheduleProposal {
  readonly schedule: MonthSchedule
  /** Receptions that stand on another day than their rule gives; each carries its reason in `moved`. */
  readonly moved: readonly Reception[]
  readonly skipped: readonly SkippedDay[]
  /** Receptions left out: their day allows video alone, and no link is free at their hours (clause 13; KZ-2026 rule 25). */
  readonly leftOut: readonly Reception[]
  readonly findings: readonly ScheduleFinding[]
}

/** What a proposal is made of. `standing` are receptions of the month that already stand and keep their days. */
export interface ProposalInput {
  readonly month: PlainMonth
  readonly officials: readonly Official[]
  readonly calendar: WorkCalendar
  readonly newId: () => string
  readonly standing?: readonly Reception[]
  readonly facts?: ScheduleFacts
}

type Receiving = Official & { rule: NonNullable<Official['rule']>; from: PlainTime; to: PlainTime }

/**
 * Proposes the receptions of a month by the rules of the officials (clause 6). A rule that names one day of the month is
 * moved off a non-working day; days of repeating rules that do not work fall out. On a day on which reception is by video alone
 * it is proposed by video, or left out where no link is free.
 */
export function proposeSchedule(input: ProposalInput): ScheduleProposal {
  const { month, calendar, officials, standing = [], facts = {} } = input
  const parts = officials.filter(isReceiving).map(official => receptionsOf(official, input))
  const made = parts.flatMap(part => part.receptions)
  const offered = asRestricted(made, { month, receptions: [...standing] }, calendar, facts)
  const receptions = inScheduleOrder([...standing, ...offered.receptions])
  const schedule: MonthSchedule = { month, receptions }
  return {
    schedule,
    moved: receptions.filter(reception => reception.moved !== null),
    skipped: parts.flatMap(part => part.skipped),
    leftOut: offered.leftOut,
    findings: [...parts.flatMap(part => part.findings), ...findingsOf(schedule, officials, calendar, facts)],
  }
}

interface Part {
  readonly receptions: Reception[]
  readonly skipped: SkippedDay[]
  readonly findings: ScheduleFinding[]
}

function receptionsOf(official: Receiving, { month, calendar, newId, standing = [] }: ProposalInput): Part {
  const part: Part = { receptions: [], skipped: [], findings: [] }
  const taken = new Set(standing.filter(one => one.officialId === official.id).map(one => one.date))
  const place = (ruleDay: PlainDate, date: PlainDate) => {
    const { from, to, room, slot, buffer } = official
    const moved = moveBetween(ruleDay, date, calendar)
    part.receptions.push(
      Reception.parse({ id: newId(), officialId: official.id, date, from, to, room, moved, slot, buffer }),
    )
    taken.add(date)
  }
  for (const ruleDay of ruleDays(official.rule, month, calendar)) {
    const day = dayKind(ruleDay, calendar)
    if (taken.has(ruleDay) || postStanding(official, ruleDay) !== 'in_office') continue
    if (day.working) {
      place(ruleDay, ruleDay)
    } else if (isMonthlyRule(official.rule)) {
      const target = findMoveTarget(ruleDay, month, calendar, taken)
      if (target === null) part.findings.push(finding('no_free_day', official.id, [], { date: ruleDay }))
      else place(ruleDay, target)
    } else {
      part.skipped.push({ officialId: official.id, day })
    }
  }
  return part
}

function isReceiving(official: Official): official is Receiving {
  return official.rule !== null && official.from !== null && official.to !== null
}
