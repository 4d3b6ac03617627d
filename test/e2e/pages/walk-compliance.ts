import { officeDate } from '#shared/time/office-time.ts'
import { daysAround, openCompliance, recordsOf } from './compliance.ts'
import { type Stop, stop } from './walk.ts'

/** The clauses of the act and the records behind one of them. */
export const COMPLIANCE: readonly Stop[] = [
  stop('compliance', at => openCompliance(at, daysAround(officeDate(Date.now())))),
  stop('compliance-records', async at => {
    await openCompliance(at, { ...daysAround(officeDate(Date.now())), only: 'open' })
    await recordsOf(at, '29')
  }),
]
