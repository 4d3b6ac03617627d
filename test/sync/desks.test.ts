import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenDesk } from '#electron/desk/open-desk.ts'
import { lettersOnServer } from '#electron/sync/claimed-letters.ts'
import { couchDatabase } from '#electron/sync/couch.ts'
import { SyncFailure } from '#electron/sync/database.ts'
import { officeDesks } from '#electron/sync/office-desks.ts'
import { adopt } from '#electron/sync/people.ts'
import { findPresence } from '#electron/sync/presence.ts'
import { Runner, type RunnerState } from '#electron/sync/runner.ts'
import { OfficeServer } from '#electron/sync/server-file.ts'
import { statusOf } from '#electron/sync/status.ts'
import { entityId, type SubjectId } from '#shared/change/action.ts'
import { CANARY, draft } from '#test/fault/desk-rig.ts'
import { iinNumber } from '#test/fixtures/history/people.ts'
import { makeOffice, type RigOffice } from '#test/fixtures/sync/office.ts'
import { KINDS, type RigServer, startServer } from '#test/fixtures/sync/server.ts'
import { SimDesk, SimOffice, toldBy } from '#test/sim/office-rig.ts'

const DAY = 24 * 3_600_000
const ADMINISTRATOR = {
  ...{ user: 'u1', role: 'administrator' as const, date: draft(0).date, time: '10:00' as never, now: 0 },
}
const SERVER = OfficeServer.parse({ address: 'https://x.example', office: 'x', password: 'x', trust: 'system' })
const IDLE: RunnerState = {
  ...{ standing: 'agreed', why: null, agreedAt: null, nextAt: null, moved: { taken: 0, sent: 0 } },
}
const openOf = ({ desk, gate }: SimDesk) => ({ ...desk, gate }) as unknown as OpenDesk
const PouchDB = createRequire(import.meta.url)('pouchdb')
PouchDB.plugin(createRequire(import.meta.url)('pouchdb-adapter-memory'))

