import fc from 'fast-check'
import {
  type Action,
  type ActionId,
  actionId,
  type EntityId,
  type InstallationId,
  inOrder,
  type Noun,
  nounOf,
} from '#shared/change/action.ts'
import { ACTION_TYPES, isKnownType } from '#shared/change/action-types.ts'
import { decide, lawfulActs, unsettledOf } from '#shared/change/decide.ts'
import { isReadable } from '#shared/change/project-view.ts'
import { NO_RELATED, type Related } from '#shared/change/related.ts'
import { SETTLED } from '#shared/clash/model.ts'
import { endsBeside } from '#shared/clash/seen.ts'
import { inFavourOf } from '#shared/clash/settling.ts'
import { nextStamp, type Stamp } from '#shared/time/stamp.ts'
import { readSamples } from '#test/fixtures/action-samples.ts'
import { DESKS, TestDesk } from '#test/unit/change/make-actions.ts'
import { anyStep, type Step, writeStep } from './history-model.ts'

/** One body of every type there is, by noun. */
const SAMPLES = readSamples().map(({ value }) => value as Action)
const NOUNS = [...new Set(SAMPLES.filter(({ type }) => type !== SETTLED).map(({ entity }) => nounOf(entity)))]

/** A desk of the office as it works: it decides lawfully, on what it has seen. */
export class ApartDesk extends TestDesk {
  readonly seen = new Map<EntityId, Action[]>()
  readonly arrived: Action[] = []
  readonly cursor = new Map<InstallationId, number>()
  related: Related = NO_RELATED
  private last: Stamp | null = null
  private readonly wall: () => number
  private readonly known: Map<ActionId, ReadonlySet<ActionId>>

  /** `known` keeps of every act what its desk had of the entity: what the fold has to find out by itself. */
  constructor(number: number, wall: () => number, known: Map<ActionId, ReadonlySet<ActionId>>) {
    super(number)
    this.wall = wall
    this.known = known
  }

  /** Appends where that is lawful here now; else nothing is done. */
  override act(type: string, entity: string, body: Record<string, unknown>, more: Partial<Action> = {}): Action {
    const own = this.seen.get(entity as EntityId) ?? []
    const basedOn = inOrder(own).at(-1)?.id ?? null
    const stamp = nextStamp(this.last, this.wall(), this.installation)
    const at = new Date(Number(stamp.slice(0, 15))).toISOString()
    const beside = endsBeside(own, basedOn)
    const action = {
      ...{ id: actionId(this.installation, this.actions.length + 1), type, version: 1, entity, stamp, at },
      ...{ date: at.slice(0, 10), user: 'u1', role: 'clerk', body, personal: null },
      ...more,
      ...{ basedOn, ...(beside.length > 0 ? { beside } : {}) },
    } as Action
    if (!this.mayAct(action, own)) return action
    this.known.set(action.id, new Set(own.map(({ id }) => id)))
    this.actions.push(action)
    this.take(action)
    return action
  }

  /** What another desk wrote, or this one. */
  take(action: Action): void {
    this.seen.set(action.entity, [...(this.seen.get(action.entity) ?? []), action])
    this.arrived.push(action)
    this.cursor.set(action.id.slice(0, 16) as InstallationId, Number(action.id.slice(17)))
    if (this.last === null || action.stamp > this.last) this.last = action.stamp
    const key = action.entity.slice(action.entity.indexOf(':') + 1)
    if (action.type === 'import.undone') {
      this.related = { ...this.related, undoneBatches: new Set([...this.related.undoneBatches, key]) }
    }
    const before = this.related.erasedSubjects.get(key)
    if (action.type === 'subject.erased' && (before === undefined || action.stamp < before)) {
      this.related = { ...this.related, erasedSubjects: new Map([...this.related.erasedSubjects, [key, action.stamp]]) }
    }
  }

  /** Takes what another desk has, of the chain of one desk or of all. */
  takeFrom(other: ApartDesk, chain?: InstallationId): void {
    for (const action of other.arrived) {
      const of = action.id.slice(0, 16) as InstallationId
      if (chain !== undefined && of !== chain) continue
      if (Number(action.id.slice(17)) > (this.cursor.get(of) ?? 0)) this.take(action)
    }
  }

  /** Entities with something a person is to settle, as this desk sees it. */
  unsettled(): EntityId[] {
    return [...this.seen.keys()].filter(entity => {
      const { clash, late } = unsettledOf(nounOf(entity), this.seen.get(entity) ?? [], this.related)
      return clash !== null || late.length > 0
    })
  }

