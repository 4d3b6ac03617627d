import { letterDuties } from '../letter/duties.ts'
import { letterTerm } from '../letter/letter-terms.ts'
import { GOES_TO, type LetterKind } from '../letter/model.ts'
import { findTerm } from '../regulation/terms.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { ApplicationFact, Check, ComplianceFacts, LetterFact } from './facts.ts'
import type { CheckedRecord, Duty } from './model.ts'
import { recordOf, recordOfApplication, stateBy } from './record.ts'
import { ofAct } from './term-checks.ts'

/** Kinds of letters a check looks at; the others are of what is not recorded yet. */
type Watched = Exclude<
  LetterKind,
  'moved' | 'protocol_sent' | 'final_answer' | 'interim_answer' | 'reminder' | 'materials_demand' | 'report_cover'
>

const LETTER_DUTIES = {
  left: 'letter_left',
  correction: 'letter_correction',
  returned: 'letter_returned',
  forwarding: 'letter_forwarding',
  forwarded_notice: 'letter_forwarded_notice',
  central_request: 'letter_central_request',
  request_notice: 'letter_request_notice',
  body_refused: 'letter_body_refused',
  appointment: 'letter_appointment',
  refusal: 'letter_refusal',
  extension: 'letter_extension',
} as const satisfies Record<Watched, Duty>

/** Letters of a kind that an application obliges to, or obliged to: sent by the last day they may leave. */
export function lettersOf(kind: Watched): Check {
  return (facts, asked) =>
    ofAct(facts, asked).flatMap(one =>
      owedOf(kind, one, facts).map(owed => recordOfLetter(kind, one, owed, facts, asked.today)),
    )
}

/** Refusals of bodies to take part that were reported (clause 20, point 31). When a body refused is not recorded yet. */
export const reportedRefusals: Check = (facts, { profile }) =>
  [...facts.letters.values()].flatMap(({ id, state: { letter, signed, sent, status } }) => {
    if (letter?.kind !== 'body_refused' || letter.profile !== profile || !signed || status === 'annulled') return []
    const on = sent?.on ?? null
    return [
      recordOf({
        duty: 'letter_body_refused',
        state: on === null ? 'due' : 'kept',
        entity: id,
        day: on ?? signed.on,
        on,
      }),
    ]
  })

/** Letters to the applicant stand in the language of the applicant (clause 21). */
export const letterLanguages: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one =>
    one.registered.letters.flatMap(({ letter, kind, on }) => {
      const written = facts.letters.get(letter)?.state.letter
      if (!written || GOES_TO[kind] !== 'applicant') return []
      const isIn = written.languages.includes(one.registered.registration.language)
      const why = isIn ? null : 'other_language'
      const state = isIn ? 'kept' : 'broken'
      return [recordOfApplication(one, { duty: 'letter_language', entity: letter, state, day: on, on, why })]
    }),
  )

interface Owed {
  readonly about: string | null
  /** The day it was decided. */
  readonly since: PlainDate
  readonly letter: LetterFact | null
}

/** What is owed now, what was signed off, and what was owed until its application closed and is late by that day. */
function owedOf(kind: Watched, one: ApplicationFact, facts: ComplianceFacts): Owed[] {
  const { letters, personal } = one.registered
  const written = letters.filter(note => note.kind === kind)
  const signed = written.map(({ letter, about, on }) => ({
    about,
    since: on,
    letter: facts.letters.get(letter) ?? null,
  }))
  const isWritten = (about: string) => written.some(note => note.about === about)
  const now = letterDuties(one).filter(duty => duty.kind === kind && !isWritten(duty.about))
  const lapsed =
    kind === 'extension'
      ? lapsedExtensions(
          one,
          facts,
          now.map(({ about }) => about),
        )
      : []
  // Of an erased person nothing can be written any more.
  const unwritten = personal === null ? [] : [...now, ...lapsed.filter(({ about }) => !isWritten(about))]
  return [...signed, ...unwritten.map(({ about, since }) => ({ about, since, letter: null }))]
}

/** Extensions of which nobody wrote in time, though the application has closed since, or was extended once more. */
function lapsedExtensions(
  { registered, history }: ApplicationFact,
  { calendar }: ComplianceFacts,
  now: readonly string[],
) {
  const all = registered.decisions.filter(one => one.type === 'application.extended')
  return all.flatMap(({ id, on, body }, at) => {
    const end = all[at + 1]?.on ?? history.findLast(({ type }) => CLOSING.has(type))?.date ?? null
    const term = findTerm('extension_notice', registered.profile, body.decidedOn, calendar)
    return now.includes(id) || end === null || term === null || end <= term.by ? [] : [{ about: id, since: on }]
  })
}

const CLOSING: ReadonlySet<string> = new Set([
  'application.received',
  'application.withdrawn',
  'application.refused',
  'application.refusal_approved',
  'application.competence_decided',
])

function recordOfLetter(
  kind: Watched,
  one: ApplicationFact,
  { about, since, letter }: Owed,
  { calendar }: ComplianceFacts,
  today: PlainDate,
): CheckedRecord {
  const found = about === null ? null : letterTerm({ kind, about }, one.registered, calendar)
  const { by = null, term = null } = found ?? {}
  const on = letter?.state.sent?.on ?? null
  const state = by === null ? (on === null ? 'due' : 'kept') : stateBy(by, on, today)
  const entity = letter?.id ?? one.id
  return recordOfApplication(one, { duty: LETTER_DUTIES[kind], state, entity, day: by ?? on ?? since, by, on, term })
}
