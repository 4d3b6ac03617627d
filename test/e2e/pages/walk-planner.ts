import type { AtDesk } from './at-desk.ts'
import { goToAddress } from './frame.ts'
import { seedPlanner } from './planner.ts'
import { openDialog, type Stop, stop } from './walk.ts'
import type { WordKey } from './words.ts'

let month = ''

/** Three who apply and a reception they can be given times of. */
export async function seedPlanned(at: AtDesk): Promise<void> {
  month = (await seedPlanner(at)).month
}

function button({ page, t }: AtDesk, key: WordKey, params = {}) {
  return page.getByRole('button', { name: t(key, params), exact: true })
}

/** The planner with people: whom nobody is said to receive, the proposal of times, a reception being prepared. */
export const PLANNER: readonly Stop[] = [
  stop('planner-people', async at => {
    await goToAddress(at, `#/schedule?part=people&month=${month}`)
    await at.page
      .getByRole('region', { name: at.t('people.undecided', { number: 3 }), exact: true })
      .getByRole('checkbox')
      .first()
      .focus()
    await at.page.keyboard.press('a')
  }),
  stop('planner-spread', async at => {
    await button(at, 'people.appoint', { number: 3 }).click()
    await at.page.getByRole('region', { name: at.t('people.waiting', { number: 3 }), exact: true }).waitFor()
    await openDialog(at, button(at, 'people.spread'))
  }),
  stop('planner-preparation', async at => {
    await at.page
      .getByRole('dialog')
      .getByRole('button')
      .filter({ hasText: at.t('people.spread.act', { number: 3 }) })
      .focus()
    await at.page.keyboard.press('Enter')
    await at.page.getByRole('dialog').waitFor({ state: 'detached' })
    await goToAddress(at, `#/schedule?part=preparation&month=${month}`)
    await at.page.getByRole('region', { name: at.t('preparation.gate'), exact: true }).waitFor()
  }),
]
