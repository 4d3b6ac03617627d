import path from 'node:path'
import { makeBackup } from '../backup/backups.ts'
import { floorOf, ownPlace } from '../backup/services.ts'
import type { DeskState } from '../desk/desk-state.ts'
import { officeDate } from '../desk/office-date.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import type { ServiceContext } from '../ipc/services.ts'
import { nodeFiles } from '../journal/file-system.ts'
import { DATA_FORMAT } from '../journal/stamp-file.ts'
import { sweepProfiles } from './profiles.ts'
import { updateServices } from './updates.ts'

/** The updates of this desk: its folder, its version, its machine. */
export function updatesAtDesk(
  context: ServiceContext,
  { desk, actor, clock }: DeskState,
  moved: () => void,
): ReturnType<typeof updateServices> {
  const folder = path.join(context.userData, 'desk-updates')
  const { version, packaged, choosePackage, beginInstaller, log } = context
  const { platform, arch } = process
  return updateServices({
    ...{ desk, actor, moved, folder, packaged, choosePackage, beginInstaller, log },
    running: { version, data: DATA_FORMAT, platform, arch },
    files: nodeFiles,
    today: () => officeDate(clock.now()),
    snapshot: () => copyBeforeUpdate(context, desk(), () => clock.now()),
  })
}

/** A copy of the desk that was opened and counted: one that cannot be made stops the update. Throws `backup.*`. */
async function copyBeforeUpdate(context: ServiceContext, desk: OpenDesk, now: () => number): Promise<void> {
  const { dataFolder, userData, version: app } = context
  const parts = { folder: dataFolder, place: ownPlace(userData), app, files: nodeFiles, floor: floorOf(context), now }
  await makeBackup(parts, desk, 'before_version')
}

/** Removes, once a run, what an Electron of long ago left: called when the desk's own store is known to stand. */
export function profileSweep(context: ServiceContext, { clock }: Pick<DeskState, 'clock'>): () => void {
  let isSwept = false
  return () => {
    if (isSwept) return
    isSwept = true
    const { userData, dataFolder, store, log } = context
    const sweeping = sweepProfiles({ userData, dataFolder, own: store.folder, today: officeDate(clock.now()), log })
    void sweeping.catch(error => log.bug('update', error))
  }
}
