import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type AtDesk, exactly } from './pages/at-desk.ts'
import { goTo } from './pages/frame.ts'
import { flowsIn, type WordKey, wordsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PICTURES = process.env.DESK_PICTURES
const MOST_PHONE = 40
const MOST_PASSWORD = 500
/** What somebody has in the clipboard: longer than the field of the telephone takes. */
const NOTE = 'Өтініш берушінің ұялы телефоны, жұмыс телефоны және туысының телефоны'

async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `limit-${name}-${language}.png`) })
}

describe.each(flowsIn('kk'))('what does not fit into a field, %s', language => {
  const t = wordsIn(language)
  const label = ({ page }: AtDesk, key: WordKey) => page.getByLabel(exactly(t(key)))
  const rest = ({ page }: AtDesk) => page.getByLabel(t('limit.rest'), { exact: true })

  test('is told with how much it was, is kept whole, and can be taken into another field', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page } = at
    await goTo(at, 'register')
    await label(at, 'register.essence').fill(NOTE)
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Control+C')
    await label(at, 'register.phone').click()
    await page.keyboard.press('Control+V')
    const over = (count: number) => page.getByText(t('limit.over', { most: MOST_PHONE, count }), { exact: true })
    await over(NOTE.length - MOST_PHONE).waitFor()
    expect(await label(at, 'register.phone').inputValue()).toBe(NOTE.slice(0, MOST_PHONE))
    expect(await rest(at).inputValue()).toBe(NOTE.slice(MOST_PHONE))
    await picture(at, 'pasted')
    // Keys that are pressed on in the full field belong to the same rest.
    await page.keyboard.type('!?')
    await over(NOTE.length - MOST_PHONE + 2).waitFor()
    expect(await rest(at).inputValue()).toBe(`${NOTE.slice(MOST_PHONE)}!?`)
    await page.getByRole('button', { name: t('limit.copy'), exact: true }).click()
    await label(at, 'register.essence').fill('')
    await page.keyboard.press('Control+V')
    await expect.poll(() => label(at, 'register.essence').inputValue()).toBe(`${NOTE.slice(MOST_PHONE)}!?`)
    await page.getByRole('button', { name: t('limit.seen'), exact: true }).click()
    expect(await rest(at).count()).toBe(0)
  })

  test('is told of a hidden field without a sign of what was typed', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page } = at
    const secret = 'құпия'.repeat(MOST_PASSWORD / 5)
    await goTo(at, 'settings')
    await page.getByLabel(t('publish.kind'), { exact: true }).selectOption('web')
    const password = label(at, 'publish.password').last()
    await password.fill(secret)
    await password.press('End')
    await page.keyboard.type('7Ж')
    await page.getByText(t('limit.secret', { most: MOST_PASSWORD, count: 2 }), { exact: true }).waitFor()
    expect(await rest(at).count()).toBe(0)
    expect(await page.getByRole('button', { name: t('limit.copy'), exact: true }).count()).toBe(0)
    expect(await page.locator('.over-limit').innerText()).not.toContain('7Ж')
    await picture(at, 'secret')
  })
})
