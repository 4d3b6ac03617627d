import fc from 'fast-check'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeSubject, type TestDesk } from '#test/unit/change/make-actions.ts'

const ACTS = [
  'drafted',
  'signed',
  'printed',
  'sent',
  'annulled',
  'given',
  'extended',
  'reassigned',
  'interim',
  'reminded',
  'executed',
  'answered',
  'returned',
  'closed',
  'replaced',
  'reported',
] as const

const OFTEN = ['given', 'given', 'given', 'reported', 'reported', 'closed', 'extended', 'drafted', 'signed'] as const

/** An act on one of the few protocols and instructions, lawful or not where it comes. */
export const controlStep = fc.record({
  kind: fc.constant('control' as const),
  // What was never given has no further story, nor what nobody executes.
  act: fc.constantFrom(...ACTS, ...OFTEN),
  key: fc.nat(1),
  person: fc.nat(3),
  user: fc.nat(2),
  head: fc.boolean(),
  day: fc.integer({ min: 1, max: 28 }),
})
export type ControlStep = typeof controlStep extends fc.Arbitrary<infer T> ? T : never

const DAY = PlainDate.parse('2026-09-21')

/** Writes the step; `application` names the one with this key. */
export function writeControl(desk: TestDesk, step: ControlStep, application: (key: number) => string): void {
  const { key, person, user, head, day, act } = step
  const of = application(key)
  const protocol = `protocol:${String(key).repeat(16)}`
  const instruction = `instruction:${String(key).repeat(16)}`
  const who = { user: `u${user}`, role: head ? 'head' : 'clerk' } as const
  const said = (value: Record<string, unknown>) => ({ personal: { subject: makeSubject(`p${person}`), value }, ...who })
  const date = PlainDate.parse(`2026-10-${String(day).padStart(2, '0')}`)
  const executor = { officialId: `o${person}`, unit: '', body: null, who: '' }
  const asked = { key: String(key).repeat(16), executor, action: null, dueOn: '2026-10-01', earlier: [] }
  const acts: Record<(typeof ACTS)[number], () => unknown> = {
    drafted: () => desk.act('protocol.drafted', protocol, { protocol: protocolOf(of, day) }, said(words(day))),
    signed: () =>
      desk.act('protocol.signed', protocol, {
        ...{ request: '0'.repeat(16), number: { letter: 'А', suffix: null, year: 2026, serial: day } },
        ...{ on: DAY, signedBy: 'o1' },
      }),
    printed: () => desk.act('protocol.printed', protocol, { language: 'kk', copies: 1, reprint: null }),
    sent: () => desk.act('protocol.sent', protocol, { dispatch: { channel: 'eotinish', on: DAY } }),
    annulled: () => desk.act('protocol.annulled', protocol, { ground: 'mistake' }),
    given: () =>
      desk.act(
        'instruction.given',
        instruction,
        { instruction: { ...asked, protocol, application: of } },
        said({ action: 'Жөндеу' }),
      ),
    extended: () =>
      desk.act(
        'instruction.extended',
        instruction,
        { to: date, basis: { on: DAY, number: '1', by: 'А. Серіков' } },
        who,
      ),
    reassigned: () => desk.act('instruction.reassigned', instruction, { executor, ground: 'absent', earlier: [] }, who),
    interim: () =>
      desk.act('instruction.interim', instruction, { on: DAY, letter: null }, said({ text: 'Жүріп жатыр' })),
    reminded: () =>
      desk.act(
        'instruction.reminded',
        instruction,
        { reminder: { on: DAY, at: '11:20', outcome: 'no_answer', who: '' } },
        who,
      ),
    executed: () => desk.act('instruction.executed', instruction, { on: DAY }, said({ text: 'Болды' })),
    answered: () =>
      desk.act(
        'instruction.answered',
        instruction,
        { answer: { number: String(day), on: DAY, channel: 'post', letter: null, reasoned: true } },
        who,
      ),
    returned: () => desk.act('instruction.returned', instruction, { ground: 'not_done' }, who),
    closed: () => desk.act('instruction.closed', instruction, {}, who),
    reported() {
      acts.executed()
      acts.answered()
    },
    replaced: () => desk.act('instruction.replaced', instruction, { by: 'protocol:anew' }, who),
  }
  acts[act]()
}

function protocolOf(application: string, day: number) {
  return {
    ...{ application, visit: null, batch: null, instead: null, reception: null, officialId: 'o1', place: String(day) },
    ...{ on: DAY, from: null, to: null, language: 'kk', secretary: '', participants: [], media: null },
    ...{ profile: 'WKO-2020/2023', instructions: [] },
  }
}

function words(day: number) {
  return { essence: String(day), said: '', decision: 'б', note: '', others: '', actions: [] }
}
