import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOOK } from '#renderer/app/look.ts'
import { type AtDesk, atDesk, remove, seen, sitDown } from './pages/at-desk.ts'
import { begin, CLERK, faultOf, fieldOf, leavePasswords } from './pages/first-run.ts'
import { savedRecords, speak } from './pages/frame.ts'
import { picture } from './pages/paper.ts'
import { LANGUAGES, type WordKey, wordsIn } from './pages/words.ts'

const NEEDED = ['first.name', 'first.post_kk', 'first.post_ru'] as const satisfies readonly WordKey[]
const OTHER = { kk: 'ru', ru: 'kk' } as const

describe.each(LANGUAGES)('the first run, %s', language => {
  let at: AtDesk
  let userData: string

  beforeAll(async () => {
    userData = await mkdtemp(path.join(tmpdir(), 'desk-first-'))
    at = await sitDown(language, { userData })
    await speak(at, language)
  })
  afterAll(async () => {
    await at.desk.close()
    await remove(userData)
  })

  test('nothing but the clerk is asked: the office stands filled in, in both languages', async () => {
    const filled: [WordKey, string][] = [
      ['office.name_kk', wordsIn('kk')('office.default.name')],
      ['office.name_ru', wordsIn('ru')('office.default.name')],
      ['office.region_kk', wordsIn('kk')('office.default.region')],
      ['office.region_ru', wordsIn('ru')('office.default.region')],
      ['office.room', '110'],
      ['office.from', '09:00'],
      ['office.lunch_from', '13:00'],
      ['office.lunch_to', '14:30'],
      ['office.to', '18:30'],
      ['first.letter', '\u0410'],
    ]
    for (const [label, value] of filled) expect(await fieldOf(at, label).inputValue(), label).toBe(value)
    expect(await at.page.getByRole('radio', { name: at.t('profile.wko.name') }).isChecked()).toBe(true)
    for (const label of NEEDED) expect(await fieldOf(at, label).inputValue(), label).toBe('')
  })

  test('it has the look of the desk, whenever its files of styles come', async () => {
    const looks = await at.page.evaluate(() => {
      const said = getComputedStyle(document.documentElement)
      return ['--mantine-primary-color-filled', '--mantine-font-family'].map(name => said.getPropertyValue(name))
    })
    expect(looks).toEqual([LOOK.colors?.sky?.[7], LOOK.fontFamily])
  })

  test('what is missing is told beside its field, and the first of them has the focus', async () => {
    await begin(at)
    await expect.poll(() => faultOf(at, 'first.name')).toBe(at.t('form.needed'))
    for (const label of NEEDED) expect(await faultOf(at, label), label).toBe(at.t('form.needed'))
    for (const label of ['office.name_kk', 'office.phone', 'office.address_kk'] as const)
      expect(await faultOf(at, label), label).toBe('')
    expect(await focusedLabel(at)).toContain(at.t('first.name'))
  })

  test('a wrong letter, a wrong time and hours out of order are told where they stand', async () => {
    await fieldOf(at, 'first.letter').fill('7')
    await fieldOf(at, 'office.from').fill('9 \u0447')
    await begin(at)
    await expect.poll(() => faultOf(at, 'first.letter')).toBe(at.t('form.letter'))
    expect(await faultOf(at, 'office.from')).toBe(at.t('form.time'))
    for (const label of NEEDED) await fieldOf(at, label).fill('\u2013')
    await fieldOf(at, 'first.letter').fill('\u04d8')
    await fieldOf(at, 'office.from').fill('19:00')
    await begin(at)
    await expect.poll(() => faultOf(at, 'office.to')).toBe(at.t('form.hours_order'))
    await fieldOf(at, 'office.from').fill('08:45')
    for (const label of NEEDED) await fieldOf(at, label).fill('')
  })

  test('another language keeps what was typed, and tells what is missing in its own words', async () => {
    await fieldOf(at, 'first.name').fill(CLERK.name)
    await speak(at, OTHER[language])
    const other = atDesk(at.desk, OTHER[language])
    expect(await fieldOf(other, 'first.name').inputValue()).toBe(CLERK.name)
    expect(await fieldOf(other, 'office.from').inputValue()).toBe('08:45')
    expect(await fieldOf(other, 'first.letter').inputValue()).toBe('\u04d8')
    await begin(other)
    await expect.poll(() => faultOf(other, 'first.post_kk')).toBe(other.t('form.needed'))
    expect(await faultOf(other, 'first.name')).toBe('')
    await speak(at, language)
    await expect.poll(() => faultOf(at, 'first.post_kk')).toBe(at.t('form.needed'))
  })

  test('the desk opens, and its status line says only what is so', async () => {
    await fieldOf(at, 'first.post_kk').fill(CLERK.positionKk)
    await fieldOf(at, 'first.post_ru').fill(CLERK.positionRu)
    await begin(at)
    await at.page.getByText(at.t('first.protect.later_means'), { exact: true }).waitFor()
    await picture(at, 'first-protect')
    await leavePasswords(at)
    await at.page.getByRole('heading', { level: 1, name: at.t('today.title'), exact: true }).waitFor()
    await expectTrueStatus(at)
    expect(await at.page.getByText(CLERK.name, { exact: true }).isVisible()).toBe(true)
  })

  test('the next start opens the desk directly, in the same language, with everything that was saved', async () => {
    const before = await savedRecords(at)
    await at.desk.quit()
    await at.desk.close()
    at = await sitDown(language, { userData })
    await at.page.getByRole('heading', { level: 1, name: at.t('today.title'), exact: true }).waitFor()
    expect(await at.page.getByRole('button', { name: at.t('first.begin'), exact: true }).count()).toBe(0)
    await expectTrueStatus(at)
    // The end of the day's work is marked in the journal too.
    expect(await savedRecords(at)).toBeGreaterThanOrEqual(before)
  })
})

/** The key of these tests lies in a file, and the regulation of the first profile has lost its force. */
async function expectTrueStatus(at: AtDesk): Promise<void> {
  expect(await savedRecords(at)).toBeGreaterThan(0)
  expect(await seen(at, at.t('status.key_plain'))).toBe(true)
  await at.page.getByText(at.t('profile.wko.short'), { exact: true }).waitFor()
  await at.page.getByText(at.t('status.desk', { letter: '\u04d8' }), { exact: true }).waitFor()
}

/** The label of the field that has the focus. */
function focusedLabel(at: AtDesk): Promise<string> {
  return at.page.evaluate(() => {
    const focused = document.activeElement
    return (focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : null) ?? ''
  })
}
