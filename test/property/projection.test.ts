import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registrationKey } from '#shared/application/number.ts'
import type { Registered } from '#shared/application/transitions.ts'
import type { Action } from '#shared/change/action.ts'
import { claimsOf } from '#shared/change/claims.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import { countableOf, dayOf, marksOf } from '#shared/change/project-view.ts'
import { letterDuties } from '#shared/letter/duties.ts'
import { behindOf } from '#shared/report/behind.ts'
import { MEASURES, type Measure, PARTS, type Part, STOCK_DAY } from '#shared/report/contribution.ts'
import { contributionsOf, figureDaysOf } from '#shared/report/contributions.ts'
import { applyCount, type Counts, noCounts } from '#shared/report/counts.ts'
import { type Figures, partsOfKey, sumFigures } from '#shared/report/day-figures.ts'
import { findPlainDate, PlainDate, Quarter } from '#shared/time/plain-date.ts'
import { visitKey } from '#shared/visit/number.ts'
import { sampleFrozen } from '#test/fixtures/frozen-report.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { makeAnswer, makeSurvey } from '#test/fixtures/survey.ts'
import { DESKS, makeOfficial, makeSubject, TestDesk } from '#test/unit/change/make-actions.ts'
import { controlStep, writeControl } from './control-model.ts'
import { exchangeStep, writeExchange } from './exchange-model.ts'
import { paperStep, writePaper } from './letters-and-decisions.ts'
import { ModelStore } from './model-store.ts'

const SEED = 20261121
const parameters = { seed: SEED, numRuns: 400, verbose: fc.VerbosityLevel.Verbose }

const isSigned = ({ letters }: Registered, kind: string, about: string) =>
  letters.some(one => one.kind === kind && one.about === about)

/** The counts of what stands, from nothing. */
function countAnew(records: Iterable<EntityRecord>): Map<number, Counts> {
  const days = new Map<number, Counts>()
  for (const { view } of records) {
    const day = dayOf(view)
    const one = countableOf(view)
    if (day !== null && one !== null) days.set(day, applyCount(days.get(day) ?? noCounts(), one, 1))
  }
  return days
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('imported' as const),
      key: fc.nat(5),
      batch: fc.nat(3),
      person: fc.nat(3),
      day: fc.nat(3),
      number: fc.nat(3),
      marked: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), batch: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('erase' as const), person: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('approve' as const), month: fc.nat(1), based: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('official' as const),
      key: fc.nat(1),
      batch: fc.option(fc.nat(3)),
      room: fc.nat(9),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('changed' as const),
      key: fc.nat(1),
      room: fc.nat(9),
      batch: fc.option(fc.nat(2)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('letter' as const), letter: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unknown' as const), key: fc.nat(5), version: fc.boolean() }) },
)
/** Acts of a desk at work on a few entities, lawful or not where they come: two desks do not know of each other. */
const WORK = [
  'registered',
  'corrected',
  'noted',
  'booked',
  'dropped',
  'talon',
  'paper',
  'received',
  'receptionUndone',
  'withdrawn',
  'reopened',
  'checkedIn',
  'identity',
  'member',
  'admitted',
  'called',
  'started',
  'missed',
  'returned',
  'left',
  'finished',
  'finishUndone',
  'parked',
  'forwarded',
  'servedOnPaper',
  'dayClosed',
  'helpCalled',
  'helpEnded',
  'pack',
  'frozen',
  'reportWithdrawn',
  'contact',
  'contactUndone',
  'surveyOpened',
  'surveyAttempted',
  'surveyClosed',
  'answerGiven',
  'entry',
  'year',
  'anchored',
] as const
const workStep = fc.record({
  kind: fc.constant('work' as const),
  // Of what was never registered nothing follows.
  act: fc.constantFrom(...WORK, 'registered', 'registered', 'registered', 'registered'),
  key: fc.nat(2),
  number: fc.nat(3),
  person: fc.nat(3),
})
const anyStep = fc.oneof(
  step,
  { weight: 2, arbitrary: workStep },
  { weight: 2, arbitrary: paperStep },
  { weight: 2, arbitrary: controlStep },
  { weight: 2, arbitrary: exchangeStep },
)
const history = fc.array(fc.tuple(fc.nat(2), anyStep, fc.nat(5000)), {
  minLength: 1,
  maxLength: 40,
})
type WorkStep = typeof workStep extends fc.Arbitrary<infer T> ? T : never
type Steps = typeof history extends fc.Arbitrary<infer T> ? T : never

