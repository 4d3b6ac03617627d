import { type PortalLine, portalLines } from '#shared/eotinish/fields.ts'
import { useDirectoryName } from '../../components/use-directories.ts'
import type { ApplicationCard } from '../../db/query-types.ts'

/** What of a registration is copied into the portal, with its keys; codes by their names in the language of the screen. */
export function usePortalLines({ facts, personal, registered }: ApplicationCard): PortalLine[] {
  const entry = useDirectoryName()
  if (personal === null || registered === null) return []
  const { surname, given, patronymic, iin, organisation, bin, phone, essence } = personal
  const { registration } = registered
  return portalLines({
    ...{ surname, given, patronymic, iin, organisation, bin, phone, essence },
    address: registered.personal?.address ?? '',
    topic: entry('topic', registration.subtopic ?? facts?.topic ?? null),
    language: entry('language', registration.language),
    channel: entry('channel', registration.channel),
  })
}
