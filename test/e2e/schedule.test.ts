import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayAndMonth, screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { expectedJournal, QUARTERS } from '#test/fixtures/import/expected.ts'
import { SAMPLE_OFFICIALS } from '#test/fixtures/report.ts'
import { type AtDesk, remove, sitDown } from './pages/at-desk.ts'
import { savedSentence } from './pages/frame.ts'
import { actOf, approve, openMonth, print, receptions } from './pages/schedule.ts'
import { datesIn, LANGUAGES, wordsIn } from './pages/words.ts'
import { type PreparedDesk, sitAt } from './prepared/prepared-desk.ts'

const run = promisify(execFile)
/** Portrait or landscape, in points. */
const SIZES = { pdf_a4: [595, 842], pdf_a3: [842, 1191] } as const
const KAZAKH_LETTERS = [...'ӘҒҚҢӨҰҮІәғқңөұүі']

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'schedule-files-'))
})
afterAll(() => remove(folder))

describe.each(LANGUAGES)('the schedule, %s', language => {
  let seat: PreparedDesk
  let at: AtDesk
  beforeAll(async () => {
    seat = await sitAt('filled', language)
    at = seat.at
  })
  afterAll(async () => {
    await at.desk.close()
    await seat.leave()
  })

  test('October 2026 is proposed by the rules of the officials, each on his day', async () => {
    await openMonth(at, '2026-10')
    await at.page.getByText(at.t('schedule.status.none'), { exact: true }).waitFor()
    const text = await receptions(at).innerText()
    for (const { name } of SAMPLE_OFFICIALS) expect(text).toContain(name.surname[language])
    // Third Friday, second Tuesday, first Wednesday, fourth Thursday, second Monday.
    for (const date of ['2026-10-16', '2026-10-13', '2026-10-07', '2026-10-22', '2026-10-12'])
      expect(await dateField(at, date).count(), date).toBeGreaterThan(0)
    expect(await at.page.getByRole('button', { name: at.t('schedule.agree'), exact: true }).count()).toBe(0)
    expect(await actOf(at, 'approve').isEnabled()).toBe(true)
  })

  test('a sheet printed before the approval says so on its face', async () => {
    const file = path.join(folder, `draft-${language}.pdf`)
    await print(at, 'pdf_a4', file)
    expect(await savedSentence(at)).toContain(file)
    const text = await textOf(file)
    expect(text).toContain(wordsIn('kk')('schedule.sheet.draft_mark'))
    expect(text).toContain(wordsIn('ru')('schedule.sheet.draft_mark'))
  })

  test('a closed dialog says that nothing was saved', async () => {
    await print(at, 'pdf_a3', null)
    expect(await savedSentence(at)).toBe(at.t('saved.canceled'))
  })

  test('a day typed by hand is read day first and moves just that reception', async () => {
    await dateField(at, '2026-10-12').fill('05.10.2026')
    await at.page.keyboard.press('Tab')
    await dateField(at, '2026-10-05').waitFor()
    expect(await dateField(at, '2026-10-12').count()).toBe(0)
    await at.page.getByText(at.t('schedule.status.edited'), { exact: true }).waitFor()
    await actOf(at, 'drop_edits').click()
    await dateField(at, '2026-10-12').waitFor()
  })

  test('approved: by whom and when stands on the screen and outlives a restart', async () => {
    const by = SAMPLE_OFFICIALS[0]!.name
    const person = `${by.surname[language]} ${by.given[language]}`
    await approve(at, person, '25.09.2026')
    const on = screenDate(PlainDate.parse('2026-09-25'), datesIn(language))
    const approved = at.t('schedule.status.approved', { by: person, on })
    await at.page.getByText(approved, { exact: true }).waitFor()
    await at.desk.quit()
    await at.desk.close()
    at = await sitDown(language, { userData: seat.userData })
    await openMonth(at, '2026-10')
    await at.page.getByText(approved, { exact: true }).waitFor()
  })

  test.each(['pdf_a4', 'pdf_a3'] as const)(
    '%s: the right paper, fonts inside, every Kazakh letter, no applicant',
    async paper => {
      const file = path.join(folder, `${paper}-${language}.pdf`)
      await print(at, paper, file)
      expect(await savedSentence(at)).toContain(file)
      expect(existsSync(file)).toBe(true)
      expect((await pageSize(file)).toSorted((a, b) => a - b)).toEqual(SIZES[paper])
      expect((await fontsOf(file)).filter(({ embedded }) => !embedded)).toEqual([])
      const text = await textOf(file)
      const compact = text.replace(/\s+/g, ' ')
      for (const letter of lettersOfSheet()) expect(text.toLowerCase(), letter).toContain(letter.toLowerCase())
      for (const { name } of SAMPLE_OFFICIALS.slice(0, 7)) {
        expect(compact).toContain(name.surname.kk)
        expect(compact).toContain(name.surname.ru)
      }
      expect(text).not.toContain(wordsIn('kk')('schedule.sheet.draft_mark'))
      expect(text).not.toContain(wordsIn('ru')('schedule.sheet.draft_mark'))
      const applicants = QUARTERS.flatMap(quarter => expectedJournal(quarter).records)
      expect(
        applicants.filter(one => compact.includes(`${one.surname} ${one.given}`) || compact.includes(one.iin)),
      ).toEqual([])
    },
  )

  test('a holiday moves a reception, which has to be agreed to before the month can be approved', async () => {
    await openMonth(at, '2026-03')
    expect(await actOf(at, 'approve').isDisabled()).toBe(true)
    await at.page.getByText(at.t('schedule.blocked.moves'), { exact: true }).waitFor()
    const dates = datesIn(language)
    const moved = receptions(at)
      .getByRole('row')
      .filter({ hasText: dayAndMonth(PlainDate.parse('2026-03-09'), dates, 'from') })
    expect(await moved.innerText()).toContain(dayAndMonth(PlainDate.parse('2026-03-10'), dates, 'to'))
    await moved.getByRole('button', { name: at.t('schedule.agree'), exact: true }).click()
    await moved.getByText(at.t('schedule.agreed'), { exact: true }).waitFor()
    await expect.poll(() => actOf(at, 'approve').isEnabled()).toBe(true)
    // What was agreed to and not approved outlives a kill.
    await at.desk.close()
    at = await sitDown(language, { userData: seat.userData })
    await openMonth(at, '2026-03')
    await at.page.getByText(at.t('schedule.status.edited'), { exact: true }).waitFor()
    expect(await actOf(at, 'approve').isEnabled()).toBe(true)
    await actOf(at, 'keep_draft').click()
    await at.page.getByText(at.t('schedule.status.drafted'), { exact: true }).waitFor()
  })
})

function dateField({ page, t, language }: AtDesk, date: string) {
  const shown = screenDate(PlainDate.parse(date), datesIn(language))
  return page.getByLabel(t('schedule.date_of', { date: shown }), { exact: true })
}

/** The Kazakh letters the names and posts printed on the sheet hold. */
function lettersOfSheet(): string[] {
  const words = SAMPLE_OFFICIALS.slice(0, 7).flatMap(({ name, position }) => [
    name.surname.kk,
    name.given.kk,
    position.kk,
  ])
  const texts = [...words, wordsIn('kk')('schedule.sheet.title'), wordsIn('kk')('schedule.sheet.place')]
    .join(' ')
    .toLowerCase()
  return [...new Set(KAZAKH_LETTERS.map(letter => letter.toLowerCase()))].filter(letter => texts.includes(letter))
}

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

async function fontsOf(file: string): Promise<{ name: string; embedded: boolean }[]> {
  const { stdout } = await run('pdffonts', [file])
  const lines = stdout.trim().split('\n').slice(2)
  expect(lines.length).toBeGreaterThan(0)
  return lines.map(line => ({
    name: line.split(/\s+/)[0] ?? '',
    embedded: /\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.test(line),
  }))
}
