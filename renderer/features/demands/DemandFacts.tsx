import { screenDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Fact } from '../applications/card/Part.tsx'
import { isOverdue, isSoon, latenessOfDemand } from './demand-lines.ts'
import { useDemandWords } from './use-demand-words.ts'

interface Shown {
  readonly state: EntityState<'demand'>
}

/** The state of a demand in a word; of an open one how many working days are left, or how late it is. */
export function DemandStanding({ state }: Shown) {
  const { standing } = useDemandWords()
  const lateness = latenessOfDemand(state, useToday(), useWorkCalendar())
  const tone = lateness === null ? 'plain' : isOverdue(lateness) ? 'red' : isSoon(lateness) ? 'amber' : 'sky'
  return <Badge tone={state.status === 'answered' ? 'green' : tone}>{standing(state)}</Badge>
}

/** What a demand says: of whom, what, by when, and how it was sent. */
export function DemandFacts({ state }: Shown) {
  const { t, dates } = useWords()
  const { whom, what } = useDemandWords()
  const { demand, dueOn, answers } = state
  if (demand === null) return null
  const inPart = state.status === 'open' && answers.length > 0
  return (
    <dl className="facts">
      <Fact label={t('demand.whom')} text={whom(state)} />
      <Fact label={t('demand.what')} text={what(state)} />
      <Fact
        label={t('demand.due')}
        text={dueOn === null ? '' : screenDate(dueOn, dates)}
        wrong={inPart ? t('demand.in_part') : null}
      />
      <Fact label={t('demand.made')} text={`${screenDate(demand.on, dates)}, ${t(`demand.way.${demand.way}`)}`} />
    </dl>
  )
}
