import { samplePath } from '#test/fixtures/import/expected.ts'
import { card, narrowByText } from './applications.ts'
import type { AtDesk } from './at-desk.ts'
import { begin, fieldOf } from './first-run.ts'
import { goTo, goToAddress, searchFor } from './frame.ts'
import { dropDryRun, history, look, runImport } from './import.ts'
import { openReport } from './report.ts'
import { actOf, asList, goToDay, openMonth, openPrinting } from './schedule.ts'
import { seedCollision } from './walk-draft.ts'
import type { WordKey } from './words.ts'

/** A month with receptions moved by holidays (8 and 21-23 March). */
export const MONTH = '2026-03'
export const QUARTER = '2026-Q3'

/** A stop on the way through the desk: what it is called and how it is come to from the stop before. */
export interface Stop {
  readonly name: string
  readonly come: (at: AtDesk) => Promise<unknown>
}

export const stop = (name: string, come: Stop['come']): Stop => ({ name, come })

export async function openDialog(at: AtDesk, button: { click: () => Promise<void> }): Promise<void> {
  await button.click()
  await at.page.getByRole('dialog').waitFor()
}

export async function closeDialog({ page }: AtDesk): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

export function text({ page, t }: AtDesk, key: WordKey): Promise<void> {
  return page.getByText(t(key), { exact: true }).first().waitFor()
}

/** The first start. */
export const FIRST_START: readonly Stop[] = [
  stop('first-run', at => fieldOf(at, 'first.name').waitFor()),
  stop('first-run-faults', async at => {
    await fieldOf(at, 'first.letter').fill('7')
    await begin(at)
    await text(at, 'form.needed')
  }),
]

/** A desk with nothing in it yet. */
export const EMPTY_DESK: readonly Stop[] = [
  stop('empty-today', at => goTo(at, 'today')),
  stop('empty-applications', at => goTo(at, 'applications').then(() => text(at, 'applications.none.title'))),
  stop('empty-schedule', at => goTo(at, 'schedule').then(() => text(at, 'schedule.no_officials.title'))),
  stop('empty-report', at => goTo(at, 'report').then(() => text(at, 'report.none.title'))),
  stop('empty-import', at => goTo(at, 'import').then(() => text(at, 'import.history.none'))),
]

const APPLICATIONS: readonly Stop[] = [
  stop('applications', at => goTo(at, 'applications').then(() => at.page.getByRole('row').nth(3).waitFor())),
  stop('applications-narrowed', async at => {
    await goToAddress(at, `#/applications?quarter=${QUARTER}&byChannel=oral&marked=yes`)
    await at.page.getByRole('list', { name: at.t('applications.narrowed'), exact: true }).waitFor()
  }),
  stop('applications-none-found', async at => {
    await narrowByText(at, 'zzzz')
    await text(at, 'applications.none_found.title')
  }),
  stop('applications-card', async at => {
    await narrowByText(at, '')
    await goToAddress(at, '#/applications')
    await at.page.getByRole('row').nth(3).getByRole('link').click()
    await card(at).waitFor()
  }),
  stop('erase-person', at => openDialog(at, card(at).getByRole('button', { name: at.t('erase.act'), exact: true }))),
]

const SCHEDULE: readonly Stop[] = [
  stop('schedule-proposed', async at => {
    await at.page.keyboard.press('Escape')
    await openMonth(at, MONTH)
  }),
  stop('schedule-day', async at => {
    await goToDay(at, '2026-03-10')
    await at.page.keyboard.press('Enter')
    await at.page.getByRole('dialog').waitFor()
  }),
  stop('schedule-reception', async at => {
    await closeDialog(at)
    await goToDay(at, '2026-03-09')
    await at.page.keyboard.press('n')
    await text(at, 'schedule.form.keep')
  }),
  stop('schedule-list', async at => {
    await closeDialog(at)
    await asList(at)
    const each = at.page.getByRole('button', { name: at.t('schedule.agree'), exact: true })
    const count = await each.count()
    await at.page.getByRole('button', { name: at.t('schedule.agree_all', { count }), exact: true }).click()
    await each.first().waitFor({ state: 'detached' })
  }),
  stop('schedule-drafted', async at => {
    await actOf(at, 'keep_draft').click()
    await text(at, 'schedule.status.drafted')
  }),
  stop('schedule-approve', at => openDialog(at, actOf(at, 'approve'))),
  stop('schedule-approved', async at => {
    await at.page
      .getByRole('dialog')
      .getByRole('button', { name: at.t('schedule.approve.act'), exact: true })
      .click()
    await at.page.getByRole('dialog').waitFor({ state: 'detached' })
    await text(at, 'schedule.blocked.unchanged')
  }),
  stop('schedule-collided', async at => {
    await seedCollision(at, MONTH)
    await openDialog(at, at.page.getByRole('button', { name: at.t('schedule.collision.open'), exact: true }))
  }),
  stop('schedule-quarter', async at => {
    await goToAddress(at, `#/schedule?part=quarter&month=${MONTH}`)
    await text(at, 'schedule.quarter.approve')
  }),
  stop('schedule-paper', async at => {
    await openMonth(at, MONTH)
    await actOf(at, 'drop_edits').click()
    await text(at, 'schedule.blocked.unchanged')
    await openPrinting(at)
    await openDialog(at, at.page.getByRole('menuitem', { name: at.t('schedule.preview'), exact: true }))
  }),
]

