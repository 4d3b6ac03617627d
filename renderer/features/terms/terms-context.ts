import { createContext, useContext } from 'react'
import type { ProfileId } from '#shared/office/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** What the calculator begins with. */
export interface TermsStart {
  readonly from: PlainDate
  readonly profile: ProfileId | null
}

/** What every screen may ask of the calculator of terms. */
export interface Terms {
  readonly open: (start: TermsStart) => void
}

export const TermsContext = createContext<Terms | null>(null)

/** The calculator of this desk. Throws outside of the desk: that is a fault of the program. */
export function useTerms(): Terms {
  const terms = useContext(TermsContext)
  if (terms === null) throw new Error('no calculator around this screen')
  return terms
}
