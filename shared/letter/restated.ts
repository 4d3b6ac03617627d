import type { NotedLetter, Registered } from '../application/transitions.ts'
import type { MovedTerm } from '../regulation/moved-terms.ts'
import { decisionAbout } from './duties.ts'

type Looked = Pick<Registered, 'letters' | 'decisions' | 'booking'>

/**
 * Signed letters of an application that state a day which a changed calendar has made a day off: of its booking, of an
 * extension, of the time to put it right. A signed text stands for ever: such a letter is written anew. A term that only ends on
 * another day is stated in no letter: it is counted, not written.
 */
export function restatedLetters(application: Looked, moved: MovedTerm): NotedLetter[] {
  return moved.kind === 'term' ? [] : application.letters.filter(letter => states(application, letter, moved))
}

function states(application: Looked, { kind, about }: NotedLetter, { on, kind: of }: DayOff): boolean {
  switch (kind) {
    case 'appointment':
      // The key of a booking names its day.
      return of === 'booked_day_off' && (about === null || about.includes(`:${on}:`))
    case 'central_request':
    case 'moved':
      return of === 'booked_day_off' && application.booking?.date === on
    case 'extension':
      return of === 'extended_day_off' && decisionAbout(application, about, 'application.extended')?.body.until === on
    case 'request_notice':
      return of === 'extended_day_off'
    case 'correction':
      return (
        of === 'correction_day_off' &&
        decisionAbout(application, about, 'application.completeness_checked')?.body.correctBy === on
      )
    default:
      return false
  }
}

type DayOff = Exclude<MovedTerm, { kind: 'term' }>
