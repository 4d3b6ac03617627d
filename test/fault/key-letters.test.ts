import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { systemRandom } from '#electron/security/seal.ts'
import { openAsDesk, sealForDesk } from '#electron/security/sealed-for-desk.ts'
import { broughtBy, readLetters } from '#electron/sync/key-letters.ts'
import { entityId } from '#shared/change/action.ts'
import { type SimDesk, SimOffice, toldBy } from '#test/sim/office-rig.ts'
import { count } from './counted.ts'
import { draft, FOLDER } from './desk-rig.ts'
import { FailFiles, type Fault } from './fail-files.ts'

async function officeOf(seed: number, many: number): Promise<{ office: SimOffice; desks: SimDesk[] }> {
  const office = new SimOffice(seed)
  const desks: SimDesk[] = []
  for (let i = 0; i < many; i++) desks.push(await office.add())
  for (const desk of desks) await work(desk)
  await office.settle()
  return { office, desks }
}

async function work(desk: SimDesk): Promise<void> {
  for (let i = 0; i < 4; i++) await desk.act(desk.office.dice)
}

const lettersOf = (desk: SimDesk) => readLetters({ folder: FOLDER, files: desk.files })

async function retire(at: SimDesk, of: SimDesk): Promise<void> {
  const entity = entityId('desk', of.desk.journal.installation)
  const basedOn = at.desk.journal.headOf(entity)
  await at.desk.journal.append([{ ...draft(0), type: 'desk.retired', entity, basedOn, body: { reason: 'lost' } }])
}

describe('a key that was changed at one desk', () => {
  it('reaches every desk at work by the server, twice in a row, and they agree', async () => {
    const { office, desks } = await officeOf(41, 3)
    const [a, b, c] = desks as [SimDesk, SimDesk, SimDesk]
    const first = b.desk.keys.keyId
    await a.changeKey()
    await work(a)
    await a.changeKey()
    await work(a)
    for (const desk of desks) await work(desk)
    await office.settle()
    for (const desk of [b, c]) {
      expect(desk.desk.keys.keyId).toBe(a.desk.keys.keyId)
      expect(desk.desk.keys.firstKeyId).toBe(first)
      expect(desk.desk.keys.knows(first)).toBe(true)
    }
    const [told, ...others] = await Promise.all(desks.map(toldBy))
    for (const other of others) expect(other).toEqual(told)
    await b.open()
    expect(b.desk.keys.keyId).toBe(a.desk.keys.keyId)
    expect(await toldBy(b)).toEqual(told)
  })

  it('reaches a desk by a stick alone', async () => {
    const { desks } = await officeOf(42, 2)
    const [a, b] = desks as [SimDesk, SimDesk]
    await a.changeKey()
    await work(a)
    await b.takeStick((await a.writeStick(true)) ?? Buffer.alloc(0))
    expect(b.desk.keys.keyId).toBe(a.desk.keys.keyId)
    expect(await toldBy(b)).toEqual(await toldBy(a))
  })

  it('does not reach a desk that was retired before, nor anybody else: what they hold opens nothing', async () => {
    const { office, desks } = await officeOf(43, 3)
    const [a, b, lost] = desks as [SimDesk, SimDesk, SimDesk]
    await retire(a, lost)
    await a.changeKey()
    await work(a)
    await office.settle()
    expect((await lettersOf(a)).map(({ to }) => to)).toEqual([b.desk.journal.installation])
    expect(b.desk.keys.keyId).toBe(a.desk.keys.keyId)
    expect(lost.desk.keys.keyId).not.toBe(a.desk.keys.keyId)
    const [letter] = await lettersOf(a)
    // Who has the key of before and reads every letter.
    expect(await broughtBy([{ ...letter, to: lost.desk.journal.installation }], lost.desk)).toBeNull()
    expect(await broughtBy([letter], lost.desk)).toBeNull()
  })

  it('is taken from nobody who is not known and at work, and of nothing that was changed', async () => {
    const { desks } = await officeOf(44, 3)
    const [a, b, thief] = desks as [SimDesk, SimDesk, SimDesk]
    await retire(b, thief)
    await thief.changeKey()
    const forged = (await lettersOf(thief)).filter(({ to }) => to === b.desk.journal.installation)
    expect(forged).toHaveLength(1)
    expect(await broughtBy(forged, b.desk)).toBeNull()
    expect(await broughtBy([{ ...forged[0], by: a.desk.journal.installation }], b.desk)).toBeNull()
    await a.changeKey()
    const letters = (await lettersOf(a)).filter(({ to }) => to === b.desk.journal.installation)
    const [honest] = letters
    expect(await broughtBy(letters, b.desk)).not.toBeNull()
    let refused = 0
    for (let at = 0; at < 40; at++) {
      const sealed = Buffer.from(honest?.sealed ?? '', 'base64')
      const place = Math.floor((at / 40) * sealed.length)
      sealed[place] = (sealed[place] ?? 0) ^ 1
      const changed = { ...honest, sealed: sealed.toString('base64') }
      if ((await broughtBy([changed, { ...changed, from: undefined }, null, 'x'], b.desk)) === null) refused += 1
    }
    expect(refused).toBe(40)
  })

  it.each<Fault>(['kill', 'EIO', 'ENOSPC'])(
    'cut short anywhere while it is taken: the old key or the new one, and all opens: %s',
    async fault => {
      const { desks } = await officeOf(45, 2)
      const [a, b] = desks as [SimDesk, SimDesk]
      const before = await toldBy(b)
      await a.changeKey()
      const letters = await lettersOf(a)
      const disk = b.files.copy()
      let [injected, torn] = [0, 0]
      for (let at = 1; ; at++) {
        for (const path of b.files.paths()) await b.files.remove(path)
        for (const path of disk.paths()) b.files.put(path, disk.get(path))
        await b.open()
        const failing = new FailFiles(b.files, at, fault)
        await b
          .letters(failing)
          .take(letters)
          .catch(() => undefined)
        const isHit = failing.hit
        await b.open()
        const isEither = [a.desk.keys.keyId, a.desk.keys.firstKeyId].includes(b.desk.keys.keyId)
        if (!isEither || JSON.stringify(await toldBy(b)) !== JSON.stringify(before)) torn += 1
        if (b.desk.keys.keyId !== a.desk.keys.keyId && !(await b.letters().take(letters))) torn += 1
        if (!isHit) break
        injected += 1
      }
      expect(injected).toBeGreaterThan(10)
      count('faults of files', `a changed office key being taken, ${fault}`, injected, { torn })
    },
  )
})

it('what is sealed for a desk only its signing key opens', () => {
  for (let i = 0; i < 30; i++) {
    const [one, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')]
    const publicKey = one.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
    const sealed = sealForDesk(publicKey, Buffer.from('құпия'), 'here', systemRandom)
    expect(openAsDesk(one.privateKey, sealed, 'here')?.toString()).toBe('құпия')
    expect(openAsDesk(one.privateKey, sealed, 'there')).toBeNull()
    expect(openAsDesk(other.privateKey, sealed, 'here')).toBeNull()
  }
})
