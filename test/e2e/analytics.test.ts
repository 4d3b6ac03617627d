import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { expectedJournal } from '#test/fixtures/import/expected.ts'
import { openAnalytics } from './pages/analytics.ts'
import { remove } from './pages/at-desk.ts'
import { savedSentence } from './pages/frame.ts'
import { wordsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const run = promisify(execFile)

test('clause 37(1): repeats open their applications, and the note goes out in both languages with what was changed by hand', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'analytics-'))
  onTestFinished(() => remove(folder))
  const { at } = await sitAtForTest('filled', 'kk')
  const { page, t, desk } = at
  await openAnalytics(at, '2026-Q3')
  const matrix = page.getByRole('table', { name: t('analytics.repeats'), exact: true })
  await matrix.getByRole('button').first().press('Enter')
  await page.locator('.analytics-cell a').first().waitFor()

  await page.getByRole('button', { name: t('analytics.note.open'), exact: true }).press('Enter')
  const note = page.locator('.analytics-note')
  const proposal = note.getByRole('textbox', { name: t('analytics.note.kk', { number: 5 }), exact: true })
  await proposal.fill('Ұсыныс: 12')
  await page.getByText(t('analytics.note.differs', { parts: '5' }), { exact: true }).waitFor()
  await note.getByRole('textbox', { name: t('analytics.note.ru', { number: 5 }), exact: true }).fill('Предложение: 12')
  for (const language of ['kk', 'ru'] as const) {
    const file = path.join(folder, `${language}.pdf`)
    await desk.answerNextDialog({ filePath: file })
    await note.getByRole('button', { name: t(`analytics.note.pdf_${language}`), exact: true }).press('Enter')
    await page.getByRole('status').filter({ hasText: file }).waitFor()
    const { stdout } = await run('pdftotext', ['-raw', file, '-'])
    const text = stdout.replace(/\s+/g, ' ')
    expect(text).toContain(wordsIn(language)('analytics.note'))
    expect(text).toContain(`${language === 'kk' ? 'Ұсыныс' : 'Предложение'}: 12`)
    expect(text).toContain(String(expectedJournal('2026-q3').rows))
  }
  expect(await savedSentence(at)).toContain('ru.pdf')
}, 60_000)
