import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DATA_FORMAT } from '#electron/journal/stamp-file.ts'
import { calendarFileText } from '#shared/calendar/file.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { findOwnTemplate } from '#shared/letter/templates.ts'
import { lettersFileText } from '#shared/update/letters-file.ts'
import { dataPackage, programPackage, publisher } from '#test/unit/update/package-kit.ts'
import { type AtDesk, remove } from './pages/at-desk.ts'
import { form } from './pages/directories.ts'
import { press } from './pages/focus-walk.ts'
import { goTo } from './pages/frame.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PICTURES = process.env.DESK_PICTURES
const FEAST = { kk: 'Кітап күні', ru: 'День книги' }
const ACT = { kk: 'Министрдің № 415 бұйрығы', ru: 'приказ Министра № 415' }
const NEWS = {
  kk: 'Жазбаларды іздеу жылдамдады.\nБір қате түзетілді.',
  ru: 'Поиск записей стал быстрее.\nИсправлена одна ошибка.',
}

type Key = Parameters<AtDesk['t']>[0]

const button = ({ page, t }: AtDesk, key: Key) => page.getByRole('button', { name: t(key), exact: true })

async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  if (!PICTURES) return
  for (const scheme of ['light', 'dark'] as const) {
    await page.evaluate(one => document.documentElement.setAttribute('data-mantine-color-scheme', one), scheme)
    await page.screenshot({ path: path.join(PICTURES, `${name}-${language}-${scheme}.png`) })
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'light'))
}

/** A desk that believes a developer who lives as long as the test; packages of theirs are chosen through the dialog. */
async function believing(language: 'kk' | 'ru') {
  const { at, userData } = await sitAtForTest('begun', language)
  const folder = await mkdtemp(path.join(tmpdir(), 'updates-'))
  onTestFinished(() => remove(folder))
  const by = publisher('developer')
  await mkdir(path.join(userData, 'desk-updates'), { recursive: true })
  await writeFile(path.join(userData, 'desk-updates/developer-keys.json'), JSON.stringify([by.trusted]))
  const choose = async (bytes: Buffer) => {
    const file = path.join(folder, 'update.qupdate')
    await writeFile(file, bytes)
    await at.desk.answerNextDialog({ filePaths: [file] })
    await press(at.page, button(at, 'update.choose'))
  }
  await goTo(at, 'settings')
  await button(at, 'update.choose').scrollIntoViewIfNeeded()
  return { at, userData, by, choose }
}

const system = { data: DATA_FORMAT, electron: 45, platform: process.platform, arch: process.arch }

describe.each(flowsIn('kk'))('updates from a file, %s', language => {
  test('a changed package changes nothing; the version at work is kept, the next one is put where a person installs it', async () => {
    const { at, userData, by, choose } = await believing(language)
    const { page, t } = at
    const next = programPackage(by, { program: system, news: NEWS, made: '2026-11-20' })
    const spoilt = Buffer.from(next)
    spoilt[spoilt.length - 1] = 0
    await choose(spoilt)
    await page.getByText(t('error.update.file_changed'), { exact: true }).waitFor()
    await choose(programPackage(publisher('developer'), { program: system }))
    await page.getByText(t('error.update.signature'), { exact: true }).waitFor()

    await choose(programPackage(by, { program: system, version: '0.1.0', from: '0.0.1' }))
    await form(at).getByText(t('update.is_own'), { exact: true }).waitFor()
    await press(page, form(at).getByRole('button', { name: t('update.keep_act'), exact: true }))
    await page.getByText(t('update.kept'), { exact: true }).waitFor()

    await choose(next)
    await form(at)
      .getByText(NEWS[language].split('\n')[0] ?? '')
      .waitFor()
    expect(await form(at).getByText(t('update.no_way_back')).count()).toBe(0)
    await picture(at, 'update-program')
    await press(page, form(at).getByRole('button', { name: t('update.install_act'), exact: true }))
    const file = path.join(userData, 'desk-updates/0.2.0/qabyldau.deb')
    await page.getByText(t('update.told', { path: file })).waitFor()
    expect(await readFile(file, 'utf8')).toBe('the installer of another version')
    await picture(at, 'update-card')
  })

  test('a calendar and texts of letters are shown with what they change, accepted, and stand as if kept by hand', async () => {
    const { at, by, choose } = await believing(language)
    const { page, t } = at
    const year = SEED_CALENDAR.years.find(one => one.year === 2026)
    const own = findOwnTemplate('refusal', 'KZ-2026')
    if (year === undefined || own === null) throw new Error('no seeds')
    const day = { date: '2026-12-21', mark: 'holiday', key: 'book', name: FEAST, act: ACT } as never
    const sorted = [...year.days, day].sort((a, b) => (a.date < b.date ? -1 : 1))
    const text = calendarFileText([{ year: { ...year, status: 'approved', days: sorted }, act: ACT }])
    await choose(dataPackage(by, 'calendar', text, { news: NEWS }))
    await form(at).getByText(t('update.accept_calendar'), { exact: true }).waitFor()
    await form(at).getByText(FEAST[language]).first().waitFor()
    await picture(at, 'update-calendar')
    await press(page, form(at).getByRole('button', { name: t('update.accept'), exact: true }))
    await page.getByText(t('update.accepted', { count: 1 }), { exact: true }).waitFor()
    await choose(dataPackage(by, 'calendar', text, { version: '0.9.0' }))
    await page
      .getByText(t('error.update.pack_downgrade', { version: '0.9.0', known: '1.0.0' }), { exact: true })
      .waitFor()

    const paragraphs = [...own.paragraphs, { kk: 'Қосымша сөйлем.', ru: 'Добавленное предложение.', optional: false }]
    const letters = lettersFileText([{ kind: 'refusal', profile: 'KZ-2026', template: { ...own, paragraphs } }])
    await choose(dataPackage(by, 'letters', letters, { news: NEWS }))
    await form(at).locator('summary').first().click()
    await form(at).getByText('Добавленное предложение.').waitFor()
    await picture(at, 'update-letters')
    await press(page, form(at).getByRole('button', { name: t('update.accept'), exact: true }))
    await page.getByText(t('update.accepted', { count: 1 }), { exact: true }).waitFor()
    await choose(dataPackage(by, 'law', '{}'))
    await page.getByText(t('error.update.law_not_held'), { exact: true }).waitFor()

    await page.evaluate(() => {
      location.hash = '#/directories?list=calendar&year=2026'
    })
    await page.getByText(FEAST[language]).first().waitFor()
    await page.getByText(t('calendar.rests_on', { act: ACT[language] }), { exact: true }).waitFor()
  })
})
