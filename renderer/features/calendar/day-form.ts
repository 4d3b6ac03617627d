import { CalendarDay, type CalendarYear, type DayMark } from '#shared/calendar/model.ts'
import { KNOWN_HOLIDAYS, keyOfRow, LAW_ON_HOLIDAYS } from '#shared/calendar/seed-holidays.ts'
import { type PlainDate, partsOf } from '#shared/time/plain-date.ts'
import { typedDate } from '../../components/typed-date.ts'
import { typedForm } from './calendar-words.ts'

/** A row of the calendar as it is typed. */
export interface DayFields {
  readonly date: string
  readonly mark: DayMark
  readonly nameKk: string
  readonly nameRu: string
  readonly actKk: string
  readonly actRu: string
}

/** What is wrong with a field: a fault by its code. */
export interface DayFaults {
  readonly date: 'date' | 'year' | 'taken' | null
  readonly nameKk: boolean
  readonly nameRu: boolean
}

/** What the form shows of a row; of none, an empty form for a holiday. */
export function fieldsOf(day: CalendarDay | null): DayFields {
  return {
    date: day === null ? '' : typedForm(day.date),
    mark: day?.mark ?? 'holiday',
    nameKk: day?.name.kk ?? '',
    nameRu: day?.name.ru ?? '',
    actKk: day?.act.kk ?? '',
    actRu: day?.act.ru ?? '',
  }
}

/** The form with a known holiday put in: its names, and the law where no act was typed. */
export function withHoliday(fields: DayFields, key: string): DayFields {
  const known = KNOWN_HOLIDAYS.find(one => one.key === key)
  if (known === undefined) return { ...fields, nameKk: '', nameRu: '' }
  const noAct = fields.actKk === '' && fields.actRu === ''
  return {
    ...fields,
    nameKk: known.name.kk,
    nameRu: known.name.ru,
    actKk: noAct ? LAW_ON_HOLIDAYS.kk : fields.actKk,
    actRu: noAct ? LAW_ON_HOLIDAYS.ru : fields.actRu,
  }
}

/** What keeps the form from being a row of the year; `had`: the date of the row it puts right. */
export function faultsOf(fields: DayFields, year: CalendarYear, had: PlainDate | null): DayFaults {
  const date = typedDate(fields.date)
  const isTaken = year.days.some(day => day.date === date && day.date !== had)
  return {
    date: date === null ? 'date' : partsOf(date).year !== year.year ? 'year' : isTaken ? 'taken' : null,
    nameKk: fields.nameKk.trim() === '',
    nameRu: fields.nameRu.trim() === '',
  }
}

/** The row of a form without faults. Throws on one with faults. */
export function dayOf(fields: DayFields): CalendarDay {
  const name = { kk: fields.nameKk.trim(), ru: fields.nameRu.trim() }
  const act = { kk: fields.actKk.trim(), ru: fields.actRu.trim() }
  return CalendarDay.parse({
    date: typedDate(fields.date),
    mark: fields.mark,
    key: keyOfRow(fields.mark, name),
    name,
    act,
  })
}
