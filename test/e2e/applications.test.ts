import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maskIin } from '#shared/applicant/mask.ts'
import { findEntry } from '#shared/directory/find.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { fold } from '#shared/text/fold.ts'
import { quarterTitle } from '#shared/time/official-date.ts'
import { Quarter } from '#shared/time/plain-date.ts'
import { type ExpectedRecord, expectedJournal, QUARTERS } from '#test/fixtures/import/expected.ts'
import {
  card,
  chips,
  columnTitles,
  erasePerson,
  exportList,
  narrowBy,
  narrowByText,
  openCard,
  rowsInSight,
  takeAway,
  waitForTotal,
} from './pages/applications.ts'
import { type AtDesk, factOf, remove, sitDown } from './pages/at-desk.ts'
import { goTo, savedRecords, savedSentence, searchFor } from './pages/frame.ts'
import { datesIn, flowsIn } from './pages/words.ts'
import { type PreparedDesk, sitAt, sitAtForTest } from './prepared/prepared-desk.ts'

const records = QUARTERS.flatMap(quarter => expectedJournal(quarter).records)
const nameOf = (one: ExpectedRecord) => [one.surname, one.given, one.patronymic].filter(Boolean).join(' ')
const countOf = (test: (one: ExpectedRecord) => boolean) => records.filter(test).length
const byIin = (iin: string) => countOf(one => one.iin === iin)

/** A person whose name is written with letters a Russian keyboard does not have, and whose IIN checks. */
const someone = records.find(
  one => /^Ә.*[қғұүің]/.test(nameOf(one)) && byIin(one.iin) === 1 && one.phone && !one.badIin,
)!

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'applications-files-'))
})
afterAll(() => remove(folder))

describe.each(flowsIn('ru'))('applications, %s', language => {
  let seat: PreparedDesk
  let at: AtDesk
  beforeAll(async () => {
    seat = await sitAt('filled', language)
    at = seat.at
    await goTo(at, 'applications')
  })
  afterAll(() => seat.leave())

  test('the list holds every record, newest first, no IIN in full', async () => {
    await waitForTotal(at, records.length)
    const rows = await rowsInSight(at)
    expect(rows.length).toBeGreaterThan(8)
    const newest = records
      .map(one => one.registered)
      .toSorted()
      .at(-1)!
    expect(records.filter(one => one.registered === newest).map(nameOf)).toContain(rows[0]?.[at.t('column.person')])
    const masked = new Set(records.map(one => maskIin(one.iin)))
    for (const row of rows) expect(masked).toContain(row[at.t('column.iin')])
    const text = await at.page.locator('body').innerText()
    expect(records.filter(one => one.iin.length === 12 && text.includes(one.iin))).toEqual([])
  })

  test('boxes narrow it together, chips tell by what, and each can be taken away', async () => {
    const quarter = quarterTitle(Quarter.parse('2026-Q3'), datesIn(language))
    const topic = findEntry(SEED_DIRECTORIES.topic, 'housing')?.[language] ?? ''
    const outcome = findEntry(SEED_DIRECTORIES.outcome, 'received')?.[language] ?? ''
    const ofQuarter = expectedJournal('2026-q3').records
    await narrowBy(at, 'quarter', quarter)
    await waitForTotal(at, ofQuarter.length)
    await narrowBy(at, 'byTopic', topic)
    await waitForTotal(at, ofQuarter.filter(one => one.topic === 'housing').length)
    await narrowBy(at, 'byOutcome', outcome)
    await waitForTotal(at, ofQuarter.filter(one => one.topic === 'housing' && one.outcome === 'received').length)
    expect(await chips(at).count()).toBe(3)
    for (const row of await rowsInSight(at)) {
      expect(row[at.t('column.topic')]).toBe(topic)
      expect(row[at.t('column.status')]).toBe(outcome)
    }
    await takeAway(at, `${at.t('dimension.byTopic')}: ${topic}`)
    await waitForTotal(at, ofQuarter.filter(one => one.outcome === 'received').length)
    await takeAway(at, `${at.t('dimension.byOutcome')}: ${outcome}`)
    await takeAway(at, quarter)
    await waitForTotal(at, records.length)
    await at.page.getByLabel(at.t('applications.only_marked'), { exact: true }).check()
    await waitForTotal(
      at,
      countOf(one => one.badIin === true),
    )
    await at.page.getByLabel(at.t('applications.only_marked'), { exact: true }).uncheck()
    await waitForTotal(at, records.length)
  })

  test('a person is found in any spelling and by any number in full', async () => {
    const name = nameOf(someone)
    const spellings = [name, name.toUpperCase(), withoutKazakhLetters(name), lookalikes(withoutKazakhLetters(name))]
    const same = countOf(one => fold(nameOf(one)) === fold(name))
    for (const spelling of spellings) {
      await narrowByText(at, spelling)
      await waitForTotal(at, same)
      expect((await searchFor(at, spelling)).join('\n'), spelling).toContain(name)
    }
    const phone = someone.phone
    const numbers = [
      someone.iin,
      `${someone.iin.slice(0, 6)} ${someone.iin.slice(6)}`,
      phone,
      `8 (${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8, 10)}-${phone.slice(10)}`,
      someone.eotinish,
    ]
    for (const number of numbers) {
      const found = await searchFor(at, number)
      expect(found.length, number).toBe(1)
      expect(found[0], number).toContain(name)
      expect(found[0], number).not.toContain(someone.iin)
    }
    expect(await searchFor(at, '000000000000')).toEqual([])
    await at.page.keyboard.press('Escape')
    await narrowByText(at, '')
    await waitForTotal(at, records.length)
  })

  test('Enter before the answer has come opens nobody, never the one found before', async () => {
    const other = records.find(one => one.surname !== someone.surname)!
    await searchFor(at, someone.iin)
    const box = at.page.getByRole('combobox', { name: at.t('search.label') })
    await box.fill(nameOf(other))
    await box.press('Enter')
    expect(await card(at).count()).toBe(0)
    expect((await searchFor(at, someone.iin)).length).toBe(1)
    await box.press('Enter')
    await card(at)
      .getByRole('heading', { name: nameOf(someone), exact: true })
      .waitFor()
    await card(at)
      .getByRole('button', { name: at.t('act.close'), exact: true })
      .click()
  })

  test('the card shows the person, the matter and the row as it stood in the file', async () => {
    await narrowByText(at, someone.iin)
    await waitForTotal(at, 1)
    const pane = await openCard(at, nameOf(someone))
    expect(await factOf(pane, at.t('column.iin')).first().innerText()).toBe(someone.iin)
    expect(await factOf(pane, at.t('column.phone')).first().innerText()).toBe(someone.phone)
    expect(await factOf(pane, at.t('column.essence')).innerText()).toBe(someone.essence)
    expect(await factOf(pane, at.t('column.eotinish')).innerText()).toBe(someone.eotinish)
    await pane.getByRole('heading', { name: at.t('card.cells'), exact: true }).waitFor()
    expect(await factOf(pane, 'ЖСН / ИИН').innerText()).toContain(someone.iin.replace(/^0+/, ''))
    expect(await factOf(pane, 'Мәселенің мәні / Суть вопроса').innerText()).toContain(someone.essence)
    await pane.getByRole('button', { name: at.t('act.close'), exact: true }).click()
    await pane.waitFor({ state: 'detached' })
    await narrowByText(at, '')
  })

  test('the file written is the list as it is seen; a closed dialog writes none', async () => {
    await exportList(at, null)
    expect(await savedSentence(at)).toContain(at.t('saved.canceled'))
    await narrowBy(at, 'byTopic', findEntry(SEED_DIRECTORIES.topic, 'flood')?.[language] ?? '')
    const count = countOf(one => one.topic === 'flood')
    await waitForTotal(at, count)
    const file = path.join(folder, `list-${language}.xlsx`)
    await exportList(at, file)
    expect(await savedSentence(at)).toContain(file)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(file)
    const sheet = book.worksheets[0]!
    const rows: string[][] = []
    sheet.eachRow(row => rows.push(((row.values as unknown[]) ?? []).slice(1).map(value => String(value ?? ''))))
    const titles = await columnTitles(at)
    const head = rows.findIndex(row => row[0] === titles[0])
    expect(rows[head]).toEqual(titles)
    expect(rows.length - head - 1).toBe(count)
    const first = (await rowsInSight(at))[0]!
    expect(titles.map((_, place) => rows[head + 1]?.[place] ?? '')).toEqual(titles.map(title => first[title]))
    await at.page.getByRole('navigation').getByText(at.t('nav.applications'), { exact: true }).click()
    await waitForTotal(at, records.length)
  })
})

