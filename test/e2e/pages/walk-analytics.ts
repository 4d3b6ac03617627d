import { openAnalytics } from './analytics.ts'
import { type Stop, stop } from './walk.ts'

/** The analytics of this year, with the note that is made of it. */
export const ANALYTICS: readonly Stop[] = [
  stop('analytics', async at => {
    await openAnalytics(at, String(new Date().getFullYear()))
    await at.page.getByRole('button', { name: at.t('analytics.note.open'), exact: true }).press('Enter')
    await at.page
      .getByRole('button', { name: at.t('analytics.note.pdf_kk'), exact: true })
      .first()
      .waitFor()
  }),
]
