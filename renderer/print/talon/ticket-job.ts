import i18next from 'i18next'
import type { TalonShape } from '#shared/application/registration.ts'
import type { DrawnJob, SheetJob } from '#shared/ipc/documents.ts'
import { dateWordsOfLanguage } from '#shared/time/date-words.ts'
import type { Translate } from '../../i18n/use-words.ts'
import { talonBlocks } from './blocks.ts'
import { drawTicket, TICKETS, type TicketShape } from './draw-ticket.ts'
import { testTexts } from './test-texts.ts'
import { ticketTalon } from './ticket-talon.ts'
import { ticketTest } from './ticket-test.ts'

/** A job for ticket paper: drawn as a bitmap, not set as text. */
export type TicketJob = Extract<SheetJob, { kind: 'talon' | 'test_page' }>

/** Whether a job goes to ticket paper. */
export function isTicketJob(job: DrawnJob): job is TicketJob {
  return (job.kind === 'talon' || job.kind === 'test_page') && isTicket(shapeOf(job))
}

/** Draws a job for ticket paper, when its fonts are there. */
export async function drawTicketJob(root: HTMLElement, job: TicketJob): Promise<void> {
  const shape = shapeOf(job)
  if (!isTicket(shape)) throw new Error('no ticket')
  if (job.kind === 'test_page') {
    const texts = testTexts(i18next)
    return drawTicket(root, shape, JSON.stringify(texts), (width, measure) => ticketTest(texts, width, measure))
  }
  const t: Translate = (key, params) => i18next.t(key, { ...params })
  const blocks = talonBlocks(job.data, t, dateWordsOfLanguage(t))
  return drawTicket(root, shape, JSON.stringify(blocks), (width, measure) => ticketTalon(blocks, width, measure))
}

function shapeOf(job: TicketJob): TalonShape {
  return job.kind === 'talon' ? job.data.shape : job.shape
}

function isTicket(shape: TalonShape): shape is TicketShape {
  return shape in TICKETS
}
