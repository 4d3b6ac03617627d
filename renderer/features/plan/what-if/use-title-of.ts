import type { EntityId } from '#shared/change/action.ts'
import { isInvented } from '#shared/plan/what-if.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { personTitle } from '../people/PersonFacts.tsx'
import type { PlanKnown } from '../use-plan.ts'

/** Names an application: one that was made up is called so. */
export function useTitleOf({ rows }: PlanKnown): (application: EntityId) => string {
  const { t } = useWords()
  return application => {
    const row = rows.get(application)
    if (row !== undefined) return personTitle(row, t)
    return t(isInvented(application) ? 'what_if.invented' : 'applications.erased')
  }
}
