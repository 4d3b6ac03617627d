import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSecondFactors } from '#electron/access/second-factors.ts'
import { newDoor, withPassword } from '#electron/security/office-key.ts'
import { contentOf, newOffice, type Office, workingOffice } from './backup-rig.ts'

const PASSWORD = 'құлыптаулы есік'
const NEXT = 'жаңа құпиясөз 2'
const CHEAP = { memory: 1024, rounds: 1 }

let office: Office
let paper: string
let user: string
const others: Office[] = []

/** A desk entered by a password, its administrator with a telephone. */
beforeEach(async () => {
  ;({ office, paper } = await workingOffice())
  const { state } = office.desk
  const person = { ...state.standing()!, role: 'administrator' as const }
  user = person.id
  const { keys, gate, journal } = state.desk()
  const entity = `user:${user}` as never
  await gate.act(
    [{ intent: { entity, type: 'user.changed', basedOn: journal.headOf(entity), body: { user: person } } }],
    state.actor(),
  )
  const place = { ...state.place, cost: CHEAP }
  const door = await keys.lend(bytes =>
    withPassword(newDoor(keys.keyId, place.storage, place.random), bytes, { person, password: PASSWORD }, place),
  )
  await state.access.change(door, person)
  const { place: where } = state
  await where.files.makeFolder(`${where.folder}/keys`)
  const sealed = keys.seal(Buffer.from(JSON.stringify({ [user]: { secret: 'AAAA', used: 1 } })), 'keys/second|1')
  const { writeAtomically } = await import('#electron/journal/atomic-file.ts')
  await writeAtomically(where.files, `${where.folder}/keys/second`, sealed)
})
afterEach(async () => {
  for (const one of [office, ...others.splice(0)]) await one.end().catch(() => undefined)
})

const hasTelephone = async ({ desk }: Office) =>
  (await openSecondFactors(desk.state.desk().keys, desk.state.place)).has(user)

it('put back where it was made: the same passwords, and the telephone is asked for as before', async () => {
  const made = await office.copy()
  const door = await readFile(`${office.userData}/desk-data/keys/office.key`, 'utf8')
  await office.restore.choose(made.path)
  expect(await office.restore.stage(null)).toMatchObject({ administrators: [] })
  await office.restore.decide(null)
  await office.restart()
  expect(await readFile(`${office.userData}/desk-data/keys/office.key`, 'utf8')).toBe(door)
  expect(await office.desk.state.start()).toMatchObject({ phase: 'locked', guarded: true })
  await office.desk.state.access.enter(user, PASSWORD)
  expect(await hasTelephone(office)).toBe(true)
})

it('on a fresh computer: one administrator gets a new password, no telephone of that day is asked for, everybody else waits for theirs', async () => {
  const made = await office.copy()
  const before = await contentOf(office)
  const fresh = await newOffice()
  others.push(fresh)
  await fresh.restore.choose(made.path)
  expect((await fresh.restore.stage(paper)).administrators.map(({ id }) => id)).toEqual([user])
  await expect(fresh.restore.decide(null)).rejects.toMatchObject({ detail: { code: 'backup.administrator_needed' } })
  await fresh.restore.decide({ user, password: NEXT })
  await fresh.restart()
  expect(await fresh.desk.state.start()).toMatchObject({ phase: 'locked' })
  await expect(fresh.desk.state.access.enter(user, PASSWORD)).rejects.toMatchObject({
    detail: { code: 'access.wrong' },
  })
  await fresh.desk.state.access.enter(user, NEXT)
  expect(await hasTelephone(fresh)).toBe(false)
  expect((await contentOf(fresh)).slice(0, before.length)).toEqual(before)
}, 30_000)
