import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dropAsked } from '#electron/security/asked-key.ts'
import { digitsOfAnswer } from '#electron/sync/key-answer.ts'
import { makeKeyAsk, writeKeyAsk } from '#electron/sync/key-ask.ts'
import { entityId } from '#shared/change/action.ts'
import { openDesk, opening } from '#test/fault/desk-rig.ts'
import {
  ask,
  askAt,
  BY,
  bring,
  changeKey,
  giveAt,
  newDisk,
  type Seat,
  STICK,
  sit,
  stand,
  takeAt,
} from '#test/fault/key-handing-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'
import { keysBy, placeOf } from '#test/fault/office-key-rig.ts'

const refused = (code: string, params?: object) => ({ detail: params === undefined ? { code } : { code, params } })

let a: Seat
let b: Seat

beforeEach(async () => {
  a = await sit(await newDisk('А'))
  b = await sit(await newDisk('Б', { of: a }))
  await bring(a, b)
  await bring(b, a)
  await changeKey(a)
})
afterEach(async () => {
  for (const seat of [a, b]) await stand(seat)
})

describe('a thief who has the old key', () => {
  it('and asks as a desk that nobody knows is refused by name', async () => {
    const thief = await sit(await newDisk('Т', { of: b }))
    a.choose(await askAt(thief, a))
    await expect(ask(a, 'key.request')).rejects.toMatchObject(refused('key.unknown_desk', { letter: 'Т' }))
    await stand(thief)
  })

  it('and asks in the name of a desk does not sign as it', async () => {
    const said = { letter: null, user: BY.user, askedAt: '2026-11-23T05:00:00.000Z' }
    const thief = await sit(await newDisk('Т', { of: b }))
    const { ask: forged } = makeKeyAsk({ ...bound(thief), installation: b.desk.keys.installation }, said)
    a.choose(`${STICK}/${await writeKeyAsk(a.files, STICK, forged)}`)
    await expect(ask(a, 'key.request')).rejects.toMatchObject(refused('key.signature'))
    await stand(thief)
  })

  it('and tells the key of another desk in a chain of their own does not sign as that desk either', async () => {
    const files = new MemoryFiles()
    const thief = await openDesk({ files, office: b.desk, now: () => 1_780_000_000_000 })
    const { journal, keys } = thief
    const entity = entityId('desk', b.desk.keys.installation)
    await journal.append([opening(thief, 'Т'), { ...opening(thief, 'Б'), entity }])
    const sealed = await journal.sealed(journal.installation, { after: 0, limit: 10, bytes: 1_000_000 })
    await a.desk.gate.take(journal.installation, sealed)
    const said = { letter: null, user: BY.user, askedAt: '2026-11-23T05:00:00.000Z' }
    const { installation } = b.desk.keys
    const sign = keys.sign.bind(keys)
    const { ask: forged } = makeKeyAsk({ installation, keyId: keys.keyId, sign }, said)
    a.choose(`${STICK}/${await writeKeyAsk(a.files, STICK, forged)}`)
    await expect(ask(a, 'key.request')).rejects.toMatchObject(refused('key.signature'))
    a.choose(await askAt(b, a))
    expect(await ask(a, 'key.request')).toMatchObject({ asked: { letter: 'Б', installation } })
    await journal.close()
  })

  it('and puts a request of a known desk of their own on the stick is seen by other digits and another letter', async () => {
    const thief = await sit(await newDisk('Т', { of: b }))
    await bring(thief, a)
    await ask(b, 'key.ask')
    const honest = (await ask(b, 'key.state')).asked?.fingerprint
    a.choose(await askAt(thief, a))
    const { asked } = await ask(a, 'key.request')
    expect(asked).toMatchObject({ letter: 'Т' })
    expect(asked?.fingerprint).not.toBe(honest)
    await stand(thief)
  })

  it('and reads the stick and the old key opens nothing of the answer; no key lies in any file', async () => {
    const { path, digits } = await giveAt(a, await askAt(b, a), b)
    const answer = JSON.parse(b.files.get(path).toString())
    expect(digits).toBe(digitsOfAnswer(answer))
    expect(b.desk.keys.open(Buffer.from(answer.sealed, 'base64'), '')).toBeNull()
    const secret = await a.desk.keys.lend(async office => office.toString('base64'))
    for (const seat of [a, b])
      for (const file of seat.files.paths()) expect(seat.files.get(file).toString('latin1'), file).not.toContain(secret)
    await dropAsked(placeOf(b.files))
    await expect(takeAt(b, { path, digits })).rejects.toMatchObject(refused('key.not_asked'))
  })

  it('and is known as a desk plants an answer: its digits give it away', async () => {
    const before = b.desk.keys.keyId
    // The thief has the key of before and a chain that both desks have taken.
    const thief = await sit(await newDisk('Т', { of: b }))
    await bring(b, thief)
    await bring(thief, b)
    await changeKey(thief)
    const request = await askAt(b, a)
    const honest = await giveAt(a, request, b)
    thief.files.put(request, a.files.get(request))
    const planted = await giveAt(thief, request, b)
    expect(planted.digits).not.toBe(honest.digits)
    b.choose(planted.path)
    expect(await ask(b, 'key.answer')).toMatchObject({ found: { letter: 'Т' } })
    await expect(takeAt(b, { path: planted.path, digits: honest.digits })).rejects.toMatchObject(refused('key.digits'))
    expect([b.desk.keys.keyId, (await keysBy(b.files)).keyId]).toEqual([before, before])
    await stand(thief)
  })
})

/** The keys of a desk as an object that may be spread. */
function bound({ desk: { keys } }: Seat) {
  return {
    ...{ installation: keys.installation, keyId: keys.keyId },
    ...{ sign: keys.sign.bind(keys), lend: keys.lend.bind(keys) },
  }
}
