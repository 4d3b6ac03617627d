import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { CHECK_CODES } from '#shared/diagnostics/checks.ts'
import { SPEED_CODES } from '#shared/diagnostics/speed.ts'
import { CLERK } from './pages/first-run.ts'
import { goTo } from './pages/frame.ts'
import { flowsIn, wordsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PICTURES = process.env.DESK_PICTURES

describe.each(flowsIn('ru'))('the checks of a desk, %s', language => {
  const t = wordsIn(language)

  test('each has its number, what it found and what to do; the report says the same and nothing of people', async () => {
    const { at, userData } = await sitAtForTest('filled', language)
    const { page } = at
    await goTo(at, 'settings')
    await page.getByRole('button', { name: t('check.open'), exact: true }).click()
    await page.getByRole('heading', { level: 1, name: t('check.title'), exact: true }).waitFor()
    const lines = page.locator('.checks li')
    await expect.poll(() => lines.count()).toBe(CHECK_CODES.length)
    const codes = await lines.evaluateAll(all => all.map(one => (one as HTMLElement).dataset.code))
    expect(codes).toEqual([...CHECK_CODES])
    const state = (code: string) => page.locator(`.checks li[data-code="${code}"]`).getAttribute('data-state')
    for (const code of ['folder', 'space', 'journal', 'lists', 'keyring', 'audit', 'clock', 'zone', 'store']) {
      expect([code, await state(code)]).toEqual([code, 'ok'])
    }
    // A desk as it was begun: no key store of the system, no key on paper, no installed shell.
    for (const code of ['key', 'paper', 'versions']) expect([code, await state(code)]).toEqual([code, 'warning'])
    await page.getByText(t('check.do.paper_none'), { exact: true }).waitFor()
    if (PICTURES) {
      for (const scheme of ['light', 'dark'] as const) {
        await page.evaluate(value => {
          document.documentElement.dataset.mantineColorScheme = value
        }, scheme)
        await page.screenshot({ path: path.join(PICTURES, `diagnostics-${language}-${scheme}.png`) })
        await page.locator('.checks li').last().scrollIntoViewIfNeeded()
        await page.screenshot({ path: path.join(PICTURES, `diagnostics-end-${language}-${scheme}.png`) })
        await page.locator('.checks li').first().scrollIntoViewIfNeeded()
      }
    }
    await page.getByRole('button', { name: t('speed.measure'), exact: true }).click()
    const figures = page.locator('.speed li')
    await expect.poll(() => figures.count()).toBe(SPEED_CODES.length)
    const told = await figures.locator('.check-state').allInnerTexts()
    // Nothing was done at this desk since its start; all else was measured.
    expect(told.map(one => one.trim()).filter(one => one === t('speed.none'))).toHaveLength(1)
    expect(told.filter(one => /\d+ мс/.test(one))).toHaveLength(SPEED_CODES.length - 1)
    if (PICTURES) await page.locator('.speed li').last().scrollIntoViewIfNeeded()
    if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `speed-${language}.png`) })
    const file = path.join(tmpdir(), `qabyldau-report-${process.pid}-${language}.txt`)
    onTestFinished(() => rm(file, { force: true }))
    await at.desk.answerNextDialog({ filePath: file })
    await page.getByRole('button', { name: t('check.save'), exact: true }).click()
    await page.getByText(t('saved.done', { path: file })).waitFor()
    const report = await readFile(file, 'utf8')
    for (const [place, code] of CHECK_CODES.entries()) {
      expect(report).toMatch(
        new RegExp(`^${String(place + 1).padStart(2, '0')} [+!X] \\w+: ${t(`check.name.${code}`)}$`, 'm'),
      )
    }
    expect(report).toContain(t('check.do.paper_none'))
    expect(report).toContain(`${t('speed.name.flush')}: `)
    expect(report).toContain('"event":"program.started"')
    const people = await page.evaluate(async () => {
      const read = await window.desk.journalRead({ after: {}, limit: 2000 })
      const values = read.ok ? read.value.actions.flatMap(one => Object.values(one.personal?.value ?? {})) : []
      return values.filter((one): one is string => typeof one === 'string' && one.length > 5)
    })
    expect(people.length).toBeGreaterThan(50)
    expect([CLERK.name, userData, ...people].filter(one => report.includes(one))).toEqual([])
  })
})
