import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGate, type Gate } from '#electron/desk/act.ts'
import { actByHand } from '#electron/desk/by-hand.ts'
import type { OpenDesk } from '#electron/desk/open-desk.ts'
import { type Action, type EntityId, entityId } from '#shared/change/action.ts'
import { unsettledOf } from '#shared/change/decide.ts'
import { SETTLED } from '#shared/clash/model.ts'
import { inFavourOf } from '#shared/clash/settling.ts'
import { lineEntity } from '#shared/line/model.ts'
import { foldLine } from '#shared/line/transitions.ts'
import { addDays } from '#shared/time/plain-date.ts'
import { type Desk, openDesk, opening } from '#test/fault/desk-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'
import { visitRig } from './visit-rig.ts'

const rig = visitRig()
const refused = (code: string, params?: object) => ({ detail: params === undefined ? { code } : { code, params } })

let other: Desk
let gate: Gate
/** So many records of each chain the other side has. */
let sent: { first: number; second: number }

const first = () => rig.state.desk()
const second = () => ({ ...other, gate }) as unknown as OpenDesk

beforeEach(async () => {
  other = await openDesk({ files: new MemoryFiles(), now: () => Date.now(), office: { keys: first().keys } as Desk })
  await other.journal.append([{ ...opening(other, 'Б'), date: rig.state.actor().date }])
  gate = await createGate(other.journal)
  sent = { first: 0, second: 0 }
})
afterEach(() => other.journal.close())

/** The two desks exchange all they have. */
async function meet(): Promise<void> {
  const asked = { limit: 1000, bytes: 10_000_000 }
  const [one, two] = [first().journal, other.journal]
  const own = await one.sealed(one.installation, { ...asked, after: sent.first })
  const others = await two.sealed(two.installation, { ...asked, after: sent.second })
  if (own.length > 0) await gate.take(one.installation, own)
  if (others.length > 0) await first().gate.take(two.installation, others)
  sent = { first: sent.first + own.length, second: sent.second + others.length }
}

function at(desk: OpenDesk, entity: EntityId, type: string, body: Record<string, unknown>): Promise<Action> {
  const intent = { entity, type, basedOn: desk.journal.headOf(entity), body }
  return actByHand(desk, intent, null, rig.state.actor())
}

const call = (desk: OpenDesk, visit: EntityId) =>
  at(desk, visit, 'visit.called', { call: { room: '110', reason: 'arrival' } })
const take = (desk: OpenDesk) => at(desk, line(), 'line.taken', { ground: 'nobody' })
const line = () => lineEntity(rig.state.actor().date, 'o1')
const lineAt = async ({ journal }: Pick<OpenDesk, 'journal'>) => foldLine(await journal.actionsOf(line()))
const waiting = (number: number) => rig.wait(number, { officialId: 'o1' })

describe('an office with one desk', () => {
  it('writes nothing of lines, and nobody is asked', async () => {
    const visit = await waiting(1)
    const before = first().journal.head().count
    await call(first(), visit)
    expect(first().journal.head().count).toBe(before + 1)
    expect(first().journal.entitiesOf('line')).toEqual([])
  })
})

describe('two desks that see each other', () => {
  it('call from a line only where it is theirs: who called first has it, until the other takes it over', async () => {
    const [one, two, three] = [await waiting(1), await waiting(2), await waiting(3)]
    await meet()
    await call(first(), one)
    await meet()
    expect((await lineAt(other)).owner).toBe(first().journal.installation)
    await expect(call(second(), two)).rejects.toMatchObject(refused('line.other_desk', { letter: 'А' }))
    await expect(take(first())).rejects.toMatchObject(refused('change.not_lawful'))
    await take(second())
    await meet()
    await expect(call(first(), two)).rejects.toMatchObject(refused('line.other_desk', { letter: 'Б' }))
    await call(second(), two)
    await meet()
    await expect(call(first(), three)).rejects.toMatchObject(refused('line.other_desk'))
    expect(await lineAt(first())).toMatchObject({ owner: other.journal.installation, taken: 'nobody' })
    expect(unsettledOf('line', await first().journal.actionsOf(line()), gate.related()).clash).toBeNull()
  })

  it('say with each call in one flush from which line it was, the first that it begins', async () => {
    const [one, two] = [await waiting(1), await waiting(2)]
    await meet()
    await call(first(), one)
    await call(first(), two)
    const own = await first().journal.actionsOf(line())
    expect(own.map(({ type, body }) => [type, body.begins])).toEqual([
      ['line.called', true],
      ['line.called', false],
    ])
  })

  it('take over lines of this day alone', async () => {
    const { date } = rig.state.actor()
    const asked = at(second(), lineEntity(addDays(date, -1), 'o1'), 'line.taken', { ground: 'agreed' })
    await expect(asked).rejects.toMatchObject(refused('line.other_day'))
  })

  it('one that was retired has no line any more: whoever calls next begins it', async () => {
    const [one, two] = [await waiting(1), await waiting(2)]
    await meet()
    await call(second(), one)
    await meet()
    await expect(call(first(), two)).rejects.toMatchObject(refused('line.other_desk', { letter: 'Б' }))
    const entity = entityId('desk', other.journal.installation)
    const intent = { entity, type: 'desk.retired', basedOn: first().journal.headOf(entity), body: { reason: 'lost' } }
    await first().gate.act([{ intent }], rig.state.actor())
    await call(first(), two)
    expect(first().journal.headOf(two)).not.toBeNull()
  })
})

describe('two desks that were cut apart', () => {
  it('a line taken over while its desk went on calling is told on both, and settled for one of them', async () => {
    const [one, two] = [await waiting(1), await waiting(2)]
    await meet()
    await call(first(), one)
    await meet()
    await take(second())
    await call(first(), two)
    await meet()
    for (const desk of [first(), second()]) {
      const { clash } = unsettledOf('line', await desk.journal.actionsOf(line()), gate.related())
      expect(clash).toMatchObject({ kind: 'decided', sides: [expect.any(Array), expect.any(Array)] })
    }
    const { clash } = unsettledOf('line', await first().journal.actionsOf(line()), gate.related())
    const mine = clash?.sides.findIndex(side => side.at(-1)?.startsWith(first().journal.installation)) ?? 0
    const body = { ...inFavourOf(clash!, mine), beside: [], ground: 'agreed' }
    await at(first(), line(), SETTLED, body)
    await meet()
    expect((await lineAt(other)).owner).toBe(first().journal.installation)
    expect(unsettledOf('line', await other.journal.actionsOf(line()), gate.related()).clash).toBeNull()
  })

  it('both began the line: one of them takes it, knowing of both, and it is theirs', async () => {
    const one = await waiting(1)
    await meet()
    await call(first(), one)
    await call(second(), one)
    await meet()
    const { owner } = await lineAt(first())
    const last = owner === first().journal.installation ? first() : second()
    // Also the one whose it is now says so once more: that is the act that settles it.
    await take(last)
    await meet()
    for (const desk of [first(), second()]) {
      expect(unsettledOf('line', await desk.journal.actionsOf(line()), gate.related()).clash).toBeNull()
      expect((await lineAt(desk)).owner).toBe(owner)
    }
  })
})
