import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { DeskSettings } from '#shared/ipc/contract.ts'
import type { AtDesk } from './at-desk.ts'
import type { Hands } from './hands.ts'
import { ask } from './reception.ts'
import { donePanel, focusedButton } from './register.ts'

const run = promisify(execFile)
const PRINTER = 'Counter'

/** Puts a printer beside the desk; what it prints lies in the folder. */
export async function connectPrinter(at: AtDesk, folder: string): Promise<void> {
  await at.desk.control('printers', [{ name: PRINTER, standard: true }], folder)
  await choosePrinter(at, PRINTER)
}

/** What the desk prints its talons on; null: on nothing. */
export async function choosePrinter(at: AtDesk, printer: string | null = PRINTER): Promise<void> {
  const settings = await ask<DeskSettings>(at, 'settingsGet', {})
  await ask(at, 'settingsSet', { ...settings, talon: { shape: 'A6', printer } })
}

/** Prints the talon of what was just registered by its one key. */
export async function printByKey(at: AtDesk, hands: Hands): Promise<void> {
  await focusedButton(at, 'register.done.talon').waitFor()
  await hands.press('Enter')
  await donePanel(at).getByText(at.t('talon.printed')).waitFor()
}

/** The files of what the printer was given, oldest first. */
export async function printed({ desk }: AtDesk): Promise<string[]> {
  return (await desk.control<{ file: string }[]>('printed')).map(({ file }) => file)
}

/** What stands on a paper, with no regard to where its lines break. */
export async function textOnPaper(file: string): Promise<string> {
  return (await run('pdftotext', ['-layout', file, '-'])).stdout.replace(/\s+/g, ' ')
}
