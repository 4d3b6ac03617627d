import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BackupState } from '#shared/ipc/backup.ts'
import type { Desk } from '#test/e2e/launch/launch.ts'
import { wordsIn } from '#test/e2e/pages/words.ts'
import { count } from './counted.ts'
import {
  call,
  expectWhole,
  failureText,
  importWhole,
  makeDesk,
  newFolder,
  remove,
  startDesk,
  whenReady,
  writeJournal,
} from './product-rig.ts'

const run = promisify(execFile)
const ROWS = 12
const t = wordsIn('kk')

/** A folder that cannot be taken away or replaced is had by mounting a disk on it: by root on Linux only. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0

let place: string
let userData: string

beforeAll(async () => {
  place = await newFolder('put-back')
  userData = await makeDesk(ROWS, await writeJournal(place, ROWS))
})
afterAll(() => Promise.all([place, userData].map(remove)))

/** Puts the newest copy back by main's own calls, to the end of the program. */
async function decide(desk: Desk): Promise<void> {
  const { copies } = await call<BackupState>(desk.page, 'backupState')
  const [copy] = copies.filter(({ records }) => records !== null)
  await call(desk.page, 'backupChoose', { copy: copy && { place: copy.place, name: copy.name } })
  await call(desk.page, 'backupStage', { paper: null })
  await call(desk.page, 'backupRestore', { administrator: null }).catch(() => undefined)
  await desk.exited
  await desk.close()
}

test('a copy that was decided on and cannot take its place: nobody works at the data that will go; a try later, everything is there', async () => {
  let desk = await startDesk({ userData })
  const old = path.join(userData, 'desk-data.old')
  let isMounted = false
  try {
    await whenReady(desk.page)
    await call(desk.page, 'backupMake')
    expect(await importWhole(desk, await writeJournal(place, 2 * ROWS))).toMatchObject({ kept: ROWS })
    await expectWhole(desk.page, 2 * ROWS)
    await decide(desk)
    await mkdir(old)
    if (canMount) {
      await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', old])
      isMounted = true
      await writeFile(path.join(old, 'held'), '')
      desk = await startDesk({ userData })
      expect(await failureText(desk.page)).not.toBe('')
      await run('umount', [old])
      isMounted = false
      const button = desk.page.getByRole('button', { name: t('recovery.act.again'), exact: true })
      await button.click()
    } else desk = await startDesk({ userData })
    const page = await desk.pageOf('index.html')
    await expectWhole(page, 2 * ROWS)
    expect(await call(page, 'auditVerify')).toMatchObject({ broken: null })
    count('faults of files', 'the data held while a copy takes its place', 1)
  } finally {
    if (isMounted) await run('umount', [old]).catch(() => undefined)
    await desk.close()
  }
}, 240_000)
