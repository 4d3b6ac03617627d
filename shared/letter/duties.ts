import type { Decision, DecisionType, Made } from '../application/decisions.ts'
import { bookingKey, dayOfBooking } from '../application/registration.ts'
import type { ApplicationState, NotedLetter, Registered } from '../application/transitions.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { LetterKind } from './model.ts'
import { hasTemplate } from './templates.ts'

/** A letter that an application obliges to: its kind, what obliges it, and the day that was decided. */
export interface LetterDuty {
  readonly kind: LetterKind
  readonly about: string
  readonly since: PlainDate
}

type Looked = Pick<ApplicationState, 'status' | 'registered'>

/**
 * The letters an application obliges to as it stands, those its regulation knows, signed off or not: the decision that closed
 * it; of an open one what it lacks, the request to a central body and the notice of it, the extension, the time it is booked
 * for, or was moved to. A time on the day of the registration itself is told at the desk.
 */
export function letterDuties({ status, registered }: Looked): LetterDuty[] {
  if (registered === null) return []
  return found(status, registered).filter(({ kind }) => hasTemplate(kind, registered.profile))
}

/** Those of the duties for which no letter was signed off yet. Of an erased person nothing can be written any more. */
export function owedLetters(application: Looked): LetterDuty[] {
  const { registered } = application
  if (registered === null || registered.personal === null) return []
  return letterDuties(application).filter(({ kind, about }) =>
    TELLS_TIME.has(kind)
      ? lastTold(registered)?.about !== about
      : !registered.letters.some(one => one.kind === kind && one.about === about),
  )
}

/** Whether the letter that told a time last told the present one: of who was told another since, it is to be told anew. */
export function isTold({ booking, letters }: Pick<Registered, 'booking' | 'letters'>): boolean {
  return booking !== null && lastTold({ letters })?.about === bookingKey(booking)
}

/** The decision a letter is about; null where it is about a booking, or about none. */
export function decisionAbout<T extends DecisionType>(
  { decisions }: Pick<Registered, 'decisions'>,
  about: string | null,
  ...types: readonly T[]
): Made<T> | null {
  const one = decisions.find(({ id, type }) => id === about && (types as readonly string[]).includes(type))
  return (one as Made<T> | undefined) ?? null
}

function found(status: ApplicationState['status'], registered: Registered): LetterDuty[] {
  const last = (type: DecisionType) => registered.decisions.findLast(one => one.type === type)
  switch (status) {
    case 'refused':
      return by('refusal', registered.refusal)
    case 'left':
      return by('left', last('application.left'))
    case 'returned':
      return by('returned', last('application.returned'))
    case 'forwarded': {
      const decision = last('application.competence_decided')
      return [...by('forwarding', decision), ...by('forwarded_notice', decision)]
    }
    case 'incomplete':
      return by('correction', last('application.completeness_checked'))
    case 'open':
      return [...ofRequest(registered), ...ofExtension(registered), ...ofBooking(registered)]
    default:
      return []
  }
}

function by(kind: LetterKind, decision: Pick<Decision, 'id' | 'on'> | null | undefined): LetterDuty[] {
  return decision ? [{ kind, about: decision.id, since: decision.on }] : []
}

/** The applicant is told of a request once it is there. */
function ofRequest({ competence, decisions, letters }: Registered): LetterDuty[] {
  if (competence !== 'central_body') return []
  const decision = decisions.findLast(one => one.type === 'application.competence_decided')
  const request = letters.find(({ kind, about }) => kind === 'central_request' && about === decision?.id)
  const notice = by('request_notice', decision).map(duty => ({ ...duty, since: request?.on ?? duty.since }))
  return [...by('central_request', decision), ...(request ? notice : [])]
}

function ofExtension({ extendedTo, decisions }: Registered): LetterDuty[] {
  return extendedTo === null
    ? []
    : by(
        'extension',
        decisions.findLast(one => one.type === 'application.extended'),
      )
}

/**
 * A time is told once (clause 29, KZ-2026 rule 13). One that an absence or a restriction moved, after another was told by
 * letter, is told as moved, with the former day (clause 15, KZ-2026 rule 26), and not appointed a second time.
 */
function ofBooking(registered: Registered): LetterDuty[] {
  const { booking, on } = registered
  if (booking === null || booking.date <= on) return []
  const about = bookingKey(booking)
  const last = lastTold(registered)
  const appointed = last?.kind === 'appointment' && last.about === about
  const former = booking.because === null || appointed ? null : formerTime(registered)
  return [
    former === null ? { kind: 'appointment', about, since: on } : { kind: 'moved', about, since: former.letter.on },
  ]
}

/** The time told by letter last that is not the present one, and its letter; null: none was told. */
export function formerTime({
  booking,
  letters,
}: Pick<Registered, 'booking' | 'letters'>): { readonly day: PlainDate; readonly letter: NotedLetter } | null {
  if (booking === null) return null
  const present = bookingKey(booking)
  const letter = letters.findLast(({ kind, about }) => TELLS_TIME.has(kind) && about !== null && about !== present)
  const day = dayOfBooking(letter?.about ?? '')
  return letter === undefined || day === null ? null : { day, letter }
}

function lastTold({ letters }: Pick<Registered, 'letters'>): NotedLetter | undefined {
  return letters.findLast(({ kind }) => TELLS_TIME.has(kind))
}

const TELLS_TIME: ReadonlySet<LetterKind> = new Set(['appointment', 'moved'])
