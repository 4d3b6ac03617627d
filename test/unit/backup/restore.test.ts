import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCopy } from '#electron/backup/backups.ts'
import { readContainer } from '#electron/backup/container.ts'
import { COPY_FOLDER, containerFiles } from '#electron/backup/container-files.ts'
import { Keeper } from '#electron/backup/keeper.ts'
import { eraseSubject } from '#electron/desk/erase.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { decodeRing } from '#electron/security/ring-file.ts'
import { officeDesks } from '#electron/sync/office-desks.ts'
import { entityId, SubjectId } from '#shared/change/action.ts'
import { draft } from '#test/fault/desk-rig.ts'
import { FIRST_RUN } from '../desk/temporary-desk.ts'
import { contentOf, importJournal, newOffice, type Office, workingOffice } from './backup-rig.ts'

let office: Office
let paper: string
let others: Office[] = []

beforeEach(async () => {
  ;({ office, paper } = await workingOffice())
})
afterEach(async () => {
  for (const one of [office, ...others]) await one.end().catch(() => undefined)
  others = []
})
const refused = (code: string) => ({ detail: { code } })

async function segment(one: Office): Promise<string> {
  const folder = `${one.userData}/desk-data/journal`
  const [installation = ''] = await readdir(folder)
  return path.join(folder, installation, '000001.seg')
}

/** From now on the journal names another desk of the office. */
async function knowAnotherDesk(one: Office): Promise<void> {
  const { journal, keys } = one.desk.state.desk()
  const body = { letter: 'Ә', provisional: true, publicKey: keys.publicKey }
  await journal.append([{ ...draft(0), type: 'desk.opened', entity: entityId('desk', '0'.repeat(16)), body }])
}

/** Puts a copy back as a person would. */
async function putBack(one: Office, file: string, typed: string | null = null): Promise<void> {
  await one.restore.choose(file)
  await one.restore.stage(typed)
  await one.restore.decide(null)
  await one.restart()
}

describe('a copy of an open desk', () => {
  it('is opened and counted, holds what the desk holds, and nothing of people in clear', async () => {
    const made = await office.copy()
    const { count } = office.desk.state.desk().journal.head()
    expect(made.index).toMatchObject({ kind: 'asked', records: count, format: 1 })
    const counted = await checkCopy(nodeFiles, made.path, office.desk.state.desk().keys)
    expect(counted).toMatchObject({ records: count, people: office.desk.state.desk().keyring.size })
    const bytes = await readFile(made.path)
    const person = (await office.desk.actions()).find(({ personal }) => personal?.value)?.personal?.value
    expect(JSON.stringify(person)).toMatch(/surname/)
    expect(bytes.includes(Buffer.from(String((person as { surname?: string }).surname ?? 'surname')))).toBe(false)
  })

  it('stands while the desk goes on: what is written meanwhile is not half in it', async () => {
    const [made] = await Promise.all([office.copy(), importJournal(office, 1)])
    await expect(checkCopy(nodeFiles, made.path, office.desk.state.desk().keys)).resolves.toMatchObject({
      records: made.index.records,
    })
  })
})

