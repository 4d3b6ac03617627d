import path from 'node:path'
import type { Locator } from 'playwright-core'
import type { LetterKind } from '#shared/letter/model.ts'
import { card } from './applications.ts'
import type { AtDesk } from './at-desk.ts'
import { textOfDocx, textOfPdf, written } from './paper.ts'
import type { Language } from './words.ts'

const main = ({ page }: AtDesk) => page.getByRole('main')
const dialog = ({ page }: AtDesk) => page.getByRole('dialog')
const button = (at: AtDesk, name: string) => main(at).getByRole('button', { name, exact: true })

/** A letter that was signed off: its number, and what its papers say in a language, without spaces. */
export interface SignedPaper {
  readonly number: string
  readonly pdf: string
  readonly docx: string
}

/** From the card into the composer of a letter it obliges to. */
export async function beginOwedLetter(at: AtDesk, kind: LetterKind): Promise<void> {
  const { t } = at
  const name = t(`letter.kind.${kind}`)
  await card(at)
    .getByRole('link', { name: `${t('letter.write')}: ${name}`, exact: true })
    .click()
  await main(at).getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** The field of a paragraph of the letter that is written. */
export function paragraphField({ page, t }: AtDesk, number: number, language: Language): Locator {
  const label = `${t('letter.paragraph', { number })}: ${t(`letter.languages.${language}`)}`
  return page.getByRole('main').getByLabel(label, { exact: true })
}

/** Writes over what the template could not know: a place a person fills (`{{...}}`) gets the words. */
export async function fillPlace(at: AtDesk, language: Language, place: string, words: string): Promise<void> {
  const fields = main(at).locator('.letter-parts textarea')
  await fields.first().waitFor()
  for (const field of await fields.all()) {
    const text = await field.inputValue()
    if (text.includes(place)) return field.fill(text.replace(place, words))
  }
  throw new Error(`no place for ${place} in ${language}`)
}

/** Signs the letter off and waits for its number. */
export async function signLetter(at: AtDesk): Promise<void> {
  const { t } = at
  await main(at).locator('.letter-faults li').first().waitFor({ state: 'detached' })
  await button(at, t('letter.sign')).click()
  await dialog(at)
    .getByRole('button', { name: t('letter.sign.act'), exact: true })
    .click()
  await main(at).getByText(t('letter.status.signed'), { exact: true }).waitFor()
}

/** Both papers of a signed letter in a language, read back. */
export async function papersOf(at: AtDesk, folder: string, name: string, sheet: Language): Promise<SignedPaper> {
  const { t } = at
  const file = path.join(folder, `${name}-${sheet}`)
  const words = { language: t(`letter.sheet_of.${sheet}`) }
  const pdf = await textOfPdf(await written(at, button(at, t('letter.print', words)), `${file}.pdf`))
  const docx = await textOfDocx(await written(at, button(at, t('letter.docx', words)), `${file}.docx`))
  const number = (await main(at).locator('.screen-head b').innerText()).trim()
  return { number, pdf, docx }
}

/** Notes that the letter left by post. */
export async function sendLetter(at: AtDesk, proof: string): Promise<void> {
  const { t } = at
  await button(at, t('letter.send')).click()
  await dialog(at).getByLabel(t('letter.proof'), { exact: true }).fill(proof)
  await dialog(at)
    .getByRole('button', { name: t('letter.send.act'), exact: true })
    .click()
  await main(at).getByText(t('letter.send.done'), { exact: true }).waitFor()
}
