import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWorkingDay } from '#shared/calendar/rules.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { complianceOf } from '#shared/compliance/compliance.ts'
import { countStates } from '#shared/compliance/model.ts'
import { ProfileId } from '#shared/office/model.ts'
import { addDays, type PlainDate, plainDate } from '#shared/time/plain-date.ts'
import { applicationOf, factsOf, recordsOf, type Step } from '#test/fixtures/compliance.ts'
import { REFUSAL_WORDS } from '#test/fixtures/decisions.ts'

const SEED = 20261122
const FIRST = plainDate(2026, 9, 1)
const reason = { reason: 'Себебі' }

/** Acts that bear on the term of an answer, each on a day of its own. */
type Act = { readonly on: number; readonly act: (typeof ACTS)[number]; readonly more: number }
const ACTS = ['booked', 'dropped', 'refused', 'forwarded', 'withdrawn', 'extended', 'reopened', 'received'] as const

function stepOf({ act, more }: Act, date: PlainDate): Step {
  switch (act) {
    case 'booked':
      return [date, 'booked', { booking: { officialId: 'o1', date: addDays(date, 5), time: '10:00' } }]
    case 'dropped':
      return [date, 'booking_dropped', { ground: 'mistake' }]
    case 'refused': {
      const body = { ground: 'repeat', earlier: 'application:earlier', body: null, decidedOn: date, decider: 'head' }
      return [date, 'refused', body, REFUSAL_WORDS]
    }
    case 'forwarded':
      return [date, 'competence_decided', { outcome: 'forwarded', body: 'police' }]
    case 'withdrawn':
      return [date, 'withdrawn', { how: 'oral' }]
    case 'extended': {
      const body = { until: addDays(date, 20 + more), decidedOn: date, decider: 'head', ground: 'complex' }
      return [date, 'extended', body, { ...reason, decidedBy: 'С.' }]
    }
    case 'reopened':
      return [date, 'reopened', { ground: 'mistake' }]
    case 'received':
      return [date, 'received', { visit: 'visit:v1', on: date, officialId: 'o1', result: 'explained' }]
  }
}

/** Walks day by day, on its own: what a clerk with a calendar on the wall would say of the answer. */
function expectedAnswer(
  profile: ProfileId,
  on: PlainDate,
  acts: readonly (Act & { date: PlainDate })[],
  today: PlainDate,
) {
  let by = on
  if (profile === 'KZ-2026') {
    for (let left = 15; left > 0; ) {
      by = addDays(by, 1)
      if (isWorkingDay(by, SEED_CALENDAR)) left -= 1
    }
  } else {
    by = addDays(on, 15)
    while (!isWorkingDay(by, SEED_CALENDAR)) by = addDays(by, 1)
  }
  let closed: 'refused' | 'forwarded' | 'withdrawn' | 'received' | null = null
  let slot: PlainDate | null = null
  let isBooked = false
  let end: PlainDate | null = null
  for (const { act, date, more } of acts) {
    if (act === 'reopened') {
      if (closed !== null && closed !== 'received') closed = null
      continue
    }
    if (closed !== null) continue
    if (act === 'booked') {
      isBooked = true
      slot ??= date
    } else if (act === 'dropped') {
      isBooked = false
      slot = null
    } else if (act === 'extended') by = addDays(date, 20 + more)
    else {
      closed = act
      end = date
    }
  }
  const done = closed === null ? (isBooked ? slot : null) : (slot ?? end)
  if (closed === 'withdrawn' && done === end && end !== null && end <= by) return null
  const shown = closed === 'withdrawn' && slot === null ? null : done
  if (done !== null) return `${done <= by ? 'kept' : 'broken'} ${by} ${done <= by ? done : (shown ?? '-')}`
  return `${today <= by ? 'due' : 'broken'} ${by} -`
}

const history = fc.record({
  profile: fc.constantFrom(...ProfileId.options),
  on: fc.nat(60),
  acts: fc.array(fc.record({ on: fc.integer({ min: 0, max: 40 }), act: fc.constantFrom(...ACTS), more: fc.nat(15) }), {
    maxLength: 6,
  }),
  today: fc.integer({ min: 0, max: 70 }),
})

