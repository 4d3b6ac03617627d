import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { intentNow } from '#electron/desk/act.ts'
import { activeOfficials, findOffice, findUser } from '#electron/desk/open-desk.ts'
import { type EntityId, entityId } from '#shared/change/action.ts'
import { ACTION_TYPES } from '#shared/change/action-types.ts'
import { FIRST_RUN, OFFICIALS, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
})
afterEach(() => desk.end())

/** What another desk with a newer program would have written. */
async function appendNewer(entity: EntityId, type: string, version: number): Promise<void> {
  const { journal } = desk.state.desk()
  const basedOn = journal.headOf(entity)
  const facts = { date: desk.state.actor().date, user: 'u2', role: 'clerk' as const, personal: null }
  await journal.append([{ ...facts, entity, type, version, basedOn, body: { shape: { of: 'tomorrow' } } }])
}

const office = entityId('office', 'main')

describe('what a newer program wrote', () => {
  let official: EntityId
  let batch: string
  beforeEach(async () => {
    const preview = await desk.imports.open('officials', OFFICIALS)
    const run = desk.imports.run(preview.importId)
    await run.ended
    batch = run.batch
    official = desk.state.desk().journal.entitiesOf('official')[0]!
    for (const [type, { noun, version }] of Object.entries(ACTION_TYPES)) {
      if (noun === null) continue
      const entities = desk.state.desk().journal.entitiesOf(noun)
      for (const entity of entities.length > 0 ? entities.slice(0, 1) : [entityId(noun, '0'.repeat(20))]) {
        await appendNewer(entity, type, version + 1)
      }
    }
    await appendNewer(office, 'office.moved', 1)
    desk = await desk.restart()
  })

  it('changes nothing here and keeps nothing from opening', async () => {
    const open = desk.state.desk()
    expect((await desk.state.start()).phase).toBe('ready')
    expect(await findOffice(open)).toEqual(FIRST_RUN.office)
    expect((await findUser(open))?.name).toBe(FIRST_RUN.user.name)
    expect(await activeOfficials(open)).toHaveLength(11)
    expect(open.gate.related()).toEqual({ undoneBatches: new Set(), erasedSubjects: new Map() })
    expect((await desk.imports.open('officials', OFFICIALS)).counts.already).toBe(11)
  })

  it('is not decided upon: the act is refused until this desk is updated', async () => {
    const { gate, journal } = desk.state.desk()
    const refused = { detail: { code: 'change.needs_update' } }
    const change = intentNow(journal, 'office', 'main', 'office.set', { office: FIRST_RUN.office })
    await expect(gate.act([{ intent: change }], desk.state.actor())).rejects.toMatchObject(refused)
    await expect(gate.act([{ intent: { ...change, basedOn: null } }], desk.state.actor())).rejects.toMatchObject(
      refused,
    )
    await expect(desk.imports.undo(batch)).rejects.toMatchObject(refused)
    expect(journal.headOf(official)).not.toBeNull()
  })
})

describe('acts of one call', () => {
  const setOffice = (room: string) => ({
    intent: intentNow(desk.state.desk().journal, 'office', 'main', 'office.set', {
      office: { ...FIRST_RUN.office, room },
    }),
  })

  it('two on one entity are a bug of the caller, and neither is written', async () => {
    const { gate, journal } = desk.state.desk()
    const before = journal.head().count
    await expect(gate.act([setOffice('111'), setOffice('112')], desk.state.actor())).rejects.toThrow('two acts')
    expect(journal.head().count).toBe(before)
    await gate.act([setOffice('111')], desk.state.actor())
  })

  it('on two entities stand together, or not at all', async () => {
    const { gate, journal } = desk.state.desk()
    const start = (key: string, rows: number) => ({
      intent: intentNow(journal, 'import', key, 'import.started', {
        ...{ kind: 'journal', fileName: 'a.xlsx', fileHash: '0'.repeat(64) },
        rows,
      }),
    })
    const before = journal.head().count
    await expect(gate.act([setOffice('111'), start('b1', -1)], desk.state.actor())).rejects.toMatchObject({
      detail: { code: 'change.body' },
    })
    expect(journal.head().count).toBe(before)
    expect(await gate.act([setOffice('111'), start('b1', 1)], desk.state.actor())).toHaveLength(2)
  })
})
