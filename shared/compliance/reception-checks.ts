import { codesInvited } from '../directory/invited.ts'
import { planClause } from '../plan/clauses.ts'
import { toldOf } from '../plan/told.ts'
import type { Invited, ReceptionState } from '../reception/transitions.ts'
import { helpersOn } from '../reception-helper/days.ts'
import { profileOn } from '../regulation/profile.ts'
import { findTerm } from '../regulation/terms.ts'
import { kindFaultsOf } from '../schedule/kind-faults.ts'
import type { Reception } from '../schedule/model.ts'
import { type PlainDate, PlainMonth } from '../time/plain-date.ts'
import type { Asked, Check, ComplianceFacts } from './facts.ts'
import type { CheckedRecord, CheckState, Duty, Why } from './model.ts'
import { recordOf, stateBy } from './record.ts'

/**
 * What of a reception the mass media were to tell, and told (clause 24). The clause sets no day and no number: what was planned
 * falls due on its own day, what was dropped owes nothing, and of a reception nothing was planned for nothing is said.
 */
export const coverage: Check = (facts, asked) =>
  receptionsOf(facts, asked).flatMap(one =>
    (preparedOf(facts, one)?.coverage ?? []).flatMap(({ stage, on }) => {
      if (stage === 'dropped') return []
      const about = { ...named(one), day: on }
      if (stage === 'held') return [recordOf({ duty: 'coverage', state: 'kept', on, ...about })]
      return [recordOf({ duty: 'coverage', state: stateBy(on, null, asked.today), by: on, ...about })]
    }),
  )

/** Outside the schedule a deputy alone receives, by an instruction of the akim that names the date (clause 8). */
export const offSchedule: Check = (facts, asked) =>
  receptionsOf(facts, asked).flatMap(one => {
    if (one.kind !== 'off_schedule' || planClause('off_schedule', asked.profile) === null) return []
    const category = facts.officials.find(({ id }) => id === one.officialId)?.category ?? null
    const faults = kindFaultsOf(one, category, asked.profile)
    const why = faults.includes('not_deputy') ? 'not_deputy' : faults.includes('no_instruction') ? 'no_order' : null
    return [onDay(one, 'off_schedule', why, asked.today)]
  })

/** An absence is told two working days before the reception, or on the day where the act allows it (clause 15, rule 26). */
export const absencesTold: Check = (facts, asked) =>
  facts.absences.flatMap(absence => {
    const { missing, from, to, toldOn } = absence
    if (missing.kind !== 'official') return []
    const receptions = everPlanned(facts, asked).filter(
      ({ officialId, date }) => officialId === missing.id && date >= from && date <= to,
    )
    return receptions.flatMap(one => {
      const told = toldOf(absence, one.date, { profile: asked.profile, calendar: facts.calendar })
      if (told === null) return []
      const isLate = told.state === 'out_of_order'
      const state: CheckState = isLate ? 'broken' : 'kept'
      const why: Why | null = isLate ? 'told_late' : null
      return [recordOf({ duty: 'absence_told', state, ...named(one), day: one.date, by: told.by, on: toldOn, why })]
    })
  })

/** Lawyers, psychologists, social workers and volunteers are there on the day (clause 16, rule 28). */
export const helpersThere: Check = (facts, asked) => {
  const receptions = receptionsOf(facts, asked)
  const days = new Set(receptions.map(({ date }) => date))
  return receptions.flatMap(one => {
    const looked = preparedOf(facts, one)?.prepared.helpers ?? null
    if (looked?.outcome === 'not_needed') return []
    const isThere = looked?.outcome === 'ready' || helpersOn(one.date, facts.helpers, days).length > 0
    return [onDay(one, 'helpers', isThere ? null : 'no_helpers', asked.today)]
  })
}

/** To the akim's reception the bodies that the act names are asked (clause 17). */
export const bodiesAsked: Check = (facts, asked) =>
  receptionsOf(facts, asked).flatMap(one => {
    const category = facts.officials.find(({ id }) => id === one.officialId)?.category
    const codes = codesInvited(asked.profile)
    if (category !== 'akim' || codes.length === 0) return []
    const invited = preparedOf(facts, one)?.invited ?? []
    const isWhole = codes.every(code => invited.some(({ body }) => body === code))
    return [onDay(one, 'bodies_asked', isWhole ? null : 'not_asked', asked.today)]
  })

