import { useCallback } from 'react'
import type { ProfileId } from '#shared/office/model.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import type { ClauseRef } from '#shared/regulation/model.ts'
import { useWords } from '../../../../i18n/use-words.ts'

/** A clause as a button names it, and in full; empty where there is none. */
export function useClause(profile: ProfileId): (clause: ClauseRef | null) => { short: string; full: string } {
  const { t } = useWords()
  return useCallback(
    clause => {
      if (clause === null) return { short: '', full: '' }
      const short = clause.act === 'code' ? 'decision.clause.code' : 'decision.clause'
      return { short: t(short, { clause: clause.clause }), full: clauseText(clause, profile, t) }
    },
    [profile, t],
  )
}
