import type { Page } from 'playwright-core'
import type { Language } from '#shared/application/model.ts'
import { Frame } from './frame.ts'
import { wordsOf } from './words.ts'

/** Fills in the first-run form as a clerk would and begins; answers with the frame of the open desk. */
export async function beginWork(page: Page, language: Language = 'kk'): Promise<Frame> {
  const say = wordsOf(language)
  await page.getByRole('button', { name: say(`language.short.${language}`) }).click()
  await page.getByLabel(say('first.name')).fill('А. Рахимова')
  await page.getByLabel(say('first.post_kk')).fill('Қоғамдық қабылдау бөлмесінің қызметкері')
  await page.getByLabel(say('first.post_ru')).fill('Работник общественной приемной')
  await page.getByRole('button', { name: say('first.begin') }).click()
  const frame = new Frame(page, language)
  await frame.whole()
  return frame
}
