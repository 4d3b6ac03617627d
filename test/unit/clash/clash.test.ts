import { describe, expect, it } from 'vitest'
import { type Action, type ActionId, entityId } from '#shared/change/action.ts'
import { decide } from '#shared/change/decide.ts'
import { SETTLED } from '#shared/clash/model.ts'
import { inFavourOf } from '#shared/clash/settling.ts'
import { readSamples } from '#test/fixtures/action-samples.ts'
import { sampleFrozen } from '#test/fixtures/frozen-report.ts'
import { ApartDesk } from '#test/property/apart-model.ts'
import { ModelStore } from '#test/property/model-store.ts'
import { makeOfficial, makeSubject } from '#test/unit/change/make-actions.ts'

/** Two desks that know the same, and are then cut apart. */
class Office {
  readonly desks: readonly [ApartDesk, ApartDesk, ApartDesk]
  private now = 1_790_000_000_000

  constructor() {
    const known = new Map()
    const desk = (number: number) => new ApartDesk(number, () => (this.now += 1000), known)
    this.desks = [desk(0), desk(1), desk(2)]
  }

  meet(): void {
    for (const desk of this.desks) for (const other of this.desks) if (other !== desk) desk.takeFrom(other)
    for (const desk of this.desks) for (const other of this.desks) if (other !== desk) desk.takeFrom(other)
  }

  /** What a person is told of at each desk, the same everywhere. */
  told(): string[] {
    this.meet()
    const [one, ...others] = this.desks.map(({ arrived }) => {
      const store = new ModelStore()
      for (const action of arrived) store.fold([action])
      return [...store.attentions.values()].map(({ kind, entities }) => `${kind} ${entities.join(' ')}`).sort()
    })
    for (const other of others) expect(other).toEqual(one)
    return one ?? []
  }
}

/** The office as its golden sample has it. */
const OFFICE_SET = readSamples()
  .map(({ value }) => value as Action)
  .find(({ type }) => type === 'office.set')?.body as Record<string, unknown>
const CALL = { call: { room: '1', reason: 'arrival' } }
const REFUSAL_WORDS = {
  ...{ facts: 'а', evidence: 'б', whereToTurn: 'в', howToAppeal: 'г', settled: '', decidedBy: 'Сапаров Даурен' },
}
const REFUSED = { ground: 'competence', earlier: null, body: 'police', decidedOn: '2026-09-21', decider: 'head' }
const booking = (time: string) => ({ booking: { officialId: 'o1', date: '2026-10-05', time } })

function begun() {
  const office = new Office()
  const [one, two, three] = office.desks
  const application = one.register(1, 'p1')
  const visit = one.checkIn(1, application, '2026-09-21' as never)
  one.checkIdentity(visit)
  office.meet()
  return { office, one, two, three, application, visit }
}

