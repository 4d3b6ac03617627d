import type { ProfileId } from '#shared/office/model.ts'
import type { Fallen } from '#shared/plan/stands.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** Why a place does not stand, with the clause where an act says so. */
export function WhyFallen({ why, profile }: { why: Fallen; profile: ProfileId }) {
  const { t } = useWords()
  return (
    <span>
      {t(`plan.why.${why.code}`)}
      {why.clause === null ? null : <span className="mute"> {clauseText(why.clause, profile, t)}</span>}
    </span>
  )
}