/** A version of a report as small as one can be. */
function frozenBody(version: number): Record<string, unknown> {
  return sampleFrozen({ version: version + 1 })
}

const DAY = PlainDate.parse('2026-09-21')

/** Someone has their data closed, and somebody else's are erased while they ask to see them. */
function askedToErase(desk: TestDesk, person: number): void {
  const ask = (who: number, what: string) =>
    desk.act('subject.asked', `subject:${makeSubject(`p${who}`)}`, { request: String(who).repeat(16), what, on: DAY })
  const other = (person + 1) % 4
  ask(other, 'block')
  const answer = { request: String(other).repeat(16), on: DAY, how: 'done' }
  desk.act('subject.answered', `subject:${makeSubject(`p${other}`)}`, answer)
  ask(person, 'see')
  desk.erase(`p${person}`)
}

/** The few applications every desk writes of. */
function applicationOf(key: number): string {
  return `application:${registrationKey(DESKS[0]!, 2026, key + 1)}`
}

/** Every desk writes of the same few applications, visits, contacts and entries: those of the first desk. */
function work(desk: TestDesk, { act, key, number, person }: WorkStep): void {
  const eotinish = number === 0 ? '' : `ЖТ-2026-0000${number}`
  const personal = makeRegistrationPersonal({ eotinish, surname: `Фамилия${person}` })
  const value = { subject: makeSubject(`p${person}`), value: personal }
  const application = applicationOf(key)
  const visit = `visit:${visitKey(DAY, DESKS[0]!, key + 1)}`
  const registration = makeRegistration({ topic: number === 1 ? 'land' : 'housing' })
  const check = {
    member: null,
    result: number === 0 ? 'mismatch' : 'matched',
    document: 'id_card',
    expired: false,
    digital: false,
  }
  const contact = desk.contactBody(number === 1)
  const acts: Record<(typeof WORK)[number], () => Action> = {
    registered: () =>
      desk.act(
        'application.registered',
        application,
        {
          request: '0'.repeat(16),
          number: { letter: 'А', suffix: null, year: 2026, serial: key + 1 },
          registration,
          profile: number === 2 ? 'KZ-2026' : 'WKO-2020/2023',
        },
        { personal: value },
      ),
    corrected: () =>
      desk.act('application.corrected', application, { registration, ground: 'typing' }, { personal: value }),
    noted: () =>
      desk.act(
        'application.eotinish_noted',
        application,
        {},
        { personal: { ...value, value: { eotinish: `2026-0000${number}` } } },
      ),
    booked: () =>
      desk.act('application.booked', application, {
        booking: { officialId: `o${number % 2}`, date: DAY, time: number === 3 ? null : '10:00' },
      }),
    dropped: () => desk.act('application.booking_dropped', application, { ground: 'mistake' }),
    talon: () =>
      desk.act('application.talon_made', application, {
        job: '0'.repeat(16),
        shape: '80mm',
        result: (['kept', 'saved', 'printed', 'printed'] as const)[number],
        reprint: null,
      }),
    paper: () =>
      desk.act(
        'application.paper_attached',
        application,
        { paper: '0'.repeat(16), kind: 'pdf', bytes: 9, sha256: '0'.repeat(64) },
        { personal: { ...value, value: { title: 'Өтініш' } } },
      ),
    received: () =>
      desk.act('application.received', application, { visit, on: DAY, officialId: `o${number}`, result: 'explained' }),
    receptionUndone: () => desk.act('application.reception_undone', application, { visit, ground: 'mistake' }),
    withdrawn: () => desk.act('application.withdrawn', application, { how: 'oral' }),
    reopened: () => desk.act('application.reopened', application, { ground: 'mistake' }),
    checkedIn: () =>
      desk.act('visit.checked_in', visit, {
        visit: {
          request: '0'.repeat(16),
          ticket: { letter: 'А', serial: key + 1 },
          day: DAY,
          application,
          officialId: null,
          booked: null,
          outOfTurn: number === 1,
          language: 'kk',
          members: number === 2 ? 1 : 0,
          paper: number === 3 ? { at: '2026-07-01T04:00:00.000Z' } : null,
        },
      }),
    identity: () =>
      desk.act(
        'visit.identity_checked',
        visit,
        { check: { ...check, powers: 'not_needed' } },
        { personal: { ...value, value: NO_DOCUMENT } },
      ),
    member: () =>
      desk.act(
        'visit.identity_checked',
        visit,
        { check: { ...check, member: 0, result: number === 0 ? 'absent' : 'matched', powers: 'not_needed' } },
        { personal: { ...value, value: NO_DOCUMENT } },
      ),
    admitted: () =>
      desk.act(
        'visit.admitted',
        visit,
        { admission: { overruled: [{ member: null, fault: 'mismatch' }] } },
        { personal: { ...value, value: { reason: 'Басшының шешімі' } } },
      ),
    called: () => desk.act('visit.called', visit, { call: { room: String(number), reason: 'arrival' } }),
    started: () => desk.act('visit.started', visit, {}),
    missed: () => desk.act('visit.missed', visit, {}),
    returned: () => desk.act('visit.returned', visit, {}),
    left: () => desk.act('visit.left', visit, {}),
    parked: () => desk.act('visit.parked', visit, { ground: 'documents' }),
    forwarded: () =>
      desk.act('visit.forwarded', visit, { forwarding: { officialId: `o${number}`, helper: null, ground: 'asked' } }),
    servedOnPaper: () =>
      desk.act('visit.served_on_paper', visit, {
        reception: {
          startedAt: '2026-07-01T05:00:00.000Z',
          finishedAt: '2026-07-01T05:20:00.000Z',
          room: '1',
          result: 'explained',
        },
      }),
    dayClosed: () => desk.act('day.closed', `day:k${key}`, { open: [{ kind: 'missed', entity: visit }] }),
    helpCalled: () => desk.act('day.help_called', `day:k${key}`, { room: String(number) }),
    helpEnded: () => desk.act('day.help_ended', `day:k${key}`, {}),
    frozen: () => desk.act('report.frozen', 'report:2026-Q3', frozenBody(number)),
    reportWithdrawn: () => desk.act('report.withdrawn', 'report:2026-Q3', { version: number + 1, ground: 'mistake' }),
    pack: () =>
      desk.act('pack.printed', `pack:k${key}`, { request: 'p000000000000001', pack: { from: 9001, to: 9010 } }),
    finished: () => desk.act('visit.finished', visit, { result: 'explained' }),
    finishUndone: () => desk.act('visit.finish_undone', visit, { ground: 'mistake' }),
    contact: () => desk.act('contact.logged', `contact:c${key}`, { request: '0'.repeat(16), contact }),
    contactUndone: () => desk.act('contact.undone', `contact:c${key}`, {}),
    surveyOpened: () =>
      desk.act('survey.opened', `survey:k${key}`, { request: 's000000000000001', survey: makeSurvey() }),
    surveyAttempted: () =>
      desk.act('survey.attempted', `survey:k${key}`, {
        request: 's000000000000002',
        attempt: { member: number, outcome: 'no_answer', again: null, mode: 'phone' },
      }),
    surveyClosed: () => desk.act('survey.closed', `survey:k${key}`, {}),
    answerGiven: () => desk.act('answer.given', `answer:k${key}`, { answer: makeAnswer() }),
    anchored: () => desk.act('audit.anchored', `audit:k${key}`, { count: number, hash: String(number).repeat(64) }),
    year: () => desk.setYear(2026 + key, 1 + number),
    entry: () => desk.setEntry(`code${key}`, `Жер ${number}`),
  }
  acts[act]()
}

