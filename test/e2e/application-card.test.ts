import { execFileSync } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { card, listTable, narrowByText, printList, rowsInSight, saveView, waitForTotal } from './pages/applications.ts'
import { type AtDesk, factOf, remove } from './pages/at-desk.ts'
import { goTo, savedSentence, searchFor } from './pages/frame.ts'
import { registerAtDesk } from './pages/registering.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PERSON = {
  surname: 'Әбдіғалиева',
  given: 'Ұлжан',
  iin: '850101400011',
  essence: 'Тұрғын үй кезегі туралы сұрайды',
}

const dialog = ({ page }: AtDesk) => page.getByRole('dialog')

describe.each(flowsIn('kk'))('the card of a registered application, %s', language => {
  test('is found by its number, and everything lawful is done on it by keys alone', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page, t } = at
    await registerAtDesk(at, PERSON)
    await goTo(at, 'applications')
    await waitForTotal(at, 1)
    const number = (await rowsInSight(at))[0]?.[t('column.number')] ?? ''
    expect(number).toMatch(/^\p{Lu}-\d{4}-\d{6}/u)

    await goTo(at, 'today')
    const [found] = await searchFor(at, number)
    expect(found).toContain(t('application.status.open'))
    expect(found).not.toContain(PERSON.iin)
    await page.keyboard.press('Enter')
    const pane = card(at)
    await pane.waitFor()
    expect(await factOf(pane, t('column.iin')).first().innerText()).toBe(PERSON.iin)
    expect(await pane.innerText()).toContain(t('card.terms'))

    const tell = (words: string) => pane.getByRole('status').filter({ hasText: words }).waitFor()
    await page.keyboard.press('Alt+Digit2')
    await dialog(at).getByRole('textbox').fill('жоқ')
    await dialog(at).getByText(t('act.eotinish.unusual'), { exact: true }).waitFor()
    await dialog(at).getByRole('textbox').fill('ЗТ-2026-00123456')
    await page.keyboard.press('Enter')
    await tell(t('act.eotinish.done'))
    expect(await factOf(pane, t('column.eotinish')).innerText()).toBe('ЗТ-2026-00123456')

    await page.keyboard.press('Alt+Digit8')
    await dialog(at)
      .getByRole('radio', { name: t('act.withdraw.how.oral'), exact: true })
      .check()
    await dialog(at)
      .getByRole('button', { name: t('act.withdraw'), exact: true })
      .click()
    await tell(t('act.withdraw.done'))
    expect(await pane.getByRole('button', { name: t('act.book'), exact: true }).count()).toBe(0)
    await page.keyboard.press('Alt+Digit3')
    expect(await dialog(at).count()).toBe(0)
    await page.keyboard.press('Alt+Digit8')
    await dialog(at)
      .getByRole('radio', { name: t('act.reopen.ground.mistake'), exact: true })
      .check()
    await dialog(at)
      .getByRole('button', { name: t('act.reopen'), exact: true })
      .click()
    await tell(t('act.reopen.done'))
    for (const act of ['registered', 'eotinish_noted', 'withdrawn', 'reopened'] as const)
      expect(await pane.innerText()).toContain(t(`action.application.${act}`))

    await page.keyboard.press('Escape')
    await pane.waitFor({ state: 'detached' })
    const line = listTable(at).getByRole('link')
    await expect.poll(() => line.evaluate(link => link === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await pane.waitFor()
  })

  test('a day the official does not receive is warned of and still booked; what waits is counted anew', async () => {
    const { at } = await sitAtForTest('filled', language)
    const { page, t } = at
    await registerAtDesk(at, PERSON)
    await goTo(at, 'applications')
    const views = page.getByRole('navigation', { name: t('views.label'), exact: true })
    await views.getByRole('link', { name: t('views.no_eotinish'), exact: true }).click()
    await waitForTotal(at, 1)
    await listTable(at).getByRole('link').press('Enter')
    await card(at).waitFor()
    await page.keyboard.press('Alt+Digit3')
    await dialog(at).getByLabel(t('column.official'), { exact: true }).selectOption({ index: 1 })
    await dialog(at)
      .getByLabel(t('act.book.day'), { exact: true })
      .selectOption({ label: t('act.book.other_day') })
    await dialog(at).getByLabel(t('act.book.date'), { exact: true }).fill('26.12.2026')
    await dialog(at).getByLabel(t('act.book.time'), { exact: true }).fill('0930')
    await dialog(at).getByText(t('act.book.warning.not_receiving'), { exact: true }).waitFor()
    await dialog(at)
      .getByRole('button', { name: t('act.book'), exact: true })
      .click()
    await card(at)
      .getByRole('status')
      .filter({ hasText: t('act.book.done') })
      .waitFor()
    expect((await card(at).innerText()).replace(/\s+/g, ' ')).toContain('09:30')
    expect(
      await card(at)
        .getByRole('button', { name: t('act.drop_booking'), exact: true })
        .count(),
    ).toBe(1)
  })

  test('a view is saved without the words typed; the list on paper is the list as seen, IIN masked', async () => {
    const { at } = await sitAtForTest('filled', language)
    const { page, t } = at
    const folder = await mkdtemp(path.join(tmpdir(), 'applications-list-'))
    onTestFinished(() => remove(folder))
    await registerAtDesk(at, PERSON)
    await goTo(at, 'applications')
    await page.getByRole('combobox', { name: t('column.status'), exact: true }).selectOption('open')
    await waitForTotal(at, 1)
    await narrowByText(at, PERSON.surname)
    await saveView(at, 'A')
    const file = path.join(folder, 'list.pdf')
    await printList(at, file)
    expect(await savedSentence(at)).toContain(file)
    const printed = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    for (const text of [PERSON.surname, PERSON.given, t('application.status.open')]) expect(printed).toContain(text)
    expect(printed).not.toContain(PERSON.iin)
    expect(printed).toMatch(/1\s*\/\s*1/)

    await page.reload()
    await goTo(at, 'applications')
    const views = page.getByRole('navigation', { name: t('views.label'), exact: true })
    await views.getByRole('link', { name: 'A', exact: true }).click()
    await waitForTotal(at, 1)
    expect(await page.getByRole('textbox', { name: t('applications.text'), exact: true }).inputValue()).toBe('')
    const [row] = await rowsInSight(at)
    expect(row?.[t('column.status')]).toBe(t('application.status.open'))
    await page.getByRole('button', { name: t('views.delete'), exact: true }).click()
    await dialog(at)
      .getByRole('button', { name: t('views.delete.act'), exact: true })
      .click()
    await views.getByRole('link', { name: 'A', exact: true }).waitFor({ state: 'detached' })
  })
})

test('titles put the list in the order of names of the Kazakh alphabet, and back', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  const { page, t } = at
  for (const surname of ['Қасымов', 'Әлиев', 'Камалов', 'Абаев'])
    await registerAtDesk(at, { ...PERSON, surname, iin: '' })
  await goTo(at, 'applications')
  await waitForTotal(at, 4)
  const head = listTable(at).getByRole('columnheader', { name: t('column.person') })
  expect(await head.getAttribute('aria-sort')).toBe('none')
  await head.getByRole('button').click()
  await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending')
  const names = async () => (await rowsInSight(at)).map(row => row[t('column.person')]?.split(' ')[0])
  await expect.poll(names).toEqual(['Абаев', 'Әлиев', 'Камалов', 'Қасымов'])
  await listTable(at)
    .getByRole('columnheader', { name: t('column.registered') })
    .getByRole('button')
    .click()
  await expect.poll(() => head.getAttribute('aria-sort')).toBe('none')
  expect(page.url()).not.toContain('sort')
})
