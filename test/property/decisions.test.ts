import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isDecisionType } from '#shared/application/decisions.ts'
import { actsUnder } from '#shared/application/statuses.ts'
import { type ApplicationState, foldApplication } from '#shared/application/transitions.ts'
import { type Action, ActionId, EntityId } from '#shared/change/action.ts'
import { isReadable } from '#shared/change/project-view.ts'
import { NO_RELATED } from '#shared/change/related.ts'
import { ProfileId } from '#shared/office/model.ts'
import { Stamp } from '#shared/time/stamp.ts'
import { REFUSAL_WORDS } from '#test/fixtures/decisions.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { DESKS, makeSubject } from '#test/unit/change/make-actions.ts'
import { sampleAction } from '#test/unit/change/sample-actions.ts'

const SEED = 20261122
const SEQUENCES = 100_000

const earlier = 'application:earlier'
const reason = { reason: 'Себебі' }
const refusal = { ground: 'repeat', earlier, body: null, decidedOn: '2026-10-05', decider: 'head' }

/** Acts of any desk, lawful or not where they come; the last three say less than their type demands. */
const ACTS: readonly (readonly [string, Record<string, unknown>, Record<string, unknown>?])[] = [
  ['completeness_checked', { outcome: 'complete', lacks: [], correctBy: null }],
  ['completeness_checked', { outcome: 'incomplete', lacks: ['essence'], correctBy: '2026-10-08' }],
  ['left', {}, reason],
  ['returned', { ground: 'not_corrected', earlier: null }, reason],
  ['competence_decided', { outcome: 'own', body: null }],
  ['competence_decided', { outcome: 'central_body', body: null }],
  ['competence_decided', { outcome: 'forwarded', body: 'police' }],
  ['repeat_decided', { earlier, same: true }, { because: 'Сол үй' }],
  ['refused', refusal, REFUSAL_WORDS],
  ['refused', { ...refusal, ground: 'competence', earlier: null, body: 'police' }, REFUSAL_WORDS],
  ['refusal_proposed', refusal, REFUSAL_WORDS],
  ['refusal_approved', {}],
  ['refusal_declined', {}, reason],
  [
    'extended',
    { until: '2026-12-01', decidedOn: '2026-10-05', decider: 'head', ground: 'complex' },
    { ...reason, decidedBy: 'С.' },
  ],
  ['booked', { booking: { officialId: 'o1', date: '2026-10-20', time: '10:00' } }],
  ['received', { visit: null, on: '2026-10-20', officialId: 'o1', result: 'explained' }],
  ['withdrawn', { how: 'oral' }],
  ['reopened', { ground: 'mistake' }],
  ['refused', refusal, { ...REFUSAL_WORDS, evidence: ' ' }],
  ['refused', { ...refusal, earlier: null }, REFUSAL_WORDS],
  ['refusal_proposed', { ...refusal, ground: 'competence' }, REFUSAL_WORDS],
]

const REGISTERED = ProfileId.options.map(profile =>
  sampleAction(
    1,
    'application',
    'one',
    'application.registered',
    {
      request: '0'.repeat(16),
      number: { letter: 'А', suffix: null, year: 2026, serial: 1 },
      registration: makeRegistration(),
      profile,
    },
    { personal: { subject: makeSubject('one'), value: makeRegistrationPersonal() } },
  ),
)

const ONE = EntityId.parse('application:one')
/** The most acts of one sequence. */
const MOST = 12

/** The places in the chains of two desks at work on one application, made once. */
const PLACES = Array.from({ length: MOST }, (_, at) =>
  DESKS.slice(0, 2).map(desk => ({
    id: ActionId.parse(`${desk}:${String(at + 2).padStart(12, '0')}`),
    stamp: Stamp.parse(`${String(1_790_000_100_000 + at).padStart(15, '0')}.000000.${desk}`),
    user: `u-${desk.slice(0, 1)}`,
  })),
)

