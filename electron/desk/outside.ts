import type { SubjectId } from '#shared/change/action.ts'
import type { Backups } from '../backup/services.ts'
import type { ServiceContext } from '../ipc/services.ts'
import { createSite, type Site } from '../site/services.ts'
import { DeskSync } from '../sync/services.ts'
import type { DeskState } from './desk-state.ts'
import type { Hall } from './hall.ts'
import type { Papers } from './papers.ts'
import type { Talons } from './talons.ts'

/** What goes on beyond this computer by itself: looked at now and then, and at once when the machine woke. */
export interface Outward {
  look(): unknown
  wake(): unknown
}

/** What is told when something was appended, here or by another desk. */
interface Around {
  readonly hall: Hall
  readonly files: () => readonly Pick<Papers | Talons, 'removeOf'>[]
  readonly backups: Pick<Backups, 'look'>
}

/** The exchange with other desks, the publication on the site, and what is done whenever something was appended here. */
export function openOutside(
  context: ServiceContext,
  state: DeskState,
  { hall, files, backups }: Around,
): { readonly sync: DeskSync; readonly site: Site; readonly moved: () => void } {
  const tell = () => {
    const { journal } = state.desk()
    const told = journal.takeAppended()
    context.send('journal.moved', { head: journal.head().cursor, told })
    hall.moved(told)
    site.moved()
  }
  const moved = () => {
    tell()
    sync.wake()
  }
  const erased = async (subject: SubjectId) => {
    for (const one of files()) await one.removeOf([subject])
    void backups.look()
  }
  const sync = new DeskSync({ context, state, moved: tell, erased })
  context.onQuit(() => sync.end())
  const site = createSite(context, state, moved)
  return { sync, site, moved }
}
