import { useCallback, useEffect, useState } from 'react'
import { isSameYear } from '#shared/calendar/changes.ts'
import { CalendarYear, type WorkCalendar } from '#shared/calendar/model.ts'
import type { AppError } from '#shared/result/result.ts'
import { settled } from '../../app/desk.ts'

/** The years that were edited and are not kept yet; what was edited survives a power cut. */
export interface CalendarWork {
  readonly edited: ReadonlyMap<number, CalendarYear>
  /** Why the last edit is not on disk. */
  readonly error: AppError | null
  readonly change: (year: CalendarYear) => void
  readonly drop: (year: number) => void
}

const NAME = /^calendar-\d{4}$/
const nameOf = (year: number) => `calendar-${year}`

/** The work on the calendar; undefined until main has told what was left. */
export function useCalendarWork(kept: WorkCalendar): CalendarWork | undefined {
  const [edited, setEdited] = useState<ReadonlyMap<number, CalendarYear>>()
  const [error, setError] = useState<AppError | null>(null)
  useEffect(() => {
    let isCurrent = true
    void readLeft().then(left => isCurrent && setEdited(left))
    return () => {
      isCurrent = false
    }
  }, [])
  const drop = useCallback((year: number) => {
    setEdited(before => new Map([...(before ?? [])].filter(([number]) => number !== year)))
    void settled(window.desk.draftDrop({ name: nameOf(year) }))
  }, [])
  const change = useCallback(
    (year: CalendarYear) => {
      if (isSameYear(year, kept.years.find(one => one.year === year.year) ?? null)) return drop(year.year)
      setEdited(before => new Map(before).set(year.year, year))
      void settled(window.desk.draftSave({ name: nameOf(year.year), value: JSON.stringify(year) })).then(done =>
        setError(done.ok ? null : done.error),
      )
    },
    [kept, drop],
  )
  return edited && { edited, error, change, drop }
}

async function readLeft(): Promise<ReadonlyMap<number, CalendarYear>> {
  const listed = await settled(window.desk.draftList({}))
  const names = listed.ok ? listed.value.names.filter(name => NAME.test(name)) : []
  const drafts = await Promise.all(names.map(name => settled(window.desk.draftLoad({ name }))))
  const years = drafts.flatMap(draft => yearOf(draft.ok ? draft.value.value : null) ?? [])
  return new Map(years.map(year => [year.year, year]))
}

function yearOf(text: string | null): CalendarYear | null {
  try {
    return CalendarYear.nullable()
      .catch(null)
      .parse(JSON.parse(text ?? 'null'))
  } catch {
    return null
  }
}

/** The calendar as it would stand with the years that were edited. */
export function withEdited(kept: WorkCalendar, edited: ReadonlyMap<number, CalendarYear>): WorkCalendar {
  const years = new Map(kept.years.map(year => [year.year, year]))
  for (const year of edited.values()) years.set(year.year, year)
  return { years: [...years.values()].sort((a, b) => a.year - b.year) }
}