function actionOf(act: number, at: number, desk: number): Action {
  const [name, body, value] = ACTS[act]!
  const personal = value === undefined ? null : { subject: makeSubject('one'), value }
  return { ...REGISTERED[0]!, ...PLACES[at]![desk]!, entity: ONE, type: `application.${name}`, body, personal }
}

/** Whether the program can read an act hangs on what it says alone. */
const READABLE = ACTS.map((_, act) => isReadable(actionOf(act, 0, 0)))

const sequence = fc.tuple(
  fc.nat(ProfileId.options.length - 1),
  fc.array(fc.tuple(fc.nat(ACTS.length - 1), fc.nat(1)), { minLength: 1, maxLength: MOST }),
)

function demandWhole({ status, registered, facts }: ApplicationState): void {
  const known = registered!
  if (facts === null || !actsUnder(status, known.profile).includes('application.corrected')) throw new Error(status)
  const stands = status === 'refused' || status === 'refusal_proposed'
  if (stands !== (known.refusal !== null) && status !== 'withdrawn') throw new Error(`${status} and its refusal`)
  if (status === 'left' && known.profile !== 'WKO-2020/2023') throw new Error('left under another act')
  if (status === 'returned' && known.profile !== 'KZ-2026') throw new Error('returned under another act')
  if (!stands || known.refusal === null) return
  const { body, personal, by } = known.refusal
  if (body.ground === 'repeat' && body.earlier === null) throw new Error('a repeat of nothing')
  if (body.ground === 'competence' && body.body === null) throw new Error('nobody to turn to')
  const { facts: said, evidence, whereToTurn, howToAppeal, decidedBy } = personal!
  for (const text of [said, evidence, whereToTurn, howToAppeal, decidedBy])
    if (text.trim() === '') throw new Error('empty')
  const last = known.decisions.at(-1)
  if (status === 'refused' && last?.type === 'application.refusal_approved' && last.by === by) throw new Error('alone')
}

/** Step by step: an act is taken when the state before it allows it, and no other is. */
function demandNothingLost(actions: readonly Action[], state: ApplicationState): void {
  const taken = new Set(state.registered!.decisions.map(({ id }) => id))
  for (const [at, action] of actions.entries()) {
    if (!isDecisionType(action.type)) continue
    const { status, registered } = foldApplication(actions.slice(0, at), NO_RELATED)
    const lawful = (actsUnder(status, registered!.profile) as readonly string[]).includes(action.type)
    const own = action.type === 'application.refusal_approved' && registered!.refusal?.by === action.user
    expect(taken.has(action.id), `${status} ${action.type}`).toBe(lawful && !own)
  }
}

it('what says less than its type demands cannot be read', () => {
  expect(READABLE.lastIndexOf(true)).toBe(ACTS.length - 4)
  expect(READABLE.indexOf(false)).toBe(ACTS.length - 3)
})

it('100,000 sequences of acts: the state is lawful, no refusal lacks its parts, nothing is lost, order of arrival is nothing', () => {
  let run = 0
  const told = { refused: 0, closed: 0 }
  fc.assert(
    fc.property(sequence, ([profile, acts]) => {
      run += 1
      const readable = acts.flatMap(([act, desk], at) => (READABLE[act] ? [actionOf(act, at, desk)] : []))
      const actions = [REGISTERED[profile]!, ...readable]
      const state = foldApplication(actions, NO_RELATED)
      demandWhole(state)
      told.refused += Number(state.status === 'refused')
      told.closed += Number(state.status !== 'open')
      if (run % 25 !== 0) return
      demandNothingLost(actions, state)
      expect(foldApplication(actions.toReversed(), NO_RELATED)).toEqual(state)
    }),
    { seed: SEED, numRuns: SEQUENCES },
  )
  expect(run).toBe(SEQUENCES)
  expect(Math.min(told.refused, told.closed)).toBeGreaterThan(SEQUENCES / 20)
}, 180_000)
