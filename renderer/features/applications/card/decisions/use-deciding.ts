import type { DecisionLooked, EarlierKnown } from '#shared/application/decision-faults.ts'
import type { Registered } from '#shared/application/transitions.ts'
import { useWorkCalendar } from '../../../../app/desk-rows.ts'
import { useToday } from '../../../../components/use-office-time.ts'
import type { ApplicationCard, EarlierCase } from '../../../../db/query-types.ts'
import type { CardPress } from '../use-application-act.ts'
import type { Offered } from './decision-acts.ts'

/** An application that is being decided on, with what it is looked at with. */
export interface Deciding {
  readonly card: ApplicationCard
  readonly registered: Registered
  readonly cases: readonly EarlierCase[]
}

/** What the form of a decision is asked with. */
export interface FormAsked {
  readonly act: Offered
  readonly deciding: Deciding
  readonly press: CardPress
  readonly onClose: () => void
}

/** With what a decision is looked at while it is written, the earlier case named or not. */
export function useLooked({ card, registered, cases }: Deciding, named: string | null = null): DecisionLooked {
  const calendar = useWorkCalendar()
  const today = useToday()
  const earlier: EarlierKnown | null = cases.find(({ row }) => row.id === named)?.row.facts ?? null
  return { application: registered, status: card.status, today, calendar, earlier, alike: false }
}
