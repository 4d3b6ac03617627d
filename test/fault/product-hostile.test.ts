import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellText } from '#electron/files/workbook/cell-text.ts'
import { TalonShape } from '#shared/application/registration.ts'
import type { Desk } from '#test/e2e/launch/launch.ts'
import { atDesk } from '#test/e2e/pages/at-desk.ts'
import { goToAddress, searchFor } from '#test/e2e/pages/frame.ts'
import { wordsIn } from '#test/e2e/pages/words.ts'
import { hostileTexts } from '#test/fixtures/hostile.ts'
import { press } from '#test/unit/desk/register-rig.ts'
import {
  type Asked,
  askAll,
  contactOf,
  cut,
  entryOf,
  officialOf,
  ranOn,
  registrationOf,
  sidewaysOn,
  turnsOn,
  watchPage,
} from './hostile-rig.ts'
import { call, FULL, filesUnder, newFolder, passFirstRun, remove, startDesk, whenReady } from './product-rig.ts'

const TEXTS = hostileTexts()
const t = wordsIn('kk')
const LABELS = ['talon.sheet.title', 'talon.sheet.number', 'talon.sheet.accepted_by', 'talon.sheet.keep'] as const
const run = promisify(execFile)
const figures = { texts: TEXTS.length, acts: 0, refused: {} as Record<string, number>, screens: 0, cells: 0 }

let folder: string
let desk: Desk
let applications: string[] = []
const faults: string[] = []

beforeAll(async () => {
  folder = await newFolder('hostile')
  desk = await startDesk({ userData: path.join(folder, 'desk') })
  await passFirstRun(desk)
  await desk.page.setViewportSize({ width: 1366, height: 768 })
  desk.page.on('dialog', dialog => faults.push(`dialog: ${dialog.type()}`))
  desk.page.on('pageerror', error => faults.push(`page: ${error.message.slice(0, 200)}`))
  await watchPage(desk.page)
})

afterAll(async () => {
  console.log(`hostile texts: ${JSON.stringify(figures)}`)
  await desk?.close()
  await remove(folder)
})

/** The whole form puts every text into every field, the short one every text into some of them. */
async function all(make: (texts: readonly string[], index: number) => Asked) {
  const starts = TEXTS.flatMap((_, index) => (FULL || index % 5 === 0 ? [index] : []))
  const { values, refused } = await askAll(
    desk.page,
    starts.map(index => make(TEXTS, index)),
  )
  figures.acts += values.length
  for (const [code, times] of Object.entries(refused)) figures.refused[code] = (figures.refused[code] ?? 0) + times
  return { values, refused }
}

test('what is looked for is found where it is: the looks themselves can fail', async () => {
  await desk.page.evaluate(() => {
    const wrong = document.querySelector('#root .main')?.appendChild(document.createElement('div')) as HTMLElement
    wrong.id = 'wrong'
    const span = wrong.appendChild(document.createElement('span'))
    Object.assign(span, { textContent: 'A \u202eB' }).style.unicodeBidi = 'normal'
    wrong.appendChild(document.createElement('bdo'))
    Object.assign(wrong.appendChild(document.createElement('p')), { textContent: 'A' }).style.width = '9000px'
  })
  const { page } = desk
  expect([await ranOn(page), await turnsOn(page)]).toEqual([['drawn: bdo'], [expect.stringContaining('span')]])
  expect(await sidewaysOn(page)).not.toEqual([])
  await page.evaluate(() => document.querySelector('#wrong')?.remove())
})

