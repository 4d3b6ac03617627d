import { screenDate } from '#shared/time/official-date.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { BoardLine } from './board.ts'
import type { ControlWords } from './use-control-words.ts'

/** A column of the board on paper and in a table; `under` shares the place of the one before it. */
export interface BoardColumn {
  readonly title: LocaleKey
  readonly under: boolean
  readonly text: (line: BoardLine, words: Words, control: ControlWords) => string
}

/** The board as it is given out: the words of the screen. */
export const BOARD_COLUMNS: readonly BoardColumn[] = [
  { title: 'control.column.numbers', under: false, text: (line, _, { numbersOf }) => numbersOf(line) },
  { title: 'control.column.person', under: true, text: (line, _, { personOf }) => personOf(line) },
  { title: 'control.fact.action', under: false, text: ({ state }, { t }) => state.text ?? t('applications.erased') },
  { title: 'control.fact.executor', under: false, text: (line, _, { executorOfLine }) => executorOfLine(line) },
  {
    title: 'control.fact.due',
    under: false,
    text: ({ state: { dueOn } }, { dates }) => (dueOn === null ? '' : screenDate(dueOn, dates)),
  },
  { title: 'control.column.why', under: true, text: (line, _, { whyDue }) => whyDue(line) },
  { title: 'column.status', under: false, text: ({ state }, { t }) => t(`control.status.${state.status}`) },
  {
    title: 'control.column.late',
    under: true,
    text: ({ lateness }, _, { latenessText }) => (lateness === null ? '' : latenessText(lateness)),
  },
  {
    title: 'control.fact.ladder',
    under: false,
    text: ({ lateness }, _, { ladderText }) => (lateness === null ? '' : ladderText(lateness)),
  },
  {
    title: 'control.fact.forecast',
    under: true,
    text: ({ forecast }, _, { forecastText }) => (forecast === null ? '' : forecastText(forecast)),
  },
]
