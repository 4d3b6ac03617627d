import { readFile, rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessServices } from '#electron/access/services.ts'
import { auditedServices } from '#electron/audit/around.ts'
import { type Audit, createAudit } from '#electron/audit/audit.ts'
import type { Services } from '#electron/ipc/services.ts'
import { type Door, without, writeDoor } from '#electron/security/office-key.ts'
import { keyOfPassword, newDerivation } from '#electron/security/password.ts'
import { openByTyped } from '#electron/security/recovery-file.ts'
import { sealBytes } from '#electron/security/seal.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { KeyReason } from '#shared/office/model.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from '../desk/temporary-desk.ts'

const PASSWORD = 'құлыптаулы есік'
const OTHER = 'жаңа құпиясөз 2'
const CHEAP = { memory: 1024, rounds: 1 }
const CALLER = { window: 1, page: 'desk', load: 0 } as const
const POSITION = { kk: 'Маман', ru: 'Специалист' }
const refused = (code: string) => ({ detail: { code } })

let desk: TemporaryDesk
let audit: Audit
let services: Services
let copies = 0

function sitDown(): void {
  const { state, folder } = desk
  const bug = () => ''
  const moved = () => undefined
  audit = createAudit({ ...state, dataFolder: folder, log: { write: () => undefined, bug }, moved })
  state.access.follow(audit.tell)
  const idle = { moved, alive: () => undefined, leave: () => undefined, onPaper: () => undefined }
  const copy = async () => {
    copies += 1
    return true
  }
  const printer = { printSheetOn: async () => true }
  const own = accessServices({ ...state, ...idle, copy, place: { ...state.place, cost: CHEAP }, printer })
  services = auditedServices({ ...own, ...audit.services } as unknown as Services, audit)
}

const ask = <T>(channel: keyof Services, args: object = {}) =>
  (services[channel] as (args: object, caller: typeof CALLER) => Promise<T>)(args, CALLER)

async function restart(): Promise<void> {
  await audit.close()
  desk = await desk.restart()
  sitDown()
}

/** Changes the office key as the page does; answers with its paper. */
async function changeKey(reason: KeyReason = 'planned'): Promise<string> {
  const { text } = await ask<{ text: string }>('access.drawKey')
  expect(await ask('access.changeKey', { paper: text.toLowerCase(), reason })).toEqual({ copied: true })
  return text
}

const keyFile = async () => JSON.parse(await readFile(`${desk.folder}/keys/office.key`, 'utf8'))
const keys = () => desk.state.desk().keys
const changes = async () =>
  (await desk.actions()).flatMap(one => (one.type === 'office.key_changed' ? [bodyOf(one.type, one)] : []))

beforeEach(async () => {
  copies = 0
  desk = await temporaryDesk()
  sitDown()
  await desk.state.firstRun(FIRST_RUN)
})
afterEach(async () => {
  await audit.close()
  await desk.end()
})

describe('a desk without passwords', () => {
  it('goes on by the new key: old and new records, tags as before, the journal and the audit say what was done', async () => {
    const before = { id: keys().keyId, tag: keys().tagOf('iin', '850101300017'), count: (await desk.actions()).length }
    const paper = await changeKey('person_left')
    expect(keys().keyId).not.toBe(before.id)
    expect(await changes()).toEqual([{ from: before.id, to: keys().keyId, reason: 'person_left' }])
    expect(copies).toBe(1)
    await restart()
    expect(await desk.state.start()).toMatchObject({ phase: 'ready', guarded: false })
    expect((await keyFile()).keyId).toBe(keys().keyId)
    expect(keys().tagOf('iin', '850101300017')).toBe(before.tag)
    expect((await desk.actions()).length).toBeGreaterThan(before.count)
    expect(await openByTyped(desk.state.place, paper)).not.toBeNull()
    const filter = { from: null, to: null, user: null, kind: 'key_changed', entity: null }
    const { records } = await ask<{ records: object[] }>('audit.read', { filter, before: null, limit: 10 })
    expect(records).toMatchObject([{ reason: 'person_left' }])
    expect(await ask('audit.verify')).toMatchObject({ broken: null })
  })

  it('changes nothing before the new paper was typed back, and never for a paper of the old key', async () => {
    const before = keys().keyId
    const { text: old } = await ask<{ text: string }>('access.drawPaper')
    await ask('access.savePaper', { paper: old })
    await expect(ask('access.changeKey', { paper: old, reason: 'planned' })).rejects.toMatchObject(
      refused('access.wrong_paper'),
    )
    const { text } = await ask<{ text: string }>('access.drawKey')
    await expect(ask('access.savePaper', { paper: text })).rejects.toMatchObject(refused('access.wrong_paper'))
    await expect(ask('access.changeKey', { paper: old, reason: 'planned' })).rejects.toMatchObject(
      refused('access.wrong_paper'),
    )
    expect([keys().keyId, copies]).toEqual([before, 0])
    await ask('access.changeKey', { paper: text, reason: 'paper_lost' })
    expect(await openByTyped(desk.state.place, old)).toBeNull()
    expect(await ask('access.people')).toMatchObject({ paper: true })
  })

  it('changed three times opens all that was ever written, also where one copy of the older keys is gone', async () => {
    const first = keys().firstKeyId
    for (const reason of ['planned', 'copy_lost', 'paper_lost'] as const) await changeKey(reason)
    const all = await desk.actions()
    expect((await changes()).map(({ reason }) => reason)).toEqual(['planned', 'copy_lost', 'paper_lost'])
    await writeFile(`${desk.folder}/keys/older.key`, 'garbage')
    await restart()
    expect(keys().firstKeyId).toBe(first)
    expect((await desk.actions()).slice(0, all.length)).toEqual(all)
    await rm(`${desk.folder}/keys/older.key.2`)
    await audit.close()
    await expect(desk.restart()).rejects.toMatchObject(refused('start.key_unavailable'))
  })

  it('that was killed before the journal could tell says it at its next start, by whom and why, and once', async () => {
    const { text } = await ask<{ text: string }>('access.drawKey')
    // Nothing is appended any more, as on a full disk.
    await desk.state.desk().journal.close()
    await ask('access.changeKey', { paper: text, reason: 'copy_lost' })
    const to = keys().keyId
    await restart()
    await restart()
    expect(await changes()).toMatchObject([{ to, reason: 'copy_lost' }])
    const told = (await desk.actions()).find(({ type }) => type === 'office.key_changed')
    expect(told?.user).toBe(desk.state.standing()?.id)
  })
})

