import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { noteNumbers, readNumbers } from '#electron/desk/eotinish.ts'
import { eraseSubject } from '#electron/desk/erase.ts'
import { spawnSourceTableWorker } from '#electron/files/table/spawn-source.ts'
import type { EntityId } from '#shared/change/action.ts'
import { subjectOf } from './register-rig.ts'
import { visitRig } from './visit-rig.ts'

const desk = visitRig()
const { registeredEntity, applicationOf, byHand } = desk

function note(of: EntityId, eotinish: string) {
  return { entity: of, basedOn: desk.state.desk().journal.headOf(of)!, eotinish }
}
const noted = async (of: EntityId) => (await applicationOf(of)).personal?.eotinish

it('clause 25: many numbers are noted at once, all of them or none', async () => {
  const [one, two] = [await registeredEntity(1), await registeredEntity(2)]
  const first = note(one, 'ЖТ-2026-00000001')
  const stale = note(two, 'ЖТ-2026-00000002')
  await byHand(two, 'application.withdrawn', { how: 'oral' })
  const all = (...notes: ReturnType<typeof note>[]) => noteNumbers(desk.state.desk(), notes, desk.state.actor())
  await expect(all(first, stale)).rejects.toMatchObject({ detail: { code: 'change.conflict' } })
  await expect(all(first, first)).rejects.toMatchObject({ detail: { code: 'change.conflict' } })
  expect(await noted(one)).toBe('')
  expect((await all(first, note(two, 'ЖТ-2026-00000002'))).count).toBe(2)
  expect([await noted(one), await noted(two)]).toEqual(['ЖТ-2026-00000001', 'ЖТ-2026-00000002'])
})

it('of an erased person nothing is noted', async () => {
  const entity = await registeredEntity(1)
  const open = desk.state.desk()
  const [action] = await open.journal.actionsOf(entity)
  await eraseSubject(open, subjectOf(action!)!, 'request', desk.state.actor())
  await expect(noteNumbers(open, [note(entity, 'ЖТ-1')], desk.state.actor())).rejects.toMatchObject({
    detail: { code: expect.stringMatching(/erased/) },
  })
})

it('a list comes from a table on disk; a file without numbers says what is missing', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'numbers-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'numbers.csv')
  await writeFile(file, '№;e-Өтініш №\nА-2026-000001;ЖТ-2026-00476575\nА-2026-000002;\n')
  expect(await readNumbers(file, spawnSourceTableWorker)).toEqual({
    rows: [{ row: 2, number: 'А-2026-000001', eotinish: 'ЖТ-2026-00476575' }],
    unread: [3],
  })
  await writeFile(file, 'a;b\n1;2\n')
  await expect(readNumbers(file, spawnSourceTableWorker)).rejects.toMatchObject({
    detail: { code: 'eotinish.no_columns' },
  })
})
