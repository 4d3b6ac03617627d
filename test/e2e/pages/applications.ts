import type { Locator } from 'playwright-core'
import type { AtDesk } from './at-desk.ts'
import { patternOf, rawWords } from './words.ts'

/** The number above the list, once it is the expected one. */
export async function waitForTotal({ page, t }: AtDesk, count: number): Promise<void> {
  await page.getByText(t('applications.total', { count }), { exact: true }).waitFor()
}

/** The number above the list now. */
export async function total({ page, language }: AtDesk): Promise<number> {
  const pattern = patternOf(`${rawWords(language, 'applications.total')}`)
  const text = await page.getByText(pattern).innerText()
  return Number(text.replace(/\D+/g, ''))
}

export function listTable({ page, t }: AtDesk): Locator {
  return page.getByRole('table', { name: t('applications.title'), exact: true })
}

/** The titles of the columns in the order they stand. */
export function columnTitles(at: AtDesk): Promise<string[]> {
  return listTable(at).getByRole('columnheader').allInnerTexts()
}

/** The rows in the page now, by column title: only what is near to sight stands there. */
export async function rowsInSight(at: AtDesk): Promise<Record<string, string>[]> {
  const titles = await columnTitles(at)
  const cells = await listTable(at).evaluate(table =>
    [...table.querySelectorAll('tbody tr')]
      .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
      .map(row => [...row.querySelectorAll('td')].map(cell => cell.innerText.trim())),
  )
  return cells.map(row => Object.fromEntries(titles.map((title, place) => [title, row[place] ?? ''])))
}

/** Types into the box above the list. */
export async function narrowByText({ page, t }: AtDesk, text: string): Promise<void> {
  await page.getByRole('textbox', { name: t('applications.text'), exact: true }).fill(text)
}

export type Filter = 'quarter' | 'byChannel' | 'byOutcome' | 'byTopic' | 'byDistrict' | 'byOfficial'

/** Chooses a word in one of the boxes above the list. */
export async function narrowBy({ page, t }: AtDesk, filter: Filter, label: string): Promise<void> {
  await page.getByRole('combobox', { name: t(`dimension.${filter}`), exact: true }).selectOption({ label })
}

export function chips({ page, t }: AtDesk): Locator {
  return page.getByRole('list', { name: t('applications.narrowed'), exact: true }).getByRole('listitem')
}

/** Takes a chip away by its own button. */
export async function takeAway({ page, t }: AtDesk, what: string): Promise<void> {
  await page.getByRole('button', { name: t('applications.take_away', { what }), exact: true }).click()
}

/** Opens the card of the only row with this text among the rows in sight. */
export async function openCard(at: AtDesk, text: string): Promise<Locator> {
  await listTable(at).getByRole('row').filter({ hasText: text }).first().getByRole('link').click()
  return card(at)
}

export function card({ page, t }: AtDesk): Locator {
  return page.getByRole('complementary', { name: t('card.title'), exact: true })
}

/** Erases the person of the open card, the word typed. The page is loaded again, at the same place. */
export async function erasePerson(at: AtDesk): Promise<void> {
  const { page, t } = at
  await card(at)
    .getByRole('button', { name: t('erase.act'), exact: true })
    .click()
  const dialog = page.getByRole('dialog')
  const act = dialog.getByRole('button', { name: t('erase.act'), exact: true })
  if (await act.isEnabled()) throw new Error('the act is offered before the word was typed')
  await dialog.getByLabel(t('erase.type_word', { word: t('erase.word') }), { exact: true }).fill(t('erase.word'))
  const place = page.url()
  const loaded = page.waitForEvent('load')
  await act.click()
  await loaded
  if (page.url() !== place) throw new Error('the place was not kept')
  await card(at).getByText(t('card.erased_sentence'), { exact: true }).waitFor()
}

/** Writes the list as it is narrowed now to a file. */
export async function exportList({ desk, page, t }: AtDesk, file: string | null): Promise<void> {
  await desk.answerNextDialog(file === null ? null : { filePath: file })
  await page.getByRole('button', { name: t('applications.export'), exact: true }).click()
}

/** Writes the sheet of the list as it is narrowed now to a file. */
export async function printList({ desk, page, t }: AtDesk, file: string): Promise<void> {
  await desk.answerNextDialog({ filePath: file })
  await page.getByRole('button', { name: t('applications.print'), exact: true }).click()
}

/** Saves what the list is narrowed by under a name. */
export async function saveView({ page, t }: AtDesk, name: string): Promise<void> {
  await page.getByRole('button', { name: t('views.save'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('views.name'), { exact: true }).fill(name)
  await dialog.getByRole('button', { name: t('act.keep'), exact: true }).click()
  await page
    .getByRole('navigation', { name: t('views.label'), exact: true })
    .getByRole('link', { name, exact: true })
    .waitFor()
}
