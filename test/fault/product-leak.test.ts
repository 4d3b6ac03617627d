import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKeys } from '#electron/security/key-store.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import { type Action, SubjectId } from '#shared/change/action.ts'
import type { Desk } from '#test/e2e/launch/launch.ts'
import { atDesk } from '#test/e2e/pages/at-desk.ts'
import { goTo, searchFor } from '#test/e2e/pages/frame.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { press } from '#test/unit/desk/register-rig.ts'
import { hostStorage } from './host-storage.ts'
import { searchFor as wordSearch } from './leak-rig.ts'
import {
  actionsOf,
  call,
  copyOf,
  filesUnder,
  iinOf,
  importWhole,
  logOf,
  newFolder,
  type Person,
  passFirstRun,
  remove,
  startDesk,
  whenReady,
  writeJournal,
} from './product-rig.ts'

const ROWS = 40
const CANARY: Person = {
  surname: 'Қанарейқызы',
  given: 'Сырымгүл',
  iin: iinOf(9137),
  organisation: 'Кенаршы-Сынақ',
  phone: '+7 701 555 91 37',
  essence: 'Сайрамас құстың қанаты',
}
const WORDS = [CANARY.surname, CANARY.given, CANARY.iin, CANARY.organisation, '7015559137', '701 555 91 37', 'Сайрамас']

let place: string
let system: string
let userData: string

beforeAll(async () => {
  place = await newFolder('canary')
  system = await newFolder('temp')
  userData = await newFolder('leak')
})

afterAll(async () => {
  console.log(`leaks: ${JSON.stringify(looked)}`)
  await Promise.all([place, system, userData].map(remove))
})

const { spelt, wordsIn, hitsUnder, hitsInCommandLines, looked } = wordSearch(WORDS)

test('the canary is found where a test looks for it: the search itself can fail', () => {
  for (const { word, bytes } of spelt) {
    expect(wordsIn(Buffer.concat([Buffer.alloc(7, 1), bytes, Buffer.alloc(3)]))).toContain(word)
  }
})