test('every verb takes every text, or refuses it in words', async () => {
  const registered = await all(registrationOf)
  // A name nobody can see is no name.
  expect(Object.keys(registered.refused).filter(code => code !== 'registration.not_complete')).toEqual([])
  applications = registered.values.flatMap(value =>
    value === null ? [] : [(value as { action: { entity: string } }).action.entity],
  )
  for (const make of [contactOf, entryOf, officialOf]) expect((await all(make)).refused).toEqual({})
  const value = JSON.stringify({ form: Object.fromEntries(TEXTS.map(text => [text, text])) })
  await call(desk.page, 'draftSave', { name: 'hostile', value })
  expect(await call(desk.page, 'draftLoad', { name: 'hostile' })).toEqual({ value: value.toWellFormed() })
  const views = TEXTS.slice(0, 20).map((name, index) => ({
    name: cut(name, 40) || `${index}`,
    narrowed: { marked: '1' },
  }))
  await call(desk.page, 'draftSave', { name: 'views', value: JSON.stringify({ version: 1, views }) })
  await whenReady(desk.page)
})

test('visitors with such names come, are checked and are called', async () => {
  const seen = applications.slice(0, 8)
  const asked = seen.map((application, index) => ({
    verb: 'visitCheckIn',
    args: { request: press(index), application, officialId: null, booked: null, outOfTurn: false },
  }))
  const { values, refused } = await askAll(desk.page, asked)
  expect(refused).toEqual({})
  const checks = values.map((value, index) => {
    const { entity, id } = (value as { action: { entity: string; id: string } }).action
    const at = (field: number, longest: number) => cut(TEXTS[(index * 5 + field) % TEXTS.length] ?? '', longest) || 'И'
    const check = {
      member: null,
      result: 'matched',
      document: 'id_card',
      expired: false,
      digital: false,
      powers: 'shown',
    }
    const personal = {
      ...{ number: at(0, 60), issuer: at(1, 200), validTo: null, powersNumber: at(2, 60), powersValidTo: null },
      comment: at(3, 1000),
    }
    const intent = { entity, type: 'visit.identity_checked', basedOn: id, body: { check } }
    return { verb: 'journalAct', args: { intent, personal } }
  })
  expect((await askAll(desk.page, checks)).refused).toEqual({})
  await whenReady(desk.page)
})

/** What is wrong with the screen as it stands. */
async function look(name: string): Promise<string[]> {
  figures.screens += 1
  const wrong = [...(await ranOn(desk.page)), ...(await turnsOn(desk.page)), ...(await sidewaysOn(desk.page))]
  return [...wrong, ...faults.splice(0)].map(each => `${name}: ${each}`)
}

