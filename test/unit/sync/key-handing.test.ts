import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessServices } from '#electron/access/services.ts'
import { findAsked } from '#electron/security/asked-key.ts'
import { keyIdOf } from '#electron/security/keychain.ts'
import { enter, readOfficeKey, writeDoor } from '#electron/security/office-key.ts'
import { readLinks } from '#electron/security/older-keys.ts'
import { openByTyped } from '#electron/security/recovery-file.ts'
import { systemRandom } from '#electron/security/seal.ts'
import { makeKeyAnswer, writeKeyAnswer } from '#electron/sync/key-answer.ts'
import { digitsOfAsk, makeKeyAsk, writeKeyAsk } from '#electron/sync/key-ask.ts'
import { openMemory } from '#electron/sync/memory.ts'
import { writeParcel } from '#electron/sync/parcel.ts'
import { openParcels } from '#electron/sync/parcel-memory.ts'
import { checkParcel, takeParcel } from '#electron/sync/take-parcel.ts'
import { entityId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { KeyAsk } from '#shared/sync/key-handing.ts'
import { draft, numbersOf, readAll } from '#test/fault/desk-rig.ts'
import {
  ask,
  askAt,
  BY,
  bring,
  carry,
  changeKey,
  giveAt,
  newDisk,
  PASSWORD,
  type Seat,
  STICK,
  sit,
  stand,
  takeAt,
} from '#test/fault/key-handing-rig.ts'
import { type Entered, keysBy, PERSON, placeOf } from '#test/fault/office-key-rig.ts'

const refused = (code: string, params?: object) => ({ detail: params === undefined ? { code } : { code, params } })

let a: Seat
let b: Seat
let paper: string

async function office(by: Entered = 'system'): Promise<void> {
  a = await sit(await newDisk('А'))
  b = await sit(await newDisk('Б', { of: a, by }))
  await bring(a, b)
  await bring(b, a)
  paper = await changeKey(a)
  await a.desk.journal.append([draft(7, 'after')])
}

beforeEach(() => office())
afterEach(async () => {
  for (const seat of [a, b]) await stand(seat)
})

const typesAt = async (seat: Seat) =>
  (await readAll(seat.desk.journal, 200)).map(({ type }) => type).filter(type => type.startsWith('office.key_'))

const retire = (seat: Seat, other: Seat) => {
  const entity = entityId('desk', other.desk.journal.installation)
  const intent = { entity, type: 'desk.retired', basedOn: seat.desk.journal.headOf(entity), body: { reason: 'lost' } }
  return seat.desk.gate.act([{ intent }], BY)
}

/** Nothing of the desk has moved: the key of before is in force. */
async function expectUntaken(seat: Seat, keyId: string): Promise<void> {
  expect(seat.desk.keys.keyId).toBe(keyId)
  expect((await keysBy(seat.files)).keyId).toBe(keyId)
  expect(await typesAt(seat)).not.toContain('office.key_taken')
}

describe.each<Entered>(['system', 'password'])('the changed key at another desk, opened by the %s', by => {
  it('is asked for, given, compared and taken; what waited opens, the new paper opens, each desk says what it did', async () => {
    for (const seat of [a, b]) await stand(seat)
    await office(by)
    await expect(bring(a, b)).rejects.toMatchObject({ why: 'other_key' })
    const first = b.desk.keys.firstKeyId
    const store = b.desk.keys.storeKeys().storeKey
    await takeAt(b, await giveAt(a, await askAt(b, a), b))
    expect(b.bugs).toEqual([])
    await bring(a, b)
    expect(numbersOf(await readAll(b.desk.journal))).toContain(7)
    await bring(b, a)
    const key = a.desk.keys.keyId
    expect([b.desk.keys.keyId, b.desk.keys.firstKeyId, b.desk.keys.knows(first)]).toEqual([key, first, true])
    expect(b.desk.keys.storeKeys().storeKey.equals(store)).toBe(false)
    expect(await b.desk.keys.lend(async now => (await openByTyped(placeOf(b.files), paper))?.equals(now))).toBe(true)
    expect(await findAsked(placeOf(b.files), b.desk.keys)).toBeNull()
    await stand(b)
    b = await sit(b.files)
    expect(b.desk.keys.keyId).toBe(key)
    await b.desk.journal.append([draft(8, 'here')])
    expect((await typesAt(b)).sort()).toEqual(['office.key_changed', 'office.key_given', 'office.key_taken'])
    const told = (await readAll(b.desk.journal, 200)).flatMap(one =>
      one.type === 'office.key_given' || one.type === 'office.key_taken' ? [bodyOf(one.type, one)] : [],
    )
    const [one, two] = [a, b].map(seat => seat.desk.journal.installation)
    expect(told).toEqual(
      expect.arrayContaining([
        { desk: two, key },
        { desk: one, key },
      ]),
    )
  })
})

describe('the door of the desk that takes the key', () => {
  const NEXT = 'жаңа құпиясөз 2027'

  /** The own password is changed, as the services of the door do. */
  const newPassword = ({ state }: Seat) => {
    const idle = { moved: () => undefined, alive: () => undefined, leave: () => undefined, onPaper: () => undefined }
    const parts = { ...state, ...idle, standing: () => null, copy: async () => true }
    const { 'access.password': change } = accessServices({ ...parts, printer: { printSheetOn: async () => true } })
    return change({ password: PASSWORD, next: NEXT }, { window: 1, page: 'desk', load: 0 })
  }

  it.each([
    ['before', (taken: () => Promise<void>, changed: () => Promise<unknown>) => [changed(), taken()]],
    ['after', (taken: () => Promise<void>, changed: () => Promise<unknown>) => [taken(), changed()]],
  ])('keeps a password that is changed at the same moment, asked %s', async (_, inOrder) => {
    for (const seat of [a, b]) await stand(seat)
    await office('password')
    const given = await giveAt(a, await askAt(b, a), b)
    await b.state.access.enter(PERSON.id, PASSWORD)
    b.choose(given.path)
    const from = (await ask(b, 'key.answer')).found?.from
    const taken = () => ask(b, 'key.take', { from, digits: given.digits }).then(() => undefined)
    await Promise.all(inOrder(taken, () => newPassword(b)))
    const door = await readOfficeKey(placeOf(b.files))
    if (door.kind !== 'door') throw new Error('no door')
    expect(await enter(door, PERSON.id, PASSWORD)).toBeNull()
    const office32 = await enter(door, PERSON.id, NEXT)
    expect(keyIdOf(office32 ?? Buffer.alloc(0))).toBe(a.desk.keys.keyId)
  })

  it('tells who enters by the new key only once somebody else has opened the desk', async () => {
    for (const seat of [a, b]) await stand(seat)
    await office('password')
    const place = placeOf(b.files)
    const door = await readOfficeKey(place)
    if (door.kind !== 'door') throw new Error('no door')
    const late = { id: 'u2', name: 'Б. Сәрсен', position: { kk: 'Маман', ru: 'Специалист' } }
    // Of a program of before envelopes had a public half.
    const ofBefore = door.envelopes.map(({ derivation, sealed }) => ({ user: late.id, derivation, sealed }))
    const people = [...door.people, { ...late, role: 'clerk' as const }]
    await stand(b)
    await writeDoor(place, { ...door, people, envelopes: [...door.envelopes, ...ofBefore] })
    b = await sit(b.files)
    const { path, digits } = await giveAt(a, await askAt(b, a), b)
    b.choose(path)
    const from = (await ask(b, 'key.answer')).found?.from
    expect(await ask(b, 'key.take', { from, digits })).toEqual({ copied: true, late: [late] })
  })
})

it('waits for its answer through a restart, and two changes in a row come at once', async () => {
  const request = await askAt(b, a)
  const { asked } = await ask(b, 'key.state')
  await stand(b)
  b = await sit(b.files)
  expect(await ask(b, 'key.state')).toEqual({ asked })
  await changeKey(a)
  await takeAt(b, await giveAt(a, request, b))
  await bring(a, b)
  expect(b.desk.keys.keyId).toBe(a.desk.keys.keyId)
  await stand(b)
  b = await sit(b.files)
  expect(numbersOf(await readAll(b.desk.journal))).toContain(7)
})

it('a file written under the new key says what is to be done, and is taken once the key is', async () => {
  const partsOf = async ({ desk, files }: Seat) => ({
    ...{ desk, files, app: '1.0.0', now: () => BY.now, progress: () => undefined, taken: async () => undefined },
    kept: await openParcels(files, '/desk-data', desk.keys),
    memory: await openMemory(files, '/desk-data', desk.keys),
  })
  await writeParcel(await partsOf(a), `${STICK}/a.qsync`, { whole: true })
  const path = carry(a, b, 'a.qsync')
  await expect(checkParcel(await partsOf(b), path)).rejects.toMatchObject(refused('parcel.other_key'))
  const stranger = await sit(await newDisk('А'))
  carry(a, stranger, 'a.qsync')
  await expect(checkParcel(await partsOf(stranger), path)).rejects.toMatchObject(refused('parcel.other_office'))
  await stand(stranger)
  await takeAt(b, await giveAt(a, await askAt(b, a), b))
  const parts = await partsOf(b)
  await takeParcel(parts, await checkParcel(parts, path))
  expect(numbersOf(await readAll(b.desk.journal))).toContain(7)
})

it('both screens show the same digits of the request, and who asked', async () => {
  const request = await askAt(b, a)
  a.choose(request)
  const { asked } = await ask(a, 'key.request')
  expect(asked).toMatchObject({ letter: 'Б', who: 'А. Рахимова', installation: b.desk.journal.installation })
  expect(asked?.fingerprint).toBe((await ask(b, 'key.state')).asked?.fingerprint)
  expect(asked?.fingerprint).toMatch(/^(?:\d{4} ){4}\d{4}$/)
})

/** The same base64 with bits at its end that say nothing. */
const otherwise = (text: string) =>
  text.replace(/([AQgw])==$/, (_, last: string) => `${{ A: 'B', Q: 'R', g: 'h', w: 'x' }[last]}==`)

it('a signature that is written in another way is none, though its bytes are the same', async () => {
  const request = await askAt(b, a)
  const asked = JSON.parse(a.files.get(request).toString())
  const signature = otherwise(asked.signature)
  expect(signature).not.toBe(asked.signature)
  expect(Buffer.from(signature, 'base64')).toEqual(Buffer.from(asked.signature, 'base64'))
  const given = await giveAt(a, request, b)
  a.files.put(request, Buffer.from(JSON.stringify({ ...asked, signature })))
  a.choose(request)
  await expect(ask(a, 'key.request')).rejects.toMatchObject(refused('key.no_request'))
  const answer = JSON.parse(b.files.get(given.path).toString())
  b.files.put(given.path, Buffer.from(JSON.stringify({ ...answer, signature: otherwise(answer.signature) })))
  await expect(takeAt(b, given)).rejects.toMatchObject(refused('key.no_answer'))
})

describe('the request', () => {
  it('with any byte changed or cut is refused, or its digits are others', async () => {
    const path = await askAt(b, a)
    const whole = a.files.get(path)
    const digits = digitsOfAsk(KeyAsk.parse(JSON.parse(whole.toString())))
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      a.files.put(path, bytes)
      a.choose(path)
      const came = await ask(a, 'key.request').then(
        ({ asked }) => asked?.fingerprint,
        (error: { detail: { code: string } }) => error.detail.code,
      )
      expect(came, `byte ${at}`).toMatch(/^key\.(?:no_request|signature|unknown_desk|other_office)$/)
      expect(came).not.toBe(digits)
    }
    for (let length = 0; length < whole.length; length += 7) {
      a.files.put(path, whole.subarray(0, length))
      await expect(ask(a, 'key.request')).rejects.toMatchObject(refused('key.no_request'))
    }
  })

  it('of this very desk, of one that has the key, is retired, is replaced or of another office is refused', async () => {
    const own = await ask(a, 'key.ask')
    a.choose(`${STICK}/${own.state === 'saved' ? own.fileName : ''}`)
    await expect(ask(a, 'key.request')).rejects.toMatchObject(refused('key.own'))
    const request = await askAt(b, a)
    const other = await sit(await newDisk('А'))
    const said = { letter: null, user: BY.user, askedAt: '2026-11-23T05:00:00.000Z' }
    const { ask: strange } = makeKeyAsk({ ...bound(b), keyId: other.desk.keys.keyId }, said)
    a.choose(`${STICK}/${await writeKeyAsk(a.files, STICK, strange)}`)
    await expect(ask(a, 'key.request')).rejects.toMatchObject(refused('key.other_office'))
    await stand(other)
    await retire(a, b)
    a.choose(request)
    await expect(ask(a, 'key.request')).rejects.toMatchObject(refused('key.retired_desk', { letter: 'Б' }))
  })

  it('of a desk that was replaced says who goes on for it', async () => {
    const request = await askAt(b, a)
    const next = await sit(await newDisk('Г', { of: b, replaces: b.desk.journal.installation }))
    await bring(next, a)
    a.choose(request)
    await expect(ask(a, 'key.request')).rejects.toMatchObject(refused('key.replaced_desk', { letter: 'Б', by: 'Г' }))
    await stand(next)
  })

  it('is not given where it already has the key, nor where this desk has no paper of it', async () => {
    await takeAt(b, await giveAt(a, await askAt(b, a), b))
    const again = await askAt(b, a)
    a.choose(again)
    await expect(ask(a, 'key.request')).rejects.toMatchObject(refused('key.has_it', { letter: 'Б' }))
  })

  it('is refused without a paper: the asking desk would be left with none', async () => {
    a.choose(await askAt(b, a))
    const { asked } = await ask(a, 'key.request')
    await a.files.remove('/desk-data/keys/recovery.key')
    await expect(ask(a, 'key.give', { installation: asked?.installation })).rejects.toMatchObject(
      refused('key.no_paper'),
    )
    expect(await typesAt(a)).not.toContain('office.key_given')
  })
})

