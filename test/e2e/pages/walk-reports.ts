import { goToAddress } from './frame.ts'
import { closeDialog, openDialog, type Stop, stop, text } from './walk.ts'

/** The control board, a journal with the choice of its columns, and a survey before it is drawn. */
export const REPORTS: readonly Stop[] = [
  stop('control-board', async at => {
    await closeDialog(at)
    await goToAddress(at, '#/control')
    await text(at, 'control.title')
  }),
  stop('journal', async at => {
    await goToAddress(at, '#/report?part=journals')
    await at.page.getByRole('table', { name: at.t('journals.name.registrations') }).waitFor()
  }),
  stop('journal-columns', at =>
    openDialog(at, at.page.getByRole('button', { name: at.t('journals.fields'), exact: true })),
  ),
  stop('survey', async at => {
    await closeDialog(at)
    await goToAddress(at, '#/report?part=survey')
    await text(at, 'survey.new')
  }),
  stop('subject', async at => {
    await goToAddress(at, '#/applications')
    await at.page.getByRole('row').nth(2).getByRole('link').first().click()
    await at.page.getByRole('button', { name: at.t('subject.ask'), exact: true }).click()
    await at.page.getByRole('button', { name: at.t('subject.how.handed'), exact: true }).waitFor()
  }),
]
