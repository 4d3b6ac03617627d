import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DATA_FORMAT } from '#electron/journal/stamp-file.ts'
import { builtMain, root } from '#test/e2e/launch/launch.ts'
import {
  expectWhole,
  failureText,
  importWhole,
  newFolder,
  passFirstRun,
  remove,
  startDesk,
  whenReady,
  writeJournal,
} from './product-rig.ts'

const ROWS = 12
const AS_ELECTRON = new URL('./as-electron.mjs', import.meta.url).href

let folder: string
let csv: string

beforeAll(async () => {
  folder = await newFolder('return')
  csv = await writeJournal(folder, ROWS)
})
afterAll(() => remove(folder))

/** The built program as another version, over another Electron. */
async function programOf(version: string, electron: string) {
  const own = path.join(folder, version)
  await mkdir(own, { recursive: true })
  await cp(path.resolve(path.dirname(builtMain), '..'), path.join(own, 'dist/app'), { recursive: true })
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  await writeFile(path.join(own, 'package.json'), JSON.stringify({ ...manifest, version }))
  const env = { NODE_OPTIONS: `--import=${AS_ELECTRON}`, DESK_ELECTRON: electron }
  return { main: path.join(own, 'dist/app/main/main.js'), env }
}

test('a return to an earlier version on a lower Electron loses no acknowledged act; each major keeps to its own store', async () => {
  const [older, newer] = [await programOf('0.1.0', '45.4.1'), await programOf('0.2.0', '46.0.1')]
  const userData = path.join(folder, 'user-data')
  const first = await startDesk({ ...older, userData })
  await passFirstRun(first)
  expect(await first.quit()).toBe(0)

  const second = await startDesk({ ...newer, userData })
  await whenReady(second.page)
  expect(await importWhole(second, csv)).toMatchObject({ state: 'done', kept: ROWS })
  await expectWhole(second.page, ROWS)
  expect(await second.quit()).toBe(0)

  // The store of the lower major was left before the import: it is caught up from the journal.
  const third = await startDesk({ ...older, userData })
  await expectWhole(third.page, ROWS)
  expect(await third.quit()).toBe(0)
  const folders = (await readdir(userData)).filter(name => name.startsWith('profile'))
  expect(folders).toEqual(['profile-45', 'profile-46'])
  const stampFile = path.join(userData, 'desk-data/stamp.json')
  const stamp = JSON.parse(await readFile(stampFile, 'utf8'))
  expect(stamp).toMatchObject({ app: '0.2.0', last: '0.1.0', data: DATA_FORMAT })

  // And forward again: what stands in the folder of the higher major is whole too.
  const fourth = await startDesk({ ...newer, userData })
  await expectWhole(fourth.page, ROWS)
  expect(await fourth.quit()).toBe(0)

  await writeFile(stampFile, JSON.stringify({ ...stamp, data: DATA_FORMAT + 1 }))
  const refused = await startDesk({ ...older, userData })
  expect(await failureText(refused.page)).not.toBe('')
  expect(JSON.parse(await readFile(stampFile, 'utf8')).data).toBe(DATA_FORMAT + 1)
  await refused.close()
}, 300_000)
