import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { intentNow } from '#electron/desk/act.ts'
import { typeByHand } from '#electron/desk/by-hand.ts'
import { createImports } from '#electron/desk/import/imports.ts'
import { activeOfficials } from '#electron/desk/open-desk.ts'
import { spawnSourceTableWorker } from '#electron/files/table/spawn-source.ts'
import type { Code, ImportedFacts, ImportedPersonal } from '#shared/application/model.ts'
import { entityId, SubjectId } from '#shared/change/action.ts'
import { FIRST_RUN_ACTIONS } from '#shared/desk/first-run.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { inExpectedSpelling } from '#test/fixtures/import/compare.ts'
import { expectedJournal, QUARTERS } from '#test/fixtures/import/expected.ts'
import { FIRST_RUN, JOURNALS, OFFICIALS, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
afterEach(() => desk?.end())

async function ready(): Promise<void> {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
}

async function importFile(kind: 'officials' | 'journal', file: string) {
  const preview = await desk.imports.open(kind, file)
  const { batch, ended } = desk.imports.run(preview.importId)
  return { preview, batch, ended: await ended }
}

async function importedActions() {
  return (await desk.actions()).filter(action => action.type === 'application.imported')
}

describe('the main job through main', () => {
  it('both journals come in record by record as expected, every bad identifier marked, none invented', async () => {
    await ready()
    await importFile('officials', OFFICIALS)
    const officials = await activeOfficials(desk.state.desk())
    expect(officials).toHaveLength(11)
    for (const [index, quarter] of QUARTERS.entries()) {
      const { batch, ended } = await importFile('journal', JOURNALS[index]!)
      const expected = expectedJournal(quarter)
      expect(ended).toMatchObject({ state: 'done', kept: expected.rows, already: 0, badIin: expected.badIin.length })
      const records = (await importedActions())
        .filter(action => action.body.batch === batch)
        .map(action => ({
          facts: action.body.facts as ImportedFacts,
          personal: action.personal?.value as ImportedPersonal,
        }))
        .map(record => inExpectedSpelling(record, officials))
      expect(records).toEqual(expected.records)
    }
  })

  it('a second import of the same file adds nothing; taken back as a whole it can come in again', async () => {
    await ready()
    await importFile('officials', OFFICIALS)
    const first = await importFile('journal', JOURNALS[1]!)
    const again = await importFile('journal', JOURNALS[1]!)
    expect(again.preview.counts.already).toBe(430)
    expect(again.ended).toMatchObject({ state: 'done', kept: 0, already: 430 })
    await desk.imports.undo(first.batch)
    await expect(desk.imports.undo(first.batch)).rejects.toMatchObject({ detail: { code: 'change.not_lawful' } })
    const third = await importFile('journal', JOURNALS[1]!)
    expect(third.ended).toMatchObject({ kept: 430, already: 0 })
  })

  it('a stop keeps what was acknowledged, and a repeat brings the rest', async () => {
    await ready()
    const preview = await desk.imports.open('journal', JOURNALS[1]!)
    const { ended } = desk.imports.run(preview.importId)
    desk.imports.stop(preview.importId)
    const stopped = await ended
    expect(stopped.state).toBe('stopped')
    expect((await importedActions()).length).toBe(stopped.kept)
    const rest = await importFile('journal', JOURNALS[1]!)
    expect(rest.ended).toMatchObject({ state: 'done', kept: 430 - stopped.kept, already: stopped.kept })
  })

  it('everything stands after a new start, and the same person has one subject', async () => {
    await ready()
    await importFile('journal', JOURNALS[0]!)
    const before = await desk.actions()
    desk = await desk.restart()
    expect(await desk.actions()).toEqual(before)
    expect((await desk.state.start()).phase).toBe('ready')
    const subjectsByIin = new Map<string, Set<string>>()
    for (const action of await importedActions()) {
      const { iin } = action.personal!.value as ImportedPersonal
      if ((action.body.facts as ImportedFacts).badIin) continue
      subjectsByIin.set(iin, (subjectsByIin.get(iin) ?? new Set()).add(action.personal!.subject))
    }
    expect([...subjectsByIin.values()].every(subjects => subjects.size === 1)).toBe(true)
    expect((await desk.state.desk().journal.verify()).brokenAt).toBeNull()
  })

  it('an erased person is unreadable, also when the power failed right after the journal was written', async () => {
    await ready()
    await importFile('journal', JOURNALS[0]!)
    const [first] = await importedActions()
    const subject = SubjectId.parse(first!.personal!.subject)
    const { gate, journal } = desk.state.desk()
    await gate.act(
      [{ intent: intentNow(journal, 'subject', subject, 'subject.erased', { ground: 'request' }) }],
      desk.state.actor(),
    )
    desk = await desk.restart()
    const after = (await importedActions()).find(action => action.id === first!.id)
    expect(after?.personal).toEqual({ subject, value: null })
    expect(desk.state.desk().keyring.keyOf(subject)).toBeNull()
    expect((await desk.state.desk().journal.verify()).brokenAt).toBeNull()
  })

  it('a record taken back and brought in again is one person, so that an erasure reaches both', async () => {
    await ready()
    const { batch } = await importFile('journal', JOURNALS[0]!)
    await desk.imports.undo(batch)
    await importFile('journal', JOURNALS[0]!)
    const subjects = new Map<string, Set<string>>()
    for (const { entity, personal } of await importedActions()) {
      subjects.set(entity, (subjects.get(entity) ?? new Set()).add(personal!.subject))
    }
    expect([...subjects.values()].filter(of => of.size > 1)).toEqual([])
  })

  it('officials taken back are not said to be there already', async () => {
    await ready()
    const { batch } = await importFile('officials', OFFICIALS)
    expect((await desk.imports.open('officials', OFFICIALS)).counts.already).toBe(11)
    await desk.imports.undo(batch)
    expect((await desk.imports.open('officials', OFFICIALS)).counts.already).toBe(0)
  })

  it('what an import changed in an official who stands is taken back with it', async () => {
    await ready()
    await importFile('officials', OFFICIALS)
    const before = await activeOfficials(desk.state.desk())
    const changed = path.join(desk.folder, 'officials-changed.csv')
    const text = await readFile(OFFICIALS, 'utf8')
    const { room } = before[0]!
    await writeFile(changed, text.replaceAll(`;${room};`, ';777;').replaceAll(`,${room},`, ',777,'))
    const { batch, ended } = await importFile('officials', changed)
    expect(ended.kept).toBeGreaterThan(0)
    expect(await activeOfficials(desk.state.desk())).not.toEqual(before)
    await desk.imports.undo(batch)
    expect(await activeOfficials(desk.state.desk())).toEqual(before)
  })

  it('a second list of officials wipes nothing a person has entered, and who is unchanged is there already', async () => {
    await ready()
    const { batch } = await importFile('officials', OFFICIALS)
    const [first] = await activeOfficials(desk.state.desk())
    const entered = {
      ...first!,
      ...{ phone: '50-12-34', email: 'akim@bko.gov.kz', languages: ['kk' as const], topics: ['land' as Code] },
      ...{ since: '2024-02-01' as PlainDate, slot: 15, buffer: 5, substitutes: ['x'] },
    }
    const { gate, journal } = desk.state.desk()
    const body = { official: entered }
    await gate.act(
      [{ intent: intentNow(journal, 'official', first!.id, 'official.changed', body) }],
      desk.state.actor(),
    )
    const again = await importFile('officials', OFFICIALS)
    expect(again.preview.counts.already).toBe(11)
    expect(again.ended).toMatchObject({ state: 'done', kept: 0, already: 11 })
    const known = async () => (await activeOfficials(desk.state.desk())).find(({ id }) => id === first!.id)
    expect(await known()).toEqual(entered)
    await desk.imports.undo(batch)
    expect(await known()).toBeUndefined()
    expect((await importFile('officials', OFFICIALS)).ended.kept).toBe(11)
    expect(await known()).toEqual(entered)
  })

  it('no import begins while another is being taken back', async () => {
    await ready()
    const { batch } = await importFile('officials', OFFICIALS)
    const preview = await desk.imports.open('officials', OFFICIALS)
    const undoing = desk.imports.undo(batch)
    expect(() => desk.imports.run(preview.importId)).toThrow('import.busy')
    await undoing
    expect((await desk.imports.run(preview.importId).ended).kept).toBe(11)
  })

  it('a screen that was not there at the start finds the import under way, and nothing once it has ended', async () => {
    await ready()
    expect(desk.imports.running()).toBeNull()
    const preview = await desk.imports.open('journal', JOURNALS[1]!)
    const { ended, batch } = desk.imports.run(preview.importId)
    await expect.poll(() => desk.imports.running(), { interval: 1 }).not.toBeNull()
    const { importId, fileName } = preview
    expect(desk.imports.running()).toMatchObject({
      importId,
      batch,
      fileName,
      kind: 'journal',
      state: 'running',
      total: 430,
    })
    expect(await ended).toMatchObject({ state: 'done', done: 430 })
    expect(desk.imports.running()).toBeNull()
  })

  it('no file stays in memory: not one that came in, that failed, that was put aside or that another one followed', async () => {
    await ready()
    const isGone = (importId: string) => {
      for (const act of [() => desk.imports.rows(importId, 'all', 0, 1), () => desk.imports.run(importId)])
        expect(act).toThrow('import.gone')
    }
    const [first, second] = [
      await desk.imports.open('journal', JOURNALS[0]!),
      await desk.imports.open('journal', JOURNALS[0]!),
    ]
    isGone(first.importId)
    desk.imports.drop(first.importId)
    expect(desk.imports.rows(second.importId, 'all', 0, 1).rows).toHaveLength(1)
    desk.imports.drop(second.importId)
    isGone(second.importId)
    isGone((await importFile('officials', OFFICIALS)).preview.importId)
    vi.spyOn(desk.state.desk().journal, 'append').mockRejectedValueOnce(new ExpectedError('journal.disk_full'))
    const failed = await importFile('officials', OFFICIALS)
    expect(failed.ended).toMatchObject({ state: 'failed', error: { code: 'journal.disk_full' } })
    isGone(failed.preview.importId)
  })

  it('a file put aside while its columns were put right does not come back', async () => {
    await ready()
    const preview = await desk.imports.open('officials', OFFICIALS)
    const remapping = desk.imports.remap(preview.importId, preview.sheet, {})
    desk.imports.drop(preview.importId)
    await expect(remapping).rejects.toThrow('import.gone')
    expect(() => desk.imports.rows(preview.importId, 'all', 0, 1)).toThrow('import.gone')
  })

  it('a window that cannot be told any more stops no import, and nothing is left unhandled', async () => {
    await ready()
    const imports = createImports({
      desk: desk.state.desk,
      actor: desk.state.actor,
      spawn: spawnSourceTableWorker,
      tell: () => {
        throw new Error('the window is gone')
      },
    })
    const preview = await imports.open('officials', OFFICIALS)
    expect(await imports.run(preview.importId).ended).toMatchObject({ state: 'done', kept: 11 })
    expect(await activeOfficials(desk.state.desk())).toHaveLength(11)
  })

  it('the hash is of the bytes that were read, though the file changed right after', async () => {
    await ready()
    const file = path.join(desk.folder, 'officials-moving.csv')
    const bytes = await readFile(OFFICIALS)
    await writeFile(file, bytes)
    const imports = createImports({
      desk: desk.state.desk,
      actor: desk.state.actor,
      tell: () => undefined,
      spawn(options) {
        writeFileSync(file, 'overwritten')
        return spawnSourceTableWorker(options)
      },
    })
    const preview = await imports.open('officials', file)
    await imports.run(preview.importId).ended
    const started = (await desk.actions()).find(action => action.type === 'import.started')
    expect(started?.body.fileHash).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('two first runs at once make one desk that opens again', async () => {
    desk = await temporaryDesk()
    const both = await Promise.allSettled([desk.state.firstRun(FIRST_RUN), desk.state.firstRun(FIRST_RUN)])
    expect(both.map(one => one.status)).toEqual(['fulfilled', 'rejected'])
    desk = await desk.restart()
    expect(desk.state.desk().journal.head().count).toBe(FIRST_RUN_ACTIONS)
  })

  it('a screen composes the acts of its forms and no others', () => {
    const intent = { entity: entityId('office', 'main'), basedOn: null, body: {} }
    for (const type of ['office.set', 'schedule.drafted', 'schedule.approved']) typeByHand({ ...intent, type })
    for (const type of ['subject.erased', 'import.undone', 'application.imported', 'user.added', '__proto__']) {
      expect(() => typeByHand({ ...intent, type })).toThrow('change.not_lawful')
    }
  })

  it('the language of the first run is the one the next start opens in', async () => {
    desk = await temporaryDesk()
    expect((await desk.state.start()).language).toBe('kk')
    expect((await desk.state.firstRun({ ...FIRST_RUN, language: 'ru' })).language).toBe('ru')
    await expect(desk.state.firstRun(FIRST_RUN)).rejects.toMatchObject({ detail: { code: 'desk.already_set_up' } })
    desk = await desk.restart()
    expect((await desk.state.start()).language).toBe('ru')
  })

  it('a first run is done once', async () => {
    await ready()
    await expect(desk.state.firstRun(FIRST_RUN)).rejects.toMatchObject({ detail: { code: 'desk.already_set_up' } })
    expect(desk.state.desk().journal.headOf(entityId('office', 'main'))).not.toBeNull()
    expect(desk.state.desk().journal.head().count).toBe(FIRST_RUN_ACTIONS)
  })
})
