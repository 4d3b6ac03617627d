import { InstallationId, keyOf } from '#shared/change/action.ts'
import { foldDesk } from '#shared/desk/transitions.ts'
import type { OfficeDesk } from '#shared/ipc/desks.ts'
import type { DeskLetter } from '#shared/office/model.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'

/** The desks of the office as their chains tell them, this one first. */
export async function officeDesks(journal: Journal): Promise<OfficeDesk[]> {
  const desks: OfficeDesk[] = []
  const { cursor } = journal.head()
  const lastOf = new Map(journal.lastOf().map(({ installation, lastAt }) => [installation, lastAt]))
  for (const entity of journal.entitiesOf('desk')) {
    const installation = InstallationId.parse(keyOf(entity))
    const desk = foldDesk(await readableActionsOf(journal, entity))
    const { letter, provisional, replaces, retired, retiredAt } = desk
    const lastAt = lastOf.get(installation) ?? ''
    desks.push({
      ...{ installation, letter, provisional, replaces, retired },
      isOwn: installation === journal.installation,
      records: cursor[installation] ?? 0,
      wroteAfter: retiredAt !== null && lastAt > retiredAt ? lastAt : null,
    })
  }
  const orderOf = ({ isOwn, letter, installation }: OfficeDesk) => `${isOwn ? 0 : 1}${letter ?? ''}${installation}`
  return desks.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

/** Every letter a desk of the office prints or printed, those of retired ones among them. */
export async function lettersOf(journal: Journal): Promise<DeskLetter[]> {
  const letters = new Set<DeskLetter>()
  for (const entity of journal.entitiesOf('desk')) {
    for (const letter of foldDesk(await readableActionsOf(journal, entity)).letters) letters.add(letter)
  }
  return [...letters].sort()
}