describe('what two desks cannot both have done is told on each of them, and settled by a person', () => {
  it('one visitor was called by two desks, to one room as well', () => {
    const { office, one, two, visit } = begun()
    one.act('visit.called', visit.entity, CALL)
    two.act('visit.called', visit.entity, CALL)
    expect(office.told()).toEqual([`decided_apart ${visit.entity}`])
    one.settle(visit.entity, 0)
    expect(office.told()).toEqual([])
  })

  it('one left, and was received elsewhere: what came to nothing is told, not passed over in silence', () => {
    const { office, one, two, visit } = begun()
    one.act('visit.left', visit.entity, {})
    two.act('visit.called', visit.entity, CALL)
    two.act('visit.started', visit.entity, {})
    expect(office.told()).toEqual([`decided_apart ${visit.entity}`])
    const { clash } = unsettledAt(one, visit.entity)
    expect(clash?.sides.map(side => side.length)).toEqual([1, 2])
    one.settle(visit.entity, 1)
    expect(office.told()).toEqual([])
    const store = storeOf(two)
    expect(store.records.get(visit.entity)?.view?.state).toMatchObject({ status: 'served' })
  })

  it('one application was refused, and booked elsewhere', () => {
    const { office, one, two, application } = begun()
    two.act('application.booked', application.entity, booking('10:00'))
    one.onApplication('refused', application, REFUSED, REFUSAL_WORDS)
    expect(office.told()).toEqual([`decided_apart ${application.entity}`])
  })

  it('one application has two times, until somebody who knows of both gives it one', () => {
    const { office, one, two, three, application } = begun()
    one.act('application.booked', application.entity, booking('10:00'))
    two.act('application.booked', application.entity, booking('11:00'))
    expect(office.told()).toEqual([`decided_apart ${application.entity}`])
    three.act('application.booked', application.entity, booking('12:00'))
    expect(office.told()).toEqual([])
  })

  it('who had both ends of what two desks did rests on both, though the head names one of them', () => {
    const { office, one, two, three, application } = begun()
    one.act('application.booked', application.entity, booking('10:00'))
    const talon = { job: '0'.repeat(16), shape: '80mm', result: 'printed', reprint: null }
    two.act('application.talon_made', application.entity, talon)
    office.meet()
    three.act('application.booked', application.entity, booking('11:00'))
    expect(office.told()).toEqual([])
  })

  it('a report was frozen twice', () => {
    const office = new Office()
    for (const desk of office.desks.slice(0, 2))
      desk.act('report.frozen', 'report:2026-Q3', sampleFrozen({ version: 1 }))
    expect(office.told()).toEqual(['decided_apart report:2026-Q3'])
    office.desks[2].settle(entityId('report', '2026-Q3'), 1)
    expect(office.told()).toEqual([])
    const view = storeOf(office.desks[0]).records.get('report:2026-Q3')?.view
    expect(view?.noun === 'report' && view.state.versions).toHaveLength(1)
  })

  it('an official was changed twice: the later stands and is told, the same twice is not; the earlier is put back', () => {
    const { office, one, two } = begun()
    one.official('o1', '1', null)
    office.meet()
    for (const [desk, room] of [
      [one, '2'],
      [two, '2'],
    ] as const)
      change(desk, room)
    expect(office.told()).toEqual([])
    change(one, '3')
    change(two, '4')
    expect(office.told()).toEqual(['changed_apart official:o1'])
    const room = () => {
      const view = storeOf(two).records.get('official:o1')?.view
      return view?.noun === 'official' ? view.state.official?.room : ''
    }
    expect(room()).toBe('4')
    one.settle(entityId('official', 'o1'), 0)
    expect(office.told()).toEqual([])
    expect(room()).toBe('3')
  })

  it('papers, notes and prints are added on both sides, and nobody is told', () => {
    const { office, one, two, application } = begun()
    for (const desk of [one, two]) {
      desk.onApplication('eotinish_noted', application, {}, { eotinish: 'ЖТ-2026-00000001' })
      desk.act('application.talon_made', application.entity, {
        job: '0'.repeat(16),
        shape: '80mm',
        result: 'printed',
        reprint: null,
      })
    }
    expect(office.told()).toEqual([])
  })

  it("two office keys were drawn apart: one of them is the office's, and a person says which", () => {
    const office = new Office()
    const [one, two, three] = office.desks
    one.act('office.set', 'office:main', OFFICE_SET)
    office.meet()
    const changed = (from: string, to: string) => ({ from, to, reason: 'person_left' })
    one.act('office.key_changed', 'office:main', changed('00000000', '0000000a'))
    one.act('office.key_changed', 'office:main', changed('0000000a', '000000aa'))
    two.act('office.key_changed', 'office:main', changed('00000000', '0000000b'))
    expect(office.told()).toEqual(['decided_apart office:main'])
    expect(unsettledAt(three, 'office:main').clash?.sides.map(side => side.length)).toEqual([2, 1])
    three.settle(entityId('office', 'main'), 0)
    expect(office.told()).toEqual([])
    // Who knew of the change before changes it on: that is no clash.
    two.act('office.key_changed', 'office:main', changed('000000aa', '000000ab'))
    expect(office.told()).toEqual([])
  })

  it('a desk was retired by two, which is one word; by one while it was put back and is at work again', () => {
    const office = new Office()
    const [one, two, three] = office.desks
    const third = `desk:${three.installation}`
    three.open('В')
    office.meet()
    one.act('desk.retired', third, { reason: 'lost' })
    two.act('desk.retired', third, { reason: 'closed' })
    expect(office.told()).toEqual([])
    const other = new Office()
    const [first, , back] = other.desks
    const entity = entityId('desk', back.installation)
    back.open('В')
    other.meet()
    first.act('desk.retired', entity, { reason: 'lost' })
    const restored = { madeAt: '2026-09-20T05:00:00.000Z', kind: 'daily', records: 3, joined: 0, isCut: false }
    back.act('desk.restored', entity, restored)
    expect(other.told()).toEqual([`decided_apart ${entity}`])
    // Right is who put it back: it is at work.
    first.settle(entity, 1)
    expect(other.told()).toEqual([])
    const view = storeOf(first).records.get(entity)?.view
    expect(view?.noun === 'desk' && view.state.status).toBe('open')
  })

  it('terms of retention were set twice: of those a person set aside nothing is left', () => {
    const office = new Office()
    const [one, two] = office.desks
    const terms = (until: string) => ({ terms: { how: 'day', until, citation: 'Номенклатура, 06-14' } })
    one.act('retention.set', 'retention:main', terms('2019-12-31'))
    two.act('retention.set', 'retention:main', terms('2025-12-31'))
    expect(office.told()).toEqual(['changed_apart retention:main'])
    one.settle(entityId('retention', 'main'), 0)
    expect(office.told()).toEqual([])
    const view = storeOf(two).records.get('retention:main')?.view
    expect(view?.noun === 'retention' && view.state.terms).toMatchObject({ until: '2019-12-31' })
  })

  it('one was erased, and written of elsewhere: told until a person has looked', () => {
    const { office, one, two, application } = begun()
    one.erase('p1')
    two.onApplication('eotinish_noted', application, {}, { eotinish: 'ЖТ-2026-00000001' })
    expect(office.told()).toEqual([`erased_apart ${application.entity}`])
    one.settle(application.entity, 0)
    expect(office.told()).toEqual([])
  })

  it('one person was registered at two desks on a day: told until one is withdrawn, or both are said to be right', () => {
    const office = new Office()
    const [one, two] = office.desks
    const first = one.register(1, 'p1')
    const second = two.register(1, 'p2', {}, {}, 'Ә')
    expect(office.told()).toEqual([`person_twice ${[first.entity, second.entity].sort().join(' ')}`])
    const third = new Office()
    third.desks[0].register(1, 'p1')
    third.desks[0].register(2, 'p1')
    expect(third.told()).toEqual([])
    two.act(SETTLED, second.entity, { stands: [], aside: [], beside: [first.entity], ground: 'asked' })
    expect(office.told()).toEqual([])
  })

  it('one application stands in the lines of two desks', () => {
    const { office, one, two, application, visit } = begun()
    const other = two.checkIn(1, application, '2026-09-21' as never, 'Ә')
    expect(office.told()).toEqual([`visitor_twice ${[visit.entity, other.entity].sort().join(' ')}`])
    one.act('visit.left', other.entity, {})
    expect(office.told()).toEqual([])
  })
})

