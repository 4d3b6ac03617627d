import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dropAsked } from '#electron/security/asked-key.ts'
import { openByTyped, provenHalf, RecoveryFile, recoveryFor, writeRecovery } from '#electron/security/recovery-file.ts'
import { makeRecoveryKey } from '#electron/security/recovery-key.ts'
import { sealBytes, systemRandom } from '#electron/security/seal.ts'
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
let paper: string

beforeEach(async () => {
  a = await sit(await newDisk('А'))
  b = await sit(await newDisk('Б', { of: a }))
  await bring(a, b)
  await bring(b, a)
  paper = await changeKey(a)
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

describe('a thief who wrote once what stands of the paper on the disk of the giving desk', () => {
  const PAPER = '/desk-data/keys/recovery.key'
  const standing = () => RecoveryFile.parse(JSON.parse(a.files.get(PAPER).toString()))
  const put = (file: RecoveryFile) => a.files.put(PAPER, Buffer.from(JSON.stringify(file)))
  const opens = async (typed: string) =>
    b.desk.keys.lend(async now => (await openByTyped(placeOf(b.files), typed))?.equals(now) ?? false)

  it('is handed no key: without any key, with the key of before, by the proof of another, or with none', async () => {
    const own = standing()
    const before = b.desk.keys.keyId
    const { publicKey, text } = makeRecoveryKey(systemRandom)
    const half = publicKey.toString('base64')
    const context = `keys/recovery.key|public|${own.keyId}`
    const byOld = await b.desk.keys.lend(async old => sealBytes(old, publicKey, context, systemRandom))
    const ofOld = await b.desk.keys.lend(async old => recoveryFor(publicKey, old, systemRandom).proof)
    const { proof: _, ...unproven } = own
    const written: Record<string, RecoveryFile> = {
      half: { ...own, publicKey: half },
      underOld: { ...own, publicKey: half, proof: byOld.toString('base64') },
      ofAnother: { ...own, publicKey: half, ...(ofOld !== undefined && { proof: ofOld }) },
      none: { ...unproven, publicKey: half },
      before: unproven,
    }
    const request = await askAt(b, a)
    for (const [how, file] of Object.entries(written)) {
      put(file)
      const came = await giveAt(a, request, b).then(
        async given => takeAt(b, given).then(async () => ({ taken: true, thief: await opens(text) })),
        (error: { detail?: unknown }) => error.detail ?? error,
      )
      expect(came, how).toMatchObject({ code: 'key.paper_unproven' })
      expect(
        a.files.paths().filter(path => path.endsWith('.qkey')),
        how,
      ).toEqual([])
    }
    expect([b.desk.keys.keyId, (await keysBy(b.files)).keyId]).toEqual([before, before])
    put(own)
    await takeAt(b, await giveAt(a, request, b))
    expect([await opens(paper), await opens(text)]).toEqual([true, false])
  })

  it('keeps nobody from it who draws the paper anew; what was handed on is proven where it was taken too', async () => {
    const { proof: _, ...unproven } = standing()
    put(unproven)
    const { publicKey, text } = makeRecoveryKey(systemRandom)
    await a.desk.keys.lend(async office =>
      writeRecovery(placeOf(a.files), recoveryFor(publicKey, office, systemRandom)),
    )
    await takeAt(b, await giveAt(a, await askAt(b, a), b))
    expect([await opens(text), await opens(paper)]).toEqual([true, false])
    const taken = RecoveryFile.parse(JSON.parse(b.files.get(PAPER).toString()))
    expect(await b.desk.keys.lend(async office => provenHalf(taken, office))).toBe(publicKey.toString('base64'))
  })
})

/** The keys of a desk as an object that may be spread. */
function bound({ desk: { keys } }: Seat) {
  return {
    ...{ installation: keys.installation, keyId: keys.keyId },
    ...{ sign: keys.sign.bind(keys), lend: keys.lend.bind(keys) },
  }
}
