import type { TermEvent, TermId } from './model.ts'

/** The day a term is counted from, by key: "day of registration". */
export const EVENT_KEYS = {
  receipt: 'term.event.receipt',
  registration: 'term.event.registration',
  extension: 'term.event.extension',
  told_to_correct: 'term.event.told_to_correct',
  correction_over: 'term.event.correction_over',
  request_sent: 'term.event.request_sent',
  body_refused: 'term.event.body_refused',
  reception: 'term.event.reception',
  signing: 'term.event.signing',
  quarter_begin: 'term.event.quarter_begin',
  quarter_end: 'term.event.quarter_end',
  notice: 'term.event.notice',
} as const satisfies Record<TermEvent, string>

export type EventKey = (typeof EVENT_KEYS)[TermEvent]

/** What a term is for, by key: "answer to the applicant". */
export const TERM_KEYS = {
  registration: 'term.registration',
  answer: 'term.answer',
  extension: 'term.extension',
  extension_notice: 'term.extension_notice',
  correction: 'term.correction',
  return: 'term.return',
  forwarding: 'term.forwarding',
  request_notice: 'term.request_notice',
  body_refusal_report: 'term.body_refusal_report',
  official_tells: 'term.official_tells',
  briefing: 'term.briefing',
  list_handed: 'term.list_handed',
  protocol_sent: 'term.protocol_sent',
  schedule_approved: 'term.schedule_approved',
  report: 'term.report',
  appeal: 'term.appeal',
} as const satisfies Record<TermId, string>
