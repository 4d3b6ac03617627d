import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officeDate } from '#shared/time/office-time.ts'
import type { AtDesk } from './pages/at-desk.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { act, checkIn, focusedLine, goToReception, lineOf, seedReception, visitorPane } from './pages/reception.ts'
import { flowsIn, patternOf, rawWords } from './pages/words.ts'
import { type PreparedDesk, sitAt } from './prepared/prepared-desk.ts'

describe.each(flowsIn('ru'))(
  'who steps out, goes on to another line or is called again, by keys alone, %s',
  language => {
    let seat: PreparedDesk
    let at: AtDesk
    const said = (key: Parameters<typeof rawWords>[1]) =>
      at.page.getByRole('status').filter({ hasText: patternOf(rawWords(language, key)) })
    beforeAll(async () => {
      seat = await sitAt('begun', language)
      at = seat.at
      await (await inspect(at)).resize(OFFICE_SCREEN)
      await seedReception(at, officeDate(Date.now()))
      await goToReception(at)
      await checkIn(at, 'Кузнецова')
      await at.page.keyboard.type('045678417')
      await at.page.keyboard.press('Enter')
      await focusedLine(at, 'Кузнецова').waitFor()
    })
    afterAll(() => seat.leave())

    test('a visitor steps out with a reason and comes back by Enter', async () => {
      const { page, t } = at
      await page.keyboard.press('p')
      await page.getByLabel(t('visit.park.documents'), { exact: true }).and(page.locator(':focus')).waitFor()
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await said('visit.said.park').waitFor({ state: 'attached' })
      await focusedLine(at, 'Кузнецова').waitFor()
      expect(await lineOf(at, 'Кузнецова').innerText()).toContain(t('visit.status.parked'))
      await page.keyboard.press('Enter')
      await lineOf(at, 'Кузнецова').getByText(t('visit.status.waiting'), { exact: true }).waitFor()
    })

    test('goes on to another official once it is said why', async () => {
      const { page, t } = at
      await focusedLine(at, 'Кузнецова').waitFor()
      await page.keyboard.press('f')
      const where = page.getByRole('combobox', { name: t('reception.forward.to'), exact: true })
      await where.and(page.locator(':focus')).waitFor()
      await where.selectOption({ value: 'deputy-2' })
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByText(t('reception.ground_missing'), { exact: true }).waitFor()
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await lineOf(at, 'Кузнецова').getByText('Ермекова').waitFor()
    })

    test('the board calls the first of a line by Enter; called again only after the seconds, and the count is said', async () => {
      const { page, t } = at
      // Behind a dialog no key acts: nobody is called unseen.
      await page.getByRole('button', { name: t('reception.record'), exact: true }).click()
      const dialog = page.getByRole('dialog', { name: t('reception.record') })
      await dialog.waitFor()
      await page.keyboard.press('F9')
      await page.keyboard.press('F4')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await lineOf(at, 'Кузнецова').getByText(t('visit.status.waiting'), { exact: true }).waitFor()
      await page.keyboard.press('F4')
      const board = page.getByRole('table', { name: t('board.title') })
      const next = board.getByRole('button', { name: t('visit.act.call') })
      await next.focus()
      await page.keyboard.press('Enter')
      await board.getByText(patternOf(rawWords(language, 'board.state.with'))).waitFor()
      await page.keyboard.press('F4')
      await page.getByRole('list', { name: t('lanes.title') }).waitFor()
      await page.keyboard.press('F4')
      await lineOf(at, 'Кузнецова').getByRole('link').focus()
      await page.keyboard.press('r')
      await page.getByText(patternOf(rawWords(language, 'reception.held.recall_early'))).waitFor()
      await visitorPane(at)
        .getByText(t('visit.call_turn', { turn: 1, of: 3 }))
        .waitFor()
      await expect(
        act(at, (await lineOf(at, 'Кузнецова').getAttribute('data-visit')) ?? '', 'visit.called', null, {
          call: { room: '205', reason: 'recall' },
        }),
      ).rejects.toThrow('change.conflict')
    })
  },
)
