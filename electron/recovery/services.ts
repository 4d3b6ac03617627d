import { randomBytes } from 'node:crypto'
import { actsFor, caseOf } from '#shared/recovery/advice.ts'
import type { FoundData, RecoveryState } from '#shared/recovery/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { Restore } from '../backup/restore.ts'
import { finishSwap } from '../backup/swap.ts'
import { inTurn } from '../desk/in-turn.ts'
import { placesIn } from '../diagnostics/exception.ts'
import type { CreateRecovery, RecoveryServices, RecoveryShell, ServiceContext } from '../ipc/services.ts'
import { placeOf } from '../security/key-store.ts'
import { systemStorage } from '../security/system-storage.ts'
import { admitByPaper, openByPaper } from './by-paper.ts'
import { copiesAtRest, pathOfCopy, rescueInto, restoreAtRest } from './copies.ts'
import { lookAtData } from './found.ts'
import { recoveryReport } from './report-text.ts'

/** Serves the page of a failed start. Nothing of the desk is served here, and nothing is opened without the key on paper. */
export const createRecovery: CreateRecovery = shell => {
  const { context, again } = shell
  const storage = systemStorage()
  const place = placeOf({ folder: context.dataFolder, storage })
  // One after another: two starts at once would hold one journal twice.
  const serially = inTurn()
  const opened = async () => ({ opened: await again() })
  return {
    'recovery.state': () => stateOf(shell),
    'recovery.again': () => serially(opened),
    'recovery.paper': ({ paper }) =>
      serially(async () => {
        const people = await openByPaper({ context, place }, paper)
        context.log.write('recovery.paper', { number: people.length })
        return people.length > 0 ? { opened: false, people } : { ...(await opened()), people }
      }),
    'recovery.admit': asked =>
      serially(async () => {
        await admitByPaper({ context, place }, asked)
        context.log.write('recovery.admitted')
        return opened()
      }),
    'recovery.rescue': async (_nothing, caller) => {
      const folder = await context.chooseFolder(caller)
      if (folder === null) return { state: 'canceled' }
      return serially(() => rescueInto(context, folder))
    },
    ...restoreServices(shell, restoreAtRest(context, storage), serially),
    'recovery.report': async (_nothing, caller) => {
      const text = recoveryReport(await stateOf(shell), context.log.last(200))
      const stamp = new Date().toISOString().slice(0, 10)
      return context.saveFile(caller, 'report', `qabyldau-${stamp}`, Buffer.from(text))
    },
    'app.setLanguage': async ({ language }) => {
      await shell.speak(language)
      return {}
    },
    'app.diagnostics': async ({ code, detail }) => {
      const fields = { id: randomBytes(4).toString('hex'), code, at: placesIn(detail) }
      context.log.write('page.exception', fields)
      const path = shell.writeReport('page.exception', fields)
      if (path === null) throw new ExpectedError('diagnostics.not_written')
      return { path }
    },
  }
}

type RestoreChannel = 'backup.choose' | 'backup.stage' | 'backup.restore' | 'backup.drop'

/** Putting a copy back: what was decided is done at once, and the desk is opened by it. */
function restoreServices(
  { context, again }: RecoveryShell,
  restore: Restore,
  serially: ReturnType<typeof inTurn>,
): Pick<RecoveryServices, RestoreChannel> {
  return {
    'backup.choose': ({ copy }, caller) =>
      serially(async () => {
        const path = copy === null ? await context.chooseBackup(caller) : pathOfCopy(context, copy)
        return { found: path === null ? null : await restore.choose(path) }
      }),
    'backup.stage': ({ paper }) => serially(() => restore.stage(paper)),
    'backup.restore': ({ administrator }) =>
      serially(async () => {
        await restore.decide(administrator)
        await finishSwap(context.userData)
        context.log.write('recovery.restored')
        await again()
        return {}
      }),
    'backup.drop': () =>
      serially(async () => {
        await restore.drop()
        return {}
      }),
  }
}

async function stateOf({ context, failure, heard }: RecoveryShell): Promise<RecoveryState> {
  heard()
  const { error, system, report } = failure()
  const which = caseOf(error, system)
  const found = await lookAtData(context.dataFolder)
  return {
    case: which,
    params: which === 'disk_full' ? spaceOf(found, context) : (error?.params ?? {}),
    acts: actsFor(which, found),
    found,
    copies: await copiesAtRest(context),
    language: context.language(),
    theme: context.settings.current.theme,
    version: context.version,
    report,
  }
}

/** Free space as it is now, and what is never used, in megabytes: as they stand in the sentence. */
function spaceOf({ free }: FoundData, { settings }: Pick<ServiceContext, 'settings'>): RecoveryState['params'] {
  return { free: Math.floor((free ?? 0) / 2 ** 20), floor: settings.current.floorMegabytes }
}