  /** Settles: for a side, or that both stand. */
  settle(entity: EntityId, choice: number): void {
    const { clash, late } = unsettledOf(nounOf(entity), this.seen.get(entity) ?? [], this.related)
    const side = clash === null ? null : choice % (clash.sides.length + 1)
    const said =
      clash === null ? { stands: late, aside: [] } : inFavourOf(clash, side === clash.sides.length ? null : side)
    if (said.stands.length > 0) this.act(SETTLED, entity, { ...said, beside: [], ground: 'agreed' })
  }

  private mayAct(action: Action, own: readonly Action[]): boolean {
    if (!isReadable(action)) return false
    // Between the fact of an erasure and the end of the key nothing is sealed under it.
    if (action.personal !== null && this.related.erasedSubjects.has(action.personal.subject)) return false
    return decide(action, own, this.related).ok
  }
}

/** A lawful act on one of the few entities of a noun, with the body of its golden sample in one of a few variants. */
const sampleStep = fc.record({
  kind: fc.constant('sample' as const),
  noun: fc.constantFrom(...NOUNS),
  key: fc.nat(1),
  which: fc.nat(60),
  variant: fc.nat(2),
})
type SampleStep = typeof sampleStep extends fc.Arbitrary<infer T> ? T : never

function writeSample(desk: ApartDesk, { noun, key, which, variant }: SampleStep): void {
  const own = noun === 'desk' || noun === 'pack' || noun === 'day' ? `${key}-${desk.installation}` : `${key}`
  const entity = `${noun}:sample-${own}` as EntityId
  const lawful: readonly string[] = lawfulActs(noun, desk.seen.get(entity) ?? [], desk.related)
  const type = lawful[which % Math.max(1, lawful.length)]
  const sample = SAMPLES.find(one => one.type === type)
  if (sample === undefined || type === undefined || type === 'subject.erased' || type === 'import.undone') return
  const body = varied(type, sample.body, variant)
  desk.act(type, entity, body, { personal: sample.personal, user: sample.user, role: sample.role })
}

/** The same body with one of its texts in other words, where such a body is one. */
function varied(type: string, body: Record<string, unknown>, variant: number): Record<string, unknown> {
  if (variant === 0 || !isKnownType(type)) return body
  let isDone = false
  const text = JSON.stringify(body, (name, part: unknown) => {
    if (isDone || typeof part !== 'string' || !/[а-яә]{3}/i.test(part) || name === 'code') return part
    isDone = true
    return `${part} ${variant}`
  })
  const other = JSON.parse(text) as Record<string, unknown>
  return ACTION_TYPES[type].body.safeParse(other).success ? other : body
}

/** What happens at one of the desks: an act, an exchange with another, or a settlement. */
export const happening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('act' as const), desk: fc.nat(3), step: anyStep }) },
  { weight: 9, arbitrary: fc.record({ kind: fc.constant('act' as const), desk: fc.nat(3), step: sampleStep }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('exchange' as const),
      desk: fc.nat(3),
      with: fc.nat(3),
      chain: fc.option(fc.nat(3)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      desk: fc.nat(3),
      which: fc.nat(9),
      choice: fc.nat(5),
    }),
  },
)
export type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

/** An office after all that happened, before its desks came together. */
export interface Office {
  readonly desks: readonly ApartDesk[]
  readonly known: ReadonlyMap<ActionId, ReadonlySet<ActionId>>
}

/** Lets it happen at so many desks: first while each hears of each act at once, then apart. */
export function happened(count: number, together: readonly Happening[], apart: readonly Happening[]): Office {
  const known = new Map<ActionId, ReadonlySet<ActionId>>()
  let now = 1_790_000_000_000
  const desks = Array.from({ length: count }, (_, number) => new ApartDesk(number, () => (now += 700), known))
  for (const [at, one] of [...together, ...apart].entries()) {
    const desk = desks[one.desk % count]!
    if (one.kind === 'act') {
      const { step } = one
      if (step.kind === 'sample') writeSample(desk, step)
      else writeStep(desk, step as Step)
    } else if (one.kind === 'exchange') {
      desk.takeFrom(desks[one.with % count]!, one.chain === null ? undefined : DESKS[one.chain % count])
    } else {
      const waiting = desk.unsettled()
      if (waiting.length > 0) desk.settle(waiting[one.which % waiting.length]!, one.choice)
    }
    if (at < together.length) for (const other of desks) other.takeFrom(desk)
  }
  return { desks, known }
}

/** All desks come together: each takes from each until nothing is new. */
export function comeTogether(desks: readonly ApartDesk[]): void {
  for (const desk of desks) for (const other of desks) if (other !== desk) desk.takeFrom(other)
  for (const desk of desks) for (const other of desks) if (other !== desk) desk.takeFrom(other)
}

/** The noun of an entity of the histories. */
export function nounIn(entity: EntityId): Noun {
  return nounOf(entity)
}
