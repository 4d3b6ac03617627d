import { describe, expect, it } from 'vitest'
import { createAccess } from '#electron/access/access.ts'
import { guardOf } from '#electron/access/guard.ts'
import { beginTries } from '#electron/access/tries.ts'
import type { OpenDesk } from '#electron/desk/open-desk.ts'
import { keyIdOf } from '#electron/security/keychain.ts'
import { newDoor, withPassword } from '#electron/security/office-key.ts'
import { has, RIGHT_OF_CHANNEL, RIGHTS, type Right, rightOfType, STEP_UP } from '#shared/access/rights.ts'
import { type Action, actionId, InstallationId } from '#shared/change/action.ts'
import { ACTION_TYPES } from '#shared/change/action-types.ts'
import { upcast } from '#shared/change/upcasters/index.ts'
import { SETTLED } from '#shared/clash/model.ts'
import { CHANNEL_NAMES } from '#shared/ipc/names.ts'
import type { User } from '#shared/office/model.ts'
import { UserRole } from '#shared/user/model.ts'
import { FOLDER, testRandom, testStorage } from '#test/fault/desk-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'
import { readSamples } from '#test/fixtures/action-samples.ts'

const PASSWORD = 'көк аспан астында'
const CHEAP = { memory: 1024, rounds: 1 }

/** A desk in whose journal these acts stand, on whatever entity they are looked for. */
const deskOf = (actions: readonly Action[]) =>
  ({ journal: { actionsOf: async () => actions } }) as unknown as Pick<OpenDesk, 'journal'>

async function standing(role: User['role'], actions: readonly Action[] = []) {
  let now = 0
  const random = testRandom(role)
  const storage = testStorage()
  const files = new MemoryFiles()
  await files.makeFolder()
  const person: User = { id: 'u1', name: 'А', position: { kk: 'а', ru: 'а' }, role }
  const office = random(32)
  const empty = newDoor(keyIdOf(office), storage, random)
  const door = await withPassword(empty, office, { person, password: PASSWORD }, { random, cost: CHEAP })
  const place = { folder: FOLDER, files, random, storage, cost: CHEAP }
  await beginTries({ ...place, machine: door.machine })
  const access = await createAccess({
    ...{ place, door, elapsed: () => now },
    ...{ findDesk: () => null, openWith: async () => undefined, findPerson: async () => person },
  })
  return {
    access,
    guard: guardOf({ access, findDesk: () => deskOf(actions) }),
    pass: (milliseconds: number) => (now += milliseconds),
  }
}

type Guard = (channel: (typeof CHANNEL_NAMES)[number], args: unknown) => Promise<void>

function told(guard: Guard, channel: (typeof CHANNEL_NAMES)[number], args: unknown = {}): Promise<string> {
  return guard(channel, args).then(
    () => 'allowed',
    error => (error as { detail: { code: string } }).detail.code,
  )
}

const SAMPLES = readSamples().map(({ value }) => upcast(value as Action))
const OTHER = InstallationId.parse('0'.repeat(16))
const TYPES = Object.keys(ACTION_TYPES)
const acts = (type: string) => [
  { channel: 'journal.act' as const, args: { intent: { type } } },
  { channel: 'plan.apply' as const, args: { acts: [{ type: 'application.booked' }, { type }] } },
]

function expected(role: User['role'], state: 'locked' | 'entered' | 'later', right: Right): string {
  if (right === 'door') return 'allowed'
  if (state === 'locked') return 'access.locked'
  if (!has(role, right)) return 'access.not_allowed'
  return state === 'later' && STEP_UP.includes(right) ? 'access.confirm' : 'allowed'
}

describe.each(UserRole.options)('%s', role => {
  it('may do in each state what the matrix says, on every channel and with every act, and nothing else', async () => {
    const { access, guard, pass } = await standing(role)
    const wrong: string[] = []
    const compare = async (state: 'locked' | 'entered' | 'later') => {
      for (const channel of CHANNEL_NAMES) {
        const right = RIGHT_OF_CHANNEL[channel]
        if (right === null) continue
        const got = await told(guard, channel)
        if (got !== expected(role, state, right)) wrong.push(`${state} ${channel}: ${got}`)
      }
      for (const type of [...TYPES, 'nothing.known']) {
        for (const { channel, args } of acts(type)) {
          const work = expected(role, state, 'work')
          const must = channel === 'plan.apply' && work !== 'allowed' ? work : expected(role, state, rightOfType(type))
          const got = await told(guard, channel, args)
          if (got !== must) wrong.push(`${state} ${channel} ${type}: ${got}`)
        }
      }
    }
    await compare('locked')
    await access.enter('u1', PASSWORD)
    await compare('entered')
    pass(6 * 60_000)
    await compare('later')
    access.leave()
    await compare('locked')
    expect(wrong).toEqual([])
  })

  it('settles what desks did apart where they may do it, and nothing more by settling what was settled', async () => {
    const settlementOf = ({ id }: Action) => ({ stands: [id], aside: [], beside: [], ground: 'agreed' })
    const samples = SAMPLES.filter(({ type }) => type !== SETTLED)
    const acts = samples.map((act, at) => ({ ...act, id: actionId(OTHER, samples.length + at + 1) }))
    const settled = acts.map((act, at) => ({
      ...{ ...act, type: SETTLED, personal: null },
      ...{ id: actionId(OTHER, at + 1), body: settlementOf(act) },
    }))
    const { access, guard, pass } = await standing(role, [...acts, ...settled])
    await access.enter('u1', PASSWORD)
    pass(6 * 60_000)
    const wrong: string[] = []
    for (const [at, act] of acts.entries()) {
      for (const named of [act, settled[at] as Action]) {
        const intent = { entity: act.entity, type: SETTLED, basedOn: act.id, body: settlementOf(named) }
        const got = await told(guard, 'journal.act', { intent })
        const work = expected(role, 'later', 'work')
        const must = work === 'allowed' ? expected(role, 'later', rightOfType(act.type)) : work
        if (got !== must) wrong.push(`${act.type} as ${named.type}: ${got}, not ${must}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

it('every channel has its right, every role some, and none but those named changes anything for a viewer', () => {
  expect(Object.keys(RIGHT_OF_CHANNEL).sort()).toEqual([...CHANNEL_NAMES].sort())
  expect(RIGHTS.viewer).toEqual(['door', 'see'])
  for (const role of UserRole.options) expect(RIGHTS[role]).toContain('see')
  expect(UserRole.options.filter(role => has(role, 'people'))).toEqual(['administrator'])
  expect(UserRole.options.filter(role => has(role, 'erase'))).toEqual(['head', 'administrator'])
})