/** Bodies that were asked to come took part (clause 17, rule 29). Of a refusal others clauses speak. */
export const bodiesThere: Check = (facts, asked) => takingPart(facts, asked, 'body_there', ({ video }) => !video)

/** Bodies that were asked took part by videoconference (clause 18, rule 34). */
export const bodiesConnected: Check = (facts, asked) => takingPart(facts, asked, 'body_connected', ({ video }) => video)

function takingPart(
  facts: ComplianceFacts,
  asked: Asked,
  duty: Duty,
  isAsked: (one: Invited) => boolean,
): CheckedRecord[] {
  return receptionsOf(facts, asked).flatMap(one =>
    (preparedOf(facts, one)?.invited ?? []).filter(isAsked).flatMap(({ answers }) => {
      const outcome = answers.at(-1)?.outcome ?? null
      if (outcome === 'refused') return []
      const why = outcome === 'attended' ? null : outcome === 'did_not_attend' ? 'did_not_attend' : 'not_noted'
      return [onDay(one, duty, why, asked.today)]
    }),
  )
}

/** Workers of the apparatus who were asked into the room came (clause 22). The clause permits it: who did not come breaks nothing. */
export const calledIn: Check = (facts, asked) =>
  receptionsOf(facts, asked).flatMap(one =>
    (preparedOf(facts, one)?.calledIn ?? [])
      .filter(({ outcome }) => outcome === 'came')
      .map(() => onDay(one, 'called_in', null, asked.today)),
  )

/** The list of those to be received is handed over before the reception (clause 27), the final one in its term (rule 32). */
export const listsHanded: Check = (facts, asked) =>
  receptionsOf(facts, asked).flatMap(one => {
    const isFor = facts.applications.some(({ registered }) => registered.booking?.reception === one.id)
    if (!isFor || one.kind === 'same_day') return []
    const term = findTerm('list_handed', asked.profile, one.date, facts.calendar)
    const lists = preparedOf(facts, one)?.lists ?? []
    const on = lists.find(({ final }) => final || term === null)?.on ?? null
    const by = term?.by ?? one.date
    return [recordOf({ duty: 'list', state: stateBy(by, on, asked.today), ...named(one), day: by, by, on, term })]
  })

/** Receptions of the schedules that stand, by the act of their day; of what was before the office nothing is known. */
function receptionsOf({ months, office, since }: ComplianceFacts, { profile }: Asked): Reception[] {
  const held = months.flatMap(({ state }) => state?.approved?.schedule.receptions ?? [])
  return held.filter(({ date }) => date >= since && profileOn(office, date) === profile)
}

/** Receptions of every version: what an absence took away stands in an earlier one. */
function everPlanned({ months, office, since }: ComplianceFacts, { profile }: Asked): Reception[] {
  const all = months.flatMap(({ state }) => state?.versions.flatMap(({ schedule }) => schedule.receptions) ?? [])
  const last = new Map(all.map(one => [`${one.id} ${one.date} ${one.officialId}`, one]))
  return [...last.values()].filter(({ date }) => date >= since && profileOn(office, date) === profile)
}

function preparedOf({ prepared }: ComplianceFacts, { id }: Reception): ReceptionState | null {
  return prepared.get(id) ?? null
}

/** What has to be so by the day of the reception: until then there is time. */
function onDay(one: Reception, duty: Duty, why: Why | null, today: PlainDate): CheckedRecord {
  const { date } = one
  const state: CheckState = why === null ? 'kept' : date >= today ? 'due' : 'broken'
  return recordOf({ duty, state, ...named(one), day: date, on: why === null ? date : null, why })
}

function named({ officialId, date }: Reception): Pick<CheckedRecord, 'officialId' | 'month'> {
  return { officialId, month: PlainMonth.parse(date.slice(0, 7)) }
}
