import { readFileSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bigJournal } from '#test/fixtures/import/big-journal.ts'
import { expectedJournal, samplePath } from '#test/fixtures/import/expected.ts'
import { makeZip, workbookParts } from '#test/fixtures/import/make-zip.ts'
import { waitForTotal } from './pages/applications.ts'
import { type AtDesk, remove } from './pages/at-desk.ts'
import { goTo, savedRecords } from './pages/frame.ts'
import {
  chooseFile,
  closeImport,
  columnMeaning,
  dropDryRun,
  dryCount,
  history,
  look,
  problems,
  runImport,
  takeBack,
  waitUntilBrought,
} from './pages/import.ts'
import { flowsIn, patternOf, rawWords } from './pages/words.ts'
import { OFFICIALS, type PreparedDesk, sampleCounts, sitAt } from './prepared/prepared-desk.ts'

const JOURNAL = samplePath('journal-2026-q3.xlsx')
const sample = expectedJournal('2026-q3')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'import-files-'))
})
afterAll(() => remove(folder))

async function fileOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, bytes)
  return file
}

describe.each(flowsIn('kk'))('import, %s', language => {
  let seat: PreparedDesk
  let at: AtDesk
  beforeAll(async () => {
    seat = await sitAt('begun', language)
    at = seat.at
    await goTo(at, 'import')
  })
  afterAll(() => seat.leave())

  test('a closed dialog changes nothing', async () => {
    const before = await savedRecords(at)
    await chooseFile(at, 'journal', null)
    await at.page.getByText(at.t('import.history.none'), { exact: true }).waitFor()
    expect(await at.page.getByText(at.t('import.dry_run'), { exact: true }).count()).toBe(0)
    expect(await at.page.getByRole('alert').count()).toBe(0)
    expect(await savedRecords(at)).toBe(before)
  })

  test('officials: looked at first, brought in, told', async () => {
    await look(at, 'officials', samplePath('officials.csv'))
    expect(await dryCount(at, 'records')).toBe(OFFICIALS.kept)
    await runImport(at, OFFICIALS.kept)
    await waitUntilBrought(at, 'officials', OFFICIALS)
    await closeImport(at)
    await expect.poll(() => history(at).count()).toBe(1)
  })

  test('a column nobody could guess is told to be missing and is put right by hand', async () => {
    const csv = ['№;Күні;Ф.И.О.;ИИН;Не о том', '1;02.07.2026;Есенова Әсел;;Мәселе мәні', '2;03.07.2026;Ким Роман;;Жол']
    await look(at, 'journal', await fileOf(`by-hand-${language}.csv`, `\uFEFF${csv.join('\r\n')}`))
    const missing = at.page.getByText(patternOf(rawWords(language, 'import.columns.missing')))
    expect(await missing.innerText()).toContain(at.t('field.journal.essence'))
    await columnMeaning(at, 'Не о том').selectOption({ label: at.t('field.journal.essence') })
    await at.page.getByText('Мәселе мәні', { exact: false }).nth(1).waitFor()
    expect(await columnMeaning(at, 'Не о том').inputValue()).toBe('essence')
    expect((await missing.count()) === 0 || !(await missing.innerText()).includes(at.t('field.journal.essence'))).toBe(
      true,
    )
    await dropDryRun(at)
  })

  test('the dry run shows every column, what is wrong and the rows it is wrong in; nothing is written yet', async () => {
    const before = await savedRecords(at)
    await look(at, 'journal', JOURNAL)
    expect(await dryCount(at, 'records')).toBe(sample.rows)
    expect(await dryCount(at, 'badIin')).toBe(sample.badIin.length)
    expect(await dryCount(at, 'already')).toBe(0)
    for (const [header, field] of [
      ['№ п/п', 'number'],
      ['Т.А.Ә. / Ф.И.О.', 'person'],
      ['ЖСН / ИИН', 'iin'],
      ['Кімге / К кому на приём', 'official'],
      ['e-Өтініш №', 'eotinish'],
    ] as const)
      expect(await columnMeaning(at, header).inputValue(), header).toBe(field)
    expect((await problems(at)).reduce((sum, one) => sum + one.rows, 0)).toBe(sample.badIin.length)
    await expectMarkedRows(at)
    expect(await savedRecords(at)).toBe(before)
  })

  test('the rows come in, and the marked ones among them are one press away', async () => {
    await runImport(at, sample.rows)
    await waitUntilBrought(at, 'journal', sampleCounts('2026-q3'))
    await at.page.getByRole('button', { name: at.t('import.see_marked'), exact: true }).click()
    await waitForTotal(at, sample.badIin.length)
    await goTo(at, 'applications')
    await waitForTotal(at, sample.rows)
  })

  test('the same file once more: everything is there already', async () => {
    await goTo(at, 'import')
    await look(at, 'journal', JOURNAL)
    expect(await dryCount(at, 'already')).toBe(sample.rows)
    await at.page.getByText(at.t('import.nothing_new'), { exact: true }).waitFor()
    const act = at.page.getByRole('button', { name: at.t('import.run', { count: 0 }), exact: true })
    expect(await act.isDisabled()).toBe(true)
    await dropDryRun(at)
  })

  test('taken back as a whole it leaves lists and figures at zero, and can come again', async () => {
    await takeBack(at, history(at).first())
    await goTo(at, 'applications')
    await at.page.getByText(at.t('applications.none.title'), { exact: true }).waitFor()
    await goTo(at, 'report')
    await at.page.getByText(at.t('report.none.title'), { exact: true }).waitFor()
    await goTo(at, 'import')
    await look(at, 'journal', JOURNAL)
    expect(await dryCount(at, 'already')).toBe(0)
    await runImport(at, sample.rows)
    await waitUntilBrought(at, 'journal', sampleCounts('2026-q3'))
    await closeImport(at)
    await goTo(at, 'applications')
    await waitForTotal(at, sample.rows)
  })

  test('a file that is broken, a bomb, locked, empty or no table gives one sentence and costs nothing', async () => {
    await goTo(at, 'import')
    const before = await savedRecords(at)
    const good = readFileSync(JOURNAL)
    const cfb = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(2048),
    ])
    const hostile = [
      ['broken.xlsx', good.subarray(0, good.length / 2), 'error.table.broken'],
      ['bomb.xlsx', makeZip(workbookParts(Buffer.alloc(30_000_000))), 'error.table.unpacks_too_large'],
      ['locked.xlsx', cfb, 'error.table.encrypted'],
      ['empty.csv', Buffer.alloc(0), 'error.table.empty'],
      ['picture.xlsx', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n', 'latin1'), 'error.table.wrong_kind'],
      ['letter.csv', Buffer.from('\uFEFFНет здесь;никакой\r\nтаблицы;вовсе\r\n'), 'error.import.no_header'],
    ] as const
    for (const [name, bytes, sentence] of hostile) {
      await chooseFile(at, 'journal', await fileOf(name, bytes))
      await at.page
        .getByRole('alert')
        .filter({ hasText: at.t(sentence) })
        .waitFor()
    }
    await chooseFile(at, 'journal', path.join(folder, 'gone.xlsx'))
    await at.page
      .getByRole('alert')
      .filter({ hasText: at.t('error.table.not_found') })
      .waitFor()
    expect(await savedRecords(at)).toBe(before)
    await goTo(at, 'applications')
    await waitForTotal(at, sample.rows)
  })
})

