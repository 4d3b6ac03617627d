import { execFile } from 'node:child_process'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type AtDesk, remove } from './pages/at-desk.ts'
import { goToAddress } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { APPLICANTS, seedPlanner } from './pages/planner.ts'
import { flowsIn, type WordKey } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const run = promisify(execFile)

/** Pictures of the states, where a folder for them is named. */
async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  const folder = process.env.DESK_PICTURES
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}-${language}.png`) })
}

describe.each(flowsIn('kk'))('people of the planner by keys, %s', language => {
  test('appointed, spread in order, handed over, briefed; a body that refuses starts the clock of its report', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page, t } = at
    await (await inspect(at)).resize(OFFICE_SCREEN)
    const { month } = await seedPlanner(at)
    const said = (key: WordKey, params = {}) =>
      page
        .getByRole('status')
        .filter({ hasText: t(key, params) })
        .first()
        .waitFor()
    const dialog = page.getByRole('dialog')
    const press = async (key: WordKey, params = {}) => {
      await dialog.getByRole('button', { name: t(key, params), exact: true }).focus()
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
    }

    await goToAddress(at, `#/schedule?part=people&month=${month}`)
    const undecided = page.getByRole('region', { name: t('people.undecided', { number: 3 }), exact: true })
    await undecided.waitFor()
    await picture(at, 'undecided')
    await undecided.getByRole('checkbox').first().focus()
    await page.keyboard.press('a')
    await undecided.getByRole('button', { name: t('people.appoint', { number: 3 }), exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: t('people.waiting', { number: 3 }), exact: true }).waitFor()
    await picture(at, 'waiting')

    await page.getByRole('button', { name: t('people.spread'), exact: true }).focus()
    await page.keyboard.press('Enter')
    await dialog.waitFor()
    const lines = await dialog.getByRole('row').allInnerTexts()
    expect(lines.slice(1).map(line => APPLICANTS.findIndex(one => line.includes(one)))).toEqual([0, 1, 2])
    for (const [index, time] of ['10:00', '10:20', '10:40'].entries()) expect(lines[index + 1]).toContain(time)
    await picture(at, 'spread')
    await press('people.spread.act', { number: 3 })
    await said('people.spread.done', { number: 3 })

    await page
      .getByRole('button', { name: t('people.handed.act') })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await picture(at, 'hand-over')
    await press('people.handed.act')
    await said('people.handed.done')
    await picture(at, 'filled')

    await goToAddress(at, `#/schedule?part=preparation&month=${month}`)
    const gate = page.getByRole('region', { name: t('preparation.gate'), exact: true })
    await gate.getByText(t('preparation.missing.briefings', { number: 3 })).waitFor()
    await picture(at, 'preparation')
    await page
      .getByRole('button', { name: `${t('preparation.briefing.write')}: `, exact: false })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await dialog
      .getByLabel(t('preparation.briefing.summary'))
      .fill('Кезек тәртібі сақталған, бөлімнің жауабы қоса беріледі')
    await picture(at, 'briefing')
    await press('preparation.briefing.keep')
    await said('preparation.briefing.done')
    await gate.getByText(t('preparation.missing.briefings', { number: 2 })).waitFor()

    await page.getByRole('button', { name: t('preparation.invite'), exact: true }).focus()
    await page.keyboard.press('Enter')
    await dialog.waitFor()
    await picture(at, 'invite')
    await press('preparation.invite.act', { number: 4 })
    await gate.getByText(t('preparation.missing.answers', { number: 4 })).waitFor()
    await page
      .getByRole('button', { name: `${t('preparation.answer')}: `, exact: false })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await dialog.getByRole('radio', { name: t('preparation.outcome.refused'), exact: true }).focus()
    await page.keyboard.press('Space')
    await press('preparation.answer.act')
    await page.getByText(t('preparation.report.due')).waitFor()
    await gate.getByText(t('preparation.missing.report', { number: 1 })).waitFor()
    await picture(at, 'refused')
    await page.getByRole('button', { name: `${t('preparation.report')}: `, exact: false }).focus()
    await page.keyboard.press('Enter')
    await press('preparation.report.act')
    await gate.getByText(t('preparation.missing.report', { number: 1 })).waitFor({ state: 'detached' })

    const text = await printedList(at)
    for (const surname of APPLICANTS) expect(text).toContain(surname)
    expect(text).toContain('10:20')
  })
})

/** Prints the list of those to be received in the language of the screen and reads it. */
async function printedList({ page, desk, t, language }: AtDesk): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'planner-list-'))
  onTestFinished(() => remove(folder))
  const file = path.join(folder, 'list.pdf')
  await desk.answerNextDialog({ filePath: file })
  await page.getByRole('button', { name: t('sheet.persons.button'), exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: t(`language.long.${language}`), exact: true }).click()
  await page.getByRole('status').filter({ hasText: file }).first().waitFor()
  const { stdout } = await run('pdftotext', ['-layout', file, '-'])
  return stdout
}
