import { expect, test } from 'vitest'
import type { WireDocument } from '#electron/sync/database.ts'
import { toDocument } from '#electron/sync/wire.ts'
import { documentId, placeOfId } from '#shared/sync/document.ts'
import { type Dice, diceOf } from '#test/fault/memory-files.ts'
import { SimDesk, SimOffice, toldBy } from './office-rig.ts'

const ROUNDS = 300

type Damage = (document: WireDocument, dice: Dice) => WireDocument

const flipped = (text: unknown, dice: Dice) => {
  const bytes = Buffer.from(String(text), 'base64')
  const at = Math.floor(dice() * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(dice() * 8))
  return bytes.toString('base64')
}

/** What somebody with the server's password, or a failing disk, could put in the place of a record. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  sealed: (document, dice) => ({ ...document, sealed: flipped(document.sealed, dice) }),
  signature: (document, dice) => ({ ...document, signature: flipped(document.signature, dice) }),
  cut: (document, dice) => ({ ...document, sealed: String(document.sealed).slice(0, 4 * Math.floor(dice() * 8)) }),
  previous: (document, dice) => ({
    ...document,
    p: Math.floor(dice() * 2 ** 40)
      .toString(16)
      .padStart(64, '0'),
  }),
  sequence: document => ({ ...document, s: Number(document.s) + 1 }),
  other_desk: document => ({ ...document, i: 'zzzzzzzzzzzzzzzz' }),
  other_key: document => ({ ...document, k: '00000000' }),
  newer: document => ({ ...document, f: 2, surprise: { deep: [] } }),
  call: document => ({ ...document, b: 1, e: Number(document.e) + 5 }),
  no_fields: ({ _id }) => ({ _id }),
  wrong_types: ({ _id }) => ({ _id, f: '1', s: {}, sealed: 7, signature: null }),
  deep: ({ _id }) => JSON.parse(`{"_id":"${_id}","f":1,"x":${'['.repeat(3000)}${']'.repeat(3000)}}`),
  prototype: document => JSON.parse(JSON.stringify({ ...document, i: 1 }).replace('"i":1', '"__proto__":{"i":"x"}')),
}

async function twoDesks(seed: number): Promise<{ office: SimOffice; a: SimDesk; b: SimDesk }> {
  const office = new SimOffice(seed)
  const [a, b] = [await office.add(), await office.add()]
  for (let i = 0; i < 4; i++) await a.act(office.dice)
  return { office, a, b }
}

test('300 damaged or hostile documents: refused, set aside, told; what is right is taken, and all of it once the right one is back', async () => {
  const kinds = Object.keys(DAMAGES)
  for (let round = 0; round < ROUNDS; round++) {
    const kind = kinds[round % kinds.length] ?? ''
    const dice = diceOf(round)
    const { office, a, b } = await twoDesks(1000 + round)
    await a.exchange()
    const ids = [...office.actions.documents.keys()].filter(id => placeOfId(id) !== null)
    const id = ids[Math.floor(dice() * ids.length)] ?? ''
    const right = office.actions.documents.get(id)?.document
    const damage = DAMAGES[kind]
    if (right === undefined || damage === undefined) throw new Error(kind)
    office.actions.plant({ ...damage(right, dice), _id: id })
    // And one that is no chain's.
    office.actions.plant({ _id: `rubbish${round}`, ...{ constructor: 1 } })
    await b.act(office.dice)
    const own = await toldBy(b)
    await b.exchange(true)
    const told = await toldBy(b)
    const truth = new Map((await toldBy(a)).map(action => [action.id, action]))
    for (const action of told) {
      if (!own.some(({ id: mine }) => mine === action.id))
        expect(action, `${kind} ${round}`).toEqual(truth.get(action.id))
    }
    expect(told.length, `${kind} ${round} left something`).toBeLessThan(own.length + truth.size)
    const { seen } = b.memory.current
    const isTold = b.memory.current.quarantine.length > 0 || Object.values(seen).some(count => count > 0)
    expect(isTold, `${kind} ${round} is told`).toBe(true)
    expect(await b.desk.journal.verify()).toMatchObject({ brokenAt: null })
    office.actions.plant(right)
    await b.exchange(true)
    await a.exchange()
    await b.exchange()
    expect((await toldBy(b)).length, `${kind} ${round} after`).toBe(own.length + truth.size)
    expect(
      b.memory.current.quarantine.filter(one => one.id === id),
      `${kind} ${round} aside`,
    ).toEqual([])
    await a.exchange()
    expect(await toldBy(a)).toEqual(await toldBy(b))
  }
})

test('a record that a copy of the desk signed after another one is not taken, and both are told', async () => {
  const { office, a, b } = await twoDesks(77)
  const twin = new SimDesk(office, 'twin')
  const earlier = a.files.copy()
  for (const name of earlier.paths()) twin.files.put(name, earlier.get(name))
  await twin.open()
  for (const desk of [a, twin]) for (let i = 0; i < 3; i++) await desk.act(office.dice)
  const own = a.desk.journal.installation
  const from = Math.max(...[a, twin].map(({ desk }) => desk.journal.head().cursor[own] ?? 0))
  await a.exchange()
  const payloads = await twin.desk.journal.sealed(own, { after: 0, limit: 1000, bytes: 1e9 })
  // The server ends with the records of the copy, as one that was put back and met the copy first.
  for (const payload of payloads.slice(-2)) office.actions.plant(toDocument(payload, null))
  await b.exchange(true)
  const truth = new Set((await toldBy(a)).map(({ id, stamp }) => `${id} ${stamp}`))
  const theirs = (await toldBy(b)).filter(({ id }) => id.startsWith(own))
  expect(from).toBeGreaterThan(0)
  expect(theirs.filter(({ id, stamp }) => !truth.has(`${id} ${stamp}`))).toEqual([])
  expect(b.memory.current.quarantine.length).toBeGreaterThan(0)
  expect(await b.desk.journal.verify()).toMatchObject({ brokenAt: null })
})

test('what the server refuses alone is set aside and told, the rest goes on, and after an update it is offered again', async () => {
  const { office, a, b } = await twoDesks(5)
  const own = a.desk.journal.installation
  const third = documentId(own, 3)
  office.actions.refuses = ({ _id }) => _id === third
  await a.exchange()
  const last = a.desk.journal.head().cursor[own] ?? 0
  expect(last).toBeGreaterThan(3)
  expect(a.memory.current).toMatchObject({ confirmed: last, quarantine: [{ id: third, why: 'refused' }] })
  await b.exchange(true)
  expect(b.desk.journal.head().cursor[own] ?? 0).toBeLessThan(3)
  await a.exchange()
  expect(a.memory.current.quarantine).toHaveLength(1)
  office.actions.refuses = () => false
  a.app = '1.1.0'
  await a.exchange()
  await b.exchange()
  expect(a.memory.current.quarantine).toEqual([])
  expect(b.desk.journal.head().cursor[own]).toBe(last)
})
