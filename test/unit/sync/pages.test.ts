import { expect, test } from 'vitest'
import { runCycle } from '#electron/sync/cycle.ts'
import { type SyncDatabase, SyncFailure } from '#electron/sync/database.ts'
import { placeOfId } from '#shared/sync/document.ts'
import { draft, readAll } from '#test/fault/desk-rig.ts'
import { type SimDesk, SimOffice } from '#test/sim/office-rig.ts'

/** A feed of pages of ten in which the tenth record of a chain comes behind the fifteenth. */
function outOfOrder(office: SimOffice, cutAt = Number.POSITIVE_INFINITY): Pick<SyncDatabase, 'changes'> {
  return {
    async changes({ since }) {
      const from = Number(since ?? 0)
      if (from >= cutAt) throw new SyncFailure('offline')
      const ids = [...office.actions.documents.keys()].filter(id => placeOfId(id) !== null).sort()
      const [tenth = ''] = ids.splice(9, 1)
      ids.splice(14, 0, tenth)
      const documents = ids.slice(from, from + 10).map(id => office.actions.documents.get(id)?.document)
      return { documents, since: from + 10, drained: from + 10 >= ids.length }
    },
  }
}

async function twoDesks(): Promise<{ office: SimOffice; from: SimDesk; to: SimDesk }> {
  const office = new SimOffice(7)
  const [from, to] = [await office.add(), await office.add()]
  for (let n = 1; n < 30; n++) await from.desk.journal.append([draft(n)])
  await from.exchange()
  return { office, from, to }
}

function heldOf(desk: SimDesk, { desk: { journal } }: SimDesk): number {
  return desk.desk.journal.head().cursor[journal.installation] ?? 0
}

test('a record that comes a page late lets those behind it wait, and nothing is asked for twice', async () => {
  const { office, from, to } = await twoDesks()
  const asked: string[] = []
  const more: (boolean | undefined)[] = []
  const { database } = office.actions
  const range: SyncDatabase['range'] = (...all) => {
    if (all[0].content === 'documents') asked.push(all[0].from)
    return database.range(...all)
  }
  to.databases = { actions: { ...database, ...outOfOrder(office), range }, people: office.people.database }
  await runCycle({ ...to.parts(), taken: async (_, isMore) => void more.push(isMore) })
  expect(heldOf(to, from)).toBe(30)
  expect(asked.filter(id => id.startsWith(from.desk.journal.installation))).toEqual([])
  // Screens fold once, when all of it is on the disk.
  expect(more).toEqual([true, true, false])
  expect(await to.desk.journal.verify()).toMatchObject({ brokenAt: null })
})

test('the wire breaks while records wait for one of the next page: they are asked for by key and none is lost', async () => {
  const { office, from, to } = await twoDesks()
  const { database } = office.actions
  to.databases = { actions: { ...database, ...outOfOrder(office, 10) }, people: office.people.database }
  await expect(to.exchange()).rejects.toMatchObject({ why: 'offline' })
  expect(heldOf(to, from)).toBe(9)
  await to.losePower(office.dice)
  to.databases = null
  await to.exchange()
  expect(heldOf(to, from)).toBe(30)
  expect((await readAll(to.desk.journal)).length).toBe(31)
})

test('a batch the server did not keep is never confirmed, though the next one is written by then, and all of it is sent again', async () => {
  const office = new SimOffice(8)
  const desk = await office.add()
  await desk.desk.journal.append(Array.from({ length: 499 }, (_, n) => draft(n + 1)))
  for (let part = 0; part < 3; part++)
    await desk.desk.journal.append(Array.from({ length: 500 }, (_, n) => draft(500 * (part + 1) + n)))
  const { database } = office.actions
  let batches = 0
  const write: SyncDatabase['write'] = async documents => {
    if (documents.length < 400) return database.write(documents)
    batches += 1
    const written = await database.write(batches === 2 ? documents.slice(1) : documents)
    return new Map([...documents.map(({ _id }) => [_id, { state: 'written' }] as const), ...written])
  }
  desk.databases = { actions: { ...database, write }, people: office.people.database }
  await expect(desk.exchange()).rejects.toMatchObject({ why: 'not_ours' })
  expect(batches).toBe(3)
  expect(desk.memory.current.confirmed).toBe(500)
  await desk.exchange()
  expect(desk.memory.current.confirmed).toBe(2000)
  expect([...office.actions.documents.keys()].filter(id => placeOfId(id) !== null)).toHaveLength(2000)
})
