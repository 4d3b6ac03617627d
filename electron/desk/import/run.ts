import type { ImportedRecord } from '#shared/application/model.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import { entityId, type SubjectId } from '#shared/change/action.ts'
import { officialWithRow } from '#shared/import/official-with-row.ts'
import type { OfficialRow } from '#shared/import/officials-row.ts'
import type { ImportProgress } from '#shared/ipc/imports.ts'
import { findByHand, foldOfficial } from '#shared/official/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { readableActionsOf } from '../../journal/readable.ts'
import { type Act, type Actor, intentNow } from '../act.ts'
import type { OpenDesk } from '../open-desk.ts'
import { recordCount } from './preview.ts'
import type { ImportSession } from './session.ts'

/**
 * Records appended at once: three flushes, of the keys of people twice and of the journal. As many as a page of the lists takes, and few
 * enough that a stop is obeyed within a moment.
 */
const RECORDS_AT_ONCE = 500

export interface ImportRun {
  readonly batch: string
  readonly stopped: () => boolean
  readonly tell: (progress: ImportProgress) => void
  readonly actor: () => Actor
}

/**
 * Imports a file: `import.started`, its records some at a time, `import.finished`. What was acknowledged stays whatever
 * happens next; a repeat goes on where this one ended. Never throws: a failure is told as the last progress, and one of
 * telling stops nothing.
 */
export async function runImport(desk: OpenDesk, session: ImportSession, run: ImportRun): Promise<ImportProgress> {
  const progress: ImportProgress = {
    importId: session.id,
    kind: session.kind,
    fileName: session.fileName,
    batch: run.batch,
    state: 'running',
    done: 0,
    total: recordCount(session),
    kept: 0,
    already: 0,
    marked: 0,
    badIin: 0,
    error: null,
  }
  const tell = () => {
    try {
      run.tell({ ...progress })
    } catch (error) {
      desk.reportBug(error)
    }
  }
  try {
    await appendStart(desk, session, run)
    tell()
    while (progress.done < progress.total && !run.stopped()) {
      await appendSome(desk, session, run, progress)
      tell()
    }
    progress.state = progress.done < progress.total ? 'stopped' : 'done'
    await appendEnd(desk, session, run, progress)
  } catch (error) {
    progress.state = 'failed'
    progress.error = error instanceof ExpectedError ? error.detail : { code: 'unexpected', params: {} }
    if (!(error instanceof ExpectedError)) desk.reportBug(error)
  }
  tell()
  return progress
}

async function appendStart(desk: OpenDesk, session: ImportSession, run: ImportRun): Promise<void> {
  const body = {
    kind: session.kind,
    fileName: session.fileName,
    fileHash: session.fileHash,
    rows: recordCount(session),
  }
  await desk.gate.act([{ intent: intentNow(desk.journal, 'import', run.batch, 'import.started', body) }], run.actor())
}

async function appendEnd(
  desk: OpenDesk,
  session: ImportSession,
  run: ImportRun,
  progress: ImportProgress,
): Promise<void> {
  const body = {
    kept: progress.kept,
    already: progress.already,
    skipped: session.plan.run.skipped.length,
    marked: progress.marked,
    badIin: progress.badIin,
    stopped: progress.state === 'stopped',
  }
  await desk.gate.act([{ intent: intentNow(desk.journal, 'import', run.batch, 'import.finished', body) }], run.actor())
}

async function appendSome(
  desk: OpenDesk,
  session: ImportSession,
  run: ImportRun,
  progress: ImportProgress,
): Promise<void> {
  const { plan } = session
  const [from, to] = [progress.done, Math.min(progress.done + RECORDS_AT_ONCE, progress.total)]
  const acts =
    plan.kind === 'journal'
      ? await applicationActs(desk, plan.run.records.slice(from, to), plan.keys.slice(from, to), run.batch)
      : await officialActs(desk, plan.run.officials.slice(from, to), plan.keys.slice(from, to), run.batch)
  if (acts.length > 0) await desk.gate.act(acts, run.actor())
  progress.done = to
  progress.kept += acts.length
  progress.already += to - from - acts.length
  if (plan.kind !== 'journal') return
  const kept = new Set(acts.map(act => act.intent.entity))
  for (const [index, { facts }] of plan.run.records.slice(from, to).entries()) {
    if (!kept.has(entityId('application', plan.keys[from + index] ?? ''))) continue
    progress.marked += facts.problems.length > 0 ? 1 : 0
    progress.badIin += facts.badIin ? 1 : 0
  }
}

/** Whether an application stands in the journal already, its import not taken back. */
export async function standsAlready(desk: OpenDesk, key: string): Promise<boolean> {
  const entity = entityId('application', key)
  if (!desk.journal.has(entity)) return false
  return foldApplication(await readableActionsOf(desk.journal, entity), desk.gate.related()).status === 'imported'
}

/** A record to append, and the subject it had. */
interface Fresh {
  readonly key: string
  readonly record: ImportedRecord
  readonly before: SubjectId | null
}

async function applicationActs(
  desk: OpenDesk,
  records: readonly ImportedRecord[],
  keys: readonly string[],
  batch: string,
): Promise<Act[]> {
  const fresh: Fresh[] = []
  for (const [index, record] of records.entries()) {
    const key = keys[index] ?? ''
    if (!(await standsAlready(desk, key))) fresh.push({ key, record, before: await subjectBefore(desk, key) })
  }
  const subjects = await subjectsOf(desk, fresh)
  return fresh.map(({ key, record }, index) => ({
    intent: intentNow(desk.journal, 'application', key, 'application.imported', { batch, facts: record.facts }),
    personal: { subject: subjects[index] as SubjectId, value: record.personal },
  }))
}

/** The subject under which a record stood before its import was taken back; null where there is none, or it was erased. */
async function subjectBefore(desk: OpenDesk, key: string): Promise<SubjectId | null> {
  const [last] = (await desk.journal.actionsOf(entityId('application', key))).slice(-1)
  const subject = last?.personal?.subject ?? null
  return subject !== null && desk.keyring.keyOf(subject) !== null ? subject : null
}

/**
 * The subject of each record: the same person by an IIN that checks, else the one the record had, so that an erasure
 * reaches what was taken back too; else a new one.
 */
async function subjectsOf(desk: OpenDesk, fresh: readonly Fresh[]): Promise<SubjectId[]> {
  const tags = fresh.map(({ record: { facts, personal } }) =>
    personal.iin !== '' && !facts.badIin ? desk.keys.tagOf('iin', personal.iin) : null,
  )
  const kept = fresh.map(({ before }, index) => (tags[index] === null ? before : null))
  const made = await desk.keyring.create(tags.filter((_, index) => kept[index] === null))
  return kept.map(subject => subject ?? (made.shift() as SubjectId))
}

async function officialActs(
  desk: OpenDesk,
  rows: readonly OfficialRow[],
  keys: readonly string[],
  batch: string,
): Promise<Act[]> {
  const acts: Act[] = []
  for (const [index, row] of rows.entries()) {
    const key = keys[index] ?? ''
    const actions = await readableActionsOf(desk.journal, entityId('official', key))
    const known = foldOfficial(actions, desk.gate.related())
    const isActive = known.status === 'active'
    const official = officialWithRow(isActive ? known.official : findByHand(actions), row, key)
    if (isActive && JSON.stringify(known.official) === JSON.stringify(official)) continue
    const type = isActive ? 'official.changed' : 'official.added'
    acts.push({ intent: intentNow(desk.journal, 'official', key, type, { official, batch }) })
  }
  return acts
}
