import { cp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { DeskState } from '../desk/desk-state.ts'
import { officeDate } from '../desk/office-date.ts'
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
    snapshot: () => desk().gate.inTurn(() => copyData(context.dataFolder, folder)),
  })
}

/** The data as it lies, sealed, while nothing is appended: one copy, whole or not there. */
async function copyData(data: string, folder: string): Promise<void> {
  const [copy, next] = [path.join(folder, 'data-before'), path.join(folder, 'data-before.new')]
  await rm(next, { recursive: true, force: true })
  await cp(data, next, { recursive: true, preserveTimestamps: true })
  await rm(copy, { recursive: true, force: true })
  await rename(next, copy)
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
