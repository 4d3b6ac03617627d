import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bigJournal } from '#test/fixtures/import/big-journal.ts'
import { locked, protectDesk } from './pages/access.ts'
import { remove, sitDown } from './pages/at-desk.ts'
import { passFirstRun } from './pages/first-run.ts'
import { goTo, speak } from './pages/frame.ts'
import { look } from './pages/import.ts'
import { inspect, OFFICE_SCREEN, WIDE_SCREEN, ZOOMED_SCREEN } from './pages/inspector.ts'
import { walk } from './pages/look-at.ts'
import { misfits } from './pages/reflow.ts'
import { WALKED } from './pages/tab-walk.ts'
import { brokenScreen, EMPTY_DESK, FILLED_DESK, FIRST_START, longImport, type Stop } from './pages/walk.ts'
import { GUARDED_DESK, LOCKED_DESK, WALKED_GUARDED } from './pages/walk-access.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

test('the first start: nothing breaks WCAG 2.2 AA, leaves the screen or is refused by the policy', async () => {
  const at = await sitDown('kk')
  onTestFinished(() => at.desk.close())
  await walk(at, FIRST_START, await inspect(at))
})

test('so on every screen of a desk with nothing in it, and where a screen broke', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  await walk(at, [...EMPTY_DESK, brokenScreen], await inspect(at))
})

test('so on every screen of a desk with a year of records, its dialogs, its errors, and by Tab alone', async () => {
  const { at } = await sitAtForTest('filled', 'kk')
  await walk(at, FILLED_DESK, await inspect(at), WALKED)
}, 600_000)

test('so on a desk with passwords: who may enter, the second factor, the key on paper, the audit, the lock', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  await protectDesk(at, 'көк аспан астында')
  await walk(at, GUARDED_DESK, await inspect(at), WALKED_GUARDED)
  await at.page.keyboard.press('Control+KeyL')
  await locked(at)
  await walk(at, LOCKED_DESK, await inspect(at))
})

test('so while a long import runs, and when it was stopped', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  const folder = await mkdtemp(path.join(tmpdir(), 'long-import-'))
  onTestFinished(() => remove(folder))
  const rows = 5000
  await writeFile(path.join(folder, 'long.csv'), bigJournal(rows, 20261122))
  await goTo(at, 'import')
  await look(at, 'journal', path.join(folder, 'long.csv'))
  const [running, stopped] = longImport(rows)
  if (running === undefined || stopped === undefined) throw new Error('an import runs and is stopped')
  let halts = false
  const inspector = await inspect(at, async dark => {
    if (!halts) await at.desk.control('systemDark', dark)
  })
  const halted: Stop = {
    name: running.name,
    come: async seat => {
      await running.come(seat)
      // The import stands still while it is looked at: main is not scheduled, the page lives on.
      process.kill(at.desk.mainPid, 'SIGSTOP')
      halts = true
    },
  }
  try {
    await walk(at, [halted], inspector)
  } finally {
    process.kill(at.desk.mainPid, 'SIGCONT')
    halts = false
  }
  await walk(at, [stopped], inspector)
})

test('data of a newer program: the page that refuses them is as sound', async () => {
  for (const language of flowsIn('ru')) {
    const userData = await mkdtemp(path.join(tmpdir(), 'desk-newer-'))
    onTestFinished(() => remove(userData))
    const first = await sitDown(language, { userData })
    await speak(first, language)
    await passFirstRun(first)
    await first.desk.quit()
    await first.desk.close()
    const stamp = path.join(userData, 'desk-data/stamp.json')
    await writeFile(stamp, JSON.stringify({ format: 1, app: '99.0.0', data: 99 }))
    const at = await sitDown(language, { userData })
    onTestFinished(() => at.desk.close())
    const inspector = await inspect(at)
    await at.page.getByText(at.t('recovery.what.newer_data', { found: '99.0.0', known: '0.1.0' })).waitFor()
    for (const size of [WIDE_SCREEN, OFFICE_SCREEN, ZOOMED_SCREEN]) {
      await inspector.resize(size)
      expect([...(await inspector.violations()), ...(await misfits(at.page))]).toEqual([])
    }
    expect(inspector.refused()).toEqual([])
  }
})
