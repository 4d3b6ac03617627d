import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayAndMonth } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { expectedJournal, QUARTERS } from '#test/fixtures/import/expected.ts'
import { SAMPLE_OFFICIALS } from '#test/fixtures/report.ts'
import { type AtDesk, remove, sitDown } from './pages/at-desk.ts'
import { officeWorks } from './pages/decisions.ts'
import { press } from './pages/focus-walk.ts'
import { goToAddress, savedSentence } from './pages/frame.ts'
import * as planner from './pages/schedule.ts'
import { datesIn, flowsIn, wordsIn } from './pages/words.ts'
import { type PreparedDesk, sitAt, sitAtForTest } from './prepared/prepared-desk.ts'

const run = promisify(execFile)
/** Portrait or landscape, in points. */
const SIZES = { pdf_a4: [595, 842], pdf_a3: [842, 1191] } as const
/** A sheet is drawn, printed and flushed. */
const WAIT = { timeout: 30_000 }
const MONTH = '2026-10'
/** Who receives on the second Monday and the fourth Thursday of the sample. */
const [LEBEDEVA, MYRZAGALIEV] = [SAMPLE_OFFICIALS[4]!, SAMPLE_OFFICIALS[3]!]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'schedule-files-'))
})
afterAll(() => remove(folder))

describe.each(flowsIn('kk'))('a month by keys alone, %s', language => {
  let seat: PreparedDesk
  let at: AtDesk
  beforeAll(async () => {
    seat = await sitAt('filled', language)
    at = seat.at
    await planner.openMonth(at, MONTH)
  })
  afterAll(async () => {
    await at.desk.close()
    await seat.leave()
  })

  test('proposed by the rules; a reception goes to the next working day and back, and is left out only when asked', async () => {
    const { page, t } = at
    const surname = LEBEDEVA.name.surname[language]
    await planner.goToDay(at, '2026-10-12')
    await page.keyboard.press('Control+ArrowRight')
    await planner.chipOn(at, '2026-10-13', surname).and(page.locator(':focus')).waitFor()
    await page.getByText(t('schedule.status.edited'), { exact: true }).waitFor()
    await page.keyboard.press('Control+ArrowLeft')
    await planner.chipOn(at, '2026-10-12', surname).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Delete')
    await page.keyboard.press('Escape')
    await planner.dialogOf(at).waitFor({ state: 'detached' })
    expect(await planner.chipOn(at, '2026-10-12', surname).count()).toBe(1)
    // What was edited and not approved outlives a kill.
    await at.desk.close()
    at = await sitDown(language, { userData: seat.userData })
    await planner.openMonth(at, MONTH)
    await at.page.getByText(t('schedule.status.edited'), { exact: true }).waitFor()
  })

  test('a sheet printed before the approval says so on its face, one after it does not; both papers hold', async () => {
    const draft = path.join(folder, 'draft.pdf')
    await planner.print(at, 'pdf_a4', draft)
    expect(await savedSentence(at)).toContain(draft)
    expect(await textOf(draft)).toContain(wordsIn('kk')('schedule.sheet.draft_mark'))
    await at.page.getByText(await planner.approve(at, '25.09.2026'), { exact: true }).waitFor()
    for (const paper of ['pdf_a4', 'pdf_a3'] as const) {
      const file = path.join(folder, `${paper}.pdf`)
      await planner.print(at, paper, file)
      await expect.poll(() => savedSentence(at), WAIT).toContain(file)
      expect((await pageSize(file)).toSorted((a, b) => a - b)).toEqual(SIZES[paper])
      expect(await looseFontsOf(file)).toEqual([])
      const text = (await textOf(file)).replace(/\s+/g, ' ')
      for (const { name } of SAMPLE_OFFICIALS.slice(0, 7)) {
        expect(text).toContain(name.surname.kk)
        expect(text).toContain(name.surname.ru)
      }
      for (const side of ['kk', 'ru'] as const) expect(text).not.toContain(wordsIn(side)('schedule.sheet.draft_mark'))
      const applicants = QUARTERS.flatMap(quarter => expectedJournal(quarter).records)
      expect(applicants.filter(one => text.includes(`${one.surname} ${one.given}`) || text.includes(one.iin))).toEqual(
        [],
      )
    }
    await planner.print(at, 'pdf_a3', null)
    await expect.poll(() => savedSentence(at), WAIT).toBe(at.t('saved.canceled'))
  })

  test('outside the schedule: a conflict stands at its field, without the day of the instruction nothing is kept; entered without a new approval it is told from the version before', async () => {
    const { page, t } = at
    const surname = MYRZAGALIEV.name.surname[language]
    await planner.goToDay(at, '2026-10-22')
    await page.keyboard.press('n')
    const dialog = planner.dialogOf(at)
    const { name } = MYRZAGALIEV
    const full = `${name.surname[language]} ${name.given[language]} ${name.patronymic[language]}`
    await planner.chooseIn(at, 'schedule.form.official', full)
    await dialog.getByText(t('schedule.finding.same_day', { date: '' }).split(':')[0] ?? '').waitFor()
    await planner.chooseIn(at, 'schedule.form.kind', t('schedule.kind.off_schedule'))
    await planner.typeInto(at, 'schedule.column.date', '20.10.2026')
    await press(page, dialog.getByRole('button', { name: t('schedule.form.keep'), exact: true }))
    await dialog.getByText(t('form.needed'), { exact: true }).waitFor()
    await planner.typeInto(at, 'schedule.form.instruction_on', '15.10.2026')
    await planner.finish(at, 'schedule.form.keep')
    await planner.chipOn(at, '2026-10-20', surname).waitFor()

    await press(page, planner.actOf(at, 'change'))
    await dialog.getByText(t('schedule.difference.added'), { exact: true }).waitFor()
    await planner.finish(at, 'schedule.change.act')
    await page.getByText(t('schedule.change.instruction')).first().waitFor()
    await press(page, page.getByRole('button', { name: t('schedule.versions', { count: 2 }), exact: true }))
    const told = dialog.getByRole('listitem').filter({ hasText: t('schedule.difference.added') })
    const day = dayAndMonth(PlainDate.parse('2026-10-20'), datesIn(language))
    expect(await told.allInnerTexts()).toEqual([expect.stringContaining(`${full} ${day}`)])
    await page.keyboard.press('Escape')
  })
})

