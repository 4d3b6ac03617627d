import type { Locator } from 'playwright-core'
import { type AtDesk, exactly } from './at-desk.ts'
import { goToAddress } from './frame.ts'
import type { Language, WordKey } from './words.ts'

const LISTS = {
  topic: 'directories.topic',
  body: 'directories.body',
  unit: 'directories.unit',
  room: 'directories.room',
  officials: 'directories.officials',
  helpers: 'directories.helpers',
} as const satisfies Record<string, WordKey>
export type List = keyof typeof LISTS

/** Opens one of the lists of the screen of directories. */
export async function openList(at: AtDesk, list: List): Promise<void> {
  await goToAddress(at, `#/directories?list=${list}`)
  await at.page.getByRole('heading', { level: 2, name: at.t(LISTS[list]), exact: true }).waitFor()
}

/** The line of an entry by its name in the language of the screen. */
export function lineOf({ page, t }: AtDesk, name: string): Locator {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: t('directories.edit', { name }), exact: true }) })
}

/** Opens the form of an entry or of an official. */
export async function openForm(at: AtDesk, name: string): Promise<Locator> {
  await at.page.getByRole('button', { name: at.t('directories.edit', { name }), exact: true }).click()
  return form(at)
}

export function form({ page }: AtDesk): Locator {
  return page.getByRole('dialog')
}

/** A box of the open form by its label: what is typed, not the list that may hang on it. */
export function boxOf(at: AtDesk, label: WordKey): Locator {
  return form(at).getByLabel(at.t(label), { exact: true }).and(at.page.locator('input, textarea'))
}

/** Types into the boxes of the open form by their labels, saves, and waits until the form has closed. */
export async function fillAndKeep(at: AtDesk, texts: Partial<Record<WordKey, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await boxOf(at, label as WordKey).fill(text)
  await keep(at)
  await form(at).waitFor({ state: 'detached' })
}

export async function keep(at: AtDesk): Promise<void> {
  await form(at)
    .getByRole('button', { name: at.t('act.keep'), exact: true })
    .click()
}

/** Ends an entry on the day its dialog proposes. */
export async function endEntry(at: AtDesk, name: string): Promise<void> {
  await at.page.getByRole('button', { name: at.t('directories.end_of', { name }), exact: true }).click()
  await form(at)
    .getByRole('button', { name: at.t('directories.end'), exact: true })
    .click()
  await form(at).waitFor({ state: 'detached' })
}

/** A choice of the box of topics above the list of applications; the list is opened. */
export async function topicChoice(at: AtDesk, name: string): Promise<Locator> {
  await goToAddress(at, '#/applications')
  return at.page
    .getByRole('combobox', { name: at.t('dimension.byTopic'), exact: true })
    .locator('option')
    .filter({ hasText: exactly(name) })
}

/** Waits until a topic is offered above the list of applications. */
export async function waitForTopic(at: AtDesk, name: string): Promise<void> {
  await (await topicChoice(at, name)).waitFor({ state: 'attached' })
}

/** A text in the language of the screen. */
export function said(text: Readonly<Record<Language, string>>, { language }: AtDesk): string {
  return text[language]
}
