import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Action } from '#shared/change/action.ts'
import type { StartState } from '#shared/ipc/contract.ts'
import type { Desk } from '#test/e2e/launch/launch.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { press } from '#test/unit/desk/register-rig.ts'
import { searchFor } from './leak-rig.ts'
import {
  actionsOf,
  call,
  filesUnder,
  iinOf,
  logOf,
  newFolder,
  passFirstRun,
  remove,
  startDesk,
  whenReady,
} from './product-rig.ts'

const PERSON = {
  ...{ surname: 'Қанарейқызы', given: 'Сырымгүл', patronymic: 'Зымыранқызы', iin: iinOf(9137), phone: '+77015559137' },
  ...{ organisation: 'Кенаршы-Сынақ', essence: 'Сайрамас құстың қанаты' },
}
const PASSWORD = 'тұнғиық теңіз түбі'
/** Said of the person in a letter, a demand and its answer, an exchange. */
const SAID = ['Хаттағысөз', 'Талаптағысөз', 'Жауаптағысөз', 'Тілдескенсөз', 'Тізімдегісөз']
const WORDS = [
  ...[PERSON.surname, PERSON.given, PERSON.patronymic, PERSON.iin, '5559137', PERSON.organisation, 'Сайрамас'],
  ...[...SAID, 'тұнғиық'],
]
const { spelt, wordsIn, hitsUnder, hitsInCommandLines, looked } = searchFor(WORDS)

let place: string
let system: string
let userData: string

beforeAll(async () => {
  place = await newFolder('asked')
  system = await newFolder('temp')
  userData = await newFolder('leak')
})

afterAll(async () => {
  console.log(`leaks of records: ${JSON.stringify(looked)}`)
  await Promise.all([place, system, userData].map(remove))
})

async function act(desk: Desk, entity: string, type: string, body: object, personal: object | null): Promise<void> {
  const basedOn = (await actionsOf(desk.page)).findLast(one => one.entity === entity)?.id ?? null
  await call(desk.page, 'journalAct', { intent: { entity, type, basedOn, body }, personal })
}

/** An application of the canary, and all that is later said and recorded of it. */
async function workWith(desk: Desk): Promise<string> {
  const { page } = desk
  const { today } = await call<StartState>(page, 'appStart')
  const personal = makeRegistrationPersonal(PERSON)
  const registration = makeRegistration({ officialId: null })
  const asked = { request: press(1), registration, personal, subject: null, draft: null }
  const { action } = await call<{ action: Action }>(page, 'applicationRegister', asked)
  const application = action.entity
  const both = (text: string) => ({ kk: text, ru: text })
  const letter = {
    ...{ kind: 'extension', profile: 'WKO-2020/2023', languages: ['kk', 'ru'], template: null, about: null },
    application,
  }
  const text = {
    ...{ addressee: { kk: [PERSON.surname], ru: [PERSON.surname] }, heading: both(''), attachment: both('') },
    ...{ paragraphs: [both(`${SAID[0]} ${PERSON.iin}`)], signer: { position: both('x'), name: both('x') } },
    executor: { name: 'x', phone: '' },
  }
  const entity = `letter:${press(2)}`
  await act(desk, entity, 'letter.drafted', { letter }, text)
  await desk.answerNextDialog({ filePath: path.join(place, 'letter.docx') })
  await call(page, 'letterPrint', { letter: entity, language: 'kk', form: 'docx', reprint: null })
  const demand = {
    ...{ addressee: { unit: null, body: 'police', officialId: null }, purpose: 'application', application, text: '' },
    ...{ reception: null, on: today, dueOn: today, way: 'letter' },
  }
  await act(desk, `demand:${press(3)}`, 'demand.made', { demand }, { text: `${SAID[1]} ${PERSON.surname}` })
  const answer = { outcome: 'full', on: today, number: '7', text: '' }
  await act(desk, `demand:${press(3)}`, 'demand.answered', { answer }, { text: SAID[2] })
  const feedback = {
    ...{ application, direction: 'to_applicant', channel: 'phone', kind: 'information', on: today, at: '00:00' },
    ...{ reached: true, followUp: null, reception: null },
  }
  const noted = { request: press(4), feedback }
  await act(desk, `feedback:${press(4)}`, 'feedback.noted', noted, { text: `${SAID[3]} ${PERSON.phone}` })
  return application
}

