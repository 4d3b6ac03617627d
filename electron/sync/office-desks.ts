import { InstallationId, keyOf } from '#shared/change/action.ts'
import { foldDesk } from '#shared/desk/transitions.ts'
import type { OfficeDesk } from '#shared/ipc/desks.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'

/** The desks of the office as their chains tell them, this one first. */
export async function officeDesks(journal: Journal): Promise<OfficeDesk[]> {
  const desks: OfficeDesk[] = []
  const { cursor } = journal.head()
  for (const entity of journal.entitiesOf('desk')) {
    const installation = InstallationId.parse(keyOf(entity))
    const { letter, provisional, replaces, retired } = foldDesk(await readableActionsOf(journal, entity))
    const isOwn = installation === journal.installation
    desks.push({ installation, letter, provisional, isOwn, records: cursor[installation] ?? 0, replaces, retired })
  }
  const orderOf = ({ isOwn, letter, installation }: OfficeDesk) => `${isOwn ? 0 : 1}${letter ?? ''}${installation}`
  return desks.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}