test('stopped in the middle, a long journal is completed by a repeat without a double, and the screen never freezes', async () => {
  const rows = 5000
  const file = await fileOf('long.csv', bigJournal(rows, 20261122))
  const seat = await sitAt('begun', 'ru')
  try {
    const { at } = seat
    await goTo(at, 'import')
    await look(at, 'journal', file)
    expect(await dryCount(at, 'records')).toBe(rows)
    await watchForFreezes(at)
    await runImport(at, rows)
    await at.page.getByRole('progressbar', { name: at.t('import.progress'), exact: true }).waitFor()
    await at.page.getByRole('button', { name: at.t('import.stop'), exact: true }).click()
    const stopped = at.page.getByText(patternOf(rawWords('ru', 'import.stopped')))
    const kept = Number(/\d+/.exec(await stopped.innerText())?.[0])
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(rows)
    await closeImport(at)
    await history(at).first().getByText(at.t('import.state.stopped'), { exact: true }).waitFor()
    await look(at, 'journal', file)
    expect(await dryCount(at, 'already')).toBe(kept)
    await runImport(at, rows - kept)
    const done = patternOf(rawWords('ru', 'import.done.journal'))
    await at.page.getByText(done).waitFor({ timeout: 60_000 })
    await closeImport(at)
    await goTo(at, 'applications')
    await waitForTotal(at, rows)
    expect(await longestFreeze(at)).toBeLessThan(1000)
  } finally {
    await seat.leave()
  }
})

/** Rows that will be marked, each with its number in the sheet and why. */
async function expectMarkedRows(at: AtDesk): Promise<void> {
  const { page, t } = at
  const card = page.getByRole('region', { name: t('import.rows.title'), exact: true })
  await card.getByText(t('import.rows.marked'), { exact: true }).click()
  const lines = card.getByRole('listitem')
  await lines
    .filter({ hasText: t('import.row.marked') })
    .nth(sample.badIin.length - 1)
    .waitFor()
  expect(await lines.count()).toBe(sample.badIin.length)
  const texts = await lines.allInnerTexts()
  for (const [index, number] of sample.badIin.entries()) {
    const record = sample.records.find(({ n }) => n === number)!
    expect(texts[index]).toContain(record.surname)
    expect(texts[index]).toContain(t('field.journal.iin'))
    expect(texts[index]).not.toContain(record.iin)
  }
  await card.getByText(t('import.rows.all'), { exact: true }).click()
}

/** Counts the longest time the page did not get its turn, in milliseconds. */
async function watchForFreezes(at: AtDesk): Promise<void> {
  await at.page.evaluate(() => {
    const state = { longest: 0, last: performance.now() }
    Object.assign(window, { freezes: state })
    setInterval(() => {
      const now = performance.now()
      state.longest = Math.max(state.longest, now - state.last)
      state.last = now
    }, 20)
  })
}

function longestFreeze(at: AtDesk): Promise<number> {
  return at.page.evaluate(() => (window as unknown as { freezes: { longest: number } }).freezes.longest)
}
