import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import { checkCopy } from '#electron/backup/backups.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { ROOT } from '../house/sources.ts'
import { contentOf, newOffice, type Office } from './backup-rig.ts'

/** Copies as each format was written, with their keys on paper and what is in them. Never made anew once a version is out. */
const FOLDER = path.join(ROOT, 'test/fixtures/backup')
const Golden = z.strictObject({ paper: z.string(), records: z.int(), people: z.int(), digest: z.string() })
const VERSIONS = readdirSync(FOLDER).flatMap(name => /^(v\d+)\.qbackup$/.exec(name)?.[1] ?? [])

let office: Office
afterEach(() => office?.end())

it.each(VERSIONS)('the copy of format %s is put back on a fresh computer, every act as it was', async version => {
  const { paper, records, people, digest } = Golden.parse(
    JSON.parse(readFileSync(path.join(FOLDER, `${version}.json`), 'utf8')),
  )
  const file = path.join(FOLDER, `${version}.qbackup`)
  office = await newOffice()
  await office.restore.choose(file)
  expect(await office.restore.stage(paper)).toMatchObject({ records, people, joined: 0, isCut: false })
  await office.restore.decide(null)
  await office.restart()
  const content = (await contentOf(office)).slice(0, records)
  expect(createHash('sha256').update(content.join('\n')).digest('hex')).toBe(digest)
  expect(await checkCopy(nodeFiles, file, office.desk.state.desk().keys)).toMatchObject({ records, people })
})

it('every format there is has its copy', () => {
  expect(VERSIONS).toEqual(['v1'])
})
