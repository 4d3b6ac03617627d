import type { BACKUP_CHANNELS } from '#shared/ipc/backup.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { DeskState } from '../desk/desk-state.ts'
import { inTurn } from '../desk/in-turn.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import { nodeFiles } from '../journal/file-system.ts'
import { readStampedVersion } from '../journal/stamp-file.ts'
import type { SafeStorage } from '../security/safe-storage.ts'
import { copyAtRest } from './backups.ts'
import { isReachable } from './folder.ts'
import { installationAtRest } from './gather.ts'
import { Keeper } from './keeper.ts'
import { createRestore } from './restore.ts'

type BackupChannel = keyof typeof BACKUP_CHANNELS

const MEGABYTE = 1024 * 1024

/** The program's own folder for copies: beside the data, never in it. */
export function ownPlace(userData: string): string {
  return `${userData}/desk-backups`
}

/** The copies of a desk: what keeps them, and the channels. */
export interface Backups {
  /** Looks whether anything is due; never throws. */
  readonly look: () => Promise<void>
  /** A copy that nobody asked for in words; false: it could not be made, and was told. Never throws. */
  readonly copyNow: () => Promise<boolean>
  /** Pages look anew at how copies stand: what they hang on changed elsewhere. */
  readonly tell: () => void
  readonly services: Pick<DeskServices, BackupChannel>
}

export function createBackups(
  context: ServiceContext,
  state: Pick<DeskState, 'findDesk' | 'actor' | 'clock'>,
  storage: SafeStorage,
): Backups {
  const reportBug = (error: unknown) => void context.log.bug('backup', error)
  const common = {
    place: ownPlace(context.userData),
    app: context.version,
    floor: floorOf(context),
    now: () => state.clock.now(),
    findDesk: state.findDesk,
    reportBug,
  }
  const tell = () => context.send('backup.told', { failed: keeper.failed })
  const keeper: Keeper = new Keeper({
    ...common,
    folder: context.dataFolder,
    files: nodeFiles,
    settings: context.settings,
    told: tell,
  })
  // A batch is no day's work; who runs it copies when they want to.
  if (context.batch === null) context.onQuit(() => keeper.end())
  const restore = createRestore({ ...common, userData: context.userData, storage, actor: state.actor })
  const serially = inTurn()
  return {
    look: () => (context.batch === null ? keeper.look() : Promise.resolve()),
    copyNow: () => keeper.copyNow(),
    tell,
    services: {
      'backup.state': () => keeper.state(),
      'backup.make': () => keeper.make(),
      'backup.check': async copy => {
        const { records, people } = await keeper.check(copy)
        return { records, people }
      },
      'backup.folder': async ({ forget }, caller) => {
        const folder = forget ? null : await context.chooseFolder(caller)
        if (folder === null && !forget) return { changed: false }
        if (folder !== null) await demandApart(context, folder)
        await context.settings.change({ backup: { ...context.settings.current.backup, folder } })
        return { changed: true }
      },
      'backup.choose': ({ copy }, caller) =>
        serially(async () => {
          const path = copy === null ? await context.chooseBackup(caller) : keeper.pathOf(copy)
          return { found: path === null ? null : await restore.choose(path) }
        }),
      'backup.stage': ({ paper }) => serially(() => restore.stage(paper)),
      'backup.restore': ({ administrator }) =>
        serially(async () => {
          await restore.decide(administrator)
          setImmediate(context.restart)
          return {}
        }),
      'backup.drop': () =>
        serially(async () => {
          await restore.drop()
          return {}
        }),
    },
  }
}

export function floorOf({ settings }: Pick<ServiceContext, 'settings'>): () => number {
  return () => settings.current.floorMegabytes * MEGABYTE
}

/** The chosen folder takes files and does not lie in the program's own. Throws ExpectedError `backup.away`, `backup.same_place`. */
async function demandApart({ userData }: ServiceContext, folder: string): Promise<void> {
  if (!(await isReachable(nodeFiles, folder))) throw new ExpectedError('backup.away')
  if (`${folder}/`.startsWith(`${userData}/`)) throw new ExpectedError('backup.same_place')
}

/**
 * Before the first start of another version anything is opened or changed: a copy of the data as they lie. That it cannot
 * be made is noted and keeps nobody from working.
 */
export async function copyBeforeVersion(context: ServiceContext): Promise<void> {
  const { dataFolder: folder, userData, version: app, log } = context
  const found = await readStampedVersion(folder)
  if (found === null || found === app) return
  const installation = await installationAtRest(nodeFiles, folder)
  if (installation === null) return
  const parts = { folder, place: ownPlace(userData), app, files: nodeFiles, floor: floorOf(context), now: Date.now }
  await copyAtRest(parts, 'before_version', { installation, keyId: null }).catch(error => log.bug('backup', error))
}
