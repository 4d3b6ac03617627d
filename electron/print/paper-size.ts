import type { TalonShape } from '#shared/application/registration.ts'
import type { DrawnJob, Paper } from '#shared/ipc/documents.ts'

/** What a sheet is printed on: a paper of ISO 216 or a ticket of a width, as long as it needs. */
export type PaperSize = Paper | TalonShape

/** Width of ticket paper in millimetres. */
export const TICKET_WIDTHS: Partial<Record<PaperSize, number>> = { '58mm': 58, '80mm': 80 }

/** What a job is printed on. */
export function paperOf(job: DrawnJob): PaperSize {
  switch (job.kind) {
    case 'talon':
      return job.data.shape
    case 'talons':
      return job.cut ? 'A4' : job.shape
    case 'test_page':
      return job.shape
    default:
      return job.paper
  }
}
