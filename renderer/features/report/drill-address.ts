import { z } from 'zod'
import { type Drill, type DutyDrill, EventDrill } from '#shared/report/quarterly-model.ts'
import { rangeOfQuarter } from '#shared/time/plain-date.ts'
import { addressOf } from '../../app/route.ts'
import { narrowedByDrill } from '../applications/narrowing.ts'

/** The address of the records behind a figure: the list of applications, the records by event, the monitor of the act. */
export function addressOfDrill(drill: Drill): string {
  if ('facet' in drill) return addressOf('applications', narrowedByDrill(drill))
  const { quarter } = drill
  if ('clause' in drill) return addressOfDuties(drill)
  const { measure, dimension, codes } = drill
  const narrowed = dimension === null ? {} : { dimension, codes: JSON.stringify(codes) }
  return addressOf('report', { part: 'records', quarter, measure, ...narrowed })
}

/** The monitor over the days of the quarter, narrowed to what the figure counts. */
function addressOfDuties({ quarter, act, clause, state }: DutyDrill): string {
  const { from, to } = rangeOfQuarter(quarter)
  const narrowed = { act, clause, state }
  const named = Object.entries(narrowed).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
  return addressOf('report', { part: 'compliance', from, to, ...Object.fromEntries(named) })
}

/** The figure by event an address names; null where it names none. */
export function drillOf({ quarter, measure, dimension, codes }: Readonly<Record<string, string>>): EventDrill | null {
  const part = dimension ?? null
  const listed = part === null ? [] : z.array(z.string()).safeParse(parsed(codes ?? '')).data
  return EventDrill.safeParse({ quarter, measure, dimension: part, codes: listed }).data ?? null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
