import path from 'node:path'
import { powerMonitor } from 'electron'
import { auditLine } from '#shared/audit/model.ts'
import type { SubjectId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { guardOf } from '../access/guard.ts'
import { createLock, type Lock, type LockReason } from '../access/lock.ts'
import { accessServices } from '../access/services.ts'
import { auditedServices } from '../audit/around.ts'
import { type Audit, createAudit } from '../audit/audit.ts'
import { type Backups, createBackups } from '../backup/services.ts'
import { type BatchMailbox, createMailbox } from '../batch/mailbox.ts'
import { diagnosticsServices } from '../diagnostics/services.ts'
import { letterDocx } from '../files/letter-docx.ts'
import { reportDocx } from '../files/report-docx.ts'
import { spawnBundledTableWorker } from '../files/table/spawn-bundled.ts'
import { writeComplianceWorkbook } from '../files/workbook/compliance-workbook.ts'
import { writeQuarterlyWorkbook } from '../files/workbook/quarterly-workbook.ts'
import { writeTable } from '../files/workbook/table-workbook.ts'
import type { Audited, CreateServices, DeskServices, GuardedServices, ServiceContext } from '../ipc/services.ts'
import { readSentinel, writeSentinel } from '../journal/sentinel.ts'
import { systemStorage } from '../security/system-storage.ts'
import { desksServices } from '../sync/desks-services.ts'
import { profileSweep, updatesAtDesk } from '../update/at-desk.ts'
import { actByHand } from './by-hand.ts'
import { calendarServices } from './calendar-file.ts'
import { controlServices } from './control.ts'
import { createDeskState, type DeskState } from './desk-state.ts'
import { eotinishServices } from './eotinish.ts'
import { createErasing, type ErasingNow, eraseSubject } from './erase.ts'
import { createHall, type Hall } from './hall.ts'
import { helpServices } from './help.ts'
import { createImports, type Imports } from './import/imports.ts'
import { findSamples, samplePath } from './import/samples.ts'
import { createKeptDrafts, type KeptDrafts } from './kept-drafts.ts'
import { type Outward, openOutside } from './outside.ts'
import { createPapers, type Papers } from './papers.ts'
import { planServices } from './plan.ts'
import { postingServices } from './posting.ts'
import { registryServices } from './registry.ts'
import { reportServices } from './reports.ts'
import { createRetention } from './retention/services.ts'
import { warmSlots } from './slots.ts'
import { subjectOfEntity } from './subjects.ts'
import { createSurveys } from './survey.ts'
import { tableServices } from './tables.ts'
import { createTalons, type Talons } from './talons.ts'
import { warmVisits } from './visits.ts'
import { diskOf, verifyAuditInBackground, verifyInBackground, watchMachine } from './watch.ts'

/** How often clock and disk are looked at while the desk stands open, in milliseconds. */
const LOOK_EVERY = 30_000

/** When the journal is verified as a whole: after a start, once the screens stand, in milliseconds. */
const VERIFY_AFTER = 20_000

/** The desk's side of the contract, and its imports, which a batch drives directly. */
export type DeskSide = GuardedServices &
  Audited & {
    readonly imports: Imports
    readonly state: DeskState
    readonly batch: BatchMailbox
  }

/** Opens the desk's data and serves its channels. Throws ExpectedError `start.*`: the failure page is shown instead. */
export const createServices: CreateServices = async (context): Promise<DeskSide> => {
  const storage = systemStorage()
  const state = await createDeskState(context, storage)
  context.onQuit(() => state.close())
  const backups = createBackups(context, state, storage)
  const hall = createHall(context, state)
  const { sync, site, moved } = openOutside(context, state, { hall, files: () => [papers, talons], backups })
  const { desk, actor } = state
  const audit = auditOf(context, state, moved)
  const papers = createPapers({ desk, actor, moved, context })
  const talons = createTalons(context, state, moved)
  const drafts = createKeptDrafts(desk, context.dataFolder)
  const surveys = createSurveys({ desk, actor, moved, folder: context.dataFolder })
  const lock = lockOf(context, state)
  const parts = { files: [papers, talons], drafts, moved, erasing: createErasing(), settleCopies: backups.look }
  const retention = createRetention({ ...parts, desk, actor, context })
  const swept = [papers, drafts, surveys, retention, ...warmed(state)]
  startWatch(context, state, { swept, hall, lock, audit, backups, outside: [sync, site] })
  const imports = importsOf(context, state, moved)
  const erased = erasedElsewhere(context, parts.files, backups)
  const batch = createMailbox()
  return {
    imports,
    state,
    batch,
    demand: guardOf(state),
    ...accessOf(context, state, { moved, lock, backups }),
    audited: services => auditedServices(services, audit),
    ...audit.services,
    ...backups.services,
    ...desksServices({ context, state, storage, moved, sync, erased, copy: backups.copyNow }),
    ...diagnosticsServices({ context, state, verifyAudit: caller => audit.services['audit.verify']({}, caller) }),
    ...batchServices(batch),
    ...startServices(state),
    ...storeServices(context, state, parts),
    ...retention.services,
    ...journalServices(state, moved),
    ...importServices(context, imports, moved),
    ...workServices(context, { desk, actor, moved, dropDraft: drafts.drop }),
    ...surveys.services,
    ...talons.services,
    ...papers.services,
    ...drafts.services,
    ...updatesAtDesk(context, state, moved),
    ...givenServices(context, state),
    ...{ ...sync.services, ...site.services },
    ...hall.services,
  }
}

function accessOf(
  context: ServiceContext,
  state: DeskState,
  { moved, lock, backups }: { moved: () => void; lock: Lock; backups: Pick<Backups, 'copyNow' | 'tell'> },
): ReturnType<typeof accessServices> {
  const { alive } = lock
  const leave = () => lock.begin('asked')
  const { copyNow: copy, tell: onPaper } = backups
  return accessServices({ ...state, moved, alive, leave, printer: context, copy, onPaper })
}

/** What lies beside the journal of people whom another desk erased goes as it does where they are erased here. */
function erasedElsewhere(
  { log }: ServiceContext,
  files: readonly Pick<Papers | Talons, 'removeOf'>[],
  backups: Pick<Backups, 'look'>,
): (subjects: readonly SubjectId[]) => Promise<void> {
  return async subjects => {
    for (const one of files) await one.removeOf(subjects).catch(error => log.bug('erase', error))
    void backups.look()
  }
}

/** The day's work: what screens ask main to number, to judge and to append. */
function workServices(context: ServiceContext, parts: Omit<Parameters<typeof registryServices>[0], 'sheets'>) {
  return {
    ...registryServices({ ...parts, sheets: context }),
    ...planServices(parts),
    ...controlServices({ ...parts, sheets: context }),
    ...reportServices(parts),
    ...helpServices(parts),
    ...eotinishServices({ ...parts, context, spawn: spawnBundledTableWorker }),
  }
}

/** What leaves the desk as a file or a post. */
function givenServices(context: ServiceContext, state: DeskState) {
  return { ...fileServices(context), ...tableServices(context), ...postingServices(context, state) }
}

/** What an erasure touches beside the journal and the keys. */
interface ErasureParts {
  readonly files: readonly Pick<Papers | Talons, 'removeOf'>[]
  readonly drafts: KeptDrafts
  readonly moved: () => void
  readonly erasing: ErasingNow
  readonly settleCopies: () => void
}

function auditOf(context: ServiceContext, { findDesk, actor, access }: DeskState, moved: () => void): Audit {
  const audit = createAudit({ findDesk, actor, moved, dataFolder: context.dataFolder, log: context.log })
  access.follow(audit.tell)
  context.onQuit(() => audit.close())
  return audit
}

function importsOf({ send }: ServiceContext, { desk, actor }: DeskState, moved: () => void): Imports {
  return createImports({
    desk,
    actor,
    spawn: spawnBundledTableWorker,
    tell(progress) {
      send('import.progress', progress)
      moved()
    },
  })
}

/** What is read once while the desk stands open, so that the first press does not wait for it; and keys put together for the next start. */
function warmed({ desk, actor }: DeskState): Pick<Papers, 'sweep'>[] {
  const tasks = [() => warmSlots(desk()), () => warmVisits(desk(), actor().date), () => desk().keyring.pack()]
  return tasks.map(sweep => ({ sweep }))
}

interface Watched {
  readonly swept: readonly Pick<Papers | KeptDrafts, 'sweep'>[]
  readonly hall: Hall
  readonly lock: Lock
  readonly audit: Pick<Audit, 'verify'>
  readonly backups: Pick<Backups, 'look'>
  /** What is told elsewhere: the other desks, the site. */
  readonly outside: readonly Outward[]
}

function startWatch(
  context: ServiceContext,
  { clock, findDesk, access, damage }: DeskState,
  { swept, hall, lock, audit, backups, outside }: Watched,
): void {
  const watch = watchMachine({ clock, disk: () => diskOf(context), send: context.send })
  const noted = (looking: Promise<void>) => void looking.catch(error => context.log.bug('watch', error))
  const timer = setInterval(() => {
    noted(watch.look())
    noted(hall.refresh())
    noted(access.tries?.note() ?? Promise.resolve())
    lock.look()
    void backups.look()
    for (const one of outside) one.look()
    verify()
  }, LOOK_EVERY)
  powerMonitor.on('suspend', () => {
    access.pins.drop()
    lock.begin('suspend')
  })
  powerMonitor.on('lock-screen', () => lock.begin('screen'))
  let isVerified = false
  // A desk that nobody has entered yet is looked through once somebody has.
  const verify = () => {
    const open = findDesk()
    if (!open || isVerified) return
    isVerified = true
    for (const one of swept) noted(one.sweep())
    noted(verifyInBackground(open.journal, damage.send(context.send)))
    noted(verifyAuditInBackground(audit.verify, damage.send(context.send)))
  }
  const verifying = setTimeout(verify, VERIFY_AFTER)
  powerMonitor.on('resume', () => {
    noted(watch.resumed())
    for (const one of outside) one.wake()
    noted(hall.refresh())
  })
  context.onQuit(async () => {
    clearInterval(timer)
    clearTimeout(verifying)
  })
}

/** Minutes without a hand at the keys after which the desk locks itself: with a look every half minute, five at most. */
const STILL = 4.5

function lockOf({ reloadPages }: ServiceContext, { access }: DeskState): Lock {
  const locked = (reason: LockReason) => void access.tell(auditLine('desk_locked', { reason }))
  return createLock({ access, minutes: STILL, reload: reloadPages, locked })
}

function startServices(state: DeskState): Pick<DeskServices, 'app.start' | 'app.firstRun' | 'clock.confirm'> {
  return {
    'app.start': () => state.start(),
    'app.firstRun': asked => state.firstRun(asked),
    'clock.confirm': async () => {
      state.clock.confirm()
      return {}
    },
  }
}

function storeServices(
  context: ServiceContext,
  state: DeskState,
  { files, drafts, moved, erasing, settleCopies }: ErasureParts,
): Pick<DeskServices, 'store.open' | 'store.mark' | 'subject.erase'> {
  // One load of one window gets the keys once; another load of the page is another store worker.
  const given = new Set<string>()
  const sweepProfiles = profileSweep(context, state)
  return {
    'store.open': async (_, caller) => {
      await erasing.ended()
      const load = `${caller.window}:${caller.load}`
      if (given.has(load)) throw new ExpectedError('store.keys_given')
      given.add(load)
      const { journal, keys } = state.desk()
      const { cursor, count } = journal.head()
      const { storeKey, indexKey } = keys.storeKeys()
      return {
        storeKey: Uint8Array.from(storeKey),
        indexKey: Uint8Array.from(indexKey),
        sentinel: await readSentinel(context.dataFolder),
        head: cursor,
        count,
      }
    },
    'store.mark': async ({ sentinel, rebuilt }) => {
      if (rebuilt !== null) context.log.write('store.rebuilt', { code: rebuilt })
      await writeSentinel(context.dataFolder, sentinel)
      sweepProfiles()
      return {}
    },
    'subject.erase': async ({ subject, entity, ground }) => {
      if ((await subjectOfEntity(state.desk(), entity)) !== subject) throw new ExpectedError('subject.unknown')
      // First, while it can still be told of whom they are: power that fails in between leaves nothing of the person typed.
      const typed = await drafts.dropNaming([{ subject, entity }])
      const erase = () => eraseSubject(state.desk(), subject, ground, state.actor())
      const people = await erasing.during(erase).finally(moved)
      // Unreadable they are since the key is gone; a file that cannot be removed now goes at the next start.
      for (const one of files) await one.removeOf(people).catch(error => context.log.bug('erase', error))
      // Out of the copies too, behind the answer: one that cannot be reached now is settled when it can.
      settleCopies()
      return { drafts: typed }
    },
  }
}

function journalServices(
  state: DeskState,
  moved: () => void,
): Pick<DeskServices, 'journal.read' | 'journal.hot' | 'journal.act' | 'journal.verify'> {
  return {
    'journal.read': ({ after, limit }) => state.desk().journal.read(after, limit),
    'journal.hot': asked => state.desk().journal.hot(asked),
    'journal.act': async ({ intent, personal }) => {
      const action = await actByHand(state.desk(), intent, personal, state.actor())
      moved()
      return { action }
    },
    'journal.verify': () => state.desk().journal.verify(),
  }
}

function importServices(
  context: ServiceContext,
  imports: Imports,
  moved: () => void,
): Pick<
  DeskServices,
  | 'import.choose'
  | 'import.samples'
  | 'import.remap'
  | 'import.rows'
  | 'import.run'
  | 'import.running'
  | 'import.stop'
  | 'import.drop'
  | 'import.undo'
> {
  const samples = path.join(context.assetsFolder, 'sample')
  return {
    'import.choose': async ({ kind, sample }, caller) => {
      const file = sample === null ? await context.chooseTable(caller) : await samplePath(samples, sample)
      return { preview: file === null ? null : await imports.open(kind, file) }
    },
    'import.samples': async () => ({ samples: await findSamples(samples) }),
    'import.remap': async ({ importId, sheet, fields }) => ({ preview: await imports.remap(importId, sheet, fields) }),
    'import.rows': async ({ importId, only, offset, limit }) => imports.rows(importId, only, offset, limit),
    'import.run': async ({ importId }) => ({ batch: imports.run(importId).batch }),
    'import.running': async () => ({ progress: imports.running() }),
    'import.stop': async ({ importId }) => {
      imports.stop(importId)
      return {}
    },
    'import.drop': async ({ importId }) => {
      imports.drop(importId)
      return {}
    },
    'import.undo': async ({ batch }) => {
      await imports.undo(batch)
      moved()
      return {}
    },
  }
}

function fileServices(
  context: ServiceContext,
): Pick<
  DeskServices,
  'letter.docx' | 'report.docx' | 'workbook.save' | 'table.save' | 'calendar.save' | 'calendar.choose'
> {
  return {
    ...calendarServices(context, spawnBundledTableWorker),
    'letter.docx': async ({ sheet, fileName }, caller) =>
      context.saveFile(caller, 'letter', fileName, await letterDocx(sheet)),
    'report.docx': async ({ report, language, fileName }, caller) =>
      context.saveFile(caller, 'letter', fileName, await reportDocx(report, language)),
    'workbook.save': async ({ job, fileName }, caller) =>
      context.saveFile(
        caller,
        'workbook',
        fileName,
        await (job.kind === 'report' ? writeQuarterlyWorkbook(job.data) : writeComplianceWorkbook(job.data)),
      ),
    'table.save': async ({ table, fileName }, caller) =>
      context.saveFile(caller, 'table', fileName, await writeTable(table)),
  }
}

function batchServices(batch: BatchMailbox): Pick<DeskServices, 'batch.job' | 'batch.done'> {
  return {
    'batch.job': async () => ({ job: batch.job() }),
    'batch.done': async result => {
      batch.done(result)
      return {}
    },
  }
}
