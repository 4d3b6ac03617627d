import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Registered } from '#shared/application/transitions.ts'
import { type Action, nounOf } from '#shared/change/action.ts'
import { claimsOf } from '#shared/change/claims.ts'
import { type EntityRecord, subjectsOf } from '#shared/change/project.ts'
import { countableOf, dayOf, isReadable, keptCountsOf, marksOf, viewOf } from '#shared/change/project-view.ts'
import { keptSumsOf } from '#shared/destruction/kept-sums.ts'
import { letterDuties } from '#shared/letter/duties.ts'
import { behindOf } from '#shared/report/behind.ts'
import { MEASURES, type Measure, PARTS, type Part, partsOfKey, STOCK_DAY } from '#shared/report/contribution.ts'
import { contributionsOf, figureDaysOf } from '#shared/report/contributions.ts'
import { addKept, applyCount, type Counts, noCounts } from '#shared/report/counts.ts'
import { type Figures, sumFigures } from '#shared/report/day-figures.ts'
import { Quarter } from '#shared/time/plain-date.ts'
import { Stamp } from '#shared/time/stamp.ts'
import { makeSubject, TestDesk } from '#test/unit/change/make-actions.ts'
import { destroyedBody, history, type Steps, write } from './history-model.ts'
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
    for (const { day: of, ...kept } of keptCountsOf(view)) days.set(of, addKept(days.get(of) ?? noCounts(), kept, 1))
  }
  return days
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

describe('a destruction by an act', () => {
  it('leaves every figure of every day as it was, whoever goes and whatever order it comes in', () => {
    const told = { people: 0, kept: 0 }
    fc.assert(
      fc.property(history, fc.nat(15), fc.boolean(), (steps, who, backwards) => {
        const actions = write(steps)
        const before = new ModelStore()
        before.fold(actions)
        const gone = new Set<string>([0, 1, 2, 3].filter(one => who & (2 ** one)).map(one => makeSubject(`p${one}`)))
        const acts = destroy(before, gone)
        const after = new ModelStore()
        const all = [...actions, ...acts]
        for (const action of backwards ? all.toReversed() : all) after.fold([action])
        expect(after.figures).toEqual(before.figures)
        expect([...after.days].sort()).toEqual([...before.days].sort())
        const left = [...after.records.values()].flatMap(one => one.actions)
        for (const { personal } of left) if (gone.has(personal?.subject ?? '')) expect(personal?.value).toBeNull()
        told.people += gone.size
        told.kept += Number(JSON.stringify(acts).includes('disability'))
      }),
      parameters,
    )
    expect(Math.min(...Object.values(told))).toBeGreaterThan(0)
  })
})

/** The act that destroys some people, with the sums it keeps, and their erasures. */
function destroy(store: ModelStore, gone: ReadonlySet<string>): Action[] {
  if (gone.size === 0) return []
  const reached = [...store.records.values()].filter(one => subjectsOf(one).some(subject => gone.has(subject)))
  const last = Stamp.parse('999999999999999.000000.cccccccccccccccc')
  const erasedSubjects = new Map([...store.related.erasedSubjects, ...[...gone].map(one => [one, last] as const)])
  const related = { ...store.related, erasedSubjects }
  const erasing = reached.map(({ id, actions, view }) => {
    const bare = actions
      .filter(isReadable)
      .map(one =>
        one.personal === null || !gone.has(one.personal.subject)
          ? one
          : { ...one, personal: { ...one.personal, value: null } },
      )
    return { live: view, erased: viewOf(nounOf(id), bare, related) }
  })
  const desk = new TestDesk(2, 1_800_000_000_000)
  // Past every number of the history: an action that is known is passed over.
  for (let passed = 0; passed < 500; passed++) desk.act('user.resumed', 'user:nobody', {})
  const body = {
    ...destroyedBody(1),
    kept: keptSumsOf(erasing),
    people: [...gone].map(subject => ({ subject, applications: [] })),
  }
  const act = desk.act('destruction.confirmed', 'destruction:last', body)
  return [act, ...[...gone].map(subject => desk.act('subject.erased', `subject:${subject}`, { ground: 'retention' }))]
}
