import { cp, mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { openKeys } from '#electron/security/key-store.ts'
import type { Action } from '#shared/change/action.ts'
import type { BackupState } from '#shared/ipc/backup.ts'
import type { Desk } from '#test/e2e/launch/launch.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { press } from '#test/unit/desk/register-rig.ts'
import { hostStorage } from './host-storage.ts'
import { searchFor } from './leak-rig.ts'
import { openedIn, openedInCopy } from './opened-rig.ts'
import { actionsOf, call, iinOf, newFolder, passFirstRun, remove, startDesk, whenReady } from './product-rig.ts'

const PERSON = {
  ...{ surname: 'Қанарейқызы', given: 'Сырымгүл', patronymic: 'Зымыранқызы', iin: iinOf(9137), phone: '+77015559137' },
  ...{ organisation: 'Кенаршы-Сынақ', essence: 'Сайрамас құстың қанаты' },
}
const OTHER = { surname: 'Қалғанов', given: 'Адам', iin: iinOf(42), essence: 'Жол жөндеу туралы' }
const TYPED = 'Терілгенсөз'
const ON_PAPER = 'Қағаздағысөз'
const { wordsIn, hitsUnder, looked } = searchFor([
  ...[PERSON.surname, PERSON.given, PERSON.patronymic, PERSON.iin, '5559137', PERSON.organisation, 'Сайрамас'],
  ...[TYPED, ON_PAPER],
])
const others = searchFor([OTHER.surname, OTHER.iin])
const figures = { copies: 0, opened: 0 }

let place: string
let system: string
let userData: string
let usb: string

beforeAll(async () => {
  place = await newFolder('copies')
  system = await newFolder('temp')
  userData = await newFolder('leak')
  usb = path.join(place, 'usb')
  await mkdir(usb)
})

afterAll(async () => {
  console.log(`leaks of copies: ${JSON.stringify({ ...looked, ...figures })}`)
  await Promise.all([place, system, userData].map(remove))
})

const own = () => path.join(userData, 'desk-backups')
const away = () => path.join(place, 'away')

/** Copies that lie in a folder, whatever is said of them. */
async function copiesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter(name => name.includes('.qbackup')).map(name => path.join(folder, name))
}

/** Copies of a folder in which the desk's own key opens a word of the person; of the other person it must always open some. */
async function tellingIn(folder: string): Promise<string[]> {
  const keys = await keysOfDesk()
  const telling: string[] = []
  for (const copy of await copiesIn(folder)) {
    const opened = await openedInCopy(copy, keys)
    figures.copies += 1
    figures.opened += opened.length
    expect(opened.flatMap(others.wordsIn)).toContain(OTHER.surname)
    if (opened.some(text => wordsIn(text).length > 0)) telling.push(path.basename(copy))
  }
  return telling
}

const keysOfDesk = () => openKeys({ folder: path.join(userData, 'desk-data'), storage: hostStorage(userData) })

/** What the desk's own keys open of the person in the data of the desk. */
async function tellingAtDesk(): Promise<string[]> {
  const opened = await openedIn(nodeFiles, path.join(userData, 'desk-data'), await keysOfDesk())
  expect(opened.flatMap(others.wordsIn)).toContain(OTHER.surname)
  return [...new Set(opened.flatMap(wordsIn))]
}

async function register(desk: Desk, number: number, person: object): Promise<Action> {
  const registration = makeRegistration({ officialId: null })
  const asked = { registration, personal: makeRegistrationPersonal(person), subject: null, draft: null }
  return (await call<{ action: Action }>(desk.page, 'applicationRegister', { request: press(number), ...asked })).action
}

