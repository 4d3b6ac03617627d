import { describe, expect, it } from 'vitest'
import { createAccess } from '#electron/access/access.ts'
import { guardOf } from '#electron/access/guard.ts'
import { beginTries } from '#electron/access/tries.ts'
import { keyIdOf } from '#electron/security/keychain.ts'
import { newDoor, withPassword } from '#electron/security/office-key.ts'
import { has, RIGHT_OF_CHANNEL, RIGHTS, type Right, rightOfType, STEP_UP } from '#shared/access/rights.ts'
import { ACTION_TYPES } from '#shared/change/action-types.ts'
import { CHANNEL_NAMES } from '#shared/ipc/names.ts'
import type { User } from '#shared/office/model.ts'
import { UserRole } from '#shared/user/model.ts'
import { FOLDER, testRandom, testStorage } from '#test/fault/desk-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'

const PASSWORD = 'көк аспан астында'
const CHEAP = { memory: 1024, rounds: 1 }

async function standing(role: User['role']) {
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
  return { access, guard: guardOf(access), pass: (milliseconds: number) => (now += milliseconds) }
}

type Guard = (channel: (typeof CHANNEL_NAMES)[number], args: unknown) => void

function told(guard: Guard, channel: (typeof CHANNEL_NAMES)[number], args: unknown = {}): string {
  try {
    guard(channel, args)
    return 'allowed'
  } catch (error) {
    return (error as { detail: { code: string } }).detail.code
  }
}

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
    const compare = (state: 'locked' | 'entered' | 'later') => {
      for (const channel of CHANNEL_NAMES) {
        const right = RIGHT_OF_CHANNEL[channel]
        if (right === null) continue
        const got = told(guard, channel)
        if (got !== expected(role, state, right)) wrong.push(`${state} ${channel}: ${got}`)
      }
      for (const type of [...TYPES, 'nothing.known']) {
        for (const { channel, args } of acts(type)) {
          const work = expected(role, state, 'work')
          const must = channel === 'plan.apply' && work !== 'allowed' ? work : expected(role, state, rightOfType(type))
          const got = told(guard, channel, args)
          if (got !== must) wrong.push(`${state} ${channel} ${type}: ${got}`)
        }
      }
    }
    compare('locked')
    await access.enter('u1', PASSWORD)
    compare('entered')
    pass(6 * 60_000)
    compare('later')
    access.leave()
    compare('locked')
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