const NO_DOCUMENT = { number: '', issuer: '', validTo: null, powersNumber: '', powersValidTo: null, comment: '' }

function write(steps: Steps): Action[] {
  const desks = [0, 1, 2].map(number => new TestDesk(number))
  for (const [number, one, wait] of steps) {
    const desk = desks[number]!
    const more = {}
    if (one.kind === 'work') work(desk, one)
    else if (one.kind === 'exchange') writeExchange(desk, one, applicationOf)
    else if (one.kind === 'control') writeControl(desk, one, applicationOf)
    else if (one.kind === 'decision' || one.kind === 'paper') writePaper(desk, one, applicationOf)
    else if (one.kind === 'imported') {
      const registered = one.day === 0 ? null : findPlainDate(2026, 7, one.day)
      const problems = one.marked ? [{ field: 'phone', code: 'unreadable', params: {} }] : []
      const eotinish = one.number === 0 ? '' : `ЖТ-2026-0000${one.number}`
      const category = one.number === 1 ? 'disability' : null
      desk.imported(
        `a${one.key}`,
        `batch${one.batch}`,
        `p${one.person}`,
        { registered, problems },
        { eotinish, category },
      )
    } else if (one.kind === 'undo') desk.undo(`batch${one.batch}`)
    else if (one.kind === 'erase') askedToErase(desk, one.person)
    else if (one.kind === 'letter') desk.open(one.letter === 0 ? 'А' : 'Ә')
    else if (one.kind === 'official')
      desk.official(`o${one.key}`, String(one.room), one.batch === null ? null : `batch${one.batch}`)
    else if (one.kind === 'changed') {
      desk.act(
        'official.changed',
        `official:o${one.key}`,
        {
          official: makeOfficial(`o${one.key}`, String(one.room)),
          ...(one.batch === null ? {} : { batch: `batch${one.batch}` }),
        },
        more,
        wait,
      )
    } else if (one.kind === 'approve')
      desk.approve(`2026-0${one.month + 1}`, one.based ? (desk.actions.at(-1)?.id ?? null) : null)
    else if (one.version)
      desk.act('application.imported', `application:a${one.key}`, { later: true }, { version: 2 }, wait)
    else desk.act('application.called', `application:a${one.key}`, { window: 3 }, {}, wait)
  }
  return desks.flatMap(desk => desk.actions)
}