const IMPORT: readonly Stop[] = [
  stop('import', at => goTo(at, 'import').then(() => history(at).first().waitFor())),
  stop('import-undo', at =>
    openDialog(
      at,
      history(at)
        .first()
        .getByRole('button', { name: at.t('import.undo'), exact: true }),
    ),
  ),
  stop('import-officials', async at => {
    await closeDialog(at)
    await look(at, 'officials', samplePath('officials.csv'))
  }),
  stop('import-journal', async at => {
    await dropDryRun(at)
    await look(at, 'journal', samplePath(`journal-2026-q3.xlsx`))
    await at.page
      .getByRole('region', { name: at.t('import.rows.title') })
      .getByRole('listitem')
      .first()
      .waitFor()
  }),
  stop('import-unreadable', async at => {
    await dropDryRun(at)
    await at.desk.answerNextDialog({ filePaths: ['/nowhere/gone.xlsx'] })
    await at.page
      .getByRole('button', { name: at.t('import.choose_file'), exact: true })
      .first()
      .click()
    await at.page.getByRole('alert').waitFor()
  }),
]

/** A desk with the sample brought in. */
export const FILLED_DESK: readonly Stop[] = [
  stop('today', at => goTo(at, 'today').then(() => at.page.locator('a.figure').first().waitFor())),
  ...APPLICATIONS,
  stop('search', async at => {
    await closeDialog(at)
    await searchFor(at, '\u0430')
  }),
  stop('search-nothing', async at => {
    await searchFor(at, 'zzzz')
  }),
  ...SCHEDULE,
  stop('report', async at => {
    await closeDialog(at)
    await openReport(at, QUARTER)
  }),
  stop('report-without-last-year', at => openReport(at, '2025-Q3').then(() => text(at, 'report.no_previous'))),
  ...IMPORT,
  stop('settings', at => goTo(at, 'settings').then(() => fieldOf(at, 'office.name_kk').waitFor())),
  stop('settings-told', async at => {
    await at.page.getByRole('button', { name: at.t('settings.journal_check'), exact: true }).click()
    await fieldOf(at, 'office.room').fill('')
    const hours = at.page.getByRole('group', { name: at.t('office.hours'), exact: true })
    await hours.getByLabel(at.t('office.from'), { exact: true }).fill('9')
    await at.page
      .getByRole('button', { name: at.t('act.keep'), exact: true })
      .first()
      .click()
    await text(at, 'form.time')
  }),
]

/** From the dry run of a long file: under way, and what came of it. */
export function longImport(rows: number): readonly Stop[] {
  return [
    stop('import-running', async at => {
      await runImport(at, rows)
      await at.page.getByRole('progressbar', { name: at.t('import.progress'), exact: true }).waitFor()
    }),
    stop('import-stopped', async at => {
      await at.page.getByRole('button', { name: at.t('import.stop'), exact: true }).click()
      await text(at, 'import.close')
    }),
  ]
}

/** A fault of the program while a screen is drawn. */
export const brokenScreen: Stop = stop('broken-screen', async at => {
  await goTo(at, 'today')
  await at.page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: the list of filters is built by it
    ;(Array.prototype as any).flatMap = () => {
      throw new Error('a fault of the program')
    }
  })
  await goToAddress(at, '#/applications')
  await text(at, 'refused.title')
})