/** What is looked at, looked for, printed and given out of the canary, and an exception in the middle of it. */
async function lookAt({ page, answerNextDialog }: Desk, application: string): Promise<void> {
  await call(page, 'auditNote', { kind: 'viewed', entity: application })
  await call(page, 'auditNote', { kind: 'searched', what: 'iin', iin: PERSON.iin })
  const list = {
    ...{ kind: 'list', paper: 'A4', language: 'kk', title: SAID[4], columns: [{ title: 'x', under: false }] },
    ...{ rows: [[PERSON.surname], [PERSON.iin]], narrowed: [], printedOn: '2026-11-23', printedBy: 'x' },
  }
  await answerNextDialog({ filePath: path.join(place, 'list.pdf') })
  await call(page, 'sheetSave', { job: list, fileName: PERSON.surname })
  await answerNextDialog({ filePath: path.join(place, 'list.xlsx') })
  await call(page, 'tableSave', {
    table: { title: SAID[4], columns: ['x'], rows: [[PERSON.iin]] },
    fileName: PERSON.iin,
  })
  await call(page, 'talonPrint', { job: press(5), application, reprint: null })
  await call(page, 'draftSave', { name: 'register', value: JSON.stringify(PERSON) })
  const detail = `Error: ${PERSON.surname} ${PERSON.iin}\n    at index.js:1:2`
  await call(page, 'appDiagnostics', { code: 'page.exception', detail })
  await expect(
    call(page, 'letterSign', { entity: `letter:${PERSON.iin}`, basedOn: 'x', request: PERSON.surname }),
  ).rejects.toThrow()
}

/** Passwords are set, the desk is locked, somebody tries, and somebody enters. */
async function lock(desk: Desk): Promise<string> {
  const { page } = desk
  const { text } = await call<{ text: string }>(page, 'accessDrawPaper')
  await call(page, 'accessSavePaper', { paper: text })
  await call(page, 'accessProtect', { password: PASSWORD })
  await call(page, 'accessLeave')
  await page.locator('input[type="password"]').first().waitFor()
  expect(wordsIn(Buffer.from(await page.content()))).toEqual([])
  const { people } = await call<StartState>(page, 'appStart')
  await expect(call(page, 'accessEnter', { user: people[0]?.id, password: `${PASSWORD} ` })).rejects.toThrow(
    'access.wrong',
  )
  expect(await hitsUnder(userData)).toEqual([])
  return people[0]?.id ?? ''
}

async function enter({ page }: Desk, user: string): Promise<void> {
  await call(page, 'accessEnter', { user, password: PASSWORD })
  await page.reload()
  await whenReady(page)
}

test('what is looked for is found where it is: the search itself can fail', () => {
  expect(spelt.length).toBeGreaterThan(100)
  for (const { word, bytes } of spelt) expect(wordsIn(Buffer.concat([Buffer.alloc(3), bytes]))).toContain(word)
})

test('letters, demands, exchanges, prints, the audit and a locked desk leave nothing of a person, and nothing after the erasure', async () => {
  const env = { TMPDIR: system }
  let desk = await startDesk({ userData, env })
  try {
    await passFirstRun(desk)
    const application = await workWith(desk)
    await lookAt(desk, application)
    const user = await lock(desk)
    await enter(desk, user)
    const titles = (await desk.control<{ title: string }[]>('windows')).map(window => window.title)
    expect(wordsIn(Buffer.from([...titles, desk.page.url()].join()))).toEqual([])
    expect(await hitsInCommandLines()).toEqual([])
    const audit = { filter: { from: null, to: null, user: null, kind: null, entity: null }, before: null, limit: 200 }
    const { records } = await call<{ records: { kind: string }[] }>(desk.page, 'auditRead', audit)
    const kinds = new Set(records.map(({ kind }) => kind))
    for (const kind of ['viewed', 'searched', 'printed', 'saved', 'desk_locked', 'wrong_password'])
      expect(kinds).toContain(kind)
    expect(wordsIn(Buffer.from(JSON.stringify(records)))).toEqual([])
    for (const pid of await desk.rendererPids()) process.kill(pid, 'SIGKILL')
    await desk.reconnect()
    expect(await desk.quit()).toBe(0)
    await desk.close()
    expect([await hitsUnder(userData), await hitsUnder(system)]).toEqual([[], []])
    expect(
      (await filesUnder(path.join(userData, 'desk-data'))).filter(name => name.startsWith('prints/')),
    ).toHaveLength(1)

    desk = await startDesk({ userData, env })
    await enter(desk, user)
    const subject = (await actionsOf(desk.page)).find(one => one.entity === application)?.subject
    const own = async () => (await actionsOf(desk.page)).filter(one => one.subject === subject)
    expect(new Set((await own()).map(({ type }) => type))).toEqual(
      new Set(['application.registered', 'letter.drafted', 'demand.made', 'demand.answered', 'feedback.noted']),
    )
    await call(desk.page, 'accessConfirm', { password: PASSWORD })
    await call(desk.page, 'subjectErase', { subject, entity: application, ground: 'request' })
    expect((await own()).map(({ essence }) => essence).filter(essence => essence !== null)).toEqual([])
    expect(
      (await filesUnder(path.join(userData, 'desk-data'))).filter(name => /^(prints|papers)\//.test(name)),
    ).toEqual([])
    await vi.waitUntil(async () => (await logOf(userData)).length > 0)
    expect(await call(desk.page, 'auditVerify')).toMatchObject({ broken: null })
    expect(await call(desk.page, 'journalVerify')).toMatchObject({ brokenAt: null })
    expect(await desk.quit()).toBe(0)
    await desk.close()
    expect([await hitsUnder(userData), await hitsUnder(system)]).toEqual([[], []])
  } finally {
    await desk.close()
  }
}, 240_000)
