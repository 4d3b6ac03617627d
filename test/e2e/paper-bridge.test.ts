import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nextWorkingDay } from '#shared/calendar/rules.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { officeDate, officeInstant, officeTime } from '#shared/time/office-time.ts'
import { PlainTime } from '#shared/time/plain-date.ts'
import { withClockOff } from './launch/launch.ts'
import { type AtDesk, remove, sitDown } from './pages/at-desk.ts'
import { passFirstRun } from './pages/first-run.ts'
import { goTo, speak } from './pages/frame.ts'
import { goToReception } from './pages/reception.ts'
import { flowsIn } from './pages/words.ts'

const run = promisify(execFile)

/** Nobody comes on a day off: the desk stands at ten in the morning of the next working day. */
function untilWorkingMorning(): number {
  const day = nextWorkingDay(officeDate(Date.now()), SEED_CALENDAR)
  return Date.parse(officeInstant(day, PlainTime.parse('10:00'))) - Date.now()
}

describe.each(flowsIn('ru'))('hours without a desk and the end of the day, by keys alone, %s', language => {
  const shift = untilWorkingMorning()
  let folder: string
  let at: AtDesk
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'paper-'))
    at = await sitDown(language, { env: withClockOff(shift) })
    await speak(at, language)
    await passFirstRun(at)
    await goToReception(at)
  })
  afterAll(async () => {
    await at.desk.close()
    await remove(folder)
  })

  const now = () => officeTime(Date.now() + shift).replace(':', '')

  test('the pack is numbered and saved; where its paper did not come out it is saved again under the same numbers', async () => {
    const { page, t, desk } = at
    await page.getByRole('button', { name: t('paper.open'), exact: true }).press('Enter')
    await page.getByText(t('paper.first')).waitFor()
    await page.getByLabel(t('paper.size'), { exact: true }).fill('10')
    await desk.answerNextDialog(null)
    await page.keyboard.press('Enter')
    await page.getByText(t('saved.canceled')).waitFor()
    const file = path.join(folder, 'pack.pdf')
    await desk.answerNextDialog({ filePath: file })
    await page.getByRole('button', { name: t('paper.again'), exact: true }).press('Enter')
    await page.getByText(t('saved.done', { path: file })).waitFor()
    const { stdout } = await run('pdftotext', ['-raw', file, '-'])
    const numbers = new Set(stdout.match(/\S-90\d\d/g)?.map(text => text.slice(-4)))
    expect([...numbers].sort()).toEqual(Array.from({ length: 10 }, (_, place) => String(9001 + place)))
  })

  test('two lines are entered one after another, and stand in the line as those of the paper', async () => {
    const { page, t } = at
    const field = (key: Parameters<typeof t>[0]) => page.getByLabel(t(key), { exact: true })
    await field('paper.serial').focus()
    const { keyboard } = page
    const goOn = async (typed: string) => {
      await keyboard.type(typed)
      await keyboard.press('Enter')
    }
    // The number and the day stand there; the hand goes through them to the time.
    for (const typed of ['', '', now()]) await goOn(typed)
    await goOn('')
    for (const typed of ['Тестова', 'Ольга', '', '', '', '', 'Просит починить освещение на улице']) await goOn(typed)
    for (const typed of ['', '', '', '', '417', '', now(), now(), '110']) await goOn(typed)
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await keyboard.press('Control+Enter')
    const entered = page.getByRole('listitem').filter({ hasText: '-9001' })
    await entered.getByText(t('visit.status.finished'), { exact: true }).waitFor()
    expect(await field('paper.serial').inputValue()).toBe('9002')
    await field('paper.came').and(page.locator(':focus')).waitFor()
    await goOn(now())
    await goOn('')
    for (const typed of ['Пробный', 'Иван', '', '', '', '', 'Просит справку о жилье']) await goOn(typed)
    for (const typed of ['', '', '', '', '512']) await goOn(typed)
    await keyboard.press('Space')
    await keyboard.press('Control+Enter')
    await page
      .getByRole('listitem')
      .filter({ hasText: '-9002' })
      .getByText(t('visit.status.waiting'), { exact: true })
      .waitFor()
    await goToReception(at)
    await page.getByRole('row').filter({ hasText: 'Пробный' }).getByText(t('visit.on_paper')).waitFor()
  })

  test('the end of the day lists what stands open, leads there by Enter, and is closed with it', async () => {
    const { page, t } = at
    const toClose = () => page.getByRole('button', { name: t('close.open_screen'), exact: true }).press('Enter')
    await toClose()
    await page.getByText(t('close.before_end', { time: '18:30' })).waitFor()
    const open = page.getByRole('list', { name: t('close.title') }).getByRole('listitem')
    expect(await open.count()).toBe(5)
    await open
      .filter({ hasText: t('close.open.not_received') })
      .getByRole('link')
      .press('Enter')
    await page.getByRole('heading', { level: 1, name: t('nav.reception'), exact: true }).waitFor()
    await toClose()
    await page.getByRole('button', { name: t('close.act_open', { count: 5 }), exact: true }).press('Enter')
    await page.getByText(t('close.days.open', { count: 5 }), { exact: true }).waitFor()
    await goTo(at, 'today')
    expect(await page.getByText(t('close.due.today', { count: 5 })).count()).toBe(0)
  })
})
