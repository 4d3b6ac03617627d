import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officeDate } from '#shared/time/office-time.ts'
import type { AtDesk } from './pages/at-desk.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import {
  checkIn,
  goToReception,
  lineOf,
  numberField,
  seedReception,
  toService,
  visitorPane,
} from './pages/reception.ts'
import { donePanel } from './pages/register.ts'
import { patternOf, rawWords } from './pages/words.ts'
import { type PreparedDesk, sitAt } from './prepared/prepared-desk.ts'

const ESSENCE = 'Аулаға баспалдақ керек'
const NUMBER = 'ЖТ-2026-00123456'

describe('what happens around a reception, by keys, kk', () => {
  let seat: PreparedDesk
  let at: AtDesk
  beforeAll(async () => {
    seat = await sitAt('begun', 'kk')
    at = seat.at
    const inspector = await inspect(at)
    await inspector.resize(OFFICE_SCREEN)
    await seedReception(at, officeDate(Date.now()))
    await goToReception(at)
  })
  afterAll(() => seat.leave())

  test('what a visitor in the room hands in is registered by one key, filled in, marked and linked to the visit', async () => {
    const { page, t } = at
    await checkIn(at, 'Тілеуов')
    await numberField(at).fill('012345678')
    await page.keyboard.press('Enter')
    await lineOf(at, 'Тілеуов').getByText(t('visit.status.waiting'), { exact: true }).waitFor()
    await toService(at, 'Тілеуов')
    await lineOf(at, 'Тілеуов').getByRole('link').focus()
    await page.keyboard.press('a')
    await page.getByText(t('register.at_reception.sentence')).waitFor()
    await page.getByLabel(t('register.essence')).and(page.locator(':focus')).waitFor()
    expect(await page.getByLabel(t('register.surname')).inputValue()).toBe('Тілеуов')
    await page.keyboard.type(ESSENCE)
    await page.keyboard.press('Control+Enter')
    await donePanel(at).waitFor()
    await goToReception(at)
    await lineOf(at, 'Тілеуов').getByRole('link').click()
    const handed = visitorPane(at).getByRole('region', { name: t('reception.handed_in') })
    await handed
      .getByRole('listitem')
      .filter({ hasText: t('views.no_eotinish') })
      .waitFor()
    await handed.getByRole('link').click()
    await page
      .getByRole('definition')
      .filter({ hasText: t('register.at_reception.mark') })
      .waitFor()
  })

  test('a field goes to the portal by its key, the number comes back by Enter, and the next one stands there', async () => {
    const { page, t } = at
    await page.evaluate(() => {
      window.location.hash = '#/applications?part=eotinish'
    })
    const list = page.getByRole('region', { name: t('eotinish.title') }).getByRole('button')
    await list.filter({ hasText: t('register.at_reception.mark') }).click()
    const before = await list.count()
    const field = page.getByRole('button', { name: ESSENCE })
    await field.waitFor()
    await page.keyboard.press((await field.getAttribute('aria-keyshortcuts')) ?? '')
    await page.locator('[data-copied="true"]').filter({ hasText: ESSENCE }).waitFor()
    const number = page.getByLabel(t('column.eotinish'))
    await number.focus()
    await page.keyboard.press('Control+v')
    expect(await number.inputValue()).toBe(ESSENCE)
    await page.getByText(t('act.eotinish.unusual')).waitFor()
    await number.fill(NUMBER)
    await page.keyboard.press('Enter')
    await expect.poll(() => list.count()).toBe(before - 1)
    await page.getByLabel(t('column.eotinish')).fill(NUMBER.toLowerCase())
    await page.getByText(patternOf(rawWords('kk', 'eotinish.doubled'))).waitFor()
  })

  test('two presses call for help over an open dialog; one calls nobody; the banner stays until help came', async () => {
    const { page, t } = at
    await goToReception(at)
    await page.keyboard.press('F1')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Control+Shift+h')
    await page
      .getByRole('alert')
      .filter({ hasText: t('help.asked') })
      .waitFor()
    await page.keyboard.press('Control+Shift+h')
    const banner = page.getByRole('region', { name: t('help.title') })
    await banner.getByRole('alert').waitFor()
    expect(await banner.innerText()).toContain(t('help.in_building', { number: 1 }))
    await banner.getByRole('button', { name: t('help.there', { room: '5' }) }).click()
    await expect.poll(() => banner.getByRole('alert').innerText()).toContain(t('today.room', { room: '5' }))
    await banner.getByRole('button', { name: t('help.came') }).click()
    await banner.waitFor({ state: 'detached' })
  })
})
