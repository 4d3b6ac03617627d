import { type EntityId, entityId, keyOf } from '#shared/change/action.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { addressOf } from '../../app/route.ts'
import { newRequestId } from '../../components/request-id.ts'

/** A protocol that is open: a new one is told by its application, its visit and the day, or by what it is written in place of. */
export interface ProtocolPlace {
  readonly id: EntityId
  readonly application: EntityId
  readonly visit: EntityId | null
  readonly day: PlainDate | null
  readonly instead: EntityId | null
}

/** A protocol is of one application and, where it was held at one, of a visit of a day. */
export interface OfProtocol {
  readonly application: EntityId
  readonly visit: EntityId | null
  readonly day: PlainDate | null
}

/** The narrowing of the reception screen that opens a protocol. A visit's own has the key of the visit. */
export function narrowingOf(
  { application, visit, day }: OfProtocol,
  id: EntityId | null = null,
  instead: EntityId | null = null,
): Record<string, string> {
  const own = visit === null || instead !== null ? newRequestId() : keyOf(visit)
  return {
    protocol: id === null ? own : keyOf(id),
    of: keyOf(application),
    ...(visit === null ? {} : { visit: keyOf(visit) }),
    ...(day === null ? {} : { on: day }),
    ...(instead === null ? {} : { instead: keyOf(instead) }),
  }
}

/** The address of a protocol that stands, or of a new one. */
export function addressOfProtocol(of: OfProtocol, id: EntityId | null = null, instead: EntityId | null = null): string {
  return addressOf('reception', narrowingOf(of, id, instead))
}

const KEY = /^[0-9A-Za-z_-]{1,80}$/

/** The protocol an address names; null where it names none. */
export function placeOf(narrowed: Readonly<Record<string, string>>): ProtocolPlace | null {
  const { protocol, of, visit, on, instead } = narrowed
  const isKey = (key: string | undefined): key is string => key !== undefined && KEY.test(key)
  if (!isKey(protocol) || !isKey(of)) return null
  return {
    id: entityId('protocol', protocol),
    application: entityId('application', of),
    visit: isKey(visit) ? entityId('visit', visit) : null,
    day: PlainDate.safeParse(on).data ?? null,
    instead: isKey(instead) ? entityId('protocol', instead) : null,
  }
}

/** The name what is typed of a protocol is kept under; it names the application, so that an erasure finds it. */
export function draftNameOf({ application, id }: Pick<ProtocolPlace, 'application' | 'id'>): string {
  return `protocol.${keyOf(application)}.${keyOf(id)}`
}