describe('a desk with passwords', () => {
  let paper: string
  let me: string
  let other: string
  beforeEach(async () => {
    paper = (await ask<{ text: string }>('access.drawPaper')).text
    await ask('access.savePaper', { paper })
    await ask('access.protect', { password: PASSWORD })
    me = desk.state.access.person?.id ?? ''
    const added = { name: 'Б. Сәрсен', position: POSITION, role: 'clerk', password: OTHER }
    other = (await ask<{ user: string }>('access.add', added)).user
  })

  it('everybody enters by the password they had, whoever comes first; the old paper opens nothing', async () => {
    const next = await changeKey()
    for (const [user, password] of [
      [other, OTHER],
      [me, PASSWORD],
    ] as const) {
      await restart()
      await ask('access.enter', { user, password })
      expect(keys().keyId).toBe((await keyFile()).keyId)
    }
    await restart()
    await expect(ask('access.byPaper', { user: me, paper, password: OTHER })).rejects.toMatchObject(
      refused('access.wrong_paper'),
    )
    await ask('access.byPaper', { user: me, paper: next, password: `${PASSWORD}!` })
    expect((await desk.state.start()).phase).toBe('ready')
  })

  it('who is suspended before it has no envelope of the new key', async () => {
    await ask('access.suspend', { user: other })
    await changeKey('person_left')
    expect((await keyFile()).envelopes.map(({ user }: { user: string }) => user)).toEqual([me])
  })

  it('an envelope of an earlier program waits for somebody who opens the desk, and then is like the others', async () => {
    await writeDoor(desk.state.place, await asBefore(desk.state.access.door as Door))
    await restart()
    await ask('access.enter', { user: me, password: PASSWORD })
    const { text, late } = await ask<{ text: string; late: { id: string }[] }>('access.drawKey')
    expect(late.map(({ id }) => id)).toEqual([other])
    await ask('access.changeKey', { paper: text, reason: 'planned' })
    await restart()
    await expect(ask('access.enter', { user: other, password: OTHER })).rejects.toMatchObject(
      refused('access.key_changed'),
    )
    // The password was right: it is no try.
    expect(desk.state.access.tries?.untold()).toEqual([])
    await expect(ask('access.enter', { user: other, password: `${OTHER}.` })).rejects.toMatchObject(
      refused('access.wrong'),
    )
    await ask('access.enter', { user: me, password: PASSWORD })
    await ask('access.enter', { user: other, password: OTHER })
    await restart()
    await ask('access.enter', { user: other, password: OTHER })
    expect((await desk.state.start()).phase).toBe('ready')
  })

  /** The other person's envelope as it was made before envelopes had a public half. */
  async function asBefore(door: Door): Promise<Door> {
    const person = door.people.find(({ id }) => id === other)
    if (person === undefined) throw new Error('nobody')
    const { random } = desk.state.place
    const derivation = newDerivation(random, CHEAP)
    const key = await keyOfPassword(OTHER, door.machine, derivation)
    const context = `keys/office.key|${door.keyId}|${other}`
    const sealed = await keys().lend(async office => sealBytes(key, office, context, random).toString('base64'))
    const rest = without(door, other)
    return {
      ...rest,
      people: [...rest.people, person],
      envelopes: [...rest.envelopes, { user: other, derivation, sealed }],
    }
  }
})
