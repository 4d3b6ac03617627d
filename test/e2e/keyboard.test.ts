import { expect, test } from 'vitest'
import { card, listTable } from './pages/applications.ts'
import { tabTo } from './pages/focus-walk.ts'
import { goTo } from './pages/frame.ts'
import { workByKeys } from './pages/work-by-keys.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

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