test('no screen runs them, is turned by them or is widened by them', async () => {
  const wrong: string[] = []
  const at = atDesk(desk, 'kk')
  const { page } = desk
  for (const screen of ['today', 'reception', 'schedule', 'report', 'directories', 'settings', 'register']) {
    await goToAddress(at, `#/${screen}`)
    await page.locator('.main h1, .main h2').first().waitFor()
    // Who came is drawn once the list has answered.
    if (screen === 'reception') await page.locator('.main li, .main tr').nth(5).waitFor()
    wrong.push(...(await look(screen)))
  }
  await goToAddress(at, '#/applications')
  await page.getByRole('row').nth(3).waitFor()
  for (let turn = 0; turn < (FULL ? 40 : 8); turn++) {
    wrong.push(...(await look('applications')))
    await page.mouse.move(500, 500)
    await page.mouse.wheel(0, FULL ? 600 : 2500)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  for (const [index, open] of applications.entries()) {
    if (index % (FULL ? 3 : 7) > 0) continue
    await goToAddress(at, `#/applications?open=${open}`)
    await page.getByText(t('column.essence'), { exact: true }).last().waitFor()
    wrong.push(...(await look(`card ${index}`)))
  }
  for (const text of TEXTS.slice(0, FULL ? 300 : 12)) {
    if (text.trim() !== '') await searchFor(at, cut(text, 60) || 'И')
    wrong.push(...(await look('search')))
  }
  expect(wrong).toEqual([])
})

test('the form takes them by hand and shows earlier cases of such a person', async () => {
  const { page } = desk
  await page.keyboard.press('Escape')
  await goToAddress(atDesk(desk, 'kk'), '#/register')
  await page.locator('.register-form').waitFor()
  for (const [name, text] of [
    ['surname', '\u202eвонавИ'],
    ['given', '<img src=x onerror="window.hostile=1">'],
    ['patronymic', '\u2069\u202eשלום'],
    ['phone', "=cmd|' /C calc'!A0"],
    ['essence', `${'Ә'.repeat(3000)} $t(app.name) {{count}}`],
    ['topic', '__proto__'],
  ] as const) {
    await page.locator(`.register-form [name="${name}"]`).fill(text)
  }
  expect(await look('register')).toEqual([])
  await page.locator('.register-form [name="surname"]').fill(cut(TEXTS[0] ?? '', 100))
  await page.locator('.register-form [name="given"]').fill(cut(TEXTS[7] ?? '', 100))
  await page.locator('.earlier-case').first().waitFor({ timeout: 20_000 })
  expect(await look('earlier')).toEqual([])
})

test('five talons: nothing turned, nothing run, one page', async () => {
  const settings = await call<object>(desk.page, 'settingsGet')
  for (const [index, shape] of TalonShape.options.entries()) {
    await call(desk.page, 'settingsSet', { ...settings, talon: { shape, printer: null } })
    const file = path.join(folder, `talon-${shape}.pdf`)
    await desk.answerNextDialog({ filePath: file })
    await call(desk.page, 'talonSave', { application: applications[index] })
    expect((await run('pdfinfo', [file])).stdout).toMatch(/Pages: +1\n/)
    if (shape.endsWith('mm')) continue
    const text = (await run('pdftotext', ['-layout', file, '-'])).stdout
    for (const word of LABELS) expect(text).toContain(t(word))
  }
})

test('a list on paper keeps its columns, and in a file every text stays a text', async () => {
  const rows = TEXTS.map((text, index) => [`B${index}`, text, `A${index}`])
  const pdf = path.join(folder, 'list.pdf')
  await desk.answerNextDialog({ filePath: pdf })
  const job = {
    ...{ kind: 'list', paper: 'A4', language: 'kk', title: TEXTS[0], narrowed: TEXTS.slice(0, 7), printedBy: TEXTS[2] },
    columns: ['B', 'T', 'A'].map(title => ({ title, under: false })),
    rows: rows.map(row => row.map(cell => cell.slice(0, 200))),
    printedOn: '2026-11-22',
  }
  await call(desk.page, 'sheetSave', { job, fileName: 'list' })
  // By the place of each word on the page: in rows of text one sign that is read as a whole phrase pushes its neighbours together.
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 1e8 })
  const words = new Set(stdout.match(/(?<=<word [^>]*>)[^<]*(?=<)/g))
  expect(rows.flatMap(([before, , after]) => [before, after]).filter(word => !words.has(word as string))).toEqual([])

  const xlsx = path.join(folder, 'list.xlsx')
  await desk.answerNextDialog({ filePath: xlsx })
  await call(desk.page, 'tableSave', { table: { title: TEXTS[0], columns: ['B', 'T', 'A'], rows }, fileName: 'list' })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(xlsx)
  const cells = rows.map((_, index) => book.worksheets[0]?.getRow(index + 3).getCell(2))
  for (const cell of cells) {
    expect([cell?.formula, cell?.hyperlink]).toEqual([undefined, undefined])
    expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Null]).toContain(cell?.type)
    figures.cells += 1
  }
  expect(cells.map(cell => cellText(String(cell?.value ?? ''))).slice(0, 3)).toEqual(TEXTS.slice(0, 3).map(cellText))
})

test('the journal is whole, opens again, and nothing was written beside it', async () => {
  expect(await call(desk.page, 'journalVerify')).toMatchObject({ brokenAt: null })
  const names = (await filesUnder(desk.userData)).filter(name => /hostile_|passwd|\.\./.test(name))
  expect(names).toEqual([])
  await desk.page.reload()
  await whenReady(desk.page)
  expect(await ranOn(desk.page)).toEqual(['not watched'])
})
