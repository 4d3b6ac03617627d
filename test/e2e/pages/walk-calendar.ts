import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { nextWorkingDay } from '#shared/calendar/rules.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { officeDate } from '#shared/time/office-time.ts'
import { remove } from './at-desk.ts'
import { addHoliday, button, fileAct, openYear, rowOf } from './calendar.ts'
import { form } from './directories.ts'
import { closeDialog, openDialog, type Stop, stop, text } from './walk.ts'

const LONG = {
  kk: 'Қазақстан Республикасының мемлекеттік рәміздері күні',
  ru: 'День государственных символов Республики Казахстан',
}

/** The working calendar: a year, what it lacks, its forms, what it moves, a file that cannot be taken. */
export const CALENDAR: readonly Stop[] = [
  stop('calendar', async at => {
    await closeDialog(at)
    await openYear(at, 2027)
  }),
  stop('calendar-findings', async at => {
    for (const date of ['2027-01-04', '2027-03-24', '2027-05-16'])
      await rowOf(at, date).getByText(at.t('calendar.remove'), { exact: true }).click()
    await text(at, 'calendar.finding.no_kurban_ait')
  }),
  stop('calendar-keep', at => openDialog(at, button(at, 'calendar.keep'))),
  stop('calendar-day', async at => {
    await closeDialog(at)
    await openDialog(at, button(at, 'calendar.add_day'))
    await at.page.keyboard.press('Enter')
    await text(at, 'calendar.fault.date')
  }),
  stop('calendar-moved', async at => {
    await closeDialog(at)
    const today = officeDate(Date.now())
    // What came outside working time counts from the next working day.
    for (const from of [today, nextWorkingDay(today, SEED_CALENDAR)]) {
      const { by } = getTerm('answer', 'WKO-2020/2023', from, SEED_CALENDAR)
      await openYear(at, Number(by.slice(0, 4)))
      if ((await rowOf(at, by).count()) === 0) await addHoliday(at, by, LONG)
    }
    await openDialog(at, button(at, 'calendar.effect.see'))
    await form(at).getByRole('row').nth(1).waitFor()
  }),
  stop('calendar-read', async at => {
    await closeDialog(at)
    const folder = await mkdtemp(path.join(tmpdir(), 'calendar-'))
    onTestFinished(() => remove(folder))
    const file = path.join(folder, 'calendar.json')
    const days = [{ date: '2026-02-30' }, { date: '2026-02-20', mark: 'x' }]
    const year = { year: 2026, status: 'approved', act: { kk: '', ru: '' }, days }
    await writeFile(file, JSON.stringify({ format: 'qabyldau-calendar', version: 1, years: [year] }))
    await at.desk.answerNextDialog({ filePaths: [file] })
    await fileAct(at, 'calendar.open')
    await text(at, 'calendar.problem.date_unreadable')
  }),
]
