import type { EntityId } from '#shared/change/action.ts'
import type { LeftOpenKind } from '#shared/day/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Route } from '../../app/route.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

/** What stands open in words, and what settles it. */
export const OPEN_WORDS: Readonly<Record<LeftOpenKind, { readonly what: LocaleKey; readonly how: LocaleKey }>> = {
  not_received: { what: 'close.open.not_received', how: 'close.how.not_received' },
  in_room: { what: 'close.open.in_room', how: 'close.how.in_room' },
  parked: { what: 'close.open.parked', how: 'close.how.parked' },
  missed: { what: 'close.open.missed', how: 'close.how.missed' },
  no_result: { what: 'close.open.no_result', how: 'close.how.no_result' },
  no_eotinish: { what: 'close.open.no_eotinish', how: 'close.how.no_eotinish' },
  no_talon: { what: 'close.open.no_talon', how: 'close.how.no_talon' },
}

/** Where it is settled: the visitor in the line of the day, or the card of the application. */
export function placeOfOpen(entity: EntityId, day: PlainDate, today: PlainDate): Route {
  if (!entity.startsWith('visit:')) return { screen: 'applications', narrowed: { open: entity } }
  return { screen: 'reception', narrowed: { open: entity, ...(day === today ? {} : { day }) } }
}
