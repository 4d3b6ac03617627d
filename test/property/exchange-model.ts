import fc from 'fast-check'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeSubject, type TestDesk } from '#test/unit/change/make-actions.ts'

const ACTS = [
  'made',
  'extended',
  'reminded',
  'part',
  'full',
  'demandReturned',
  'withdrawn',
  'noted',
  'followed',
  'takenBack',
  'declared',
  'ended',
  'interrupted',
  'rerouted',
  'restored',
  'modeTakenBack',
] as const

/** An act on one of the few demands, exchanges, modes and interruptions, lawful or not where it comes. */
export const exchangeStep = fc.record({
  kind: fc.constant('exchange' as const),
  act: fc.constantFrom(...ACTS, 'made', 'made', 'noted', 'declared', 'interrupted'),
  key: fc.nat(1),
  person: fc.nat(3),
  day: fc.integer({ min: 1, max: 28 }),
  /** Demands about nobody keep their text in the body. */
  nobody: fc.boolean(),
})
export type ExchangeStep = typeof exchangeStep extends fc.Arbitrary<infer T> ? T : never

const DAY = PlainDate.parse('2026-09-21')

/** Writes the step; `application` names the one with this key. */
export function writeExchange(desk: TestDesk, step: ExchangeStep, application: (key: number) => string): void {
  const { key, person, day, act, nobody } = step
  const id = (noun: string) => `${noun}:${String(key).repeat(16)}`
  const [demand, feedback, mode, cut] = [id('demand'), id('feedback'), `${id('callcentre')}m`, id('callcentre')]
  const said = (text: string) => ({ personal: { subject: makeSubject(`p${person}`), value: { text } } })
  const date = PlainDate.parse(`2026-10-${String(day).padStart(2, '0')}`)
  const at = (hour: number) => ({ on: date, at: `${String(hour).padStart(2, '0')}:00` })
  const answered = (outcome: 'part' | 'full') => () =>
    desk.act('demand.answered', demand, { answer: { outcome, on: DAY, number: '', text: '' } }, said('Құжат'))
  const acts: Record<(typeof ACTS)[number], () => unknown> = {
    made: () =>
      desk.act(
        'demand.made',
        demand,
        {
          demand: {
            addressee: { unit: null, body: 'police', officialId: null },
            purpose: nobody ? 'practice' : 'application',
            application: nobody ? null : application(key),
            ...{ reception: null, on: DAY, dueOn: '2026-10-01', way: 'letter', text: nobody ? 'Талдау' : '' },
          },
        },
        nobody ? {} : said('Акт'),
      ),
    extended: () =>
      desk.act('demand.extended', demand, { to: date, basis: { on: DAY, number: '1', by: 'А. Серіков' } }),
    reminded: () => desk.act('demand.reminded', demand, { on: DAY, way: 'phone' }),
    part: answered('part'),
    full: answered('full'),
    demandReturned: () => desk.act('demand.returned', demand, { ground: 'not_whole' }),
    withdrawn: () => desk.act('demand.withdrawn', demand, { ground: 'mistake' }),
    noted: () =>
      desk.act(
        'feedback.noted',
        feedback,
        {
          request: String(key).repeat(16),
          feedback: {
            ...{ application: application(key), direction: 'to_applicant', channel: 'phone', kind: 'information' },
            ...{ on: DAY, at: '10:00', reached: nobody, followUp: day % 2 === 0 ? date : null, reception: null },
          },
        },
        said('Айтылды'),
      ),
    followed: () => desk.act('feedback.followed_up', feedback, { exchange: null }),
    takenBack: () => desk.act('feedback.taken_back', feedback, { ground: 'mistake' }),
    declared: () =>
      desk.act('callcentre.declared', mode, {
        mode: { ground: 'quarantine', act: { number: '1', on: DAY }, from: DAY, to: nobody ? date : null },
      }),
    ended: () => desk.act('callcentre.ended', mode, { to: date }),
    interrupted: () =>
      desk.act('callcentre.interrupted', cut, { interruption: { from: at(9), cause: 'line', way: '' } }),
    rerouted: () => desk.act('callcentre.rerouted', cut, { way: String(day) }),
    restored: () => desk.act('callcentre.restored', cut, { to: at(11) }),
    modeTakenBack: () => desk.act('callcentre.taken_back', nobody ? mode : cut, {}),
  }
  acts[act]()
}
