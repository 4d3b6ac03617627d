import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officeDate } from '#shared/time/office-time.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { addDays, type PlainDate, weekdayOf } from '#shared/time/plain-date.ts'
import type { AtDesk } from './pages/at-desk.ts'
import { officeWorks } from './pages/decisions.ts'
import { goTo } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { checkIn, focusedLine, goToReception, lineOf, seedReception, toService } from './pages/reception.ts'
import { datesIn, type Language } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const run = promisify(execFile)

/** Who is received in which language, by which act, and what the sheet says beside that. */
const FLOWS = {
  kk: {
    name: 'Тілеуов',
    act: null,
    title: 'Жеке тұлғаларды және заңды тұлғалардың өкілдерін жеке қабылдаудың ХАТТАМАСЫ',
    decision: 'Орынға шығып тексерілсін',
    action: 'Абай көшесіндегі жарықты қалпына келтіру',
  },
  ru: {
    name: 'Шевченко',
    act: 'KZ-2026',
    title: 'ПРОТОКОЛ личного приема физических лиц и представителей юридических лиц должностными лицами',
    decision: 'Рассмотреть с выездом на место',
    action: 'Восстановить освещение улицы Абая',
  },
} as const satisfies Record<Language, object>

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'protocol-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Pictures of the states, where a folder for them is named. */
async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  const pictures = process.env.DESK_PICTURES
  if (pictures === undefined) return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: path.join(pictures, `${name}-${language}.png`) })
}

const main = ({ page }: AtDesk) => page.getByRole('main')
const dialog = ({ page }: AtDesk) => page.getByRole('dialog')
const button = (at: AtDesk, name: string) => main(at).getByRole('button', { name, exact: true })
const field = (at: AtDesk, name: string) => main(at).getByLabel(name, { exact: true })

/** The next working day of the week after so many days. */
function weekdayAfter(today: PlainDate, days: number): PlainDate {
  const day = addDays(today, days)
  return weekdayOf(day) > 5 ? weekdayAfter(today, days + 1) : day
}

/** What a sheet says, without the spaces that lines are broken at. */
async function saved(at: AtDesk, press: string, name: string): Promise<string> {
  const filePath = path.join(folder, `${at.language}-${name}`)
  await at.desk.answerNextDialog({ filePath })
  await button(at, press).click()
  await main(at).getByText(filePath).waitFor()
  if (process.env.DESK_PICTURES !== undefined) {
    await run('cp', [filePath, process.env.DESK_PICTURES])
  }
  return filePath
}

async function textOf(file: string): Promise<string> {
  return (await run('pdftotext', ['-raw', file, '-'])).stdout.replace(/\s+/g, '')
}

const bare = (text: string) => text.replace(/\s+/g, '')

describe.each(['kk', 'ru'] as const)('from the room to control, %s', language => {
  test('what was decided is minuted with an exact date, signed under a number, given out and sent', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page, t } = at
    const { name, act, title, decision, action } = FLOWS[language]
    const inspector = await inspect(at)
    await inspector.resize(OFFICE_SCREEN)
    if (act !== null) await officeWorks(at, act)
    const today = officeDate(Date.now())
    await seedReception(at, today)
    await goToReception(at)
    await checkIn(at, name)
    await page.keyboard.type('012345678')
    await page.keyboard.press('Enter')
    await lineOf(at, name).getByText(t('visit.status.waiting'), { exact: true }).waitFor()
    await toService(at, name)
    await focusedLine(at, name).waitFor()
    await page.keyboard.press('t')
    await main(at)
      .getByRole('heading', { level: 1, name: t('protocol.title'), exact: true })
      .waitFor()

    await main(at).getByText(t('protocol.fault.decision_empty'), { exact: true }).waitFor()
    if (name === 'Шевченко') await field(at, t('protocol.official')).selectOption('akim-1')
    await button(at, `${t('protocol.to')}: ${t('protocol.now')}`).click()
    await field(at, t('protocol.sheet.decision')).focus()
    await page.keyboard.press('Control+j')
    await page.getByRole('menuitem').first().and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await field(at, t('protocol.sheet.decision')).and(page.locator(':focus')).waitFor()
    await page.keyboard.type(` ${decision}.`)
    await button(at, t('protocol.instruction.add')).click()
    await field(at, t('executor.label')).selectOption({ index: 1 })
    await field(at, t('executor.name')).fill('Ахметов Бауыржан Серікұлы')
    await field(at, t('protocol.due')).fill(language === 'kk' ? 'тез арада' : 'в кратчайшие сроки')
    await main(at)
      .getByText(language === 'kk' ? /тез арада/ : /в кратчайшие сроки/)
      .first()
      .waitFor()
    const due = weekdayAfter(today, 10)
    await field(at, t('protocol.due')).fill(due.split('-').toReversed().join('.'))
    await page.keyboard.press('Tab')
    await field(at, t('protocol.action')).fill(action)
    await main(at).locator('.letter-faults [data-level="stop"]').first().waitFor({ state: 'detached' })
    await inspector.light(language === 'ru' ? 'dark' : 'light')
    await picture(at, 'pane')
    expect(await inspector.violations()).toEqual([])

    // What is typed survives a page that goes away.
    await page.reload()
    await field(at, t('protocol.action')).waitFor()
    expect(await field(at, t('protocol.action')).inputValue()).toBe(action)
    const draft = await textOf(await saved(at, t('protocol.draft_pdf'), 'draft.pdf'))
    expect(draft).toContain(bare(t('protocol.sheet.draft')))

    await button(at, t('protocol.sign')).click()
    await dialog(at)
      .getByRole('button', { name: t('protocol.sign.act'), exact: true })
      .click()
    await main(at).getByText(t('protocol.status.signed'), { exact: true }).waitFor()
    await picture(at, 'signed')
    expect(await (await inspect(at)).violations()).toEqual([])
    const sheet = await textOf(await saved(at, t('protocol.print'), 'protocol.pdf'))
    const number = /№А-1(?:\/\d\d)?/.exec(sheet)?.[0] ?? '-'
    for (const said of [title, decision, action, officialDate(due, datesIn(language)), t('protocol.sheet.ended')]) {
      expect(sheet).toContain(bare(said))
    }
    expect(sheet).toContain(number)
    expect(sheet).not.toContain(bare(t('protocol.sheet.draft')))
    expect(sheet.includes(bare(t('protocol.sheet.annex')))).toBe(act !== null)
    const slip = await textOf(await saved(at, t('protocol.slips'), 'slips.pdf'))
    expect(slip).toContain(number.slice(1))
    expect(slip).toContain(bare(action))
    expect(slip).toContain(bare('Ахметов Бауыржан Серікұлы'))
    expect(slip).not.toContain(name)
    const docx = await saved(at, t('protocol.docx'), 'protocol.docx')
    expect((await readFile(docx)).subarray(0, 2).toString()).toBe('PK')

    await goTo(at, 'today')
    const toSend = main(at).getByText(t('today.protocols_to_send', { count: 1 }))
    if (act === null) expect(await toSend.count()).toBe(0)
    else await toSend.waitFor()
    await picture(at, 'today')
    await page.goBack()
    await button(at, t('protocol.send')).click()
    await dialog(at)
      .getByRole('button', { name: t('letter.send.act'), exact: true })
      .click()
    await main(at).getByText(t('protocol.send.done'), { exact: true }).waitFor()
    await main(at).getByText(t('protocol.status.sent'), { exact: true }).waitFor()
    await main(at)
      .getByRole('region', { name: t('protocol.instructions') })
      .getByText(action)
      .waitFor()
  })
})
