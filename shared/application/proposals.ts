import type { WorkCalendar } from '../calendar/model.ts'
import type { ActionType } from '../change/action-types.ts'
import type { Lack } from '../regulation/model.ts'
import { profileOf } from '../regulation/profile.ts'
import { foldWords } from '../text/fold.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { answerBy, answerTerm } from './decision-terms.ts'
import type { Registration } from './registration.ts'
import type { ApplicationStatus } from './statuses.ts'
import type { Registered } from './transitions.ts'

/** Fewer words than these hardly state a matter. */
const LEAST_WORDS = 4

/** Lacks that a registration shows of itself. */
const SEEN: readonly Lack[] = ['name', 'iin', 'bin', 'address', 'essence', 'powers']

/** What of a registration its lacks are seen in. */
export type SeenOf = Pick<Registered, 'profile' | 'personal'> & {
  readonly registration: Pick<Registration, 'applicant' | 'noIin' | 'represented'>
}

/** What an application seems to lack under its regulation, by what was registered. A person looks and decides. */
export function proposedLacks(seen: SeenOf): Lack[] {
  return lacksOf(seen, LEAST_WORDS)
}

/** What an application lacks without any doubt: nothing stands there at all. */
export function plainLacks(seen: SeenOf): Lack[] {
  return lacksOf(seen, 1)
}

function lacksOf({ profile, registration, personal }: SeenOf, leastWords: number): Lack[] {
  if (personal === null) return []
  const { applicant, noIin, represented } = registration
  const isNameless = personal.surname === '' && personal.given === ''
  const words = foldWords(personal.essence).split(' ').filter(Boolean).length
  const seems: Readonly<Partial<Record<Lack, boolean>>> = {
    name: isNameless || (applicant === 'legal_entity' && personal.organisation === ''),
    iin: personal.iin === '' && noIin === null,
    bin: applicant === 'legal_entity' && personal.bin === '',
    address: personal.address === '',
    essence: words < leastWords,
    powers: represented && personal.powers === null,
  }
  return profileOf(profile).incomplete.lacks.filter(lack => seems[lack] === true)
}

/** Codes of what the program proposes; the sentence is `decision.proposal.<code>`. */
export const PROPOSAL_CODES = [
  'approve',
  'leave',
  'return',
  'wait',
  'incomplete',
  'complete',
  'repeat',
  'refuse_repeat',
  'answer',
] as const
export type ProposalCode = (typeof PROPOSAL_CODES)[number]

/** What the program proposes now: why, by which act, and the day or the number the sentence names. */
export interface Proposal {
  readonly code: ProposalCode
  readonly act: ActionType | null
  readonly lacks?: readonly Lack[]
  readonly date?: PlainDate
  readonly count?: number
}

/** With what an application is looked at. `similar`: ids of earlier cases of the person that read alike. */
export interface ProposedFor {
  readonly registered: Registered
  readonly status: ApplicationStatus
  readonly similar: readonly string[]
  readonly calendar: WorkCalendar
  readonly today: PlainDate
}

/** What the program proposes on an application now, the most pressing first. It proposes, a person decides. */
export function proposalsOf(asked: ProposedFor): Proposal[] {
  switch (asked.status) {
    case 'refusal_proposed':
      return [{ code: 'approve', act: 'application.refusal_approved' }]
    case 'incomplete':
      return [ofIncomplete(asked)]
    case 'open':
      return [...ofCompleteness(asked), ...ofRepeat(asked), ...ofAnswer(asked)]
    default:
      return []
  }
}

function ofIncomplete({ registered, today }: ProposedFor): Proposal {
  const { profile, correctBy } = registered
  if (isPutRight(registered)) return { code: 'complete', act: 'application.completeness_checked', lacks: [] }
  if (profileOf(profile).incomplete.decision === 'left') return { code: 'leave', act: 'application.left' }
  if (correctBy === null || today <= correctBy) {
    return { code: 'wait', act: 'application.completeness_checked', ...(correctBy === null ? {} : { date: correctBy }) }
  }
  return { code: 'return', act: 'application.returned', date: correctBy }
}

/** Whether all that was told as lacking is seen to be there now; of a signature or a translation only a person knows. */
function isPutRight(registered: Registered): boolean {
  const check = registered.decisions.findLast(one => one.type === 'application.completeness_checked')
  if (registered.personal === null || check === undefined) return false
  const seems = proposedLacks(registered)
  return check.body.lacks.every(lack => SEEN.includes(lack) && !seems.includes(lack))
}

function ofCompleteness({ registered }: ProposedFor): Proposal[] {
  if (registered.personal === null) return []
  if (registered.decisions.some(one => one.type === 'application.completeness_checked')) return []
  const lacks = proposedLacks(registered)
  const code = lacks.length === 0 ? 'complete' : 'incomplete'
  return [{ code, act: 'application.completeness_checked', lacks }]
}

function ofRepeat({ registered: { decisions }, similar }: ProposedFor): Proposal[] {
  const judged = new Map<string, boolean>()
  for (const one of decisions) {
    if (one.type === 'application.repeat_decided') judged.set(one.body.earlier, one.body.same)
  }
  if ([...judged.values()].includes(true)) return [{ code: 'refuse_repeat', act: 'application.refused' }]
  const count = similar.filter(id => !judged.has(id)).length
  return count === 0 ? [] : [{ code: 'repeat', act: 'application.repeat_decided', count }]
}

/** The end of the term is near, and nothing was answered. */
function ofAnswer({ registered, calendar, today }: ProposedFor): Proposal[] {
  if (registered.booking !== null) return []
  const by = answerBy(registered, calendar)
  const warnFrom = registered.extendedTo ?? answerTerm(registered, calendar).warnFrom
  return today < warnFrom ? [] : [{ code: 'answer', act: 'application.extended', date: by }]
}
