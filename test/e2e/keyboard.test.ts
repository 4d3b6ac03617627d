import { expect, test } from 'vitest'
import { card, listTable } from './pages/applications.ts'
import type { AtDesk } from './pages/at-desk.ts'
import { tabTo, unreached, walkByTab } from './pages/focus-walk.ts'
import { goTo } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN, type Size, ZOOMED_SCREEN } from './pages/inspector.ts'
import { FILLED_DESK, type Stop } from './pages/walk.ts'
import { DESK_AT_WORK, seedWork } from './pages/walk-at-work.ts'
import { FULL } from './pages/words.ts'
import { workByKeys } from './pages/work-by-keys.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

/** Stops with parts of their own to tab through: every screen and the kinds of dialogs. */
const WALKED = new Set([
  ...['today', 'applications-narrowed', 'applications-card', 'erase-person', 'schedule-proposed', 'schedule-approve'],
  ...['schedule-paper', 'report', 'import', 'import-undo', 'import-journal', 'settings'],
])
const WALKED_AT_WORK = new Set([
  ...['register-parts', 'register-drafts', 'register-done', 'register-correct', 'reception-candidates'],
  ...['reception-faults', 'reception-note', 'reception-called', 'card-registered', 'card-book', 'directories'],
  ...[
    'directories-official',
    'calendar-findings',
    'calendar-day',
    'calendar-moved',
    'today-due',
    'contact',
    'keys',
    'settings-printer',
    'paper-entry',
    'settings-hall',
    'eotinish-tray',
  ],
])
/** The status line is last: there it is told that the office's act is not in force. */
const PARTS = ['skip', 'top', 'nav', 'main', 'status']

/** Walked stops take the two sizes by turns; the whole form walks each at both. */
function sizesOf(index: number): readonly Size[] {
  const sizes = [OFFICE_SCREEN, ZOOMED_SCREEN]
  return FULL ? sizes : sizes.filter((_, at) => at === index % 2)
}

/** A part of the screen that came while it was walked through is walked through with it, once more from the top. */
async function walkWhole({ page }: AtDesk) {
  const steps = await walkByTab(page)
  return (await unreached(page)).length === 0 ? steps : walkByTab(page)
}

/** Comes to every stop and walks through those asked by Tab alone. What is wrong there, by stop. */
async function walkThrough(at: AtDesk, stops: readonly Stop[], walked: ReadonlySet<string>) {
  const inspector = await inspect(at)
  await inspector.light('light')
  const found: Record<string, string[]> = {}
  for (const stop of stops) {
    await inspector.resize(OFFICE_SCREEN)
    await stop.come(at)
    if (!walked.has(stop.name)) continue
    const faults: string[] = []
    for (const size of sizesOf([...walked].indexOf(stop.name))) {
      await inspector.resize(size)
      const steps = await walkWhole(at)
      faults.push(...steps.flatMap(({ what, faults }) => faults.map(one => `${size.width}: ${what}: ${one}`)))
      const parts = steps.map(({ part }) => part).filter((part, index, all) => part !== all[index - 1])
      const dialog = (await at.page.getByRole('dialog').count()) > 0
      if (dialog ? parts.length !== 1 : parts.join() !== PARTS.join()) faults.push(`in the order ${parts.join()}`)
      faults.push(...(await unreached(at.page)))
    }
    if (faults.length > 0) found[stop.name] = faults
  }
  return found
}

test('by Tab alone every screen is walked through in its order, the focus always seen, never covered or trapped', async () => {
  const { at } = await sitAtForTest('filled', 'ru')
  expect(await walkThrough(at, FILLED_DESK, WALKED)).toEqual({})
}, 300_000)

test('so is a desk at work: the register with all its parts, the reception day, a card, directories, their dialogs', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  await seedWork(at)
  expect(await walkThrough(at, DESK_AT_WORK, WALKED_AT_WORK)).toEqual({})
}, 300_000)

test('the list is one stop of Tab; the arrows lead through all of it, the line always in sight', async () => {
  const { at } = await sitAtForTest('filled', 'kk')
  await goTo(at, 'applications')
  const links = listTable(at).getByRole('link')
  await tabTo(at.page, links.first())
  const focused = () =>
    at.page.evaluate(() => {
      const line = document.activeElement?.closest('tr')
      const rect = line?.getBoundingClientRect()
      const box = line?.closest('.grid')?.getBoundingClientRect()
      const head = line?.closest('table')?.tHead?.getBoundingClientRect()
      const inSight = rect && box && head && rect.top >= head.bottom - 1 && rect.bottom <= box.bottom + 1
      return inSight ? Number(line?.getAttribute('aria-rowindex')) : 0
    })
  for (let line = 3; line < 30; line += 1) {
    await at.page.keyboard.press('ArrowDown')
    await expect.poll(focused).toBe(line)
  }
  await at.page.keyboard.press('Home')
  await expect.poll(focused).toBe(2)
  await at.page.keyboard.press('End')
  await expect.poll(focused).toBeGreaterThan(90)
  await at.page.keyboard.press('Enter')
  await card(at).waitFor()
})

test('the work of a quarter without a mouse: sample in, schedule approved, a figure of the report opened', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  const { figure, records } = await workByKeys(at)
  expect(figure).toBeGreaterThan(0)
  expect(records).toBe(figure)
})
