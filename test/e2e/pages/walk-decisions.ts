import { card, listTable } from './applications.ts'
import { begin, choose, decisionForm, record } from './decisions.ts'
import { goToAddress } from './frame.ts'
import { closeDialog, type Stop, stop } from './walk.ts'
import type { WordKey } from './words.ts'

/** Forms of decisions as they open, and with what stands against them. */
const FORMS = [
  ['refusal', 'decision.act.refuse'],
  ['extension', 'decision.act.extend'],
  ['repeat', 'decision.act.repeat'],
  ['competence', 'decision.act.competence'],
] as const satisfies readonly (readonly [string, WordKey])[]

/** The decisions of a card: the part, every form with its faults, what was decided. One application is registered. */
export const DECISIONS: readonly Stop[] = [
  stop('decisions', async at => {
    await goToAddress(at, '#/applications')
    await listTable(at).getByRole('link').first().focus()
    await at.page.keyboard.press('Enter')
    await card(at).waitFor()
    await at.page.keyboard.press('Alt+Digit9')
  }),
  ...FORMS.map(([name, act], index) =>
    stop(`decision-${name}`, async at => {
      if (index > 0) await closeDialog(at)
      await begin(at, act)
      await record(at, act)
      await decisionForm(at).locator('.finding.stop').first().waitFor()
    }),
  ),
  stop('decision-completeness', async at => {
    await closeDialog(at)
    await begin(at, 'decision.act.completeness')
    await choose(at, 'decision.completeness', at.t('decision.incomplete'))
  }),
  stop('decision-made', async at => {
    await at.page.keyboard.press('Escape')
    await begin(at, 'decision.act.competence')
    await choose(at, 'decision.competence', at.t('decision.competence.central_body'))
    await record(at, 'decision.act.competence')
    await decisionForm(at).waitFor({ state: 'detached' })
  }),
]
