import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action, ActionId, EntityId } from '#shared/change/action.ts'
import { lawfulActs } from '#shared/change/decide.ts'
import { isReadable } from '#shared/change/project-view.ts'
import { inForce, settledIn } from '#shared/clash/in-force.ts'
import { SETTLED } from '#shared/clash/model.ts'
import { deny, sayingOf, sayTheSame } from '#shared/clash/sayings.ts'
import { contributionsOf } from '#shared/report/contributions.ts'
import type { Figures } from '#shared/report/day-figures.ts'
import { type ApartDesk, comeTogether, happened, happening, nounIn, type Office } from './apart-model.ts'
import { ModelStore } from './model-store.ts'

const FULL = process.env['QABYLDAU_FULL'] === '1'
const parameters = { seed: 20261123, numRuns: FULL ? 10_000 : 500, verbose: fc.VerbosityLevel.Verbose }
/** Of the whole form; a busy machine takes its time. */
const TIME = FULL ? 7_200_000 : 300_000
const desks = fc.integer({ min: 2, max: 4 })
const happenings = fc.array(happening, { minLength: 20, maxLength: 80, size: 'max' })
/** What the desks have in common before they are cut apart. */
const common = fc.array(happening, { minLength: 10, maxLength: 50, size: 'max' })
const dice = fc.infiniteStream(fc.nat(1_000_000))

/** Nouns whose fold passes over what is not lawful where it stands. */
const PASSED_OVER = /^(application|visit|day|contact|letter|protocol|instruction|report|demand|feedback|callcentre):/

/** Told apart by what each desk really had, never by what the acts say of it: which entities a person has to look at. */
function expectedClashes({ known, desks: [desk] }: Office): string[] {
  const found: string[] = []
  for (const [entity, all] of desk!.seen) {
    if (isClash(entity, all.filter(isReadable), { known, desk: desk! })) found.push(`apart:${entity}`)
  }
  return found.sort()
}

interface Looked {
  readonly known: Office['known']
  readonly desk: ApartDesk
}

function isClash(entity: EntityId, all: readonly Action[], { known, desk }: Looked): boolean {
  const knew = (one: Action, other: Action) => known.get(one.id)?.has(other.id) === true
  const isApart = (one: Action, other: Action) => !knew(one, other) && !knew(other, one)
  const { counting } = settledIn(all)
  const named = counting.map(({ stands, aside }) => new Set([...stands, ...aside]))
  const isSettled = (...ids: ActionId[]) => named.some(set => ids.every(id => set.has(id)))
  const own = inForce(all)
  const isLost = (at: number) =>
    PASSED_OVER.test(entity) &&
    !(lawfulActs(nounIn(entity), own.slice(0, at), desk.related) as string[]).includes(own[at]!.type)
  const lost = new Set(own.filter((_, at) => isLost(at)).map(({ id }) => id))
  const wentOn = (one: Action, other: Action) =>
    own.some(later => {
      const said = sayingOf(later)
      if (!said?.after || !knew(later, one) || !knew(later, other)) return false
      return [one, other].every(side => sayingOf(side) !== null && deny(said, sayingOf(side)!))
    })
  const contradict = (one: Action, other: Action) => {
    const [a, b] = [sayingOf(one), sayingOf(other)]
    if (sayTheSame(one, other) && !a?.twice) return false
    if (a !== null && b !== null && deny(a, b)) return true
    return (
      (lost.has(one.id) && !lost.has(other.id) && b !== null) || (lost.has(other.id) && !lost.has(one.id) && a !== null)
    )
  }
  const pairs = own.flatMap((one, at) => own.slice(at + 1).map(other => [one, other] as const))
  if (
    pairs.some(
      ([one, other]) =>
        isApart(one, other) && contradict(one, other) && !isSettled(one.id, other.id) && !wentOn(one, other),
    )
  )
    return true
  return counting.some((one, at) => {
    const about = all.filter(({ id }) => named[at]!.has(id))
    const otherwise = counting.some(
      two =>
        isApart(one.action, two.action) &&
        !isSettled(one.action.id, two.action.id) &&
        (one.aside.some(id => two.stands.includes(id)) || two.aside.some(id => one.stands.includes(id))),
    )
    const unknowing = own.some(act => {
      const said = sayingOf(act)
      if (said === null || named[at]!.has(act.id) || !isApart(one.action, act)) return false
      if (isSettled(one.action.id, act.id) || about.some(side => sayTheSame(side, act))) return false
      return about.some(side => sayingOf(side) !== null && deny(sayingOf(side)!, said))
    })
    return otherwise || unknowing
  })
}

function storeOf(actions: readonly Action[], size = actions.length): ModelStore {
  const store = new ModelStore()
  for (let at = 0; at < actions.length; at += size) store.fold(actions.slice(at, at + size))
  return store
}

