import type { Drill } from '#shared/report/quarterly-model.ts'
import { addressOf } from '../../app/route.ts'
import { narrowedByDrill } from '../applications/narrowing.ts'

/** The address of the records behind a figure: the list of applications, the records by event, the monitor of the act. */
export function addressOfDrill(drill: Drill): string {
  if ('facet' in drill) return addressOf('applications', narrowedByDrill(drill))
  const { quarter } = drill
  if ('clause' in drill) return addressOf('report', { part: 'compliance', quarter, clause: drill.clause })
  const { measure, dimension, codes } = drill
  const narrowed = dimension === null ? {} : { dimension, codes: JSON.stringify(codes) }
  return addressOf('report', { part: 'records', quarter, measure, ...narrowed })
}
