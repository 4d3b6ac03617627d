import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { openByTyped, recoveryFor, writeRecovery } from '#electron/security/recovery-file.ts'
import { makeRecoveryKey } from '#electron/security/recovery-key.ts'
import { systemRandom } from '#electron/security/seal.ts'
import { entityId } from '#shared/change/action.ts'
import { draft, readAll } from '#test/fault/desk-rig.ts'
import {
  ask,
  askAt,
  BY,
  bring,
  carry,
  changeKey,
  giveAt,
  newDisk,
  type Seat,
  STICK,
  sit,
  stand,
  takeAt,
} from '#test/fault/key-handing-rig.ts'
import { placeOf } from '#test/fault/office-key-rig.ts'

/** A stick on which nothing is written before it is let go, once it is slow. */
class SlowStick {
  #slow = Promise.resolve()
  #reached = () => {}
  #go = () => {}
  /** Resolves when the next file is about to be written. */
  reached = Promise.resolve()

  slow(): void {
    this.#slow = new Promise(resolve => {
      this.#go = resolve
    })
    this.reached = new Promise(resolve => {
      this.#reached = resolve
    })
  }

  go(): void {
    this.#go()
    this.#slow = Promise.resolve()
  }

  before(files: FileSystem): FileSystem {
    const open: FileSystem['open'] = async (path, mode) => {
      if (path.startsWith(STICK) && mode === 'create') {
        this.#reached()
        await this.#slow
      }
      return files.open(path, mode)
    }
    return new Proxy(files, {
      get(target, name) {
        if (name === 'open') return open
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
}

let a: Seat
let b: Seat
const stick = new SlowStick()

beforeEach(async () => {
  const files = await newDisk('А')
  a = await sit(files, stick.before(files))
  const others = await newDisk('Б', { of: a })
  b = await sit(others, stick.before(others))
  await bring(a, b)
  await bring(b, a)
  await changeKey(a)
})
afterEach(async () => {
  stick.go()
  for (const seat of [a, b]) await stand(seat)
})

const given = async () => (await readAll(a.desk.journal, 200)).filter(({ type }) => type === 'office.key_given').length
const answers = () => a.files.paths().filter(path => path.endsWith('.qkey') || path.endsWith('.tmp'))

/** What the desk does meanwhile, of which none may wait. */
async function atWork(seat: Seat): Promise<void> {
  await seat.state.atDoor(async () => undefined)
  const entity = entityId('application', 'meanwhile')
  await seat.desk.journal.append([{ ...draft(5, 'meanwhile'), entity }])
  await seat.desk.gate.inTurn(async () => undefined)
}

/** Gives up to the stick; what is then done; and what comes of it once the stick has written. */
async function giveSlowly(meanwhile: () => Promise<void>) {
  a.choose(await askAt(b, a))
  const { asked } = await ask(a, 'key.request')
  stick.slow()
  let isTold = false
  const giving = ask(a, 'key.give', { installation: asked?.installation }).finally(() => {
    isTold = true
  })
  giving.catch(() => undefined)
  await stick.reached
  await meanwhile()
  expect([isTold, await given()]).toEqual([false, 0])
  stick.go()
  const done = await giving
  if (done.state !== 'saved') throw new Error('nothing was given')
  return { path: carry(a, b, done.fileName), digits: done.fingerprint }
}

it('while a slow stick takes the key the desk works on; the act is noted and the digits told after it', async () => {
  const answer = await giveSlowly(() => atWork(a))
  expect(await given()).toBe(1)
  await takeAt(b, answer)
  expect(b.desk.keys.keyId).toBe(a.desk.keys.keyId)
})

it('while a slow stick takes the request the desk works on', async () => {
  stick.slow()
  const asking = ask(b, 'key.ask')
  await stick.reached
  await atWork(b)
  stick.go()
  const made = await asking
  if (made.state !== 'saved') throw new Error('nothing was asked')
  await takeAt(b, await giveAt(a, carry(b, a, made.fileName), b))
  expect(b.desk.keys.keyId).toBe(a.desk.keys.keyId)
})

it('where the key is changed before the stick has written, the key of now is given, once', async () => {
  let paper = ''
  const answer = await giveSlowly(async () => {
    paper = await changeKey(a)
  })
  expect(await given()).toBe(1)
  await takeAt(b, answer)
  expect(b.desk.keys.keyId).toBe(a.desk.keys.keyId)
  expect(await openByTyped(placeOf(b.files), paper)).not.toBeNull()
})

it('where the paper is drawn anew before the stick has written, that paper opens the desk that takes the key', async () => {
  const { publicKey, text } = makeRecoveryKey(systemRandom)
  const answer = await giveSlowly(() =>
    a.desk.keys.lend(async office => writeRecovery(placeOf(a.files), recoveryFor(publicKey, office, systemRandom))),
  )
  await takeAt(b, answer)
  expect(await openByTyped(placeOf(b.files), text)).not.toBeNull()
})

it('where the asking desk is retired before the stick has written nothing is given, and the file goes again', async () => {
  const entity = entityId('desk', b.desk.journal.installation)
  const retire = async () => {
    const intent = { entity, type: 'desk.retired', basedOn: a.desk.journal.headOf(entity), body: { reason: 'lost' } }
    await a.desk.gate.act([{ intent }], BY)
  }
  await expect(giveSlowly(retire)).rejects.toMatchObject({ detail: { code: 'key.retired_desk' } })
  expect([await given(), answers()]).toEqual([0, []])
})