describe('two who settle', () => {
  it('otherwise at once: the later stands and that is told, until a third settles it', () => {
    const { office, one, two, three, visit } = begun()
    one.act('visit.called', visit.entity, CALL)
    two.act('visit.called', visit.entity, { call: { room: '2', reason: 'arrival' } })
    office.meet()
    one.settle(visit.entity, 0)
    two.settle(visit.entity, 1)
    expect(office.told()).toEqual([`decided_apart ${visit.entity}`])
    three.settle(visit.entity, 0)
    expect(office.told()).toEqual([])
    const view = storeOf(one).records.get(visit.entity)?.view
    expect(view?.noun === 'visit' && view.state.call?.room).toBe('1')
  })

  it('what a desk did meanwhile on what was settled is told again', () => {
    const { office, one, two, visit } = begun()
    one.act('visit.called', visit.entity, CALL)
    two.act('visit.called', visit.entity, { call: { room: '2', reason: 'arrival' } })
    one.takeFrom(two)
    one.settle(visit.entity, 0)
    two.act('visit.started', visit.entity, {})
    expect(office.told()).toEqual([`decided_apart ${visit.entity}`])
  })

  it('settle all of it as it stands and nothing else, on the head they saw', () => {
    const { office, one, two, visit } = begun()
    one.act('visit.called', visit.entity, CALL)
    const lone = one.seen.get(visit.entity) ?? []
    const nothing = { stands: [lone.at(-1)?.id], aside: [], beside: [], ground: 'asked' }
    const asked = (actions: readonly Action[], body: object) =>
      decide({ entity: visit.entity, type: SETTLED, basedOn: headOf(actions), body: { ...body } }, actions, one.related)
    expect(asked(lone, nothing)).toMatchObject({ ok: false, error: { code: 'change.not_lawful' } })
    two.act('visit.called', visit.entity, CALL)
    office.meet()
    const actions = one.seen.get(visit.entity) ?? []
    const { clash } = unsettledAt(one, visit.entity)
    const said = { ...inFavourOf(clash!, 0), beside: [], ground: 'asked' }
    expect(asked(actions, said)).toMatchObject({ ok: true })
    expect(asked(actions, { ...said, aside: [] })).toMatchObject({ ok: false, error: { code: 'change.not_lawful' } })
    expect(asked(actions, { ...said, aside: [visit.id] })).toMatchObject({ ok: false })
    expect(asked(actions, { ...said, ground: 'because' })).toMatchObject({ ok: false, error: { code: 'change.body' } })
  })
})

function change(desk: ApartDesk, room: string): void {
  desk.act('official.changed', 'official:o1', { official: makeOfficial('o1', room) })
}

function storeOf({ arrived }: ApartDesk): ModelStore {
  const store = new ModelStore()
  store.fold(arrived)
  return store
}

function headOf(actions: readonly Action[]): ActionId | null {
  return actions.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1)).at(-1)?.id ?? null
}

function unsettledAt(desk: ApartDesk, entity: string) {
  const record = storeOf(desk).records.get(entity)
  return { clash: record?.clash ?? null, subject: makeSubject('p1') }
}