describe.each(KINDS)('desks that agree through %s', kind => {
  let server: RigServer
  let rig: RigOffice
  let office: SimOffice

  beforeAll(async () => {
    server = await startServer(kind)
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    rig = await makeOffice(server)
    office = new SimOffice(7)
    return () => rig.close()
  })

  async function connect(desk: SimDesk): Promise<void> {
    const { chains, keys } = await rig.desk(desk.desk.journal.installation)
    desk.databases = { actions: chains, people: keys }
  }

  async function addDesk(): Promise<SimDesk> {
    const desk = await office.add()
    await connect(desk)
    return desk
  }

  async function work(desk: SimDesk, presses: number): Promise<void> {
    for (let i = 0; i < presses; i++) await desk.act(office.dice)
  }

  async function settle(): Promise<void> {
    for (let round = 0; round < 3; round++) for (const desk of office.desks) await desk.exchange(true)
  }

  async function expectAgreed(): Promise<void> {
    const [first, ...others] = await Promise.all(office.desks.map(toldBy))
    const acknowledged = office.desks.flatMap(desk => [...desk.acknowledged]).sort()
    expect(first?.map(({ id }) => id)).toEqual(acknowledged)
    for (const other of others) expect(other).toEqual(first)
  }

  it('what each wrote apart all have, with the people in it; erased at one, gone at all', async () => {
    const [a, b, c] = [await addDesk(), await addDesk(), await addDesk()]
    for (const desk of [a, b, c]) await work(desk, 12)
    await settle()
    await expectAgreed()
    expect((await toldBy(b)).some(({ personal }) => personal?.value?.surname === CANARY.surname)).toBe(true)
    for (let i = 0; i < 4; i++) await a.erase(office.dice)
    await work(c, 5)
    await settle()
    await expectAgreed()
    const erased = [...c.gate.related().erasedSubjects.keys()]
    expect(erased.length).toBeGreaterThan(0)
    for (const desk of office.desks) {
      for (const subject of erased) expect(desk.desk.keyring.keyOf(subject as never)).toBeNull()
    }
  })

  it('a desk that was retired and writes on is told with when, at whatever desk the list is looked at', async () => {
    const [a, b, c] = [await addDesk(), await addDesk(), await addDesk()]
    for (const desk of [a, b, c]) await work(desk, 2)
    await settle()
    const of = b.desk.journal.installation
    office.now += DAY
    const entity = entityId('desk', of)
    const intent = { entity, type: 'desk.retired', basedOn: a.desk.journal.headOf(entity), body: { reason: 'lost' } }
    const [retired] = await a.gate.act([{ intent }], ADMINISTRATOR)
    a.acknowledged.add(retired!.id)
    const toldAt = async ({ desk }: SimDesk) =>
      (await officeDesks(desk.journal)).map(({ installation, retired, wroteAfter }) => [
        installation,
        retired,
        wroteAfter,
      ])
    await settle()
    expect(await toldAt(c)).toContainEqual([of, 'lost', null])
    office.now += DAY
    await work(b, 2)
    await settle()
    const lastAt = new Date(office.now).toISOString()
    for (const desk of [a, b, c]) {
      const told = await toldAt(desk)
      expect(told).toContainEqual([of, 'lost', lastAt])
      expect(told.filter(([, , wroteAfter]) => wroteAfter !== null)).toHaveLength(1)
    }
  })

  describe('an IIN that is told of a person later', () => {
    const IIN = iinNumber(7)

    /** A record of a person at a desk. */
    async function write(desk: SimDesk, type: string, subject: SubjectId, iin: string): Promise<void> {
      const value = { ...CANARY, iin }
      await desk.desk.journal.append([
        { ...draft(1, `of ${subject}`.replaceAll(' ', '-'), subject), type, personal: { subject, value } },
      ])
    }

    /** Begins a person without an IIN at a desk, lets the others know, and then has the IIN told there. */
    async function toldLater(desk: SimDesk): Promise<SubjectId> {
      const [subject] = await desk.desk.keyring.create([null])
      await write(desk, 'application.imported', subject!, '')
      await settle()
      await write(desk, 'application.corrected', subject!, IIN)
      await desk.desk.keyring.tag(subject!, tagAt(desk))
      return subject!
    }

    const tagAt = ({ desk }: SimDesk) => desk.keys.tagOf('iin', IIN)
    const foundAt = (desk: SimDesk) => desk.desk.keyring.findByTag(tagAt(desk))

    it('finds the person at every desk, also at one that joins last, and after a start', async () => {
      const [a, b] = [await addDesk(), await addDesk()]
      const subject = await toldLater(a)
      expect(foundAt(b)).toBeNull()
      await settle()
      expect(foundAt(b)).toBe(subject)
      const late = await addDesk()
      await late.exchange()
      expect(foundAt(late)).toBe(subject)
      await b.open()
      expect(foundAt(b)).toBe(subject)
    })

    it('finds the person where only a stick brings it', async () => {
      const [a, b] = [await addDesk(), await addDesk()]
      const subject = await toldLater(a)
      const stick = await a.writeStick(true)
      await b.takeStick(stick!)
      expect(foundAt(b)).toBe(subject)
    })

    it('comes with a key that is handed on by whoever has it already, to one who knew the key without', async () => {
      const [a, b] = [await addDesk(), await addDesk()]
      const subject = await toldLater(a)
      const entry = a.desk.keyring.entryOf(subject)
      expect([foundAt(b), b.desk.keyring.hasTag(subject)]).toEqual([null, false])
      await adopt({ gate: b.gate, keyring: b.desk.keyring }, [{ subject, entry: entry! }])
      expect(foundAt(b)).toBe(subject)
    })

    it('makes one person of two that desks began apart, at both', async () => {
      const [a, b] = [await addDesk(), await addDesk()]
      const subject = await toldLater(a)
      const [other] = await b.desk.keyring.create([tagAt(b)])
      await write(b, 'application.registered', other!, IIN)
      await settle()
      for (const { desk } of [a, b]) expect(new Set(desk.keyring.sharing(subject))).toEqual(new Set([subject, other]))
      expect(foundAt(a)).toBe(foundAt(b))
    })

    it('is not lost where the power fails before its record is taken', async () => {
      const [a, b] = [await addDesk(), await addDesk()]
      const subject = await toldLater(a)
      vi.spyOn(b.gate, 'take').mockRejectedValue(new Error('power'))
      await a.exchange()
      await expect(b.exchange()).rejects.toThrow('power')
      await b.open()
      await settle()
      expect(foundAt(b)).toBe(subject)
    })
  })

  it('sixty days without a wire, and a desk that joins last, take one exchange', async () => {
    const [a, b] = [await addDesk(), await addDesk()]
    await settle()
    for (let day = 0; day < 60; day++) {
      office.now += DAY
      for (const desk of [a, b]) await work(desk, 4)
    }
    await addDesk()
    await settle()
    await expectAgreed()
  })

  it('a database that was deleted and made anew is filled again by those who have it', async () => {
    const [a, b] = [await addDesk(), await addDesk()]
    for (const desk of [a, b]) await work(desk, 10)
    await settle()
    const counted = (await toldBy(a)).length
    await rig.close()
    rig = await makeOffice(server)
    await connect(b)
    // The other never comes back: what it wrote is handed on.
    await b.exchange()
    await work(b, 2)
    await b.exchange()
    const late = await addDesk()
    await late.exchange()
    await b.exchange()
    expect((await toldBy(late)).length).toBeGreaterThan(counted)
    expect(await toldBy(late)).toEqual(await toldBy(b))
  })

  if (kind === 'leveldb') {
    it('killed in the middle and put back from an older copy, it has everything again', async () => {
      const [a, b] = [await addDesk(), await addDesk()]
      for (const desk of [a, b]) await work(desk, 10)
      await settle()
      const copy = (await server.process?.copy()) ?? ''
      for (const desk of [a, b]) await work(desk, 30)
      for (let i = 0; i < 3; i++) await a.erase(office.dice)
      const going = Promise.allSettled([a.exchange(), b.exchange()])
      await server.process?.kill()
      for (const end of await going) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(SyncFailure)
      await server.process?.restart()
      await settle()
      await expectAgreed()
      await server.process?.putBack(copy)
      await server.process?.restart()
      await work(a, 5)
      await settle()
      await expectAgreed()
      const late = await addDesk()
      await late.exchange()
      await a.exchange()
      expect(await toldBy(late)).toEqual(await toldBy(a))
      for (const subject of a.gate.related().erasedSubjects.keys())
        expect(late.desk.keyring.keyOf(subject as never)).toBeNull()
    })
  }

  it('a password that was taken away is told, and the right one goes on where it stood', async () => {
    const [a, b] = [await addDesk(), await addDesk()]
    await work(a, 5)
    await a.exchange()
    const { chains, keys } = await rig.desk(a.desk.journal.installation)
    await work(a, 5)
    // A real server believes an old password for a moment.
    await expect
      .poll(
        () =>
          a.exchange().then(
            () => null,
            error => error.why,
          ),
        { timeout: 10_000, interval: 300 },
      )
      .toBe('login')
    a.databases = { actions: chains, people: keys }
    await work(b, 3)
    await settle()
    await expectAgreed()
  })

  if (kind === 'leveldb') {
    it('twenty desks that gave fifty numbers each without a wire send at once to a server that is killed: a thousand numbers, all at each', async () => {
      for (let i = 0; i < 20; i++) await addDesk()
      for (const desk of office.desks) while (desk.numbers.length < 50) await desk.act(office.dice)
      const going = Promise.allSettled(office.desks.map(desk => desk.exchange()))
      await new Promise(resolve => setTimeout(resolve, 700))
      await server.process?.kill()
      await going
      await server.process?.restart()
      for (let round = 0; round < 3; round++) await Promise.all(office.desks.map(desk => desk.exchange(true)))
      await expectAgreed()
      const numbers = office.desks.flatMap(desk => desk.numbers)
      expect(numbers.length).toBeGreaterThanOrEqual(1000)
      expect(new Set(numbers).size).toBe(numbers.length)
    }, 180_000)
  }

  it('answers that are cut, lost, repeated, in another order, of a portal or not kept end in the same state', async () => {
    const [a, b] = [await addDesk(), await addDesk()]
    const faults = [
      { kind: 'cut_json' },
      { kind: 'lost_answer' },
      { kind: 'repeat' },
      { kind: 'reorder' },
      { kind: 'lose_rows' },
      { kind: 'not_kept' },
      { kind: 'drop' },
      { kind: 'say', status: 200, body: '<html>wifi</html>', headers: { 'content-type': 'text/html' } },
      { kind: 'say', status: 503, body: '{"error":"busy"}', headers: { 'retry-after': '1' } },
    ] as const
    let failed = 0
    for (const fault of faults) {
      for (const call of [/_bulk_docs/, /_changes/, /_all_docs/]) {
        for (const desk of [a, b]) {
          await work(desk, 2)
          rig.proxy.meet(call, fault)
          await desk.exchange().catch(error => {
            expect(error).toBeInstanceOf(SyncFailure)
            failed += 1
          })
        }
      }
    }
    rig.proxy.clear()
    expect(failed).toBeGreaterThan(15)
    await settle()
    await expectAgreed()
  })

  it('an independent client carries the database out and back, and it is the same', async () => {
    const [a, b] = [await addDesk(), await addDesk()]
    for (const desk of [a, b]) await work(desk, 15)
    await settle()
    const { name, password } = server.admin
    const remote = new PouchDB(`${server.address}/${rig.names.chains}`, { auth: { username: name, password } })
    const local = new PouchDB(`out-${rig.code}`, { adapter: 'memory' })
    await local.replicate.from(remote)
    const back = new PouchDB(`back-${rig.code}`, { adapter: 'memory' })
    await local.replicate.to(back)
    expect(await documentsOf(back)).toEqual(await documentsOf(remote))
    const records = (await documentsOf(back)).filter(document => 'sealed' in (document as object))
    expect(records).toHaveLength(office.desks.flatMap(desk => [...desk.acknowledged]).length)
  })

  it('nothing on the server says who applied', async () => {
    const [a, b] = [await addDesk(), await addDesk()]
    for (const desk of [a, b]) await work(desk, 15)
    await settle()
    const dump = JSON.stringify([
      await rig.asAdmin.chains.changes({ since: null, limit: 10_000, wait: false }),
      await rig.asAdmin.keys.changes({ since: null, limit: 10_000, wait: false }),
    ])
    const texts = [dump, Buffer.from(dump).toString('base64')]
    if (server.process !== null && kind === 'leveldb') texts.push(await bytesUnder(await server.process.copy()))
    expect(dump.length).toBeGreaterThan(10_000)
    for (const text of texts) {
      for (const canary of [...Object.values(CANARY), 'essence', 'tag1']) expect(text.includes(canary)).toBe(false)
    }
  })

  it('what is written at one desk is at the other at once, and a quiet while asks little', async () => {
    const [a, b] = [await addDesk(), await addDesk()]
    const bugs: string[] = []
    const runners = [a, b].map(desk => {
      const { held: _held, progress: _progress, signal: _signal, ...exchange } = desk.parts()
      return new Runner({
        exchange: { ...exchange, now: () => Date.now() },
        told: () => undefined,
        reportBug: error => bugs.push(String(error)),
      })
    })
    for (const runner of runners) runner.begin()
    const standing = () => runners.map(({ state }) => state.standing)
    await expect.poll(standing, { timeout: 10_000 }).toEqual(['agreed', 'agreed'])
    await work(a, 1)
    const own = a.desk.journal.installation
    const last = a.desk.journal.head().cursor[own]
    const written = performance.now()
    runners[0]?.wake()
    await expect.poll(() => b.desk.journal.head().cursor[own], { timeout: 10_000, interval: 20 }).toBe(last)
    expect(performance.now() - written).toBeLessThan(5000)
    await expect.poll(standing, { timeout: 10_000 }).toEqual(['agreed', 'agreed'])
    await new Promise(resolve => setTimeout(resolve, 500))
    const asked = rig.proxy.calls.length
    await new Promise(resolve => setTimeout(resolve, 3000))
    // Two desks that wait have each asked once at most.
    expect(rig.proxy.calls.length - asked).toBeLessThanOrEqual(2)
    expect(bugs).toEqual([])
    // What each last said of itself is for the administrator.
    for (const { desk } of [a, b]) {
      const seen = await findPresence(rig.asAdmin.chains, desk.journal.installation)
      expect(seen?.held).toBeGreaterThan(0)
      expect(Date.now() - Date.parse(seen?.at ?? '')).toBeLessThan(60_000)
    }
    for (const runner of runners) await runner.end()
  })

  it('a letter is held by who reached the server first; the other is told, takes another, and holds that', async () => {
    const [a, b] = [await addDesk(), await addDesk()]
    const [first, second] = [a.desk.journal.installation, b.desk.journal.installation]
    const letterAt = async (desk: SimDesk) => {
      const at = { server: SERVER, runner: { state: IDLE, held: new Map() }, memory: desk.memory }
      const { isLetterTaken, letters } = await statusOf(openOf(desk), at)
      return { isLetterTaken, letters }
    }
    // Both were set up apart, with the same letter.
    expect(await letterAt(b)).toEqual({ isLetterTaken: false, letters: [] })
    await a.exchange()
    await b.exchange()
    expect(await letterAt(a)).toEqual({ isLetterTaken: false, letters: ['А'] })
    expect(await letterAt(b)).toEqual({ isLetterTaken: true, letters: ['А'] })
    const intent = {
      ...{ entity: entityId('desk', second), type: 'desk.lettered', body: { letter: 'Б' } },
      basedOn: b.desk.journal.headOf(entityId('desk', second)),
    }
    const [lettered] = await b.gate.act([{ intent }], ADMINISTRATOR)
    b.acknowledged.add(lettered!.id)
    await settle()
    expect(await lettersOnServer(rig.asAdmin.chains)).toEqual({ А: first, Б: second })
    expect(await letterAt(b)).toEqual({ isLetterTaken: false, letters: ['А', 'Б'] })
    await expectAgreed()
  })

  it('a desk whose place in its own chain another computer took is stopped, and so is one that is older than the server knows it', async () => {
    const a = await addDesk()
    await work(a, 3)
    const earlier = a.files.copy()
    await work(a, 2)
    await a.exchange()
    const twin = new SimDesk(new SimOffice(8), 'twin')
    for (const name of earlier.paths()) twin.files.put(name, earlier.get(name))
    await twin.open()
    twin.databases = a.databases
    await expect(twin.exchange()).rejects.toMatchObject({ why: 'data_behind' })
    await work(twin, 5)
    await expect(twin.exchange()).rejects.toMatchObject({ why: 'two_writers' })
  })
})

async function documentsOf(database: {
  allDocs: (asked: object) => Promise<{ rows: { doc: unknown }[] }>
}): Promise<unknown[]> {
  return (await database.allDocs({ include_docs: true })).rows.map(({ doc }) => doc)
}

async function bytesUnder(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter(name => name.isFile()).map(name => path.join(name.parentPath, name.name))
  return (await Promise.all(files.map(file => readFile(file, 'latin1')))).join('\n')
}

it('a server that is not there is told as offline, and nothing is lost by it', async () => {
  const office = new SimOffice(3)
  const desk = await office.add()
  const access = { address: 'http://127.0.0.1:9', account: { name: 'x', password: 'x' }, trust: 'system' } as const
  const database = (name: string) => couchDatabase({ ...access, database: name } as never)
  desk.databases = { actions: database('qabyldau-x'), people: database('qabyldau-x-keys') }
  await desk.act(office.dice)
  await expect(desk.exchange()).rejects.toMatchObject({ why: 'offline' })
  expect((await toldBy(desk)).length).toBe(desk.acknowledged.size)
})
