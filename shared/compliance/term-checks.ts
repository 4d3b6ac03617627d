import { type RunningTerm, runningTerms } from '../application/running-terms.ts'
import { isUndecided } from '../application/statuses.ts'
import { isHandedOut } from '../application/transitions.ts'
import { profileOn } from '../regulation/profile.ts'
import { getTerm } from '../regulation/terms.ts'
import { officeDate } from '../time/office-time.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { ApplicationFact, Asked, Check, ComplianceFacts, ImportedFact } from './facts.ts'
import type { CheckedRecord } from './model.ts'
import { recordOf, recordOfApplication, termRecord } from './record.ts'

/** The applications of an act. */
export function ofAct({ applications }: ComplianceFacts, { profile }: Asked): readonly ApplicationFact[] {
  return applications.filter(one => one.registered.profile === profile)
}

/**
 * The answer with day and time, or a decision, in the term (clause 29, point 13). An extension moves the term; a booking that
 * was dropped leaves it running; what was withdrawn in time owes nothing any more.
 */
export const answers: Check = (facts, asked) => [
  ...ofAct(facts, asked).flatMap(one => answerOf(one, facts, asked)),
  ...importedOf(facts, asked).flatMap(one => importedAnswer(one, facts, asked)),
]

/** The number of e-Otinish on the day of registration (clause 25, point 5). Of an erased person it is not known any more. */
export const eotinishNumbers: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one => {
    const found = findRunning(one, 'registration', facts, asked)
    return found === null
      ? []
      : [termRecord(one, 'eotinish', asked.today, { ...found.term, on: found.doneOn, term: found.term })]
  })

/** The same of what was handed in during a reception, which bears the mark of it (point 11). */
export const eotinishOfHandedIn: Check = (facts, asked) => {
  const handedIn = facts.applications.filter(({ registered }) => registered.registration.atReception !== null)
  return eotinishNumbers({ ...facts, applications: handedIn }, asked)
}

/** A talon in the hands of the applicant on the day of registration (clause 25, point 8). */
export const talons: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one => {
    const { personal, registration, talons: made, on: entered, profile } = one.registered
    const first = made.find(isHandedOut)
    if (first === undefined && (personal === null || one.status === 'withdrawn')) return []
    const { by } = getTerm('registration', profile, registration.asOf ?? entered, facts.calendar)
    // The day of an instant is dear to tell: it is asked of what is looked at.
    if (by < asked.period.from || by > asked.period.to) return []
    const on = first === undefined ? null : officeDate(Date.parse(first.at))
    return [termRecord(one, 'talon', asked.today, { by, on, term: null })]
  })

/** A visitor who consented to be received the same day, and was (clause 3). One who withdrew is not waited for. */
export const sameDay: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one => {
    const { registration, on: entered } = one.registered
    const isOver = !isUndecided(one.status) && one.received === null
    if (!registration.sameDay || isOver) return []
    return [
      termRecord(one, 'same_day', asked.today, { by: registration.asOf ?? entered, on: one.received, term: null }),
    ]
  })

/** Applications from Excel that came while the act was worked by, and whose table says enough: received within the term. */
function importedOf({ imported, office }: ComplianceFacts, { profile }: Asked): readonly ImportedFact[] {
  return imported.filter(({ registered }) => profileOn(office, registered) === profile)
}

/** How many applications from Excel, registered in a period, say too little to be judged. */
export function countNotJudged(facts: ComplianceFacts, asked: Asked, from: PlainDate, to: PlainDate): number {
  const within = importedOf(facts, asked).filter(({ registered }) => registered >= from && registered <= to)
  return within.filter(one => importedAnswer(one, facts, asked).length === 0).length
}

/** Who was received in the term had an answer before; of all others the table does not say when it was given. */
function importedAnswer(one: ImportedFact, { calendar }: ComplianceFacts, { profile }: Asked): CheckedRecord[] {
  if (one.received === null) return []
  const term = getTerm('answer', profile, one.registered, calendar)
  if (one.received > term.by) return []
  return [
    recordOf({ duty: 'answer', state: 'kept', day: term.by, entity: one.id, by: term.by, on: one.received, term }),
  ]
}

function answerOf(one: ApplicationFact, facts: ComplianceFacts, asked: Asked): CheckedRecord[] {
  const found = findRunning(one, 'answer', facts, asked)
  if (found === null || found.state === 'over') return []
  const { term, doneOn, extended } = found
  const by = extended?.body.until ?? term.by
  const withdrawn =
    one.status === 'withdrawn' ? one.history.findLast(act => act.type === 'application.withdrawn') : null
  if (withdrawn?.date === doneOn && doneOn !== null && doneOn <= by) return []
  // Why it was extended the card says: the term itself ended before.
  const record = termRecord(one, 'answer', asked.today, { by, on: doneOn, term: extended === null ? term : null })
  const isLateAnswer = record.state === 'broken' && withdrawn?.date === doneOn
  return [isLateAnswer ? recordOfApplication(one, { ...record, on: null }) : record]
}

function findRunning(
  { registered, status, history }: ApplicationFact,
  term: 'answer' | 'registration',
  { calendar }: ComplianceFacts,
  { today }: Asked,
): RunningTerm | null {
  const all = runningTerms({ registered, isOpen: isUndecided(status), history, calendar, today })
  return all.find(one => one.term.term === term) ?? null
}
