import type { Locator } from 'playwright-core'
import type { AtDesk } from './at-desk.ts'
import { openByKeys } from './decisions.ts'
import { goTo, goToAddress } from './frame.ts'
import { closeDialog, openDialog, type Stop, stop, text } from './walk.ts'
import type { WordKey } from './words.ts'

/** Whose letters are walked through. */
export const LETTER_SURNAME = 'Әбдіғалиева'

function button({ page, t }: AtDesk, key: WordKey, rest = ''): Locator {
  return page.getByRole('main').getByRole('button', { name: `${t(key)}${rest}`, exact: rest === '' })
}

function signer({ page, t, language }: AtDesk, part: 'letter.signer.position' | 'letter.signer.name'): Locator {
  return page.getByLabel(new RegExp(`^${t(part)}: `)).and(page.locator(`[lang="kk"] input, [lang="${language}"] input`))
}

/** The letters of an application: the card, a letter written, numbered, sent and annulled, the tray, the journal, the texts. */
export const LETTERS: readonly Stop[] = [
  stop('letters-card', async at => {
    const pane = await openByKeys(at, LETTER_SURNAME)
    const other = pane.getByLabel(at.t('letter.other'), { exact: true })
    await other.selectOption({ label: at.t('letter.kind.left') })
    await pane.getByRole('link', { name: at.t('letter.write'), exact: true }).scrollIntoViewIfNeeded()
  }),
  stop('letters-composer', async at => {
    await at.page.getByRole('link', { name: at.t('letter.write'), exact: true }).click()
    await at.page.locator('.letter-faults').first().waitFor()
  }),
  stop('letters-question', async at => {
    await signer(at, 'letter.signer.position').first().fill('Аппарат басшысы')
    await signer(at, 'letter.signer.name').first().fill('Д. Сапаров')
    await at.page.locator('.letter-faults').first().waitFor({ state: 'detached' })
    await openDialog(at, button(at, 'letter.sign'))
  }),
  stop('letters-signed', async at => {
    await at.page
      .getByRole('dialog')
      .getByRole('button', { name: at.t('letter.sign.act'), exact: true })
      .click()
    await text(at, 'letter.status.signed')
  }),
  stop('letters-annul', at => openDialog(at, button(at, 'letter.annul'))),
  stop('letters-send', async at => {
    await closeDialog(at)
    await goTo(at, 'letters')
    await openDialog(at, button(at, 'letter.send', ': '))
  }),
  stop('letters-tray', at => closeDialog(at)),
  stop('letters-journal', async at => {
    await goToAddress(at, '#/letters?tab=register')
    await at.page.getByRole('main').getByRole('row').nth(1).waitFor()
  }),
  stop('letters-texts', async at => {
    await goToAddress(at, '#/letters?tab=templates')
    await at.page.getByRole('main').getByRole('textbox').first().fill('{{numbr}}')
    await at.page.locator('.letter-faults').first().waitFor()
  }),
]
