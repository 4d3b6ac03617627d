import { readBackupName } from '#shared/backup/model.ts'
import { CopyFacts, type CopyName } from '#shared/ipc/backup.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { copyAtRest } from '../backup/backups.ts'
import { copiesIn } from '../backup/folder.ts'
import { installationAtRest } from '../backup/gather.ts'
import { createRestore, type Restore } from '../backup/restore.ts'
import { floorOf, ownPlace } from '../backup/services.ts'
import { actorOf } from '../desk/open-desk.ts'
import type { ServiceContext } from '../ipc/services.ts'
import { nodeFiles } from '../journal/file-system.ts'
import type { SafeStorage } from '../security/safe-storage.ts'

type Place = CopyName['place']

/** Folders where copies of this desk may lie. */
function placesOf({ userData, settings }: Pick<ServiceContext, 'userData' | 'settings'>): Record<Place, string | null> {
  return { own: ownPlace(userData), chosen: settings.current.backup.folder }
}

/** Copies of the desk that did not open, newest first; without a key, by what they say of themselves. Never throws. */
export async function copiesAtRest(context: ServiceContext): Promise<CopyFacts[]> {
  const installation = await installationAtRest(nodeFiles, context.dataFolder).catch(() => null)
  const found: CopyFacts[] = []
  for (const [place, folder] of Object.entries(placesOf(context)) as [Place, string | null][]) {
    if (folder === null) continue
    for (const copy of await copiesIn(nodeFiles, folder).catch(() => [])) {
      const { name, madeAt, kind, records, bytes, app, isWhole } = copy
      const isOurs = installation === null || copy.installation === installation
      if (isWhole && isOurs) found.push(CopyFacts.parse({ place, name, madeAt, kind, records, bytes, app, isWhole }))
    }
  }
  return found.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
}

/** The file of a copy that was told; only a name of ours, never a way out of the folder. */
export function pathOfCopy(context: ServiceContext, { place, name }: CopyName): string {
  const folder = placesOf(context)[place]
  if (folder === null || readBackupName(name) === null) throw new ExpectedError('backup.absent')
  return `${folder}/${name}`
}

/** Putting a copy back where no desk is open: the key lies in the copy, and opens by this computer or by the paper. */
export function restoreAtRest(context: ServiceContext, storage: SafeStorage): Restore {
  return createRestore({
    userData: context.userData,
    place: ownPlace(context.userData),
    app: context.version,
    storage,
    floor: floorOf(context),
    now: Date.now,
    findDesk: () => null,
    actor: () => actorOf(null, Date.now()),
    reportBug: error => void context.log.bug('restore', error),
  })
}

/** Everything that lies in the data folder as one file, sealed as it lies, in a folder a person chose; read back there. */
export async function rescueInto(context: ServiceContext, folder: string): Promise<Saved> {
  const { dataFolder, version: app } = context
  const installation = await installationAtRest(nodeFiles, dataFolder)
  if (installation === null) throw new ExpectedError('recovery.nothing_there')
  const parts = { folder: dataFolder, place: folder, app, files: nodeFiles, floor: () => 0, now: Date.now }
  const made = await copyAtRest(parts, 'rescue', { installation, keyId: null }, folder)
  if (made === null) throw new ExpectedError('recovery.nothing_there')
  return { state: 'saved', path: made.path, bytes: made.size }
}
