import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officeDate } from '#shared/time/office-time.ts'
import type { AtDesk } from './pages/at-desk.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import {
  act,
  candidates,
  checkIn,
  focusedLine,
  goToReception,
  headOf,
  lineOf,
  raceWithCall,
  seedReception,
  visitorPane,
  whoCame,
} from './pages/reception.ts'
import { flowsIn, patternOf, rawWords } from './pages/words.ts'
import { type PreparedDesk, sitAt } from './prepared/prepared-desk.ts'

describe.each(flowsIn('ru'))('the reception day by keys alone, %s', language => {
  let seat: PreparedDesk
  let at: AtDesk
  beforeAll(async () => {
    seat = await sitAt('begun', language)
    at = seat.at
    const inspector = await inspect(at)
    await inspector.resize(OFFICE_SCREEN)
    await seedReception(at, officeDate(Date.now()))
    await goToReception(at)
  })
  afterAll(() => seat.leave())

  test('who is booked stands first, a press gives one ticket, and a number and Enter put them in the line', async () => {
    const { page, t } = at
    await page.keyboard.press('F7')
    await candidates(at).first().filter({ hasText: 'Кузнецова' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByLabel(t('identity.number'), { exact: true }).and(page.locator(':focus')).waitFor()
    expect(await lineOf(at, 'Кузнецова').innerText()).toContain(t('visit.status.arrived'))
    await page.keyboard.type('045678417')
    await page.keyboard.press('Enter')
    await lineOf(at, 'Кузнецова').getByText(t('visit.status.waiting'), { exact: true }).waitFor()
    expect(await visitorPane(at).innerText()).toContain('\u2022\u2022\u2022\u2022\u2022\u2022417')
    expect(await visitorPane(at).innerText()).not.toContain('045678')
    expect(await lineOf(at, 'Кузнецова').count()).toBe(1)
  })

  test('who goes out of turn is called first; the category is nowhere on the screen', async () => {
    const { page, t } = at
    await checkIn(at, 'Тілеуов')
    await page.keyboard.type('012345678')
    await page.keyboard.press('Enter')
    await lineOf(at, 'Тілеуов').getByText(t('visit.status.waiting'), { exact: true }).waitFor()
    await focusedLine(at, 'Тілеуов').waitFor()
    await page.keyboard.press('F9')
    await lineOf(at, 'Тілеуов').getByText(t('visit.status.called'), { exact: true }).waitFor()
    const shown = await page.locator('body').innerText()
    expect(shown).toContain(t('visit.reason.out_of_turn'))
    expect(shown).not.toMatch(/мүгедек|инвалид/i)
  })

  test('a document scanned over the line orders nothing, and the next key is heard', async () => {
    const { page, t } = at
    await lineOf(at, 'Кузнецова').getByRole('link').focus()
    await page.keyboard.type('IDKAZ0123456784850101400011<<<L')
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => {
        await lineOf(at, 'Кузнецова').getByRole('link').focus()
        await page.keyboard.press('i')
        return page.getByLabel(t('identity.number'), { exact: true }).count()
      })
      .toBe(1)
    await page.keyboard.press('Escape')
    expect(await lineOf(at, 'Кузнецова').innerText()).toContain(t('visit.status.waiting'))
  })

  test('a room waits for one visitor: a second press calls nobody, and the call is taken back in its seconds', async () => {
    const { page, t } = at
    await page.keyboard.press('F9')
    await page.getByText(t('reception.all_taken')).waitFor()
    await lineOf(at, 'Тілеуов').getByRole('link').focus()
    await page.keyboard.press('Control+z')
    await page
      .getByRole('status')
      .filter({ hasText: patternOf(rawWords(language, 'visit.said.undo')) })
      .waitFor()
    await lineOf(at, 'Тілеуов').getByText(t('visit.status.waiting'), { exact: true }).waitFor()
    expect(await lineOf(at, 'Кузнецова').innerText()).toContain(t('visit.status.waiting'))
  })

  test('one out of the order is called only with a reason in words', async () => {
    const { page, t } = at
    await lineOf(at, 'Кузнецова').getByRole('link').focus()
    await page.keyboard.press('Enter')
    const note = page.getByLabel(t('reception.by_hand.note'), { exact: true })
    await note.and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(t('error.visit.note_needed')).waitFor()
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await lineOf(at, 'Кузнецова').getByText(t('visit.status.called'), { exact: true }).waitFor()
    await lineOf(at, 'Кузнецова').getByText(t('visit.reason.by_hand')).waitFor()
  })

  test('came in, received with a result: the visit is over and the application is closed', async () => {
    const { page, t } = at
    await focusedLine(at, 'Кузнецова').waitFor()
    await page.keyboard.press('Enter')
    await lineOf(at, 'Кузнецова').getByText(t('visit.status.served'), { exact: true }).waitFor()
    await focusedLine(at, 'Кузнецова').waitFor()
    await page.keyboard.press('Enter')
    await page
      .getByRole('radio', { name: t('visit.result.satisfied') })
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(t('reception.result.missing')).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await lineOf(at, 'Кузнецова').getByText(t('visit.status.finished'), { exact: true }).waitFor()
    await page.keyboard.press('F7')
    await whoCame(at).fill('Кузнецова')
    await page.getByText(t('reception.found_closed', { count: 1 })).waitFor()
  })

  test('expired powers stop the call for good, and say why; a delegation says how many are to be checked', async () => {
    const { page, t } = at
    await checkIn(at, 'Ермеков')
    await visitorPane(at)
      .getByText(t('identity.progress', { number: 0, total: 3 }))
      .waitFor()
    await page.keyboard.type('N12345678')
    await page.keyboard.press('Enter')
    await page.getByText(t('identity.fault.comment_missing')).waitFor()
    await page.getByLabel(t('identity.comment'), { exact: true }).fill('1')
    await page.keyboard.press('Control+Enter')
    await lineOf(at, 'Ермеков').getByText(t('visit.status.barred'), { exact: true }).waitFor()
    await visitorPane(at).getByText(t('identity.barred')).waitFor()
  })

  test('what another window does is on the screen within a second', async () => {
    const { page, t } = at
    await checkIn(at, 'Шевченко')
    await page.keyboard.type('031415926')
    await page.keyboard.press('Enter')
    await lineOf(at, 'Шевченко').getByText(t('visit.status.waiting'), { exact: true }).waitFor()
    await focusedLine(at, 'Шевченко').waitFor()
    const { id, head } = await headOf(at, 'Шевченко')
    const since = performance.now()
    await act(at, id, 'visit.left', head)
    await lineOf(at, 'Шевченко').getByText(t('visit.status.left'), { exact: true }).waitFor()
    expect(performance.now() - since).toBeLessThan(1_000)
  })

  test('of two windows that act on one visitor one is told, and sees how it stands now', async () => {
    const { page, t } = at
    const { id, head } = await headOf(at, 'Тілеуов')
    await raceWithCall(at, { entity: id, type: 'visit.left', basedOn: head, body: {} })
    await page.getByText(t('reception.conflict')).waitFor()
    await lineOf(at, 'Тілеуов').getByText(t('visit.status.left'), { exact: true }).waitFor()
  })
})
