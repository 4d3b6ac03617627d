import { expect, test } from 'vitest'
import { card, listTable } from './pages/applications.ts'
import { tabTo, walkByTab } from './pages/focus-walk.ts'
import { goTo } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN, ZOOMED_SCREEN } from './pages/inspector.ts'
import { FILLED_DESK } from './pages/walk.ts'
import { workByKeys } from './pages/work-by-keys.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

/** Stops with parts of their own to tab through: every screen and the kinds of dialogs. */
const WALKED = new Set([
  ...['today', 'applications-narrowed', 'applications-card', 'erase-person', 'schedule-proposed', 'schedule-approve'],
  ...['schedule-paper', 'report', 'import', 'import-undo', 'import-journal', 'settings'],
])
const PARTS = ['skip', 'top', 'nav', 'main']

test('by Tab alone every screen is walked through in its order, the focus always seen, never covered or trapped', async () => {
  const { at } = await sitAtForTest('filled', 'ru')
  const inspector = await inspect(at)
  await inspector.light('light')
  const found: Record<string, string[]> = {}
  for (const stop of FILLED_DESK) {
    await inspector.resize(OFFICE_SCREEN)
    await stop.come(at)
    if (!WALKED.has(stop.name)) continue
    const faults: string[] = []
    for (const size of [OFFICE_SCREEN, ZOOMED_SCREEN]) {
      await inspector.resize(size)
      const steps = await walkByTab(at.page)
      faults.push(...steps.flatMap(({ what, faults }) => faults.map(one => `${size.width}: ${what}: ${one}`)))
      const parts = steps.map(({ part }) => part).filter((part, index, all) => part !== all[index - 1])
      const dialog = (await at.page.getByRole('dialog').count()) > 0
      if (dialog ? parts.length !== 1 : parts.join() !== PARTS.join()) faults.push(`in the order ${parts.join()}`)
    }
    if (faults.length > 0) found[stop.name] = faults
  }
  expect(found).toEqual({})
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
