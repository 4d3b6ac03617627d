import type { WorkCalendar } from '#shared/calendar/model.ts'
import { type Forecast, forecastOf, type Past, pastKeyOf } from '#shared/instruction/forecast.ts'
import { type Lateness, latenessOf } from '#shared/instruction/ladder.ts'
import { executorOf, isControlled } from '#shared/instruction/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ControlRow } from '../../db/control-query-types.ts'

/** An instruction as the board shows it. What is no longer on control is neither late nor likely to be. */
export interface BoardLine extends ControlRow {
  readonly lateness: Lateness | null
  readonly forecast: Forecast | null
}

/** Orders the board knows. */
export const SORTS = ['due', 'executor', 'number'] as const
export type BoardSort = (typeof SORTS)[number]

/** What lines are gathered under. */
export const GROUPS = ['step', 'executor', 'district'] as const
export type BoardGroup = (typeof GROUPS)[number]

/** What of lateness the board is narrowed by. */
export const LATE = ['overdue', 'soon', 'likely_late'] as const

/** What the board is narrowed by, as the address has it. */
export type BoardNarrowed = Readonly<Record<string, string>>

/** Working days before the due day from which it is told as near. */
export const SOON = 3

/** What is on control and how each stands on a day. */
export function boardLines(
  rows: readonly ControlRow[],
  pasts: Readonly<Record<string, readonly Past[]>>,
  today: PlainDate,
  calendar: WorkCalendar,
): BoardLine[] {
  return rows.map(row => {
    const { dueOn, assigned, executed } = row.state
    const isOpen = isControlled(row.state) && dueOn !== null
    const since = assigned.at(-1)?.on ?? null
    const executor = executorOf(row.state)
    const key = executor === null ? null : pastKeyOf(executor)
    const asks = isOpen && executed === null && since !== null && key !== null
    return {
      ...row,
      lateness: isOpen && executed === null ? latenessOf(dueOn, today, calendar) : null,
      forecast: asks ? forecastOf({ givenOn: since, dueOn }, today, pasts[key] ?? [], calendar) : null,
    }
  })
}

/** Whether the day an instruction was due is over, and it is not executed. */
export function isOverdue({ lateness }: Pick<BoardLine, 'lateness'>): boolean {
  return lateness !== null && lateness.days > 0
}

/** Whether the day is near: within three working days, it included. */
export function isSoon({ lateness }: Pick<BoardLine, 'lateness'>): boolean {
  return lateness !== null && lateness.days <= 0 && lateness.days >= -SOON
}

/** The lines that are left of the board, in their order. `nameOf`: how an executor is called. */
export function narrowedLines(
  lines: readonly BoardLine[],
  narrowed: BoardNarrowed,
  nameOf: (line: BoardLine) => string,
): BoardLine[] {
  const { state, executor, late, topic, district, sort } = narrowed
  const isLeft = (line: BoardLine) =>
    (state === undefined || line.state.status === state) &&
    (executor === undefined || nameOf(line) === executor || keyIn(line) === executor) &&
    (late === undefined || isLate(line, late)) &&
    (topic === undefined || line.application?.facts.topic === topic) &&
    (district === undefined || line.application?.facts.district === district)
  const placeOf = (line: BoardLine) => {
    if (sort === 'executor') return `${nameOf(line)} ${line.state.dueOn}`
    if (sort === 'number') return `${line.protocol?.year} ${String(line.protocol?.serial ?? 0).padStart(6, '0')}`
    return `${line.state.dueOn} ${line.state.id}`
  }
  return lines.filter(isLeft).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

/** The key by which an executor is told from others; null: only a name is known. */
export function keyIn({ state }: Pick<BoardLine, 'state'>): string | null {
  const executor = executorOf(state)
  return executor === null ? null : pastKeyOf(executor)
}

/** A head of a group with how many stand under it, or a line. */
export type BoardItem =
  | { readonly kind: 'group'; readonly group: string; readonly count: number }
  | { readonly kind: 'line'; readonly line: BoardLine }

/** Lines under the heads of their groups, groups in the order of their first lines. */
export function boardItems(lines: readonly BoardLine[], groupOf: ((line: BoardLine) => string) | null): BoardItem[] {
  if (groupOf === null) return lines.map(line => ({ kind: 'line', line }))
  return [...Map.groupBy(lines, groupOf)].flatMap(([group, under]): BoardItem[] => [
    { kind: 'group', group, count: under.length },
    ...under.map((line): BoardItem => ({ kind: 'line', line })),
  ])
}

function isLate(line: BoardLine, late: string): boolean {
  if (late === 'overdue') return isOverdue(line)
  if (late === 'soon') return isSoon(line)
  return line.forecast?.says === 'likely_late'
}
