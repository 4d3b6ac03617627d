import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLock, type LockReason } from '#electron/access/lock.ts'
import { accessServices } from '#electron/access/services.ts'
import { auditedServices } from '#electron/audit/around.ts'
import { type Audit, createAudit } from '#electron/audit/audit.ts'
import type { Services } from '#electron/ipc/services.ts'
import { AUDIT_OF_CHANNELS } from '#shared/audit/channels.ts'
import { type AuditFilter, auditLine, DOOR_KINDS } from '#shared/audit/model.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from '../desk/temporary-desk.ts'

const PASSWORD = 'құлыптаулы есік'
const OTHER = 'жаңа құпиясөз 2'
const WRONG = 'бос сөз бос сөз'
const CHEAP = { memory: 1024, rounds: 1 }
const CALLER = { window: 1, page: 'desk', load: 0 } as const
const DOOR: AuditFilter = { from: null, to: null, user: null, kind: 'door', entity: null }

let desk: TemporaryDesk
let audit: Audit
let services: Services

function sitDown(): void {
  const { state, folder } = desk
  const bug = (_: string, error: unknown) => {
    throw error
  }
  const moved = () => undefined
  audit = createAudit({ ...state, dataFolder: folder, log: { write: () => undefined, bug }, moved })
  state.access.follow(audit.tell)
  const silent = () => undefined
  const idle = { moved, alive: silent, leave: silent, onPaper: silent, copy: async () => true }
  const printer = { printSheetOn: async () => true }
  const own = accessServices({ ...state, ...idle, place: { ...state.place, cost: CHEAP }, printer })
  services = auditedServices(own as unknown as Services, audit)
}

const ask = (channel: keyof Services, args: object = {}) =>
  (services[channel] as (args: object, caller: typeof CALLER) => Promise<unknown>)(args, CALLER)
const refused = (code: string) => ({ detail: { code } })

async function restart(): Promise<void> {
  await audit.close()
  desk = await desk.restart()
  sitDown()
}

/** The lines of the door, oldest first: kind, how, and under whose name. */
async function told(): Promise<string[]> {
  const { records } = await audit.services['audit.read']({ filter: DOOR, before: null, limit: 1_000 }, CALLER)
  return records.toReversed().map(({ kind, reason, user }) => `${kind} ${reason ?? ''} ${user === me ? 'me' : user}`)
}

let me = ''

beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  sitDown()
  const { text } = (await ask('access.drawPaper')) as { text: string }
  paper = text
  await ask('access.savePaper', { paper: text })
  await ask('access.protect', { password: PASSWORD })
  me = desk.state.access.person?.id ?? ''
})
let paper = ''
afterEach(async () => {
  await audit.close()
  await desk.end()
})

const SET_UP = ['paper_key drawn me', 'paper_key written me', 'password_set first me']

describe('the audit is told of the door', () => {
  it('how passwords were set up, given, confirmed, and who was let try again', async () => {
    await ask('access.confirm', { password: PASSWORD })
    const added = { name: 'Г', position: { kk: 'М', ru: 'С' }, role: 'clerk', password: OTHER }
    const { user } = (await ask('access.add', added)) as { user: string }
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(ask('access.enter', { user, password: WRONG })).rejects.toMatchObject(refused('access.wrong'))
    }
    await ask('access.reset', { user, password: OTHER })
    await ask('access.reset', { user, password: OTHER })
    await ask('access.password', { password: PASSWORD, next: PASSWORD })
    const wrong = `wrong_password password ${user}`
    expect(await told()).toEqual([
      ...SET_UP,
      ...['confirmed password me', 'password_set added me', wrong, wrong, wrong, wrong, wrong],
      ...['lockout_released  me', 'password_set given me', 'password_set given me', 'password_set own me'],
    ])
  })

  it('wrong passwords before the first entry of a run are in the log at the next entry, each at its time', async () => {
    await restart()
    const before = Date.now()
    await expect(ask('access.enter', { user: me, password: WRONG })).rejects.toMatchObject(refused('access.wrong'))
    const byPaper = { user: me, paper: '0'.repeat(36), password: OTHER }
    await expect(ask('access.byPaper', byPaper)).rejects.toMatchObject(refused('access.wrong_paper'))
    const after = Date.now()
    // Another restart, as whoever tried would like it.
    await restart()
    await ask('access.enter', { user: me, password: PASSWORD })
    expect((await told()).slice(SET_UP.length)).toEqual([
      'wrong_password password me',
      'wrong_password paper me',
      'desk_opened password me',
    ])
    const { records } = await audit.services['audit.read']({ filter: DOOR, before: null, limit: 3 }, CALLER)
    for (const { wall } of records.slice(1)) expect(wall >= before && wall <= after).toBe(true)
    // Once told, never again.
    await restart()
    await ask('access.enter', { user: me, password: PASSWORD })
    expect((await told()).filter(one => one.startsWith('wrong'))).toHaveLength(2)
  })

  it('the paper key that was used', async () => {
    await restart()
    await ask('access.byPaper', { user: me, paper, password: OTHER })
    expect((await told()).slice(SET_UP.length)).toEqual(['paper_key used me', 'desk_opened paper me'])
  })

  it.each(['asked', 'still', 'suspend', 'screen'] as const)(
    'a lock: %s, in the name of who stood there',
    async reason => {
      vi.useFakeTimers()
      let now = 0
      const locked = vi.fn((why: LockReason) => void desk.state.access.tell(auditLine('desk_locked', { reason: why })))
      const lock = createLock({ ...desk.state, minutes: 5, reload: () => undefined, locked, elapsed: () => now })
      now = 6 * 60_000
      if (reason === 'still') lock.look()
      else lock.begin(reason)
      await vi.advanceTimersByTimeAsync(1_000)
      vi.useRealTimers()
      expect(locked).toHaveBeenCalledExactlyOnceWith(reason)
      await ask('access.enter', { user: me, password: PASSWORD })
      expect((await told()).slice(SET_UP.length)).toEqual([`desk_locked ${reason} me`, 'desk_opened password me'])
    },
  )

  it('and the filter of the door leaves out all else', async () => {
    audit.note(auditLine('verified'))
    expect(await told()).toEqual(SET_UP)
    const ofDoor = Object.entries(AUDIT_OF_CHANNELS).filter(([channel, kind]) => kind && channel.startsWith('access.'))
    for (const [, kind] of ofDoor) expect([...DOOR_KINDS, 'printed']).toContain(kind)
  })
})