describe('the projection', () => {
  it('gives the same rows, counts and attentions in any order, any batching, with repeats', () => {
    fc.assert(
      fc.property(
        history,
        fc.infiniteStream(fc.nat(1_000_000)),
        fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
        (steps, keys, sizes) => {
          const actions = write(steps)
          const once = new ModelStore()
          once.fold(actions)
          const repeated = [...actions, ...actions.filter((_, index) => index % 3 === 0)]
          const shuffled = repeated
            .map(action => [keys.next().value as number, action] as const)
            .sort(([a], [b]) => a - b)
            .map(([, action]) => action)
          const late = new ModelStore()
          for (let start = 0; start < shuffled.length; ) {
            const size = sizes.next().value as number
            late.fold(shuffled.slice(start, start + size))
            start += size
          }
          expect(late.snapshot()).toEqual(once.snapshot())
        },
      ),
      parameters,
    )
  })

  it('counts what counting the live rows from nothing counts, after every page', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 6 }), (steps, size) => {
        const actions = write(steps)
        const store = new ModelStore()
        for (let start = 0; start < actions.length; start += size) {
          store.fold(actions.slice(start, start + size))
          const anew = countAnew(store.records.values())
          expect(store.days).toEqual(anew)
          expect(store.applications).toBe([...anew.values()].reduce((sum, one) => sum + one.rows, 0))
          expect(store.marked).toBe([...anew.values()].reduce((sum, one) => sum + one.marked, 0))
        }
      }),
      parameters,
    )
  })

  it('keeps every action, known or not, and nothing personal of the erased', () => {
    fc.assert(
      fc.property(history, steps => {
        const actions = write(steps)
        const store = new ModelStore()
        for (const action of actions.toReversed()) store.fold([action])
        const kept = [...store.records.values()].flatMap(one => one.actions)
        expect(kept.map(one => one.id).sort()).toEqual(actions.map(one => one.id).sort())
        const gone = new Set(actions.filter(one => one.type === 'subject.erased').map(one => one.entity.slice(8)))
        for (const action of kept) {
          if (action.personal && gone.has(action.personal.subject)) expect(action.personal.value).toBeNull()
        }
        for (const record of store.records.values()) {
          const strange = record.actions.some(one => one.type === 'application.called' || one.version > 1)
          expect(store.attentions.has(`needs_update:${record.id}`)).toBe(strange)
        }
      }),
      parameters,
    )
  })

  it('a letter that was signed keeps its number and its text, whatever is written after it; an annulled one is over', () => {
    const told = { signed: 0, sent: 0, annulled: 0 }
    fc.assert(
      fc.property(history, steps => {
        const store = new ModelStore()
        const first = new Map<string, unknown>()
        const inTime = write(steps).toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))
        for (const action of inTime) {
          store.fold([action])
          const view = store.records.get(action.entity)?.view
          if (view?.noun !== 'letter' || view.state.signed === null) continue
          const { status, signed, letter } = view.state
          const said = first.get(action.entity) ?? { signed, letter }
          first.set(action.entity, said)
          expect({ signed, letter }).toEqual(said)
          expect(['signed', 'sent', 'annulled']).toContain(status)
          told[status as keyof typeof told] += 1
        }
      }),
      parameters,
    )
    expect(Math.min(...Object.values(told))).toBeGreaterThan(0)
  })

  it('raises an attention exactly while two hold what one may', () => {
    fc.assert(
      fc.property(history, steps => {
        const store = new ModelStore()
        for (const action of write(steps)) store.fold([action])
        const holders = new Map<string, string[]>()
        for (const record of store.records.values()) {
          const claims = claimsOf(record).filter(claim => /^(desk-letter|eotinish|slot):/.test(claim))
          for (const claim of claims) holders.set(claim, [...(holders.get(claim) ?? []), record.id])
        }
        const twice = [...holders].filter(([, ids]) => ids.length > 1).map(([claim, ids]) => [claim, ids.sort()])
        const raised = [...store.attentions.values()]
          .filter(one => ['desk_letter_twice', 'eotinish_twice', 'slot_twice'].includes(one.kind))
          .map(one => [one.id, one.entities])
        expect(raised.sort()).toEqual(twice.sort())
      }),
      parameters,
    )
  })

  it('marks what waits, and nothing else', () => {
    fc.assert(
      fc.property(history, steps => {
        const store = new ModelStore()
        for (const action of write(steps)) store.fold([action])
        for (const { view } of store.records.values()) {
          const state = view?.noun === 'application' ? view.state : null
          const registered = state?.registered ?? null
          const marks = marksOf(view)
          const isUnanswered = ['open', 'incomplete', 'refusal_proposed'].includes(state?.status ?? '')
          expect(marks.includes('open')).toBe(isUnanswered)
          const isKnown = registered !== null && registered.personal !== null
          const unwritten =
            isKnown && letterDuties(state!).some(({ kind, about }) => !isSigned(registered, kind, about))
          expect(marks.includes('no_letter')).toBe(unwritten)
          if (registered === null) expect(marks).toEqual([])
          expect(marks.includes('booked:20260921')).toBe(state?.status === 'open' && registered?.booking != null)
          const isNoted = state?.personal == null || state.personal.eotinish !== ''
          expect(marks.includes('no_eotinish')).toBe(registered !== null && !isNoted)
          if (marks.includes('no_talon')) expect(registered?.talons.every(({ result }) => result === 'kept')).toBe(true)
        }
      }),
      parameters,
    )
  })
})

