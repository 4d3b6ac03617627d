import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { DemandRow } from '../../db/exchange-query-types.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { DemandWords } from './use-demand-words.ts'

/** A column of the register on paper and in a table; `under` shares the place of the one before it. */
export interface DemandColumn {
  readonly title: LocaleKey
  readonly under: boolean
  readonly text: (row: DemandRow, words: Pick<Words, 't' | 'dates'>, demand: DemandWords) => string
}

/** The register of demands as it is given out: the words of the screen. */
export const DEMAND_COLUMNS: readonly DemandColumn[] = [
  {
    title: 'demand.made',
    under: false,
    text: ({ state: { demand } }, { t, dates }) =>
      demand === null ? '' : `${screenDate(demand.on, dates)}, ${t(`demand.way.${demand.way}`)}`,
  },
  { title: 'demand.whom', under: false, text: ({ state }, _, { whom }) => whom(state) },
  { title: 'demand.what', under: false, text: ({ state }, _, { what }) => what(state) },
  { title: 'demand.for', under: true, text: ({ state, application }, _, { about }) => about(state, application) },
  {
    title: 'demand.due',
    under: false,
    text: ({ state: { dueOn } }, { dates }) => (dueOn === null ? '' : screenDate(dueOn, dates)),
  },
  { title: 'column.status', under: true, text: ({ state }, _, { standing }) => standing(state) },
  {
    title: 'demand.answer.on',
    under: false,
    text: ({ state: { answers } }, { t, dates }) =>
      answers
        .map(({ on, number, outcome }) =>
          joined([screenDate(on, dates), number, t(`demand.outcome.${outcome}`)], ' \u00b7 '),
        )
        .join('; '),
  },
]