describe('putting a copy back', () => {
  it('loses nothing of a desk whose journal was damaged: the copy heals it, what came after is joined', async () => {
    const made = await office.copy()
    await importJournal(office, 1)
    const before = await contentOf(office)
    const file = await segment(office)
    await office.desk.state.close()
    const bytes = await readFile(file)
    bytes.fill(0, 2000, 2600)
    await writeFile(file, bytes)
    const broken = await newOffice()
    others.push(broken)
    // The desk does not open any more: putting back is decided without it.
    const healer = { ...office, restore: office.restore }
    office.desk = broken.desk
    await healer.restore.choose(made.path)
    const staged = await healer.restore.stage(paper)
    expect(staged).toMatchObject({ isCut: false, records: before.length })
    expect(staged.joined).toBe(before.length - (made.index.records ?? 0))
    await healer.restore.decide(null)
    await office.restart()
    const after = await contentOf(office)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.slice(before.length).join()).toContain('desk.restored')
  })

  it('joins what was written between the look at it and the decision, and takes nothing more after it', async () => {
    const made = await office.copy()
    await office.restore.choose(made.path)
    await office.restore.stage(null)
    await importJournal(office, 1)
    const before = await contentOf(office)
    await office.restore.decide(null)
    const { journal } = office.desk.state.desk()
    await expect(journal.append([draft(1, 'late')])).rejects.toMatchObject(refused('journal.read_only'))
    await office.restart()
    expect((await contentOf(office)).slice(0, before.length)).toEqual(before)
  })

  it('on a fresh computer by the paper alone: every fact and every person, and it goes on working', async () => {
    const made = await office.copy()
    const before = await contentOf(office)
    const fresh = await newOffice()
    others.push(fresh)
    expect(await fresh.restore.choose(made.path)).toMatchObject({ opensHere: false })
    await expect(fresh.restore.stage(null)).rejects.toMatchObject(refused('backup.paper_needed'))
    const wrong = paper.startsWith('A') ? `B${paper.slice(1)}` : `A${paper.slice(1)}`
    await expect(fresh.restore.stage(wrong)).rejects.toMatchObject(refused('access.wrong_paper'))
    const staged = await fresh.restore.stage(paper.toLowerCase())
    expect(staged).toMatchObject({ office: FIRST_RUN.office.name, records: before.length, present: null })
    await fresh.restore.decide(null)
    await fresh.restart()
    expect((await contentOf(fresh)).slice(0, before.length)).toEqual(before)
    expect(await fresh.desk.state.start()).toMatchObject({ phase: 'ready' })
    await importJournal(fresh, 1)
    expect((await fresh.desk.state.desk().journal.verify()).brokenAt).toBeNull()
  })

  it('on a fresh computer of an office with other desks: it goes on as a new one, and the old chain stays as it was', async () => {
    await knowAnotherDesk(office)
    const made = await office.copy()
    const before = await contentOf(office)
    const { installation: old } = office.desk.state.desk().journal
    const fresh = await newOffice()
    others.push(fresh)
    await fresh.restore.choose(made.path)
    expect(await fresh.restore.stage(paper)).toMatchObject({ goesOn: 'Б', records: before.length })
    await fresh.restore.decide(null)
    await fresh.restart()
    const { journal } = fresh.desk.state.desk()
    expect(journal.installation).not.toBe(old)
    expect(journal.head().cursor).toMatchObject({ [old]: before.length, [journal.installation]: 2 })
    expect(await officeDesks(journal)).toMatchObject([
      { letter: 'Б', isOwn: true, replaces: old },
      { letter: 'А', isOwn: false, records: before.length },
      { letter: 'Ә', isOwn: false },
    ])
    expect(await fresh.desk.state.start()).toMatchObject({ phase: 'ready', user: { name: FIRST_RUN.user.name } })
    expect((await contentOf(fresh)).join()).toContain('desk.restored')
    await importJournal(fresh, 1)
    expect((await journal.verify()).brokenAt).toBeNull()
  })

  it('on the desk itself, which has all it wrote, it goes on as itself', async () => {
    const { journal } = office.desk.state.desk()
    await knowAnotherDesk(office)
    const made = await office.copy()
    await importJournal(office, 1)
    await office.restore.choose(made.path)
    expect(await office.restore.stage(null)).toMatchObject({ goesOn: null })
    await office.restore.decide(null)
    await office.restart()
    expect(office.desk.state.desk().journal.installation).toBe(journal.installation)
  })

  it('on the same computer whose data folder is gone: no paper is asked for', async () => {
    const made = await office.copy()
    const before = await contentOf(office)
    const emptied = await newOffice('same')
    others.push(emptied)
    expect(await emptied.restore.choose(made.path)).toMatchObject({ opensHere: true })
    await putBack(emptied, made.path)
    expect((await contentOf(emptied)).slice(0, before.length)).toEqual(before)
  })

  it('is refused for another office and for another desk of it, before anything changes', async () => {
    const made = await office.copy()
    const stranger = await workingOffice()
    others.push(stranger.office)
    await expect(stranger.office.restore.choose(made.path)).rejects.toMatchObject(refused('backup.other_office'))
    await expect(office.restore.choose(`${office.userData}/none.qbackup`)).rejects.toMatchObject(
      refused('backup.absent'),
    )
    const other = `${office.userData}/other.qbackup`
    await writeFile(other, 'нечто другое')
    await expect(office.restore.choose(other)).rejects.toMatchObject(refused('backup.no_backup'))
    expect(await readdir(office.userData)).not.toContain('desk-data.next')
  })

  it('given up before it is decided leaves the desk as it was', async () => {
    const made = await office.copy()
    const before = await contentOf(office)
    await office.restore.choose(made.path)
    await office.restore.stage(null)
    expect(await readdir(office.userData)).toContain('desk-data.next')
    await office.restart()
    expect(await readdir(office.userData)).not.toContain('desk-data.next')
    expect(await contentOf(office)).toEqual(before)
  })
})

