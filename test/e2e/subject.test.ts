import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { officeDate } from '#shared/time/office-time.ts'
import { type AtDesk, remove } from './pages/at-desk.ts'
import { goToAddress } from './pages/frame.ts'
import { registered, seedReception } from './pages/reception.ts'
import type { WordKey } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const run = promisify(execFile)
const IIN = '850101400011'
const MEMBER = { surname: 'Бөтенбаева', given: 'Гүл', patronymic: '', iin: '' }

async function keep(at: AtDesk, name: string, file: string | null = null): Promise<void> {
  const pictures = process.env.DESK_PICTURES
  if (pictures === undefined) return
  await mkdir(pictures, { recursive: true })
  if (file !== null) return copyFile(file, path.join(pictures, `${name}.pdf`))
  await at.page.screenshot({ path: path.join(pictures, `${name}.png`) })
}

const button = ({ page, t }: AtDesk, key: WordKey) => page.getByRole('button', { name: t(key), exact: true })

async function save(at: AtDesk, key: WordKey, file: string): Promise<void> {
  await at.desk.answerNextDialog({ filePath: file })
  await button(at, key).click()
  await at.page.getByRole('status').filter({ hasText: file }).waitFor()
}

test('a person asks to see their data, is given the sheet from the card, closes them; records without anybody go out for statistics', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'subject-'))
  onTestFinished(() => remove(folder))
  const { at } = await sitAtForTest('begun', 'kk')
  await seedReception(at, officeDate(Date.now()))
  const personal = { surname: 'Әбдіғалиева', iin: IIN, essence: 'Тұрғын үй кезегі', members: [MEMBER] }
  const { entity } = await registered(at, 'e'.repeat(16), { noIin: null }, personal)
  const { page, t } = at
  await goToAddress(at, `#/applications?open=${entity}`)
  await button(at, 'subject.ask').click()
  await button(at, 'subject.how.handed').scrollIntoViewIfNeeded()
  await keep(at, 'subject-asked')
  for (const language of ['ru', 'kk'] as const) {
    await page.getByLabel(t('subject.language')).selectOption(language)
    const pdf = path.join(folder, `${language}.pdf`)
    await save(at, 'subject.give', pdf)
    const { stdout } = await run('pdftotext', ['-layout', pdf, '-'])
    expect(stdout).toContain('Әбдіғалиева')
    expect(stdout).toContain('Тұрғын үй кезегі')
    expect(stdout).not.toMatch(new RegExp(`${IIN}|Бөтенбаева`))
    await keep(at, `subject-${language}`, pdf)
  }
  await goToAddress(at, '#/today')
  await page.getByText(t('today.due.subject', { count: 1 })).waitFor()
  await keep(at, 'subject-today')
  await goToAddress(at, `#/applications?open=${entity}`)
  await button(at, 'subject.how.handed').click()
  await page.getByLabel(t('subject.what')).selectOption('block')
  await button(at, 'subject.ask').click()
  await button(at, 'subject.how.done').click()
  await page.getByText(t('subject.blocked.sentence')).waitFor()
  await keep(at, 'subject-blocked')

  await goToAddress(at, '#/report?part=journals')
  await button(at, 'statistics.act').click()
  await keep(at, 'statistics')
  await page.getByLabel(t('journals.write.form.csv')).press('Space')
  const csv = path.join(folder, 'statistics.csv')
  await save(at, 'journals.write.act', csv)
  const text = await readFile(csv, 'utf8')
  expect(text).toContain(t('statistics.title'))
  expect(text).not.toMatch(/Әбдіғалиева|\d{12}|Тұрғын үй кезегі/)

  // What left the desk and who looked stands in the audit, and all of it holds.
  await goToAddress(at, `#/report?part=audit&application=${entity}`)
  const lines = page.getByRole('table', { name: t('audit.lines') })
  for (const kind of ['subject_card', 'viewed', 'lists_opened'] as const) {
    await lines
      .getByText(t(`audit.kind.${kind}`))
      .first()
      .waitFor()
  }
  await goToAddress(at, '#/report?part=audit')
  await lines.getByText(t('audit.kind.depersonalised')).waitFor()
  await button(at, 'audit.check_act').click()
  await page.locator('.notice.green').waitFor()
  await keep(at, 'audit')
  await button(at, 'audit.incident_act').click()
  const incident = path.join(folder, 'incident.csv')
  await page.getByLabel(t('journals.write.form.csv')).press('Space')
  await save(at, 'journals.write.act', incident)
  const told = await readFile(incident, 'utf8')
  expect(told).toContain('Әбдіғалиева')
  expect(told).toContain(t('audit.kind.subject_card'))
  expect(told).not.toContain(IIN)
})
