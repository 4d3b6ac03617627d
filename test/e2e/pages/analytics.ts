import type { AtDesk } from './at-desk.ts'
import { goToAddress } from './frame.ts'

/** Opens the analytics of a period and waits until it is counted. */
export async function openAnalytics(at: AtDesk, period: string): Promise<void> {
  await goToAddress(at, `#/report?${new URLSearchParams({ part: 'analytics', period })}`)
  await at.page.getByRole('heading', { name: at.t('analytics.forecast'), exact: true }).waitFor()
}