/** Sealed files of a person: kept talons and papers. */
async function filesOfPerson(): Promise<string[]> {
  const data = path.join(userData, 'desk-data')
  return (await filesUnder(data)).filter(name => /^(papers|prints)\//.test(name))
}

/** Types and registers, keeps a talon, attaches a paper and logs a call, all of the canary. */
async function workWithCanary({ page, answerNextDialog }: Desk, folder: string): Promise<void> {
  const { surname, given, iin, organisation, phone, essence } = CANARY
  await page.keyboard.press('Control+2')
  await page.locator('.register-form [name="surname"]').fill(surname)
  await page.locator('.register-form [name="essence"]').fill(essence)
  await expect
    .poll(async () => (await call<{ value: string | null }>(page, 'draftLoad', { name: 'register' })).value)
    .toContain(essence)
  const personal = makeRegistrationPersonal({ surname, given, iin, organisation, phone, essence })
  const registration = makeRegistration({ officialId: null })
  const { action } = await call<{ action: Action }>(page, 'applicationRegister', {
    ...{ request: press(1), registration, personal, subject: null, draft: null },
  })
  expect(await call(page, 'talonPrint', { job: press(2), application: action.entity, reprint: null })).toMatchObject({
    state: 'kept',
  })
  const scan = path.join(folder, 'scan.pdf')
  await writeFile(scan, `%PDF-1.4 ${surname} ${iin}`)
  await answerNextDialog({ filePaths: [scan] })
  const made = (await headsOf(page, action.entity)).at(-1)
  await call(page, 'paperAttach', { entity: action.entity, basedOn: made, title: surname })
  const contact = {
    ...{ channel: 'phone', consultation: true, declinedBooking: false, topic: null, subtopic: null, district: null },
    ...{ language: 'kk', advisedBy: null, phoneConsent: true },
  }
  const told = { surname, given, patronymic: '', phone, note: essence }
  await call(page, 'contactLog', { request: press(3), contact, personal: told })
  await call(page, 'draftSave', { name: 'contact', value: JSON.stringify(told) })
  await call(page, 'draftSave', { name: 'schedule.2026-12', value: JSON.stringify(CANARY) })
}

/** The actions of an entity, oldest first. */
async function headsOf(page: Page, entity: string): Promise<string[]> {
  return (await actionsOf(page)).filter(action => action.entity === entity).map(action => action.id)
}

test('a day of work leaves nothing of a person outside the files asked for; an erased person is gone for good', async () => {
  const csv = await writeJournal(place, ROWS, [CANARY])
  const env = { TMPDIR: system }
  let desk = await startDesk({ userData, env })
  const at = () => atDesk(desk, 'kk')
  try {
    await passFirstRun(desk)
    await importWhole(desk, csv)
    await whenReady(desk.page)
    expect((await searchFor(at(), CANARY.surname)).join()).toContain(CANARY.surname)
    await searchFor(at(), CANARY.iin)
    await desk.page.getByRole('option').first().click()
    await desk.page.getByText('Сайрамас').first().waitFor()
    await goTo(at(), 'applications')
    await desk.page.getByText('Тексеров').first().waitFor()
    await workWithCanary(desk, place)
    const detail = `Error: ${CANARY.surname} ${CANARY.iin}\n    at index.js:1:2`
    await call(desk.page, 'appDiagnostics', { code: 'page.exception', detail })
    const table = { title: 'тізім', columns: ['аты'], rows: [[CANARY.surname]] }
    await desk.answerNextDialog({ filePath: path.join(place, 'asked.xlsx') })
    await call(desk.page, 'tableSave', { table, fileName: 'asked.xlsx' })
    const titles = (await desk.control<{ title: string }[]>('windows')).map(window => window.title)
    expect(wordsIn(Buffer.from([...titles, await desk.page.title(), desk.page.url()].join()))).toEqual([])
    expect(await hitsInCommandLines()).toEqual([])
    for (const pid of await desk.rendererPids()) process.kill(pid, 'SIGKILL')
    await whenReady(await desk.reconnect())
    expect(await hitsUnder(userData)).toEqual([])
    const named = (await actionsOf(desk.page)).find(action => action.essence?.startsWith('Сайрамас'))
    const subject = named?.subject
    const keys = { folder: path.join(userData, 'desk-data'), storage: hostStorage(userData) }
    const ring = async () => openKeyring({ ...keys, keys: await openKeys(keys) })
    expect(await desk.quit()).toBe(0)
    await desk.close()
    expect(await hitsUnder(userData)).toEqual([])
    expect(await hitsUnder(system)).toEqual([])
    expect((await ring()).keyOf(SubjectId.parse(subject))).not.toBeNull()
    expect((await filesOfPerson()).map(name => name.split('/')[0])).toEqual(['papers', 'prints'])
    const old = await copyOf(userData)

    desk = await startDesk({ userData, env })
    await whenReady(desk.page)
    await call(desk.page, 'subjectErase', { subject, entity: named?.entity, ground: 'request' })
    expect(await filesOfPerson()).toEqual([])
    // The contact is another person's: a telephone says nothing about who it is.
    const other = (await actionsOf(desk.page)).find(action => action.type === 'contact.logged')
    await call(desk.page, 'subjectErase', { subject: other?.subject, entity: other?.entity, ground: 'request' })
    await expectErased(subject ?? '')
    expect(await desk.quit()).toBe(0)
    await desk.close()
    expect(await hitsUnder(userData)).toEqual([])
    expect((await ring()).keyOf(SubjectId.parse(subject))).toBeNull()

    desk = await startDesk({ userData, env })
    await expectErased(subject ?? '')
    expect(await call(desk.page, 'journalVerify')).toMatchObject({ brokenAt: null })
    expect(await desk.quit()).toBe(0)
    await desk.close()

    // The store as it was before the person was erased, put back beside the keys of now: it does not open, it is rebuilt.
    for (const part of ['profile', 'desk-data/sentinel.json']) {
      await rm(path.join(userData, part), { recursive: true })
      await copyOf(path.join(old, part), path.join(userData, part))
    }
    await remove(old)
    desk = await startDesk({ userData, env })
    await expectErased(subject ?? '')
    expect((await logOf(userData)).at(-1)).toMatchObject({ event: 'store.rebuilt', code: 'key_changed' })
  } finally {
    await desk.close()
  }

  async function expectErased(erased: string): Promise<void> {
    await whenReady(desk.page)
    const own = (await actionsOf(desk.page)).filter(action => action.subject === erased)
    // Imported, registered, and with a paper.
    expect(own.map(action => action.essence)).toEqual([null, null, null])
    for (const word of [CANARY.surname, CANARY.iin]) {
      await expect.poll(() => searchFor(at(), word), { timeout: 20_000 }).toEqual([])
    }
    await desk.page.locator('#search').fill('')
    await goTo(at(), 'applications')
    await desk.page.getByText('Тексеров').first().waitFor()
    expect(wordsIn(Buffer.from(await desk.page.content()))).toEqual([])
  }
}, 240_000)
