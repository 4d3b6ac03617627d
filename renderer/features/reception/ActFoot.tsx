import { Button } from '@mantine/core'
import { useWords } from '../../i18n/use-words.ts'
import type { ReceptionActs } from './use-reception-acts.ts'
import type { VisitAct } from './visit-acts.ts'
import { ACT_WORDS } from './visit-words.ts'

/** The foot of a form about a visitor: Enter does the act, and the form is let go of. */
export function ActFoot({ act, acts }: { act: VisitAct; acts: ReceptionActs }) {
  const { t } = useWords()
  return (
    <div className="buttons">
      <Button type="submit" loading={acts.work.call.busy}>
        {t(ACT_WORDS[act])} <kbd className="on-button">Enter</kbd>
      </Button>
      <Button variant="default" onClick={acts.letGo}>
        {t('act.cancel')}
      </Button>
    </div>
  )
}
