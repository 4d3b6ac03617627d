import { goToAddress } from './frame.ts'
import { openDialog, type Stop, stop, text } from './walk.ts'

/** The register of demands for materials with the form of a new one. */
export const EXCHANGE: readonly Stop[] = [
  stop('demands', async at => {
    await goToAddress(at, '#/control?part=demands')
    await text(at, 'demand.none.title')
    await openDialog(at, at.page.getByRole('main').getByRole('button', { name: at.t('demand.new'), exact: true }))
  }),
]