describe('a person who was erased', () => {
  it('does not come back with an older copy, nor can the older copy itself be read any more', async () => {
    const made = await office.copy()
    const kept = `${office.userData}/carried.qbackup`
    await writeFile(kept, await readFile(made.path))
    const someone = (await office.desk.actions()).find(({ personal }) => personal?.value)
    const subject = SubjectId.parse(someone?.personal?.subject)
    const desk = office.desk.state.desk()
    const ringIn = async (file: string) => {
      const view = containerFiles(nodeFiles, await readContainer(nodeFiles, file))
      const bytes = await view.readFile(`${COPY_FOLDER}/keys/subjects.ring`)
      return [...(decodeRing(desk.keys, bytes ?? Buffer.alloc(0))?.entries.values() ?? [])].map(one => one.subject)
    }
    expect(await ringIn(made.path)).toContain(subject)
    await eraseSubject(desk, subject, 'request', office.desk.state.actor())
    await keeperOf(office).look()
    expect(await ringIn(made.path)).not.toContain(subject)
    expect((await checkCopy(nodeFiles, made.path, desk.keys)).people).toBe(desk.keyring.size)
    // The copy that was carried away still has the key: putting it back takes it out.
    expect(await ringIn(kept)).toContain(subject)
    await putBack(office, kept)
    const readable = (await office.desk.actions()).filter(({ personal }) => personal?.subject === subject)
    expect(readable.length).toBeGreaterThan(0)
    expect(readable.every(({ personal }) => personal?.value === null)).toBe(true)
  })

  it('does not come back on a fresh computer either, where the list beside the copies says who was', async () => {
    const made = await office.copy()
    const bytes = await readFile(made.path)
    const someone = (await office.desk.actions()).find(({ personal }) => personal?.value)
    const subject = SubjectId.parse(someone?.personal?.subject)
    await eraseSubject(office.desk.state.desk(), subject, 'request', office.desk.state.actor())
    await keeperOf(office).look()
    // As if the older copy lay on a disk that was away.
    await writeFile(made.path, bytes)
    const fresh = await newOffice()
    others.push(fresh)
    await putBack(fresh, made.path, paper)
    const theirs = (await fresh.desk.actions()).filter(({ personal }) => personal?.subject === subject)
    expect(theirs.every(({ personal }) => personal?.value === null)).toBe(true)
    expect((await fresh.desk.actions()).filter(({ type }) => type === 'subject.erased')).toHaveLength(1)
  })
})

function keeperOf(one: Office): Keeper {
  const settings = { current: { backup: { folder: null, checked: null } }, change: async () => undefined }
  return new Keeper({
    ...one.parts,
    findDesk: () => one.desk.state.findDesk(),
    settings: settings as never,
    told: () => undefined,
    reportBug: error => {
      throw error
    },
  })
}

it('a copy that does not hold when it is read again counts for nothing, and is not removed', async () => {
  const made = await office.copy()
  await truncate(made.path, (await stat(made.path)).size - 1)
  await expect(checkCopy(nodeFiles, made.path, office.desk.state.desk().keys)).rejects.toMatchObject(
    refused('backup.damaged'),
  )
  expect(await readdir(office.place)).toEqual([`${path.basename(made.path)}.damaged`])
  await rm(office.place, { recursive: true })
})
