import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkCopy } from '#electron/backup/backups.ts'
import { Keeper } from '#electron/backup/keeper.ts'
import { eraseSubject } from '#electron/desk/erase.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import type { Settings } from '#electron/settings/settings.ts'
import { SubjectId } from '#shared/change/action.ts'
import { importJournal, type Office, workingOffice } from './backup-rig.ts'

const HOUR = 3_600_000

let office: Office
let now: number
let backup: Settings['backup']
let told: number

beforeEach(async () => {
  ;({ office } = await workingOffice())
  now = Date.now()
  backup = { folder: null, checked: null }
  told = 0
})
afterEach(() => office.end())

function keeper(): Keeper {
  const settings = {
    get current() {
      return { backup } as Settings
    },
    change: async (part: Partial<Settings>) => {
      backup = part.backup ?? backup
    },
  }
  return new Keeper({
    ...office.parts,
    now: () => now,
    findDesk: () => office.desk.state.findDesk(),
    settings,
    told: () => {
      told += 1
    },
    reportBug: error => {
      throw error
    },
  })
}

const copies = async (folder = office.place) =>
  (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.qbackup'))

it('the end of the day makes a copy, and nothing written since makes none', async () => {
  const one = keeper()
  await one.look()
  expect(await copies()).toEqual([])
  await one.end()
  expect(await copies()).toHaveLength(1)
  now += 5 * HOUR
  await one.look()
  await one.end()
  expect(await copies()).toHaveLength(1)
  await importJournal(office, 1)
  await one.look()
  expect(await copies()).toHaveLength(2)
})

it('a chosen folder gets each copy; one that is away is told, the own copy stands, and the next time it gets the newest', async () => {
  const usb = path.join(office.userData, 'usb')
  backup = { ...backup, folder: usb }
  const one = keeper()
  await one.end()
  expect(one.failed).toMatchObject({ code: 'backup.away' })
  expect(await copies()).toHaveLength(1)
  await mkdir(usb)
  await importJournal(office, 1)
  now += HOUR
  await one.end()
  expect(one.failed).toBeNull()
  expect(await copies(usb)).toHaveLength(1)
  expect((await one.state()).copies.map(({ place }) => place).sort()).toEqual(['chosen', 'own', 'own'])
  expect(told).toBeGreaterThan(1)
})

it('a chosen folder that was away while somebody was erased is looked through once it is back', async () => {
  const [usb, away] = [path.join(office.userData, 'usb'), path.join(office.userData, 'away')]
  await mkdir(usb)
  backup = { ...backup, folder: usb }
  const one = keeper()
  await one.end()
  const [name = ''] = await copies(usb)
  const desk = office.desk.state.desk()
  const people = async () => (await checkCopy(nodeFiles, path.join(usb, name), desk.keys)).people
  const before = await people()
  await rename(usb, away)
  const someone = (await office.desk.actions()).find(({ personal }) => personal?.value)
  await eraseSubject(desk, SubjectId.parse(someone?.personal?.subject), 'request', office.desk.state.actor())
  await one.look()
  await rename(away, usb)
  expect(await people()).toBe(before)
  await one.look()
  expect(await people()).toBe(before - 1)
})

it('the newest copy is read whole once a week; one that does not hold is told and counts for nothing', async () => {
  const one = keeper()
  await one.end()
  await one.look()
  expect(backup.checked).toMatchObject({ isWhole: true })
  const [name = ''] = await copies()
  const bytes = await readFile(path.join(office.place, name))
  bytes[5000] = (bytes[5000] ?? 0) ^ 1
  await rm(path.join(office.place, name))
  await writeFile(path.join(office.place, name), bytes)
  now += 6 * 24 * HOUR
  await one.look()
  expect(backup.checked).toMatchObject({ isWhole: true })
  now += 24 * HOUR
  await one.look()
  expect(backup.checked).toMatchObject({ isWhole: false })
  expect(await readdir(office.place)).toContain(`${name}.damaged`)
})
