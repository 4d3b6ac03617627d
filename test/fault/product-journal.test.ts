import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { DATA_FORMAT } from '#electron/journal/stamp-file.ts'
import type { Office } from '#shared/office/model.ts'
import { isAlive, processGone } from '#test/e2e/launch/launch.ts'
import { type WordKey, wordsIn } from '#test/e2e/pages/words.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'
import {
  actionsOf,
  beginImport,
  call,
  copyOf,
  digestOf,
  expectWhole,
  failureText,
  importWhole,
  logOf,
  makeDesk,
  newFolder,
  remove,
  rowsOf,
  segmentsOf,
  startDesk,
  whenReady,
  writeJournal,
} from './product-rig.ts'

const ROWS = 200
const t = wordsIn('kk')

let place: string
let prepared: string

beforeAll(async () => {
  place = await newFolder('journal')
  prepared = await makeDesk(ROWS, await writeJournal(place, ROWS))
})

afterAll(() => Promise.all([place, prepared].map(remove)))

async function lastSegment(userData: string): Promise<string> {
  const last = (await segmentsOf(userData)).at(-1)
  if (last === undefined) throw new Error('no segment')
  return last
}

describe('the power fails while the last action is written', () => {
  let torn: string
  let before: number
  let after: number

  /** A desk killed right after one more action: what main has not yet written into `head` stands in the segment. */
  beforeAll(async () => {
    torn = await copyOf(prepared)
    const desk = await startDesk({ userData: torn })
    try {
      await whenReady(desk.page)
      const segment = await lastSegment(torn)
      before = (await stat(segment)).size
      const head = (await actionsOf(desk.page)).findLast(action => action.entity === 'office:main')?.id
      const office: Office = { ...FIRST_RUN.office, room: '111' }
      const intent = { entity: 'office:main', type: 'office.set', basedOn: head, body: { office } }
      await call(desk.page, 'journalAct', { intent })
      process.kill(desk.mainPid, 'SIGKILL')
      await desk.exited
      await processGone(desk.browserPid)
      after = (await stat(segment)).size
    } finally {
      await desk.close()
    }
  })

  afterAll(() => remove(torn))

  test.each([1, 8, 0.5, -1])(
    '%s bytes (or that part) of it reached the disk: cut, told, all before is there',
    async part => {
      const userData = await copyOf(torn)
      const length = after - before
      expect(length).toBeGreaterThan(100)
      const reached = part < 0 ? length + part : part < 1 ? Math.floor(length * part) : part
      await truncate(await lastSegment(userData), before + reached)
      const desk = await startDesk({ userData })
      try {
        await expectWhole(desk.page, ROWS)
        expect(await desk.page.getByText(t('notice.tail_cut', { bytes: reached })).isVisible()).toBe(true)
        expect((await stat(await lastSegment(userData))).size).toBe(before)
      } finally {
        await desk.close()
        await remove(userData)
      }
    },
  )

  test('whole: nothing is cut, nothing is told', async () => {
    const userData = await copyOf(torn)
    const desk = await startDesk({ userData })
    try {
      await expectWhole(desk.page, ROWS)
      expect((await actionsOf(desk.page)).at(-1)?.type).toBe('office.set')
      expect(await desk.page.locator('.notice').count()).toBe(0)
    } finally {
      await desk.close()
      await remove(userData)
    }
  })
})

async function changeByte(file: string, at: (size: number) => number): Promise<void> {
  const bytes = await readFile(file)
  const place = at(bytes.length)
  bytes[place] = (bytes[place] ?? 0) ^ 1
  await writeFile(file, bytes)
}

const REFUSED: { name: string; sentence: WordKey; damage: (userData: string) => Promise<void> }[] = [
  {
    name: 'a byte in the middle of the journal changed',
    sentence: 'recovery.what.journal_damaged',
    damage: async userData => changeByte(await lastSegment(userData), size => Math.floor(size / 2)),
  },
  {
    name: 'acknowledged records cut off',
    sentence: 'recovery.what.journal_damaged',
    damage: async userData => {
      const segment = await lastSegment(userData)
      await truncate(segment, (await stat(segment)).size - 300)
    },
  },
  {
    name: 'a segment removed',
    sentence: 'recovery.what.journal_damaged',
    damage: async userData => rm(await lastSegment(userData)),
  },
  {
    name: 'data of a newer program',
    sentence: 'recovery.what.newer_data',
    damage: async userData => {
      const newer = { format: 1, app: '9.0.0', data: DATA_FORMAT + 1 }
      await writeFile(path.join(userData, 'desk-data/stamp.json'), `${JSON.stringify(newer)}\n`)
      await writeFile(path.join(userData, 'desk-data/settings.json'), '{"language":"kk","panes":3}\n')
    },
  },
  {
    name: 'the office key missing',
    sentence: 'recovery.what.key_missing',
    damage: userData => rm(path.join(userData, 'desk-data/keys/office.key')),
  },
  {
    name: 'the office key garbage',
    sentence: 'recovery.what.key_damaged',
    damage: userData => writeFile(path.join(userData, 'desk-data/keys/office.key'), 'garbage'),
  },
  {
    name: "the system's key store another one",
    sentence: 'recovery.what.key_refused',
    damage: userData => changeByte(path.join(userData, 'chromium-host-key'), () => 5),
  },
  {
    name: 'both copies of the keys of people damaged',
    sentence: 'recovery.what.keyring_damaged',
    damage: async userData => {
      for (const name of ['subjects.ring', 'subjects.ring.2']) {
        await changeByte(path.join(userData, 'desk-data/keys', name), size => size - 20)
      }
    },
  },
]

