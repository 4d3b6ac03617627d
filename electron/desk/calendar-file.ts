import path from 'node:path'
import { calendarFileText, type FileReading, readCalendarText } from '#shared/calendar/file.ts'
import {
  CALENDAR_COLUMNS,
  type CalendarColumn,
  type CalendarWords,
  readCalendarTable,
} from '#shared/calendar/file-table.ts'
import { CalendarYear, DayMark } from '#shared/calendar/model.ts'
import { ExpectedError, unwrap } from '#shared/result/result.ts'
import { TABLE_LIMITS } from '../files/table/limits.ts'
import { readTable, readTableFile, type SpawnTableWorker } from '../files/table/read-table.ts'
import { translator } from '../i18n.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'

/** Two hundred years of thirty rows are far below this. */
const LIMITS = { ...TABLE_LIMITS, fileBytes: 3_000_000, rows: 20_000, columns: 40, sheets: 10 }

/** Files of calendar years: written for other offices, read as a dry run. Nothing of them is kept here. */
export function calendarServices(
  context: Pick<ServiceContext, 'chooseCalendar' | 'saveFile'>,
  spawn: SpawnTableWorker,
): Pick<DeskServices, 'calendar.save' | 'calendar.choose'> {
  return {
    'calendar.save': async ({ years, fileName }, caller) =>
      context.saveFile(caller, 'calendar', fileName, Buffer.from(calendarFileText(years), 'utf8')),
    'calendar.choose': async (_nothing, caller) => {
      const file = await context.chooseCalendar(caller)
      return { file: file === null ? null : { name: path.basename(file), reading: await readFile(file, spawn) } }
    },
  }
}

/** Reads a file by what is in it: ours begins with a brace, all else is taken for a table. Throws `calendar.*`, `table.*`. */
export async function readFile(file: string, spawn: SpawnTableWorker): Promise<FileReading> {
  const bytes = unwrap(await readTableFile(file, LIMITS))
  const text = Buffer.from(bytes).toString('utf8')
  if (/^[\s\ufeff]*[{[]/.test(text)) return unwrap(readCalendarText(text))
  const { sheets } = unwrap(await readTable({ bytes }, spawn, LIMITS))
  const words = tableWords()
  for (const { rows } of sheets) {
    const read = readCalendarTable(rows, words)
    if (read.ok) return read.value
  }
  throw new ExpectedError('calendar.not_calendar')
}

/** The words of a table in both languages: it may come from a colleague who works in the other one. */
function tableWords(): CalendarWords {
  const both = <Code extends string>(codes: readonly Code[], prefix: string) =>
    new Map(
      (['kk', 'ru'] as const).flatMap(language => {
        const t = translator(language)
        return codes.map(code => [t(`${prefix}.${code}`).toLocaleLowerCase(), code] as const)
      }),
    )
  return {
    columns: both<CalendarColumn>(CALENDAR_COLUMNS, 'calendar.column'),
    marks: both(DayMark.options, 'calendar.mark'),
    statuses: both(CalendarYear.shape.status.options, 'calendar.status'),
  }
}
