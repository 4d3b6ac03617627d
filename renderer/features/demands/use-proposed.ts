import { useMemo } from 'react'
import { type DemandFault, demandFaults, proposedDue } from '#shared/demand/rules.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { type ExplainedTerm, findTerm } from '#shared/regulation/terms.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { useToday } from '../../components/use-office-time.ts'

/** The day proposed for materials; `briefing`: the term it is to come before, null where none is near (clause 26). */
export interface Proposed {
  readonly due: PlainDate
  readonly briefing: ExplainedTerm | null
  readonly faultsOf: (dueOn: PlainDate) => DemandFault[]
}

/** What is proposed for materials demanded today, for a reception or for none. */
export function useProposed(on: PlainDate | null, profile: ProfileId | null): Proposed {
  const today = useToday()
  const calendar = useWorkCalendar()
  return useMemo(() => {
    const reception = on === null || profile === null ? null : { on, profile }
    const due = proposedDue(today, reception, calendar)
    const term = reception === null ? null : findTerm('briefing', reception.profile, reception.on, calendar)
    return {
      due,
      briefing: term !== null && due < term.by ? term : null,
      faultsOf: dueOn => demandFaults({ on: today, dueOn }, on, calendar),
    }
  }, [on, profile, today, calendar])
}