describe.each(flowsIn('ru'))('moved by holidays and approved by quarters, %s', language => {
  test('a holiday moves a reception, which has to be agreed to before the month can be approved', async () => {
    const { at } = await sitAtForTest('filled', language)
    const { page, t } = at
    await planner.openMonth(at, '2026-03')
    expect(await planner.actOf(at, 'approve').isDisabled()).toBe(true)
    await page.getByText(t('schedule.blocked.moves'), { exact: true }).waitFor()
    await planner.asList(at)
    const dates = datesIn(language)
    const moved = planner
      .receptions(at)
      .getByRole('row')
      .filter({ hasText: dayAndMonth(PlainDate.parse('2026-03-09'), dates, 'from') })
    expect(await moved.innerText()).toContain(dayAndMonth(PlainDate.parse('2026-03-10'), dates, 'to'))
    await moved.getByRole('button', { name: t('schedule.agree'), exact: true }).press('Enter')
    await moved.getByText(t('schedule.agreed'), { exact: true }).waitFor()
    await expect.poll(() => planner.actOf(at, 'approve').isEnabled(), WAIT).toBe(true)
    await planner.actOf(at, 'keep_draft').press('Enter')
    await page.getByText(t('schedule.status.drafted'), { exact: true }).waitFor()

    // By the Rules of 2026 the head of the apparatus approves a quarter as a whole, and before it begins.
    await officeWorks(at, 'KZ-2026')
    await goToAddress(at, '#/schedule?part=quarter&month=2026-11')
    const late = t('schedule.quarter.late', { date: '' }).split(' (')[0] ?? ''
    await page.getByText(late).waitFor()
    const approved = await planner.approve(at, '30.09.2026', 'quarter.approve')
    expect(approved).toContain(SAMPLE_OFFICIALS[5]!.name.surname[language])
    await expect.poll(() => page.getByText(approved, { exact: true }).count(), WAIT).toBe(3)
    await page.getByText(t('schedule.blocked.unchanged'), { exact: true }).waitFor()
    expect(await page.getByText(late).count()).toBe(0)
  })
})

async function textOf(file: string): Promise<string> {
  return (await run('pdftotext', ['-raw', file, '-'])).stdout
}

/** Width and height of every page, in points; they must agree. */
async function pageSize(file: string): Promise<number[]> {
  const { stdout } = await run('pdfinfo', ['-l', '-1', file])
  const sizes = [...stdout.matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ])
  expect(new Set(sizes.map(String)).size).toBe(1)
  return sizes[0] ?? []
}

/** Fonts that do not lie in the file. */
async function looseFontsOf(file: string): Promise<string[]> {
  const { stdout } = await run('pdffonts', [file])
  const lines = stdout.trim().split('\n').slice(2)
  expect(lines.length).toBeGreaterThan(0)
  return lines.filter(line => !/\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.test(line))
}