test.each(REFUSED)(
  '$name: refused in its own sentence, and not a byte of the data is changed',
  async ({ sentence, damage }) => {
    const userData = await copyOf(prepared)
    await damage(userData)
    const data = path.join(userData, 'desk-data')
    const before = await digestOf(data)
    const desk = await startDesk({ userData })
    try {
      const said = await failureText(desk.page)
      const words =
        sentence === 'recovery.what.newer_data' ? t(sentence, { found: '9.0.0', known: '0.1.0' }) : t(sentence)
      expect(said).toContain(words)
      expect(await desk.quit()).toBe(0)
      expect(await digestOf(data)).toEqual(before)
      const refused = (await logOf(userData)).find(line => line.event === 'program.refused')
      expect(refused?.code).toBe(`start.${/key_[a-z]/.test(sentence) ? 'key_unavailable' : sentence.split('.')[2]}`)
    } finally {
      await desk.close()
      await remove(userData)
    }
  },
)

test('one copy of the keys of people damaged: the desk opens, and the copy is whole again', async () => {
  const userData = await copyOf(prepared)
  const [one, two] = ['subjects.ring', 'subjects.ring.2'].map(name => path.join(userData, 'desk-data/keys', name))
  await changeByte(one ?? '', size => Math.floor(size / 2))
  const desk = await startDesk({ userData })
  try {
    await expectWhole(desk.page, ROWS)
    expect((await stat(one ?? '')).size).toBe((await stat(two ?? '')).size)
  } finally {
    await desk.close()
    await remove(userData)
  }
})

/** The digest once the open desk writes no more by itself: its lines of the audit, where its store stands. */
async function settledDigest(folder: string): Promise<Record<string, string>> {
  let digest: Record<string, string> = {}
  await expect
    .poll(
      async () => {
        const [before, now] = [digest, await digestOf(folder)]
        digest = now
        return isDeepStrictEqual(before, now)
      },
      { interval: 3000, timeout: 45_000 },
    )
    .toBe(true)
  return digest
}

test('a second start on the same data ends at once, the first stays, and no byte of the data is touched', async () => {
  const userData = await copyOf(prepared)
  const first = await startDesk({ userData })
  try {
    await expectWhole(first.page, ROWS)
    const before = await settledDigest(path.join(userData, 'desk-data'))
    const second = await startDesk({ userData, window: false })
    expect(await second.exited).toEqual({ code: 0, signal: null })
    await second.close()
    expect(await digestOf(path.join(userData, 'desk-data'))).toEqual(before)
    expect((await logOf(userData)).filter(line => line.event === 'program.started')).toHaveLength(2)
    expect(isAlive(first.mainPid)).toBe(true)
    await expectWhole(first.page, ROWS)
  } finally {
    await first.close()
    await remove(userData)
  }
})

test('the page is killed: the window is back within 5 seconds with what was typed, after main is killed too', async () => {
  const userData = await copyOf(prepared)
  let desk = await startDesk({ userData })
  const draft = { name: 'schedule.2026-12', value: JSON.stringify({ receptions: ['қабылдау'] }) }
  try {
    await whenReady(desk.page)
    await call(desk.page, 'draftSave', draft)
    const pids = await desk.rendererPids()
    const since = performance.now()
    for (const pid of pids) process.kill(pid, 'SIGKILL')
    await whenReady(await desk.reconnect())
    const back = performance.now() - since
    console.log(`window back after ${Math.round(back)} ms`)
    expect(back).toBeLessThan(5000)
    expect(await call(desk.page, 'draftLoad', { name: draft.name })).toEqual({ value: draft.value })
    expect((await logOf(userData)).filter(line => line.event === 'page.gone')).toHaveLength(1)
    process.kill(desk.mainPid, 'SIGKILL')
    await desk.exited
    await desk.close()
    desk = await startDesk({ userData })
    await whenReady(desk.page)
    expect(await call(desk.page, 'draftLoad', { name: draft.name })).toEqual({ value: draft.value })
  } finally {
    await desk.close()
    await remove(userData)
  }
})

test('the window is closed while an import runs: the journal is closed first, and a repeat completes', async () => {
  const userData = await copyOf(prepared)
  const more = await writeJournal(place, 5 * ROWS)
  let desk = await startDesk({ userData })
  try {
    await whenReady(desk.page)
    const { told } = await beginImport(desk, more)
    await vi.waitUntil(() => told.some(one => one.kept > 0), { timeout: 60_000, interval: 1 })
    const kept = told.at(-1)?.kept ?? 0
    const [window] = await desk.control<{ id: number }[]>('windows')
    await desk.control('closeWindow', window?.id).catch(() => undefined)
    expect(await desk.exited).toEqual({ code: 0, signal: null })
    await desk.close()
    expect((await logOf(userData)).map(line => line.event).slice(-2)).toEqual(['program.started', 'program.ended'])
    desk = await startDesk({ userData })
    expect(rowsOf(await actionsOf(desk.page)).length).toBeGreaterThanOrEqual(ROWS + kept)
    expect(await importWhole(desk, more)).toMatchObject({ state: 'done' })
    await expectWhole(desk.page, 5 * ROWS)
  } finally {
    await desk.close()
    await remove(userData)
  }
})
