import type { Locator } from 'playwright-core'
import { type AtDesk, factOf } from './at-desk.ts'
import { patternOf, rawWords, type WordKey } from './words.ts'

export type Kind = 'officials' | 'journal'

const COUNTS = {
  records: 'import.count.records',
  marked: 'import.count.marked',
  badIin: 'import.count.bad_iin',
  skipped: 'import.count.skipped',
  already: 'import.count.already',
} as const satisfies Record<string, WordKey>

/** Presses the button of a kind of file; the next dialog is answered with the file, or closed. */
export async function chooseFile({ desk, page, t }: AtDesk, kind: Kind, file: string | null): Promise<void> {
  await desk.answerNextDialog(file === null ? null : { filePaths: [file] })
  const part = page.locator('section').filter({ has: page.getByText(t(`import.${kind}.title`), { exact: true }) })
  await part.getByRole('button', { name: t('import.choose_file'), exact: true }).click()
}

/** Chooses a file and waits for its dry run. */
export async function look(at: AtDesk, kind: Kind, file: string): Promise<void> {
  await chooseFile(at, kind, file)
  await at.page.getByText(at.t('import.dry_run'), { exact: true }).waitFor()
}

/** The figures above the dry run. */
export async function dryCount({ page, t }: AtDesk, what: keyof typeof COUNTS): Promise<number> {
  return Number(await factOf(page, t(COUNTS[what])).innerText())
}

export function columnMeaning({ page, t }: AtDesk, header: string): Locator {
  return page.getByLabel(t('import.columns.field_of', { header }), { exact: true })
}

/** Kinds of problems with the number of rows of each. */
export async function problems({ page, t, language }: AtDesk): Promise<{ text: string; rows: number }[]> {
  const card = page.getByRole('region', { name: t('import.problems.title'), exact: true })
  const texts = await card.getByRole('listitem').allInnerTexts()
  const rows = patternOf(`${rawWords(language, 'import.problems.rows')}$`)
  return texts.map(text => ({ text, rows: Number(/(\d+)\s*$/.exec(text)?.[1] ?? rows.exec(text)?.[1]) }))
}

export async function runImport({ page, t }: AtDesk, fresh: number): Promise<void> {
  await page.getByRole('button', { name: t('import.run', { count: fresh }), exact: true }).click()
}

export interface Brought {
  readonly kept: number
  readonly marked: number
  readonly badIin: number
  readonly already: number
}

/** Waits for the sentence that tells what came of the import. */
export async function waitUntilBrought({ page, t }: AtDesk, kind: Kind, counts: Brought): Promise<void> {
  await page.getByText(t(`import.done.${kind}`, { ...counts }), { exact: true }).waitFor()
}

export async function closeImport({ page, t }: AtDesk): Promise<void> {
  await page.getByRole('button', { name: t('import.close'), exact: true }).click()
}

export async function dropDryRun({ page, t }: AtDesk): Promise<void> {
  await page.getByRole('button', { name: t('import.drop'), exact: true }).click()
}

/** The lines of what was brought in, newest first. */
export function history({ page, t }: AtDesk): Locator {
  return page.getByRole('region', { name: t('import.history.title'), exact: true }).getByRole('listitem')
}

/** Brings a file in as a whole: dry run, import, the sentence, back. */
export async function bringIn(at: AtDesk, kind: Kind, file: string, counts: Brought): Promise<void> {
  await look(at, kind, file)
  await runImport(at, counts.kept)
  await waitUntilBrought(at, kind, counts)
  await closeImport(at)
}

/** Takes an import back as a whole, asked and confirmed. */
export async function takeBack(at: AtDesk, line: Locator): Promise<void> {
  const { page, t } = at
  await line.getByRole('button', { name: t('import.undo'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('import.undo'), exact: true })
    .click()
  await line.getByText(t('import.state.undone'), { exact: true }).waitFor()
}
