import { describe, expect, test } from 'vitest'
import { screenDate } from '#shared/time/official-date.ts'
import { addDays, PlainDate } from '#shared/time/plain-date.ts'
import { card, listTable, waitForTotal } from './pages/applications.ts'
import { type AtDesk, factOf } from './pages/at-desk.ts'
import { goTo } from './pages/frame.ts'
import { registerAtDesk } from './pages/registering.ts'
import { datesIn, flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PERSON = {
  surname: 'Әбдіғалиева',
  given: 'Ұлжан',
  iin: '850101400011',
  essence: 'Тұрғын үй кезегі туралы сұрайды',
}

const dialog = ({ page }: AtDesk) => page.getByRole('dialog')
const typed = (date: PlainDate) => date.split('-').toReversed().join('.')

/** The day of the desk, as its head shows it. */
async function todayOf({ page }: AtDesk): Promise<PlainDate> {
  return PlainDate.parse(await page.locator('.top-date').getAttribute('datetime'))
}

async function openCard(at: AtDesk): Promise<void> {
  await goTo(at, 'applications')
  await waitForTotal(at, 1)
  await listTable(at).getByRole('link').first().focus()
  await at.page.keyboard.press('Enter')
  await card(at).waitFor()
}

describe.each(flowsIn('kk'))('terms, %s', language => {
  test('a date of the card says why by keys alone, and the key that closes it leaves the card open', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page, t } = at
    await registerAtDesk(at, PERSON)
    await openCard(at)
    const row = card(at)
      .getByRole('row')
      .filter({ hasText: t('term.answer') })
    await row.getByText(t('term.state.running')).waitFor()
    const by = PlainDate.parse(await row.locator('time').getAttribute('datetime'))
    const date = screenDate(by, datesIn(language))
    const why = row.getByRole('button', { name: t('why.label', { what: t('term.answer'), date }), exact: true })
    await why.focus()
    await page.keyboard.press('Enter')
    await dialog(at)
      .getByText(t('clause.wko', { clause: '29' }))
      .first()
      .waitFor()
    const sentences = await dialog(at).getByRole('listitem').allInnerTexts()
    expect(sentences[0]).toContain(t('term.event.registration'))
    expect(sentences.join(' ')).toContain(t('clause.code.part', { clause: '76', part: '2' }))
    expect(sentences.at(-1)).toContain('№ 153')

    await page.keyboard.press('Escape')
    await dialog(at).waitFor({ state: 'detached' })
    await why.and(page.locator(':focus')).waitFor()
    expect(await card(at).isVisible()).toBe(true)
  })

  test('the calculator answers by keys alone: either act, a plain count, and what kind of day it is', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page, t } = at
    const answer = dialog(at).getByRole('status')
    const answered = (day: string) =>
      answer.getByText(screenDate(PlainDate.parse(day), datesIn(language)), { exact: true }).waitFor()
    await page.getByRole('heading', { level: 1, name: t('nav.today'), exact: true }).waitFor()
    await page.keyboard.press('F3')
    const field = dialog(at).getByRole('textbox', { name: t('term.event.registration'), exact: true })
    await field.and(page.locator(':focus')).waitFor()
    await page.keyboard.type('20.11.2026')
    await answered('2026-12-07')
    expect(await answer.innerText()).toContain(t('clause.wko', { clause: '29' }))
    expect(await dialog(at).innerText()).toContain(t('day.workday'))

    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowRight')
    await answered('2026-12-11')
    expect(await answer.innerText()).toContain(t('clause.kz', { clause: '13' }))

    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Tab')
    await page.keyboard.type('30.04.2024')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('3')
    // The Saturday of 4 May 2024 works: it was moved there.
    await answered('2024-05-04')
    await page.keyboard.press('Escape')
    await dialog(at).waitFor({ state: 'detached' })

    await page.keyboard.press('Control+KeyK')
    await page.keyboard.type(t('terms.title').slice(0, 6))
    await page.getByRole('option', { name: t('terms.title') }).waitFor()
    await page.keyboard.press('Enter')
    await dialog(at)
      .getByRole('heading', { name: t('terms.title') })
      .waitFor()
  })

  test('another act from a day: what differs is shown, what is open keeps its own, a day with registrations is refused', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page, t } = at
    const today = await todayOf(at)
    const ask = async (date: PlainDate) => {
      await page.getByRole('button', { name: t('profile.switch'), exact: true }).focus()
      await page.keyboard.press('Enter')
      await dialog(at).getByLabel(t('profile.switch.from'), { exact: true }).fill(typed(date))
    }
    const keep = dialog(at).getByRole('button', { name: t('profile.switch.act'), exact: true })

    await goTo(at, 'settings')
    await ask(today)
    const differs = dialog(at).getByRole('table', { name: t('profile.switch.differs') })
    const row = differs.getByRole('row').filter({ hasText: t('term.answer') })
    expect(await row.innerText()).toContain(t('clause.wko', { clause: '29' }))
    expect(await row.innerText()).toContain(t('clause.kz', { clause: '13' }))
    await dialog(at)
      .getByText(t('profile.switch.open', { count: 0 }))
      .waitFor()
    await keep.press('Enter')
    await page.getByText(t('profile.kz.short')).waitFor()

    await registerAtDesk(at, PERSON)
    await ask(today)
    await dialog(at)
      .getByText(t('profile.switch.refused', { count: 1 }))
      .waitFor()
    expect(await keep.isDisabled()).toBe(true)
    await dialog(at)
      .getByLabel(t('profile.switch.from'), { exact: true })
      .fill(typed(addDays(today, 30)))
    await dialog(at)
      .getByText(t('profile.switch.open', { count: 1 }))
      .waitFor()
    await keep.press('Enter')
    await page.getByRole('main').getByText(t('settings.kept')).waitFor()
    const from = screenDate(addDays(today, 30), datesIn(language))
    await page.getByText(t('profile.from', { date: from })).waitFor()

    await openCard(at)
    await card(at)
      .getByRole('button', { name: t('why.button') })
      .nth(1)
      .press('Enter')
    await dialog(at)
      .getByText(t('clause.kz', { clause: '13' }))
      .first()
      .waitFor()
    expect(await factOf(card(at), t('column.number')).innerText()).not.toBe('')
  })
})