const Q3 = Quarter.parse('2026-Q3')

/** Every contribution of what stands, added up in the plainest way. */
function sumAnew(store: ModelStore): Map<number, Figures> {
  const days = new Map<number, Figures>()
  for (const { view } of store.records.values()) {
    for (const { day, measure, part, code, amount } of contributionsOf(view)) {
      const figures = days.get(day) ?? {}
      const key = part === null ? measure : [measure, part, code].join('|')
      figures[key] = (figures[key] ?? 0) + amount
      days.set(day, figures)
    }
  }
  for (const [day, figures] of days) {
    const left = Object.fromEntries(Object.entries(figures).filter(([, amount]) => amount !== 0))
    if (Object.keys(left).length === 0) days.delete(day)
    else days.set(day, left)
  }
  return days
}

function folded(steps: Steps, size: number, backwards = false, look?: (store: ModelStore) => void): ModelStore {
  const store = new ModelStore()
  const actions = backwards ? write(steps).toReversed() : write(steps)
  for (let start = 0; start < actions.length; start += size) {
    store.fold(actions.slice(start, start + size))
    look?.(store)
  }
  return store
}

function sumOf(store: ModelStore, quarter: Quarter): Figures {
  const first = Number(quarter.slice(0, 4)) * 10000 + (Number(quarter.slice(6)) * 3 - 2) * 100
  const days = [...store.figures].filter(([day]) => day > first && day < first + 299).map(([, figures]) => figures)
  return sumFigures(days, store.figures.get(STOCK_DAY) ?? {}, quarter)
}

