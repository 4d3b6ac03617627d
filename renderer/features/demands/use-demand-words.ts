import { useMemo } from 'react'
import { numberText } from '#shared/application/number.ts'
import type { Lateness } from '#shared/instruction/ladder.ts'
import { isolated, joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { ApplicationListRow, EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useAddresseeText } from './addressee-text.ts'
import { latenessOfDemand } from './demand-lines.ts'
import { useReceptionsNear } from './use-receptions-near.ts'

type State = EntityState<'demand'>

export interface DemandWords {
  readonly whom: (state: State) => string
  readonly what: (state: State) => string
  readonly about: (state: State, application: ApplicationListRow | null) => string
  readonly latenessText: (lateness: Lateness) => string
  /** How it stands in a word; of an open one how many working days are left, or how late it is. */
  readonly standing: (state: State) => string
}

/** How demands are said. */
export function useDemandWords(): DemandWords {
  const { t, language, dates } = useWords()
  const addresseeOf = useAddresseeText()
  const receptions = useReceptionsNear()
  const today = useToday()
  const calendar = useWorkCalendar()
  return useMemo(() => {
    const latenessText = ({ days }: Lateness) => {
      if (days > 0) return t('control.late', { count: days })
      if (days === 0) return t('control.late.day_off')
      return days === -1 ? t('control.left.today') : t('control.left', { count: -days })
    }
    return {
      whom: ({ demand }) => (demand === null ? '' : addresseeOf(demand.addressee)[language]),
      what: ({ text }) => (text === null ? t('applications.erased') : isolated(text)),
      about: ({ demand }, application) => {
        if (demand === null) return ''
        const { booking = null } = application ?? {}
        const day =
          demand.reception === null
            ? null
            : booking?.reception === demand.reception
              ? booking.date
              : receptions.find(({ id }) => id === demand.reception)?.date
        return joined(
          [
            application === null ? '' : application.number ? numberText(application.number) : application.eotinish,
            demand.purpose === 'reception' && day
              ? t('demand.for_reception', { date: screenDate(day, dates) })
              : t(`demand.purpose.${demand.purpose}`),
          ],
          ' \u00b7 ',
        )
      },
      latenessText,
      standing: state => {
        if (state.status === 'answered') return t('demand.status.answered')
        const lateness = latenessOfDemand(state, today, calendar)
        return lateness === null ? t('demand.status.withdrawn') : latenessText(lateness)
      },
    }
  }, [t, language, dates, addresseeOf, receptions, today, calendar])
}
