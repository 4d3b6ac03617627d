import fc from 'fast-check'
import { bookingKey } from '#shared/application/registration.ts'
import { LETTER_KINDS } from '#shared/letter/model.ts'
import { templateKey } from '#shared/letter/template-transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { REFUSAL_WORDS } from '#test/fixtures/decisions.ts'
import { makeSubject, type TestDesk } from '#test/unit/change/make-actions.ts'

const DAY = PlainDate.parse('2026-09-21')

/** Decisions of a desk on an application: bodies, and what of them is personal. */
const DECISIONS = [
  ['completeness_checked', { outcome: 'complete', lacks: [], correctBy: null }, null],
  ['completeness_checked', { outcome: 'incomplete', lacks: ['essence'], correctBy: '2026-09-24' }, null],
  ['left', {}, { reason: 'Себебі' }],
  ['returned', { ground: 'not_corrected', earlier: null }, { reason: 'Себебі' }],
  ['competence_decided', { outcome: 'own', body: null }, null],
  ['competence_decided', { outcome: 'central_body', body: null }, null],
  ['competence_decided', { outcome: 'forwarded', body: 'police' }, null],
  ['repeat_decided', { earlier: 'application:earlier', same: true }, { because: 'Сол үй' }],
  [
    'refused',
    { ground: 'competence', earlier: null, body: 'police', decidedOn: '2026-09-21', decider: 'head' },
    REFUSAL_WORDS,
  ],
  [
    'refusal_proposed',
    { ground: 'competence', earlier: null, body: 'police', decidedOn: '2026-09-21', decider: 'head' },
    REFUSAL_WORDS,
  ],
  ['refusal_approved', {}, null],
  ['refusal_declined', {}, { reason: 'Себебі' }],
  [
    'extended',
    { until: '2026-11-02', decidedOn: '2026-09-21', decider: 'head', ground: 'complex' },
    { reason: 'Себебі', decidedBy: 'Сапаров Даурен' },
  ],
] as const

const LETTER_ACTS = [
  'whole',
  'drafted',
  'signed',
  'printed',
  'scanned',
  'sent',
  'attempted',
  'annulled',
  'noted',
  'note_annulled',
  'template',
] as const

/** A decision on one of the few applications, or an act on one of the few letters about them. */
export const paperStep = fc.oneof(
  fc.record({
    kind: fc.constant('decision' as const),
    which: fc.nat(DECISIONS.length - 1),
    key: fc.nat(2),
    person: fc.nat(3),
    user: fc.nat(1),
  }),
  fc.record({
    kind: fc.constant('paper' as const),
    // A letter that nobody signs has no further story.
    act: fc.constantFrom(...LETTER_ACTS, 'whole', 'whole', 'whole', 'sent', 'annulled'),
    letter: fc.nat(1),
    key: fc.nat(2),
    person: fc.nat(3),
    of: fc.nat(LETTER_KINDS.length - 1),
    serial: fc.integer({ min: 1, max: 3 }),
  }),
)
export type PaperStep = typeof paperStep extends fc.Arbitrary<infer T> ? T : never

/** Writes the step; `application` names the one with this key. */
export function writePaper(desk: TestDesk, step: PaperStep, application: (key: number) => string): void {
  const subject = makeSubject(`p${step.person}`)
  const personal = (value: Record<string, unknown> | null) => (value === null ? {} : { personal: { subject, value } })
  const of = application(step.key)
  if (step.kind === 'decision') {
    const [type, body, value] = DECISIONS[step.which]!
    desk.act(`application.${type}`, of, body, { ...personal(value), user: `u${step.user}` })
    return
  }
  const kind = LETTER_KINDS[step.of]!
  const entity = `letter:${String(step.letter).repeat(16)}`
  const about = bookingKey({ officialId: 'o1', date: DAY, time: null })
  const letter = { kind, application: of, profile: 'WKO-2020/2023', languages: ['kk'], template: null, about }
  const number = { index: '3-6', letter: 'А', suffix: null, year: 2026, serial: step.serial }
  const dispatch = { channel: 'post', on: DAY }
  const note = { letter: entity, kind, about, number }
  const acts: Record<(typeof LETTER_ACTS)[number], () => unknown> = {
    whole() {
      acts.drafted()
      acts.signed()
      acts.noted()
    },
    drafted: () => desk.act('letter.drafted', entity, { letter }, personal(TEXT)),
    signed: () => desk.act('letter.signed', entity, { request: '0'.repeat(16), number }),
    printed: () => desk.act('letter.printed', entity, { language: 'kk', copies: step.serial, reprint: null }),
    scanned: () => desk.act('letter.scanned', entity, SCAN),
    sent: () => desk.act('letter.sent', entity, { dispatch }, personal({ proof: 'Пошта түбіртегі' })),
    attempted: () => desk.act('letter.attempted', entity, { dispatch }, personal({ outcome: 'Мекенжайда жоқ' })),
    annulled: () => desk.act('letter.annulled', entity, { ground: 'mistake' }),
    noted: () => desk.act('application.letter_noted', of, { ...note, outcome: 'signed' }),
    note_annulled: () => desk.act('application.letter_noted', of, { ...note, outcome: 'annulled' }),
    template: () =>
      desk.act('template.set', `template:${templateKey('refusal', 'KZ-2026')}`, {
        ...{ kind: 'refusal', profile: 'KZ-2026' },
        template: { heading: { kk: '', ru: '' }, paragraphs: [{ kk: 'а', ru: 'б', optional: step.serial === 1 }] },
      }),
  }
  acts[step.act]()
}

const SCAN = { paper: '0'.repeat(16), kind: 'pdf', bytes: 9, sha256: '0'.repeat(64) }
const BOTH = { kk: 'а', ru: 'б' }
const TEXT = {
  ...{ addressee: { kk: ['а'], ru: ['б'] }, heading: BOTH, paragraphs: [BOTH], attachment: BOTH },
  ...{ signer: { position: BOTH, name: BOTH }, executor: { name: 'а', phone: '' } },
}