/** Registers both people, attaches a paper, and leaves a form half typed. */
async function workWith(desk: Desk): Promise<string> {
  const { entity } = await register(desk, 1, PERSON)
  await register(desk, 2, OTHER)
  const scan = path.join(place, 'scan.pdf')
  await writeFile(scan, `%PDF-1.4 ${ON_PAPER} ${PERSON.iin}`)
  await desk.answerNextDialog({ filePaths: [scan] })
  const made = (await actionsOf(desk.page)).findLast(action => action.entity === entity)?.id
  await call(desk.page, 'paperAttach', { entity, basedOn: made, title: PERSON.surname })
  await call(desk.page, 'draftSave', { name: 'contact', value: JSON.stringify({ ...PERSON, note: TYPED }) })
  return entity
}

/** The form that is half typed goes with the person. */
async function erase({ page }: Desk, entity: string): Promise<void> {
  const subject = (await actionsOf(page)).find(one => one.entity === entity)?.subject
  await call(page, 'subjectErase', { subject, entity, ground: 'request' })
}

/** Puts the oldest copy of the chosen folder back, to the end of the program. */
async function putOldBack(desk: Desk): Promise<void> {
  const { copies } = await call<BackupState>(desk.page, 'backupState')
  const old = copies.filter(copy => copy.place === 'chosen').at(-1)
  await call(desk.page, 'backupChoose', { copy: old && { place: old.place, name: old.name } })
  await call(desk.page, 'backupStage', { paper: null })
  await call(desk.page, 'backupRestore', { administrator: null }).catch(() => undefined)
  await desk.exited
  await desk.close()
}

test('an erased person is in no copy: of this computer, on a disk that was away, and not in an old one that is put back', async () => {
  const env = { TMPDIR: system }
  let desk = await startDesk({ userData, env })
  const end = async () => {
    expect(await desk.quit()).toBe(0)
    await desk.close()
  }
  try {
    await passFirstRun(desk)
    const entity = await workWith(desk)
    await desk.answerNextDialog({ filePaths: [usb] })
    await call(desk.page, 'backupFolder', { forget: false })
    for (const number of [3, 4]) {
      await call(desk.page, 'backupMake')
      await register(desk, number, OTHER)
    }
    // Every copy tells of the person while they are at the desk: the search itself can fail. In clear there is nothing.
    for (const folder of [own(), usb]) expect(await tellingIn(folder)).toHaveLength(2)
    expect((await openedInCopy((await copiesIn(usb))[0] ?? '', await keysOfDesk())).flatMap(wordsIn)).toEqual(
      expect.arrayContaining([PERSON.surname, TYPED, ON_PAPER]),
    )
    expect([await hitsUnder(userData), await hitsUnder(usb), await hitsUnder(system)]).toEqual([[], [], []])

    await rename(usb, away())
    await erase(desk, entity)
    await vi.waitFor(async () => expect(await tellingIn(own())).toEqual([]), { timeout: 60_000, interval: 200 })
    await end()
    expect([await tellingAtDesk(), await tellingIn(own())]).toEqual([[], []])
    expect(await tellingIn(away())).toHaveLength(2)

    // The disk is back, and an old copy of it takes the place of the data.
    await rename(away(), usb)
    const carried = path.join(place, 'carried')
    await cp(usb, carried, { recursive: true })
    desk = await startDesk({ userData, env })
    await whenReady(desk.page)
    await putOldBack(desk)
    desk = await startDesk({ userData, env })
    await whenReady(desk.page)
    const read = (await actionsOf(desk.page)).filter(action => action.entity === entity)
    expect(read.map(({ essence }) => essence)).toEqual([null, null])
    await call(desk.page, 'backupMake')
    await end()
    expect([await tellingAtDesk(), await tellingIn(own()), await tellingIn(usb)]).toEqual([[], [], []])
    expect((await copiesIn(usb)).length).toBeGreaterThan(2)
    const places = [userData, usb, system, carried]
    expect(await Promise.all(places.map(hitsUnder))).toEqual(places.map(() => []))
    // What was carried off by hand and never came near the desk again is out of reach: it tells, and only by the office key.
    expect(await tellingIn(carried)).toHaveLength(2)
  } finally {
    await desk.close()
  }
}, 240_000)
