import type { DirectoryId } from '#shared/directory/model.ts'
import { type DateWords, screenDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { applicantName } from '../../components/applicant-name.ts'
import type { ApplicationListRow } from '../../db/query-types.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { Translate } from '../../i18n/use-words.ts'

/** What a cell's text is made with. */
export interface CellWords {
  readonly t: Translate
  readonly dates: DateWords
  readonly officialOf: (id: string) => string
  readonly entryOf: (directory: DirectoryId, code: string | null) => string
}

export interface Column {
  readonly title: LocaleKey
  /** On the screen a record takes two lines: the columns fill them pair by pair. The state stands beside both. */
  readonly line: 'first' | 'second'
  /** Not in the list while it stands narrow beside the open card, which tells it anyway. */
  readonly card?: 'only'
  readonly text: (row: ApplicationListRow, words: CellWords) => string
}

const day = (date: PlainDate | null, { dates }: CellWords) => (date === null ? '' : screenDate(date, dates))

/** The columns of the list, on the screen and in the file alike, in one order. */
export const COLUMNS: readonly Column[] = [
  {
    title: 'column.registered',
    line: 'first',
    text: (row, words) => day(row.facts.registered, words) || words.t('applications.undated'),
  },
  { title: 'column.received', line: 'second', text: (row, words) => day(row.facts.received, words) },
  {
    title: 'column.person',
    line: 'first',
    text: (row, { t }) => (row.erased ? t('applications.erased') : applicantName(row)),
  },
  { title: 'column.organisation', line: 'second', text: row => row.organisation },
  { title: 'column.iin', line: 'first', card: 'only', text: row => row.maskedIin },
  { title: 'column.eotinish', line: 'second', card: 'only', text: row => row.eotinish },
  {
    title: 'column.topic',
    line: 'first',
    text: (row, { entryOf }) => entryOf('topic', row.facts.topic),
  },
  {
    title: 'column.district',
    line: 'second',
    card: 'only',
    text: (row, { entryOf }) => entryOf('district', row.facts.district),
  },
  {
    title: 'column.official',
    line: 'first',
    text: (row, words) => (row.facts.officialId === null ? row.officialText : words.officialOf(row.facts.officialId)),
  },
  {
    title: 'column.channel',
    line: 'second',
    card: 'only',
    text: (row, { entryOf }) => entryOf('channel', row.facts.channel),
  },
  {
    title: 'column.outcome',
    line: 'first',
    card: 'only',
    text: (row, { entryOf }) => entryOf('outcome', row.facts.outcome),
  },
  {
    title: 'column.result',
    line: 'second',
    card: 'only',
    text: (row, { entryOf }) => entryOf('result', row.facts.result),
  },
  { title: 'column.state', line: 'first', text: (row, { t }) => stateText(row, t) },
]

function stateText(row: ApplicationListRow, t: Translate): string {
  if (row.needsUpdate) return t('applications.needs_update')
  return row.marked ? t('applications.marked') : t('applications.clean')
}