function shuffled(actions: readonly Action[], numbers: Iterator<number>): Action[] {
  return actions
    .map(action => ({ action, at: numbers.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ action }) => action)
}

function figuresAnew(store: ModelStore): Map<number, Figures> {
  const days = new Map<number, Figures>()
  for (const { view } of store.records.values()) {
    for (const { day, measure, part, code, amount } of contributionsOf(view)) {
      const key = part === null ? measure : [measure, part, code].join('|')
      const figures = days.get(day) ?? {}
      days.set(day, { ...figures, [key]: (figures[key] ?? 0) + amount })
    }
  }
  for (const [day, figures] of days) {
    const left = Object.fromEntries(Object.entries(figures).filter(([, amount]) => amount !== 0))
    if (Object.keys(left).length === 0) days.delete(day)
    else days.set(day, left)
  }
  return days
}

const apartIn = (store: ModelStore) => [...store.attentions.keys()].filter(id => id.startsWith('apart:')).sort()

describe('desks that were apart', () => {
  it(
    'come to one state in any order of arrival, lose no act, and are told of all that cannot be so and of nothing else',
    () => {
      const told = { clashes: 0, settled: 0 }
      const nouns = new Set<string>()
      fc.assert(
        fc.property(desks, common, happenings, dice, (count, begun, all, numbers) => {
          const office = happened(count, begun, all)
          comeTogether(office.desks)
          const [first, ...others] = office.desks.map(({ arrived }) => storeOf(arrived, 7))
          const written = office.desks.flatMap(({ actions }) => actions)
          const oneByOne = storeOf(shuffled(written, numbers), 1)
          for (const store of [...others, oneByOne]) expect(store.snapshot()).toEqual(first!.snapshot())
          const kept = [...first!.records.values()].flatMap(({ actions }) => actions.map(({ id }) => id))
          expect(kept.sort()).toEqual(written.map(({ id }) => id).sort())
          expect(first!.figures).toEqual(figuresAnew(first!))
          const clashes = apartIn(first!)
          expect(clashes).toEqual(expectedClashes(office))
          told.clashes += clashes.length
          told.settled += written.filter(({ type }) => type === SETTLED).length
          for (const id of clashes) nouns.add(id.split(':')[1]!)
        }),
        parameters,
      )
      expect(told.clashes).toBeGreaterThan(parameters.numRuns / 2)
      expect(told.settled).toBeGreaterThan(parameters.numRuns / 20)
      // Every noun of which desks can say what cannot be so was brought about.
      for (const noun of CLASHING) expect(nouns, noun).toContain(noun)
    },
    TIME,
  )

  it(
    'that hear of each act at once are told of nothing',
    () => {
      fc.assert(
        fc.property(desks, happenings, (count, all) => {
          const {
            desks: [desk],
          } = happened(count, all, [])
          const store = storeOf(desk!.arrived, 5)
          expect(apartIn(store)).toEqual([])
          expect([...store.records.values()].filter(({ late }) => late !== undefined)).toEqual([])
          for (const { actions } of store.records.values())
            expect(actions.some(({ beside }) => beside !== undefined)).toBe(false)
        }),
        { ...parameters, numRuns: parameters.numRuns / 5 },
      )
    },
    TIME,
  )

  it(
    'settle all of it between them, each what it sees, and nothing is left on any desk',
    () => {
      let most = 0
      fc.assert(
        fc.property(desks, common, happenings, dice, (count, begun, all, numbers) => {
          const { desks } = happened(count, begun, all)
          comeTogether(desks)
          let rounds = 0
          for (; desks[0]!.unsettled().length > 0; rounds++) {
            expect(rounds).toBeLessThan(8)
            // In the first round two desks settle the same at once, each as it thinks right; then one of them goes on.
            for (const desk of rounds === 0 ? desks.slice(0, 2) : desks.slice(0, 1)) {
              for (const entity of desk.unsettled()) desk.settle(entity, numbers.next().value as number)
            }
            comeTogether(desks)
          }
          most = Math.max(most, rounds)
          for (const desk of desks) {
            const store = storeOf(desk.arrived, 9)
            const left = [...store.attentions.keys()].filter(id => /^(apart|erased):/.test(id))
            expect(left).toEqual([])
          }
        }),
        { ...parameters, numRuns: parameters.numRuns / 5 },
      )
      // That two settled otherwise was a clash of its own somewhere.
      expect(most).toBeGreaterThan(1)
    },
    TIME,
  )
})

const CLASHING = [
  ...[
    'application',
    'visit',
    'line',
    'contact',
    'office',
    'user',
    'official',
    'entry',
    'template',
    'calendar',
    'subject',
  ],
  ...['schedule', 'reception', 'absence', 'restriction', 'helper', 'letter', 'protocol', 'instruction', 'report'],
  ...['demand', 'feedback', 'callcentre', 'survey'],
]
