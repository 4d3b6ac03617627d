import type { ReceptionResult } from '#shared/application/model.ts'
import type { Need } from '#shared/application/registration.ts'
import type { DocumentFinding, Issuer } from '#shared/identity/documents.ts'
import type { IdentityFault } from '#shared/visit/identity.ts'
import type {
  CallReason,
  CheckResult,
  CheckSource,
  ForwardGround,
  Overruled,
  ParkGround,
  PowersShown,
} from '#shared/visit/model.ts'
import type { VisitStatus } from '#shared/visit/transitions.ts'
import type { Tone } from '../../components/Badge.tsx'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { VisitAct } from './visit-acts.ts'

/** Words and tone of a status; its sign comes with the tone. */
export const STATUS_WORDS: Record<VisitStatus, { readonly key: LocaleKey; readonly tone: Tone }> = {
  absent: { key: 'visit.status.absent', tone: 'plain' },
  arrived: { key: 'visit.status.arrived', tone: 'amber' },
  stopped: { key: 'visit.status.stopped', tone: 'red' },
  barred: { key: 'visit.status.barred', tone: 'red' },
  waiting: { key: 'visit.status.waiting', tone: 'plain' },
  parked: { key: 'visit.status.parked', tone: 'amber' },
  called: { key: 'visit.status.called', tone: 'sky' },
  served: { key: 'visit.status.served', tone: 'green' },
  missed: { key: 'visit.status.missed', tone: 'amber' },
  finished: { key: 'visit.status.finished', tone: 'plain' },
  left: { key: 'visit.status.left', tone: 'plain' },
}

/** Why a visitor is called, or stands where they stand: never the category. */
export const REASON_WORDS: Record<CallReason, LocaleKey> = {
  out_of_turn: 'visit.reason.out_of_turn',
  promise: 'visit.reason.promise',
  booked: 'visit.reason.booked',
  arrival: 'visit.reason.arrival',
  recall: 'visit.reason.recall',
  by_hand: 'visit.reason.by_hand',
}

/** The same in the record of a day, where a reception on paper stands among the calls. */
export const RECORD_WORDS: Record<CallReason | 'on_paper', LocaleKey> = {
  ...REASON_WORDS,
  on_paper: 'visit.reason.on_paper',
}

export const ACT_WORDS: Record<VisitAct, LocaleKey> = {
  check: 'visit.act.check',
  admit: 'visit.act.admit',
  call: 'visit.act.call',
  recall: 'visit.act.recall',
  undo: 'visit.act.undo',
  start: 'visit.act.start',
  missed: 'visit.act.missed',
  park: 'visit.act.park',
  forward: 'visit.act.forward',
  return: 'visit.act.return',
  finish: 'visit.act.finish',
  unfinish: 'visit.act.unfinish',
  left: 'visit.act.left',
}

/** What is said aloud by a screen reader once an act is saved. */
export const SAID_WORDS: Record<Exclude<VisitAct, 'call' | 'recall'>, LocaleKey> = {
  check: 'visit.said.check',
  admit: 'visit.said.admit',
  undo: 'visit.said.undo',
  start: 'visit.said.start',
  missed: 'visit.said.missed',
  park: 'visit.said.park',
  forward: 'visit.said.forward',
  return: 'visit.said.return',
  finish: 'visit.said.finish',
  unfinish: 'visit.said.unfinish',
  left: 'visit.said.left',
}

export const NEED_WORDS: Record<Need, LocaleKey> = {
  interpreter: 'visit.need.interpreter',
  sign_language: 'visit.need.sign_language',
  wheelchair: 'visit.need.wheelchair',
}

export const RESULT_WORDS: Record<ReceptionResult, LocaleKey> = {
  satisfied: 'visit.result.satisfied',
  explained: 'visit.result.explained',
  instruction: 'visit.result.instruction',
  declined: 'visit.result.declined',
}

/** Why a visitor stepped out of the line. */
export const PARK_WORDS: Record<ParkGround, LocaleKey> = {
  documents: 'visit.park.documents',
  needs: 'visit.park.needs',
  asked: 'visit.park.asked',
  other: 'visit.park.other',
}

/** Why a visitor goes on to another line. */
export const FORWARD_WORDS: Record<ForwardGround, LocaleKey> = {
  competence: 'visit.forward.competence',
  help: 'visit.forward.help',
  official_absent: 'visit.forward.official_absent',
  asked: 'visit.forward.asked',
  other: 'visit.forward.other',
}

export const CHECK_WORDS: Record<CheckResult, LocaleKey> = {
  matched: 'identity.result.matched',
  mismatch: 'identity.result.mismatch',
  no_document: 'identity.result.no_document',
  absent: 'identity.result.absent',
}

/** What stopped a visitor, as the lead decides on it. */
export const STOPPED_WORDS: Record<Overruled['fault'], LocaleKey> = {
  expired: 'identity.why.expired',
  mismatch: 'identity.why.mismatch',
  no_document: 'identity.why.no_document',
}

export const POWERS_WORDS: Record<PowersShown, LocaleKey> = {
  not_needed: 'identity.powers.not_needed',
  shown: 'identity.powers.shown',
  expired: 'identity.powers.expired',
  missing: 'identity.powers.missing',
}

export const FAULT_WORDS: Record<IdentityFault['code'] | 'date_unread', LocaleKey> = {
  document_missing: 'identity.fault.document_missing',
  number_missing: 'identity.fault.number_missing',
  other_end_missing: 'identity.fault.other_end_missing',
  comment_missing: 'identity.fault.comment_missing',
  powers_expired: 'identity.fault.powers_expired',
  powers_number_missing: 'identity.fault.powers_number_missing',
  date_unread: 'identity.fault.date_unread',
}

/** How a check came into the form, where it was not typed. */
export const SOURCE_WORDS: Record<Exclude<CheckSource, 'typed'>, LocaleKey> = {
  scanned: 'identity.source.scanned',
  scanned_edited: 'identity.source.scanned_edited',
}

/** What is unusual about a document; that it is expired stands at its field. */
export const ABOUT_WORDS: Record<Exclude<DocumentFinding['code'], 'expired'>, LocaleKey> = {
  number_unusual: 'identity.about.number_unusual',
  term_too_long: 'identity.about.term_too_long',
  too_young: 'identity.about.too_young',
}

export const ISSUER_WORDS: Record<Issuer, LocaleKey> = {
  interior: 'identity.issuer.interior',
  foreign_affairs: 'identity.issuer.foreign_affairs',
}
