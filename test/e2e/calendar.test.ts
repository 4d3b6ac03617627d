import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { nextWorkingDay } from '#shared/calendar/rules.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { card } from './pages/applications.ts'
import { remove } from './pages/at-desk.ts'
import { addHoliday, button, fileAct, keepYear, openYear, registeredCase, rowOf } from './pages/calendar.ts'
import { form } from './pages/directories.ts'
import { press, tabTo } from './pages/focus-walk.ts'
import { goTo, goToAddress, savedSentence } from './pages/frame.ts'
import { datesIn, flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const FEAST = { kk: 'Кітап күні', ru: 'День книги' }
const ACT = { kk: 'Министрдің № 415 бұйрығы', ru: 'приказ Министра № 415' }

async function folderOf(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'calendar-'))
  onTestFinished(() => remove(folder))
  return folder
}

describe.each(flowsIn('ru'))('the working calendar, %s', language => {
  test('a holiday is added by keys alone: which terms it moves is shown before, told after, and the card says why', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page, t } = at
    const dates = datesIn(language)
    const { entity, from } = await registeredCase(at, 'Оспанов', 'm1')
    const before = getTerm('answer', 'WKO-2020/2023', PlainDate.parse(from), SEED_CALENDAR).by
    const after = nextWorkingDay(before, SEED_CALENDAR)
    const year = Number(before.slice(0, 4))

    await page.keyboard.press('Control+Digit8')
    await press(page, page.getByRole('link', { name: t('directories.calendar'), exact: true }))
    await press(page, page.getByRole('link', { name: String(year), exact: true }))
    await addHoliday(at, before, FEAST)
    await page.getByText(t('calendar.effect', { count: 1 })).waitFor()
    await press(page, button(at, 'calendar.effect.see'))
    const line = form(at).getByRole('row').nth(1)
    const said = await line.innerText()
    for (const text of [screenDate(before, dates), screenDate(after, dates), FEAST[language], 'Оспанов'])
      expect(said).toContain(text)
    await page.keyboard.press('Escape')
    await form(at).waitFor({ state: 'detached' })

    // Nothing has moved yet: the year is not kept.
    await goToAddress(at, `#/applications?open=${entity}`)
    await card(at).getByText(screenDate(before, dates)).first().waitFor()
    await openYear(at, year)
    await page.getByText(t('calendar.edited'), { exact: true }).waitFor()
    await keepYear(at, ACT)
    await page.getByText(t('calendar.kept', { year }), { exact: true }).waitFor()
    await page.getByText(t('calendar.rests_on', { act: ACT[language] }), { exact: true }).waitFor()

    await goToAddress(at, `#/applications?open=${entity}`)
    await card(at).getByText(screenDate(after, dates)).first().waitFor()
    await card(at)
      .getByRole('button', { name: new RegExp(screenDate(after, dates)) })
      .first()
      .press('Enter')
    await page.getByText(FEAST[language]).first().waitFor()
    await page.keyboard.press('Escape')

    await goTo(at, 'today')
    const told = page.getByText(t('today.moved_terms', { count: 1 }), { exact: true })
    await told.waitFor()
    await press(page, button(at, 'calendar.effect.see'))
    await form(at)
      .getByText(t('calendar.moved.since', { count: 1 }), { exact: true })
      .waitFor()
    expect(await form(at).getByRole('row').nth(1).innerText()).toContain(screenDate(after, dates))
    await page.keyboard.press('Escape')
    await form(at).waitFor({ state: 'detached' })
    await goTo(at, 'today')
    await press(page, button(at, 'today.put_away'))
    await told.waitFor({ state: 'detached' })
    await goTo(at, 'applications')
    await goTo(at, 'today')
    await page.getByText(t('today.due'), { exact: true }).waitFor()
    expect(await told.count()).toBe(0)
  })

  test('a year goes out as a file and as a table and comes back the same; what differs is shown before it is taken', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page, t, desk } = at
    const folder = await folderOf()
    await openYear(at, 2026)
    await addHoliday(at, '2026-08-17', FEAST)
    await keepYear(at, ACT)
    await page.getByText(t('calendar.kept', { year: 2026 }), { exact: true }).waitFor()

    const file = path.join(folder, 'calendar.json')
    await desk.answerNextDialog({ filePath: file })
    await fileAct(at, 'calendar.file')
    expect(await savedSentence(at)).toContain(file)
    const table = path.join(folder, 'calendar.xlsx')
    await desk.answerNextDialog({ filePath: table })
    await fileAct(at, 'calendar.xlsx')
    await page.getByText(table).waitFor()
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ version: 1, years: [{}, {}, { act: ACT }, {}] })

    for (const one of [file, table]) {
      await desk.answerNextDialog({ filePaths: [one] })
      await fileAct(at, 'calendar.open')
      await form(at).getByText(t('calendar.read.nothing'), { exact: true }).waitFor()
      await page.keyboard.press('Escape')
      await form(at).waitFor({ state: 'detached' })
    }

    await rowOf(at, '2026-08-17').getByText(t('calendar.remove'), { exact: true }).click()
    await rowOf(at, '2026-08-17').waitFor({ state: 'detached' })
    await keepYear(at, ACT)
    await page.getByText(t('calendar.kept', { year: 2026 }), { exact: true }).waitFor()
    for (const one of [table, file]) {
      await desk.answerNextDialog({ filePaths: [one] })
      await fileAct(at, 'calendar.open')
      await form(at)
        .getByText(t('calendar.read.year', { year: 2026, added: 1, changed: 0, removed: 0 }), { exact: true })
        .waitFor()
      await press(page, form(at).getByRole('button', { name: t('calendar.read.take'), exact: true }))
      await form(at).waitFor({ state: 'detached' })
      expect(await rowOf(at, '2026-08-17').innerText()).toContain(FEAST.ru)
      await page.getByText(t('calendar.edited'), { exact: true }).waitFor()
      await button(at, 'calendar.drop').click()
      await rowOf(at, '2026-08-17').waitFor({ state: 'detached' })
    }
  })

  test('a bad file tells which row is wrong and what to do, and changes nothing', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page, t, desk } = at
    const folder = await folderOf()
    await openYear(at, 2026)
    const open = async (name: string, text: string) => {
      const file = path.join(folder, name)
      await writeFile(file, text)
      await desk.answerNextDialog({ filePaths: [file] })
      await fileAct(at, 'calendar.open')
    }
    await open('none.json', '{"a":1}')
    await page.getByText(t('error.calendar.not_calendar'), { exact: true }).waitFor()
    await open('newer.json', '{"format":"qabyldau-calendar","version":9,"years":[]}')
    await page.getByText(t('error.calendar.newer_file'), { exact: true }).waitFor()
    const columns = [
      'calendar.column.date',
      'calendar.column.kind',
      'calendar.column.name_kk',
      'calendar.column.name_ru',
    ] as const
    const heads = columns.map(column => t(column))
    const rows = [heads, ['17.08.2026', t('calendar.mark.holiday'), FEAST.kk, FEAST.ru], ['32.08.2026', 'x', 'y', 'z']]
    await open('bad.csv', rows.map(row => row.join(';')).join('\n'))
    await form(at)
      .getByText(t('calendar.read.problems', { count: 1 }), { exact: true })
      .waitFor()
    const problem = await form(at).getByRole('listitem').innerText()
    expect(problem).toContain(t('calendar.read.row', { row: 3 }))
    expect(problem).toContain(t('calendar.problem.date_unreadable'))
    expect(
      await form(at)
        .getByRole('button', { name: t('calendar.read.take'), exact: true })
        .count(),
    ).toBe(0)
    await tabTo(
      page,
      form(at)
        .getByRole('button', { name: t('act.close'), exact: true })
        .last(),
    )
    await page.keyboard.press('Enter')
    await form(at).waitFor({ state: 'detached' })
    expect(await rowOf(at, '2026-08-17').count()).toBe(0)
    expect(await page.getByText(t('calendar.edited'), { exact: true }).count()).toBe(0)
  })
})
