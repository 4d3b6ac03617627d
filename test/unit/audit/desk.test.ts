import { readFile, truncate } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { type Audit, type AuditSurroundings, createAudit } from '#electron/audit/audit.ts'
import { actByHand } from '#electron/desk/by-hand.ts'
import { type FileSystem, nodeFiles } from '#electron/journal/file-system.ts'
import { type AuditFilter, auditLine } from '#shared/audit/model.ts'
import { foldAudit } from '#shared/audit/transitions.ts'
import { EntityId, entityId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { filesUnder } from '#test/fault/product-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from '#test/unit/desk/temporary-desk.ts'

const IIN = '850101300017'
const ALL: AuditFilter = { from: null, to: null, user: null, kind: null, entity: null }
const CARD = EntityId.parse('application:2026-k3v9q0w8z1m5t7ab-000001')
const NOBODY = { window: 1, page: 'desk', load: 0 } as const

let desk: TemporaryDesk
let audit: Audit
let ahead = 0

beforeEach(async () => {
  ahead = 0
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  audit = auditOf(desk)
})

afterEach(() => desk.end())

function auditOf({ state, folder }: TemporaryDesk, around: Partial<AuditSurroundings> = {}): Audit {
  return createAudit({
    findDesk: state.findDesk,
    actor: () => ({ ...state.actor(), now: state.actor().now + ahead }),
    dataFolder: folder,
    log: {
      write: () => undefined,
      bug: (_, error) => {
        throw error
      },
    },
    moved: () => undefined,
    ...around,
  })
}

async function lines(filter: Partial<AuditFilter> = {}) {
  const asked = { filter: { ...ALL, ...filter }, before: null, limit: 1_000 }
  return (await audit.services['audit.read'](asked, NOBODY)).records
}

const look = (entity = CARD) => audit.services['audit.note']({ kind: 'viewed', entity }, NOBODY)
const verify = () => audit.services['audit.verify']({}, NOBODY)
const logPath = () => path.join(desk.folder, 'audit', desk.state.desk().keys.installation, '000001.log')

it('a card looked at again within five minutes is one line, later it is another', async () => {
  await look()
  await look()
  ahead = 4 * 60_000
  await look()
  ahead = 6 * 60_000
  await look()
  expect((await lines()).map(({ kind, entity }) => [kind, entity])).toEqual([
    ['viewed', CARD],
    ['viewed', CARD],
  ])
})

it("is written where its newest anchor cannot be read: the damage is the journal's", async () => {
  await look()
  await audit.close()
  const damaged = new ExpectedError('start.journal_damaged', { segment: 'own/000001.seg', offset: 1 })
  const unreadable = vi.spyOn(desk.state.desk().journal, 'actionsOf').mockRejectedValue(damaged)
  onTestFinished(() => unreadable.mockRestore())
  audit = auditOf(desk)
  await audit.recorded(auditLine('saved', { what: 'journal' }), async () => undefined)
  expect((await lines()).map(({ kind }) => kind)).toEqual(['saved', 'viewed'])
})

it('a disk that could not be read once is asked again at the next line', async () => {
  await look()
  await audit.close()
  let failures = 1
  const list: FileSystem['list'] = folder => {
    failures -= 1
    return failures < 0 ? nodeFiles.list(folder) : Promise.reject(new Error('EIO'))
  }
  audit = auditOf(desk, { files: { ...nodeFiles, list } })
  const record = () => audit.recorded(auditLine('saved', { what: 'journal' }), async () => undefined)
  await expect(record()).rejects.toThrow('EIO')
  await record()
  expect((await lines()).map(({ kind }) => kind)).toEqual(['saved', 'viewed'])
  expect((await verify()).broken).toBeNull()
})

it('a search by IIN keeps a tag by which it is found again, and the IIN nowhere', async () => {
  await audit.services['audit.note']({ kind: 'searched', what: 'iin', iin: IIN }, NOBODY)
  await audit.services['audit.note']({ kind: 'searched', what: 'phone' }, NOBODY)
  const found = await lines({ kind: 'searched' })
  expect(found.map(({ what }) => what)).toEqual(['phone', 'iin'])
  expect(found[1]?.tag).toBe(desk.state.desk().keys.tagOf('iin', IIN))
  expect(JSON.stringify(found)).not.toContain(IIN)
  for (const file of await filesUnder(path.join(desk.folder, 'audit'))) {
    expect((await readFile(path.join(desk.folder, 'audit', file))).includes(IIN)).toBe(false)
  }
})

it('an export stands before it is made, and a dialog that was closed is told beside it', async () => {
  const line = auditLine('saved', { what: 'journal', fields: ['name'], count: 4 })
  const seen = await audit.recorded(line, async () => (await lines()).length)
  expect(seen).toBe(1)
  await audit.recorded(line, async () => ({ state: 'canceled' }))
  const failing = audit.recorded(line, () => Promise.reject(new Error('no printer')))
  await expect(failing).rejects.toThrow('no printer')
  expect((await lines()).map(({ sequence, undoes }) => [sequence, undoes])).toEqual([
    [5, 4],
    [4, null],
    [3, 2],
    [2, null],
    [1, null],
  ])
})

it('the head is anchored in the journal at the end of the work, once, by main', async () => {
  await look()
  await audit.close()
  await audit.close()
  desk = await desk.restart()
  audit = auditOf(desk)
  const { journal, keys } = desk.state.desk()
  const [entity] = journal.entitiesOf('audit')
  const { anchors } = foldAudit(await journal.actionsOf(entity ?? CARD))
  expect(anchors).toMatchObject([{ count: 1 }])
  expect(await verify()).toEqual({ installation: keys.installation, records: 1, anchors: 1, broken: null })
})

it('a page may not anchor: it is main alone that composes it', async () => {
  const intent = {
    entity: entityId('audit', 'x'),
    type: 'audit.anchored',
    basedOn: null,
    body: { count: 1, hash: 'a'.repeat(64) },
  }
  await expect(actByHand(desk.state.desk(), intent, null, desk.state.actor())).rejects.toMatchObject({
    detail: { code: 'change.not_lawful' },
  })
})

it('a log cut at its end while the program was closed is found, and where', async () => {
  for (let number = 1; number <= 6; number++) {
    await look(EntityId.parse(`application:2026-k3v9q0w8z1m5t7ab-00000${number}`))
  }
  await audit.close()
  const size = (await readFile(logPath())).length
  await truncate(logPath(), Math.floor(size / 2))
  desk = await desk.restart()
  audit = auditOf(desk)
  expect((await verify()).broken).toEqual({ since: 4, line: 6, why: 'cut' })
  // New lines do not hide it.
  for (let number = 1; number <= 9; number++) {
    await look(EntityId.parse(`application:2026-k3v9q0w8z1m5t7ab-00001${number}`))
  }
  await lines()
  expect((await verify()).broken).toEqual({ since: 1, line: 6, why: 'rewritten' })
})

it('is narrowed by days, kinds, persons and an application, whose lists are told with it', async () => {
  await look()
  await look(EntityId.parse('application:2026-k3v9q0w8z1m5t7ab-000002'))
  await audit.recorded(auditLine('saved', { what: 'journal', fields: ['name'], count: 4 }), async () => ({}))
  await audit.recorded(auditLine('saved', { what: 'report' }), async () => ({}))
  const { date } = desk.state.actor()
  expect((await lines({ entity: CARD })).map(({ sequence }) => sequence)).toEqual([3, 1])
  expect((await lines({ kind: 'saved' })).map(({ sequence }) => sequence)).toEqual([4, 3])
  expect((await lines({ from: date, to: date })).length).toBe(4)
  expect((await lines({ user: 'somebody' })).length).toBe(0)
})

it('before the first run there is nobody to be seen, and no log', async () => {
  const empty = await temporaryDesk()
  const none = auditOf(empty)
  none.note(auditLine('diagnostics'))
  expect(await none.recorded(auditLine('printed'), async () => 'done')).toBe('done')
  await none.close()
  expect((await filesUnder(empty.folder)).filter(file => file.startsWith('audit'))).toEqual([])
  await empty.end()
})