describe('the figures by event', () => {
  it('are the sum over all that stands, in whatever order it came, after every page', () => {
    const told = new Set<string>()
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 6 }), fc.boolean(), (steps, size, backwards) => {
        const isWhole = (store: ModelStore) => expect(store.figures).toEqual(sumAnew(store))
        const store = folded(steps, size, backwards, isWhole)
        for (const figures of store.figures.values())
          for (const key of Object.keys(figures)) told.add(partsOfKey(key).measure)
      }),
      parameters,
    )
    // What the generator never brings about is proved by nothing here; who was received is recounted from the sample journals.
    for (const measure of ['registered', 'refused', 'extended', 'came', 'instruction_given', 'letter_signed'])
      expect(told).toContain(measure)
  })

  it('each opens exactly the records that make it, found by the days they count on', () => {
    fc.assert(
      fc.property(history, steps => {
        const store = folded(steps, 5)
        const records = [...store.records.values()]
        const sum = sumOf(store, Q3)
        for (const [key, figure] of Object.entries(sum)) {
          const { measure, part, code } = partsOfKey(key)
          const drill = { measure, dimension: part, codes: code === null ? [] : [code], quarter: Q3 }
          const near = records.filter(
            ({ view }) =>
              measure === 'instruction_controlled' || figureDaysOf(view).some(day => day > 20260700 && day < 20260999),
          )
          const behind = behindOf(near, drill)
          expect(
            behind.reduce((all, { amount }) => all + amount, 0),
            key,
          ).toBe(figure)
        }
      }),
      parameters,
    )
  })

  it('each part of a figure adds up to it, what is not stated included', () => {
    fc.assert(
      fc.property(history, steps => {
        const store = folded(steps, 9)
        for (const [day, figures] of store.figures) {
          if (day === STOCK_DAY) continue
          const parts = new Map<string, number>()
          for (const [key, amount] of Object.entries(figures)) {
            const { measure, part } = partsOfKey(key)
            expect(MEASURES).toContain(measure as Measure)
            if (part === null) continue
            expect(PARTS).toContain(part as Part)
            parts.set(`${measure}|${part}`, (parts.get(`${measure}|${part}`) ?? 0) + amount)
          }
          for (const [key, amount] of parts) expect(amount, key).toBe(figures[partsOfKey(key).measure])
        }
      }),
      parameters,
    )
  })
})