describe('the answer', () => {
  it('is taken by the digits of the giving desk alone: typed otherwise, nothing moves', async () => {
    const before = b.desk.keys.keyId
    const given = await giveAt(a, await askAt(b, a), b)
    await expect(takeAt(b, { ...given, digits: '0000 0000 0000 0000 0000' })).rejects.toMatchObject(
      refused('key.digits'),
    )
    await expect(takeAt(b, { ...given, digits: '' })).rejects.toMatchObject(refused('key.digits'))
    await expectUntaken(b, before)
    await takeAt(b, { ...given, digits: given.digits.replace(/ /g, '') })
    expect(b.desk.keys.keyId).toBe(a.desk.keys.keyId)
  })

  it('with any byte changed or cut is refused, and nothing moves', async () => {
    const before = b.desk.keys.keyId
    const { path, digits } = await giveAt(a, await askAt(b, a), b)
    const whole = b.files.get(path)
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      b.files.put(path, bytes)
      const came = await takeAt(b, { path, digits }).then(
        () => 'taken',
        (error: { detail?: { code: string } }) => error.detail?.code ?? String(error),
      )
      expect(came, `byte ${at}`).toMatch(/^key\.(?:no_answer|not_for_us|unknown_giver|known)$/)
    }
    for (let length = 0; length < whole.length; length += 31) {
      b.files.put(path, whole.subarray(0, length))
      await expect(takeAt(b, { path, digits })).rejects.toMatchObject(refused('key.no_answer'))
    }
    await expectUntaken(b, before)
    b.files.put(path, whole)
    await takeAt(b, { path, digits })
  })

  it('is used once, is for the last request alone, and for nobody who did not ask', async () => {
    const first = await giveAt(a, await askAt(b, a), b)
    const second = await askAt(b, a)
    await expect(takeAt(b, first)).rejects.toMatchObject(refused('key.not_for_us'))
    const given = await giveAt(a, second, b)
    await takeAt(b, given)
    await expect(takeAt(b, given)).rejects.toMatchObject(refused('key.not_asked'))
    await askAt(b, a)
    await expect(takeAt(b, given)).rejects.toMatchObject(refused('key.not_for_us'))
  })

  it('with a key that is known here says so: an answer of before the next change brings nothing back', async () => {
    const old = a.desk.keys.keyId
    await takeAt(b, await giveAt(a, await askAt(b, a), b))
    await changeKey(a)
    const request = await askAt(b, a)
    const asked = KeyAsk.parse(JSON.parse(a.files.get(request).toString()))
    const keys = { ...bound(a), keyId: old, lend: b.desk.keys.lend.bind(b.desk.keys) }
    const giving = { keys, links: await readLinks(placeOf(a.files)), paper: '', random: systemRandom }
    const path = carry(a, b, await writeKeyAnswer(a.files, STICK, asked, await makeKeyAnswer(asked, giving)))
    await expect(takeAt(b, { path, digits: '' })).rejects.toMatchObject(refused('key.known'))
  })

  it('of a desk that was retired here, or that nobody knows here, is refused', async () => {
    const before = b.desk.keys.keyId
    const given = await giveAt(a, await askAt(b, a), b)
    await retire(b, a)
    await expect(takeAt(b, given)).rejects.toMatchObject(refused('key.retired_giver', { letter: 'А' }))
    await expectUntaken(b, before)
    const c = await sit(await newDisk('В', { of: a }))
    await bring(a, c)
    await bring(b, c)
    const ofC = await giveAt(c, await askAt(b, c), b)
    await expect(takeAt(b, ofC)).rejects.toMatchObject(refused('key.unknown_giver'))
    await stand(c)
  })

  it('of keys that were changed apart does not follow, and says so', async () => {
    const before = b.desk.keys.keyId
    const request = await askAt(b, a)
    const given = await giveAt(a, request, b)
    await changeKey(b)
    await expect(takeAt(b, given)).rejects.toMatchObject(refused('key.not_follow'))
    expect(b.desk.keys.knows(before)).toBe(true)
    await expectUntaken(b, b.desk.keys.keyId)
  })
})

/** The keys of a desk as an object that may be spread. */
function bound({ desk: { keys } }: Seat) {
  return {
    ...{ installation: keys.installation, keyId: keys.keyId },
    ...{ sign: keys.sign.bind(keys), lend: keys.lend.bind(keys) },
  }
}
