import type { AtDesk } from './at-desk.ts'
import { goToAddress } from './frame.ts'
import { seedPlanner } from './planner.ts'
import { closeDialog, openDialog, type Stop, stop } from './walk.ts'
import type { WordKey } from './words.ts'

let month = ''
/** Far enough for every reception that is seeded. */
const DAYS_AHEAD = '31.12.2027'

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
  stop('planner-invite', at => openDialog(at, button(at, 'preparation.invite'))),
  stop('planner-posting', async at => {
    await closeDialog(at)
    await goToAddress(at, `#/schedule?part=posting&month=${month}`)
    await at.page.getByLabel(at.t('posting.photo'), { exact: true }).waitFor()
  }),
  stop('planner-date-calendar', async at => {
    const { page, t } = at
    const [field, calendar] = [page.getByLabel(t('posting.on'), { exact: true }), page.locator('[data-dates-dropdown]')]
    await field.focus()
    // A field that opened by the focus would have done so before it gets its own key.
    await page.keyboard.press('ArrowDown')
    await calendar.locator('button:focus').waitFor()
    await page.keyboard.press('Escape')
    await calendar.waitFor({ state: 'detached' })
    await field.and(page.locator(':focus')).waitFor()
    await field.click()
    await calendar.getByRole('button', { name: t('schedule.month_before'), exact: true }).click()
  }),
  stop('planner-absences', async at => {
    await goToAddress(at, `#/schedule?part=absences&month=${month}`)
    await button(at, 'absence.tell').waitFor()
  }),
  stop('planner-absence-cascade', async at => {
    await button(at, 'absence.tell').click()
    await at.page.getByLabel(at.t('absence.to'), { exact: true }).fill(DAYS_AHEAD)
    await at.page.getByRole('region', { name: at.t('cascade.affected', { number: 3 }), exact: true }).waitFor()
    const other = at.page.getByRole('button', { name: new RegExp(`^${at.t('cascade.other')}: `) })
    await other.first().click()
  }),
  stop('planner-restriction', async at => {
    await button(at, 'act.cancel').click()
    await button(at, 'restriction.set').click()
    await button(at, 'restriction.act.do', { number: 0 }).click()
    await at.page.getByText(at.t('form.needed'), { exact: true }).waitFor()
  }),
  stop('planner-what-if', async at => {
    await goToAddress(at, `#/schedule?part=what_if&month=${month}`)
    await button(at, 'what_if.look').click()
    await at.page.getByRole('region', { name: at.t('what_if.duties'), exact: true }).waitFor()
  }),
]