it(`500 histories: the answer of clause 29 and rule 13 is what a model written apart says, seed ${SEED}`, () => {
  const told = { kept: 0, due: 0, broken: 0, none: 0 }
  fc.assert(
    fc.property(history, ({ profile, on: offset, acts, today: later }) => {
      const on = addDays(FIRST, offset)
      // Acts a clerk could do: an application is not dropped that has no booking.
      const dated = acts.toSorted((a, b) => a.on - b.on).map(act => ({ ...act, date: addDays(on, act.on) }))
      const lawful = takeLawful(dated)
      const today = [addDays(on, later), ...lawful.map(({ date }) => date)].sort().at(-1) ?? on
      const steps = lawful.map(act => stepOf(act, act.date))
      const clause = profile === 'KZ-2026' ? '13' : '29'
      const found = recordsOf(profile, clause, today, { applications: [applicationOf(profile, on, steps)] })
      const answers = found
        .filter(({ duty }) => duty === 'answer')
        .map(one => `${one.state} ${one.by} ${one.on ?? '-'}`)
      const expected = expectedAnswer(profile, on, lawful, today)
      expect(answers, JSON.stringify({ on, lawful, today })).toEqual(expected === null ? [] : [expected])
      told[expected === null ? 'none' : (expected.split(' ')[0] as 'kept')] += 1
    }),
    { seed: SEED, numRuns: 500 },
  )
  for (const count of Object.values(told)) expect(count).toBeGreaterThan(10)
})

/** What the journal of a desk would take: nothing of a closed application but its reopening, no booking dropped twice. */
function takeLawful<T extends Act>(acts: readonly T[]): T[] {
  const taken: T[] = []
  let isClosed = false
  let isReceived = false
  let isBooked = false
  for (const act of acts) {
    const isEnd = ['refused', 'forwarded', 'withdrawn', 'received'].includes(act.act)
    const isLawful = isClosed ? act.act === 'reopened' && !isReceived : act.act !== 'reopened'
    if (!isLawful || (act.act === 'dropped' && !isBooked)) continue
    if (act.act === 'booked') isBooked = true
    if (act.act === 'dropped') isBooked = false
    if (isEnd) isClosed = true
    if (act.act === 'received') isReceived = true
    if (act.act === 'reopened') isClosed = false
    taken.push(act)
  }
  return taken
}

it(`counts never hang on the order in which facts come, and every record is kept, due or broken, seed ${SEED}`, () => {
  fc.assert(
    fc.property(fc.array(history, { minLength: 2, maxLength: 6 }), fc.infiniteStream(fc.nat(1000)), (cases, noise) => {
      const applications = cases.map(({ profile, on: offset, acts }, at) => {
        const on = addDays(FIRST, offset)
        const lawful = takeLawful(acts.toSorted((a, b) => a.on - b.on))
        return applicationOf(
          profile,
          on,
          lawful.map(act => stepOf(act, addDays(on, act.on))),
          { key: `a${at}` },
        )
      })
      const shuffled = applications
        .map(one => ({ one, place: noise.next().value ?? 0 }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one)
      const today = addDays(FIRST, 90)
      const period = { from: FIRST, to: addDays(FIRST, 200) }
      const told = (all: typeof applications) =>
        complianceOf(factsOf('WKO-2020/2023', { applications: all }), period, today)
      expect(told(shuffled)).toEqual(told(applications))
      for (const { clauses } of told(applications)) {
        for (const { records } of clauses) {
          const { kept, due, broken } = countStates(records)
          expect(kept + due + broken).toBe(records.length)
          for (const { state, by, on } of records) {
            if (state === 'due') expect(on === null && (by === null || by >= today)).toBe(true)
            if (by !== null && on !== null && on > by) expect(state).toBe('broken')
          }
        }
      }
    }),
    { seed: SEED, numRuns: 150 },
  )
})