test.each(flowsIn('ru'))(
  'a person erased is unreadable in every record, at once and after a restart, %s',
  async language => {
    const { at: first, userData } = await sitAtForTest('filled', language)
    // Somebody who came twice: both records are the same person's.
    const twice = records.find(one => !one.badIin && byIin(one.iin) === 2)!
    const name = nameOf(twice)
    let at = first
    await goTo(at, 'applications')
    await narrowByText(at, twice.iin)
    await waitForTotal(at, 2)
    await openCard(at, name)
    await erasePerson(at)
    await savedRecords(at)
    const expectGone = async () => {
      expect(await searchFor(at, twice.iin)).toEqual([])
      expect(await searchFor(at, twice.eotinish)).toEqual([])
      expect((await searchFor(at, name)).length).toBe(countOf(one => fold(nameOf(one)) === fold(name)) - 2)
      await at.page.keyboard.press('Escape')
    }
    await expectGone()
    const pane = await card(at).innerText()
    for (const text of [twice.surname, twice.iin, twice.phone, twice.essence, twice.eotinish])
      expect(pane).not.toContain(text)
    await at.desk.quit()
    await at.desk.close()
    at = await sitDown(language, { userData })
    try {
      await savedRecords(at)
      await goTo(at, 'applications')
      await waitForTotal(at, records.length)
      await expectGone()
      expect(await filesWith(userData, [twice.iin, twice.eotinish, name])).toEqual([])
    } finally {
      await at.desk.close()
    }
  },
)

/** As typed where there is no Kazakh keyboard. */
function withoutKazakhLetters(text: string): string {
  const plain: Record<string, string> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' }
  return text.toLowerCase().replace(/[әғқңөұүһі]/g, letter => plain[letter] ?? letter)
}

/** Latin letters that look the same, as a careless keyboard leaves them. */
function lookalikes(text: string): string {
  const latin: Record<string, string> = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x' }
  return text.replace(/[аеорсх]/g, letter => latin[letter] ?? letter)
}

/** Files under a folder that hold one of the texts in any encoding a program of ours or Chromium writes. */
async function filesWith(root: string, texts: readonly string[]): Promise<string[]> {
  const sought = texts.flatMap(text => [Buffer.from(text), Buffer.from(text, 'utf16le')])
  const found: string[] = []
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    if (sought.some(one => bytes.includes(one))) found.push(path.relative(root, file))
  }
  return found
}
