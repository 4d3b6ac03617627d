import { button, locked, openOwnFactor } from './access.ts'
import { goTo, goToAddress } from './frame.ts'
import { closeDialog, openDialog, type Stop, stop, text } from './walk.ts'

/** A desk with passwords, its administrator at it: who may enter, what the audit tells of it. */
export const GUARDED_DESK: readonly Stop[] = [
  stop('access-people', at => goTo(at, 'settings').then(() => at.page.locator('.access-people li').first().waitFor())),
  stop('access-add', at => openDialog(at, button(at, 'access.add'))),
  stop('access-factor', async at => {
    await closeDialog(at)
    await openOwnFactor(at)
  }),
  stop('access-paper', async at => {
    await closeDialog(at)
    await openDialog(at, button(at, 'access.new_paper'))
    await at.page.locator('.paper-key span').nth(8).waitFor()
  }),
  stop('audit-door', async at => {
    await closeDialog(at)
    await goToAddress(at, '#/report?part=audit&kind=door')
    await at.page.getByRole('row').nth(1).waitFor()
  }),
]

/** The same desk once it is locked: its page was loaded anew. */
export const LOCKED_DESK: readonly Stop[] = [
  stop('locked', at => locked(at)),
  stop('locked-paper', async at => {
    await button(at, 'lock.by_paper').click()
    await text(at, 'lock.paper_why')
  }),
]

/** Of these, with parts of their own to tab through. */
export const WALKED_GUARDED: ReadonlySet<string> = new Set(['access-people', 'access-factor', 'audit-door'])
