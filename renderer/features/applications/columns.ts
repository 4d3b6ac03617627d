import { numberText } from '#shared/application/number.ts'
import type { DirectoryId } from '#shared/directory/model.ts'
import { joined } from '#shared/text/isolated.ts'
import { type DateWords, dayAndMonth, screenDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { applicantName } from '../../components/applicant-name.ts'
import type { ApplicationListRow } from '../../db/query-types.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { Translate } from '../../i18n/use-words.ts'
import type { Sort } from './narrowing.ts'
import { statusText } from './status.ts'

/** What a cell's text is made with. */
export interface CellWords {
  readonly t: Translate
  readonly dates: DateWords
  readonly officialOf: (id: string) => string
  readonly entryOf: (directory: DirectoryId, code: string | null) => string
}

export interface Column {
  readonly title: LocaleKey
  /** The order of the list that a press on the title asks for. */
  readonly sort?: Sort
  /** On the screen a record takes two lines: the columns fill them pair by pair. What is wrong stands beside both. */
  readonly line: 'first' | 'second'
  /** Not in the list while it stands narrow beside the open card, which tells it anyway. */
  readonly card?: 'only'
  readonly text: (row: ApplicationListRow, words: CellWords) => string
}

const day = (date: PlainDate | null, { dates }: CellWords) => (date === null ? '' : screenDate(date, dates))

/** The day and, where it is set, the hour for which an application is booked. */
export function bookingText({ booking }: Pick<ApplicationListRow, 'booking'>, dates: DateWords): string {
  if (booking === null) return ''
  const on = screenDate(booking.date, dates)
  return booking.time === null ? on : `${on}, ${booking.time}`
}

/** The booking without its year where it is that of the registration: the hour is to be seen, not cut off. */
function shortBooking({ booking, facts }: ApplicationListRow, dates: DateWords): string {
  if (booking === null || booking.date.slice(0, 4) !== facts.registered?.slice(0, 4))
    return bookingText({ booking }, dates)
  const on = dayAndMonth(booking.date, dates)
  return booking.time === null ? on : `${on}, ${booking.time}`
}

/** The columns of the list, on the screen, on paper and in the file alike, in one order. */
export const COLUMNS: readonly Column[] = [
  {
    title: 'column.registered',
    line: 'first',
    sort: 'newest',
    text: (row, words) => day(row.facts.registered, words) || words.t('applications.undated'),
  },
  {
    title: 'column.number',
    line: 'second',
    text: row => (row.number === null ? '' : numberText(row.number)),
  },
  {
    title: 'column.person',
    line: 'first',
    sort: 'name',
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
    text: (row, { t, entryOf }) =>
      joined(
        [entryOf('channel', row.facts.channel), row.atReception === null ? '' : t('register.at_reception.mark')],
        ', ',
      ),
  },
  { title: 'column.booking', line: 'first', card: 'only', text: (row, { dates }) => shortBooking(row, dates) },
  {
    title: 'column.received',
    line: 'second',
    card: 'only',
    text: (row, words) => day(row.facts.received, words),
  },
  { title: 'column.status', line: 'first', text: (row, { t, entryOf }) => statusText(row, t, entryOf) },
  { title: 'column.result', line: 'second', text: (row, { entryOf }) => entryOf('result', row.facts.result) },
  { title: 'column.state', line: 'first', text: (row, { t }) => stateText(row, t) },
]

function stateText(row: ApplicationListRow, t: Translate): string {
  if (row.needsUpdate) return t('applications.needs_update')
  return row.marked ? t('applications.marked') : t('applications.clean')
}
