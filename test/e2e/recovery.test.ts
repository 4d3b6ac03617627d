import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { checkContainer, readContainer } from '#electron/backup/container.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { DATA_FORMAT } from '#electron/journal/stamp-file.ts'
import {
  call,
  copyOf,
  digestOf,
  expectWhole,
  logOf,
  makeDesk,
  newFolder,
  remove,
  segmentsOf,
  startDesk,
  whenReady,
  writeJournal,
} from '#test/fault/product-rig.ts'
import type { Desk } from './launch/launch.ts'
import { exactly } from './pages/at-desk.ts'
import { flowsIn, type Language, patternOf, rawWords, type WordKey, wordsIn } from './pages/words.ts'

const run = promisify(execFile)
const ROWS = 60
const PASSWORD = 'жаңа құпиясөз 2027'
const OLD_PASSWORD = 'көк аспан астында'
const PICTURES = process.env.DESK_PICTURES
/** From the start of the program to a page that says what happened; the goal is 3 s on a machine that does nothing else. */
const IN_TIME = 6000

let place: string
/** A desk with a key on paper, and the same with passwords. */
let plain: string
let guarded: string
let paper: string
const figures: Record<string, string> = {}

beforeAll(async () => {
  place = await newFolder('recovery')
  plain = await makeDesk(ROWS, await writeJournal(place, ROWS))
  await atDesk(plain, async page => {
    paper = (await call<{ text: string }>(page, 'accessDrawPaper')).text
    await call(page, 'accessSavePaper', { paper })
    await call(page, 'backupMake')
  })
  guarded = await copyOf(plain)
  await atDesk(guarded, page => call(page, 'accessProtect', { password: OLD_PASSWORD }))
}, 120_000)

afterAll(async () => {
  console.log(`a start that failed, from the start of the program to its page: ${JSON.stringify(figures)}`)
  await Promise.all([place, plain, guarded].map(remove))
})

async function atDesk(userData: string, act: (page: Page) => Promise<unknown>): Promise<void> {
  const desk = await startDesk({ userData })
  try {
    await whenReady(desk.page)
    await act(desk.page)
    expect(await desk.quit()).toBe(0)
  } finally {
    await desk.close()
  }
}

async function changeByte(file: string, at: (size: number) => number): Promise<void> {
  const bytes = await readFile(file)
  const byte = at(bytes.length)
  bytes[byte] = (bytes[byte] ?? 0) ^ 1
  await writeFile(file, bytes)
}

/** Copies of files as they were; the answer puts them back. */
async function kept(files: readonly string[]): Promise<() => Promise<void>> {
  const bytes = await Promise.all(files.map(file => readFile(file)))
  return async () => {
    for (const [place, file] of files.entries()) await writeFile(file, bytes[place] ?? '')
  }
}

interface Disaster {
  readonly name: string
  readonly sentence: WordKey
  readonly params?: Record<string, string | number>
  /** Brings it about; the answer mends it. */
  readonly happen: (userData: string) => Promise<() => Promise<unknown>>
}

const inData = (userData: string, ...names: string[]) => path.join(userData, 'desk-data', ...names)

const MENDED: readonly Disaster[] = [
  {
    name: 'both copies of the keys of people damaged',
    sentence: 'recovery.what.keyring_damaged',
    happen: async userData => {
      const files = ['subjects.ring', 'subjects.ring.2'].map(name => inData(userData, 'keys', name))
      const mend = await kept(files)
      for (const file of files) await changeByte(file, size => size - 20)
      return mend
    },
  },
  {
    name: 'data of a newer program',
    sentence: 'recovery.what.newer_data',
    params: { found: '9.0.0', known: '0.1.0' },
    happen: async userData => {
      const mend = await kept([inData(userData, 'stamp.json')])
      await writeFile(
        inData(userData, 'stamp.json'),
        `${JSON.stringify({ format: 1, app: '9.0.0', data: DATA_FORMAT + 1 })}\n`,
      )
      return mend
    },
  },
  {
    name: 'a byte in the middle of the journal changed',
    sentence: 'recovery.what.journal_damaged',
    happen: async userData => {
      const [segment = ''] = await segmentsOf(userData)
      const mend = await kept([segment])
      await changeByte(segment, size => Math.floor(size / 2))
      return mend
    },
  },
  {
    name: 'the office key gone',
    sentence: 'recovery.what.key_missing',
    happen: async userData => {
      const mend = await kept([inData(userData, 'keys/office.key')])
      await rm(inData(userData, 'keys/office.key'))
      return mend
    },
  },
]

async function copyIn(language: Language, from: string, to?: string): Promise<string> {
  const userData = await copyOf(from, to)
  onTestFinished(() => remove(userData))
  const settings = JSON.parse(await readFile(inData(userData, 'settings.json'), 'utf8'))
  await writeFile(inData(userData, 'settings.json'), JSON.stringify({ ...settings, language }))
  return userData
}

async function failed(name: string, userData: string): Promise<Desk> {
  const desk = await startDesk({ userData })
  onTestFinished(() => desk.close())
  expect(desk.page.url()).toContain('recovery.html')
  await desk.page.locator('.recovery-what').waitFor()
  // The window that stood while main read is gone: one program, one window.
  await vi.waitFor(async () => expect(await desk.control('windows')).toHaveLength(1))
  const lines = (await logOf(userData)) as { event: string; time: string }[]
  const at = (event: string) => Date.parse(lines.findLast(line => line.event === event)?.time ?? '')
  const took = at('recovery.shown') - at('program.started')
  figures[name] = `${took} ms`
  expect(took).toBeLessThan(IN_TIME)
  return desk
}

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  for (const scheme of ['light', 'dark'] as const) {
    await page.evaluate(value => {
      document.documentElement.dataset.mantineColorScheme = value
    }, scheme)
    await page.screenshot({ path: path.join(PICTURES, `${name}-${scheme}.png`), fullPage: true })
  }
}

const press = (page: Page, word: string) => page.getByRole('button', { name: word, exact: true }).click()

describe.each(flowsIn('kk'))('a start that fails, %s', language => {
  const t = wordsIn(language)

  test.each(MENDED)(
    '$name: told in words, nothing touched; mended, "Try again" opens the desk whole',
    async disaster => {
      const userData = await copyIn(language, plain)
      const mend = await disaster.happen(userData)
      const before = await digestOf(inData(userData))
      const desk = await failed(disaster.name, userData)
      const { page } = desk
      await page.getByText(t(disaster.sentence, disaster.params), { exact: true }).waitFor()
      await page.getByText(inData(userData), { exact: true }).waitFor()
      await picture(page, `recovery-${disaster.sentence.split('.').at(-1)}-${language}`)
      await press(page, t('recovery.act.again'))
      await page.getByText(t('recovery.still'), { exact: true }).waitFor()
      expect(await digestOf(inData(userData))).toEqual(before)
      await mend()
      await press(page, t('recovery.act.again'))
      await expectWhole(await desk.pageOf('index.html'), ROWS)
      expect(await desk.quit()).toBe(0)
    },
  )

  test("another machine's key store: the key on paper opens the desk whole, and no paper is asked for again", async () => {
    const userData = await copyIn(language, plain)
    await changeByte(path.join(userData, 'chromium-host-key'), () => 5)
    const desk = await failed('another key store', userData)
    const { page } = desk
    await page.getByText(t('recovery.what.key_refused'), { exact: true }).waitFor()
    await press(page, t('recovery.act.paper'))
    const field = page.getByLabel(exactly(t('access.paper')))
    await field.fill('0000 0000 0000')
    await press(page, t('recovery.paper_open'))
    await page.getByText(t('error.access.wrong_paper'), { exact: true }).waitFor()
    await picture(page, `recovery-paper-${language}`)
    await field.fill(paper.toLowerCase())
    await press(page, t('recovery.paper_open'))
    await expectWhole(await desk.pageOf('index.html'), ROWS)
    expect(await desk.quit()).toBe(0)
    await desk.close()
    const again = await startDesk({ userData })
    onTestFinished(() => again.close())
    await expectWhole(again.page, ROWS)
  })

  test('the same where the desk has passwords: nobody enters without the paper and a new password', async () => {
    const userData = await copyIn(language, guarded)
    await changeByte(path.join(userData, 'chromium-host-key'), () => 5)
    const desk = await failed('another key store, passwords', userData)
    const { page } = desk
    await press(page, t('recovery.act.paper'))
    await page.getByLabel(exactly(t('access.paper'))).fill(paper)
    await press(page, t('recovery.paper_open'))
    await page.getByText(t('recovery.admit_why'), { exact: true }).waitFor()
    await page.getByLabel(exactly(t('access.new_password'))).fill(PASSWORD)
    await page.getByLabel(exactly(t('access.again'))).fill(PASSWORD)
    await picture(page, `recovery-admit-${language}`)
    await press(page, t('recovery.admit_act'))
    const open = await desk.pageOf('index.html')
    await open.getByRole('heading', { level: 1, name: t('lock.title'), exact: true }).waitFor()
    const enter = async (password: string) => {
      await open.getByLabel(exactly(t('lock.password'))).fill(password)
      await open.keyboard.press('Enter')
    }
    await enter(OLD_PASSWORD)
    await open.getByText(t('error.access.wrong'), { exact: true }).waitFor()
    await enter(PASSWORD)
    await expectWhole(open, ROWS)
  })

  test('what is damaged is saved to one file without a key, and the copy that lies here opens the desk whole', async () => {
    const userData = await copyIn(language, plain)
    for (const name of ['subjects.ring', 'subjects.ring.2']) {
      await changeByte(inData(userData, 'keys', name), size => size - 20)
    }
    const before = await digestOf(inData(userData))
    const desk = await failed('put back from a copy', userData)
    const { page } = desk
    const stick = await newFolder('stick')
    onTestFinished(() => remove(stick))
    await desk.answerNextDialog({ filePaths: [stick] })
    await press(page, t('recovery.act.rescue'))
    await page.getByText(patternOf(rawWords(language, 'saved.done'))).waitFor()
    const [name = ''] = await readdir(stick)
    const rescued = await readContainer(nodeFiles, path.join(stick, name))
    await checkContainer(nodeFiles, rescued)
    expect(rescued.index).toMatchObject({ kind: 'rescue', keyId: null })
    const saved = Object.fromEntries(rescued.index.files.map(file => [file.path, file.sha256]))
    const wanted = Object.entries(before).filter(
      ([file]) => /^(journal|keys|audit|head)/.test(file) && file !== 'keys/tries',
    )
    expect(saved).toMatchObject(Object.fromEntries(wanted))
    await press(page, t('recovery.act.restore'))
    await page.getByText(t('recovery.restore_how'), { exact: true }).waitFor()
    await picture(page, `recovery-restore-${language}`)
    await page.getByRole('button', { name: patternOf(rawWords(language, 'recovery.restore_newest')) }).click()
    await press(page, t('backup.open'))
    await press(page, t('backup.decide'))
    await expectWhole(await desk.pageOf('index.html'), ROWS)
  })

  test('the report that is saved says what failed and holds nothing of people, nor where the data lie', async () => {
    const userData = await copyIn(language, plain)
    await rm(inData(userData, 'keys/office.key'))
    const desk = await failed('the report', userData)
    const file = path.join(place, `report-${language}.txt`)
    await desk.answerNextDialog({ filePath: file })
    await press(desk.page, t('recovery.act.report'))
    await desk.page.getByText(t('saved.done', { path: file }), { exact: true }).waitFor()
    const report = await readFile(file, 'utf8')
    expect(report).toContain('start key_missing')
    expect(report).toContain('"code":"start.key_unavailable"')
    expect(report).not.toMatch(/Тексеров|Рахимова|8001013|\+7 701/)
    expect(report).not.toContain(userData)
  })

  test('the page may call nothing of a desk, and no other window may call what it may', async () => {
    const userData = await copyIn(language, plain)
    const mend = await kept([inData(userData, 'keys/office.key')])
    await rm(inData(userData, 'keys/office.key'))
    const desk = await failed('refused', userData)
    await expect(call(desk.page, 'journalRead', { after: {}, limit: 1 })).rejects.toThrow(/No handler registered/)
    await mend()
    await press(desk.page, t('recovery.act.again'))
    const open = await desk.pageOf('index.html')
    await whenReady(open)
    await expect(call(open, 'recoveryPaper', { paper })).rejects.toThrow(/No handler registered/)
  })
})

/** A disk of its own, small enough to be filled, can be had by root on Linux only. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0

function onItsOwnDisk(language: Language): void {
  const t = wordsIn(language)

  test('told with its figures; with space again "Try again" opens the desk whole', async () => {
    const disk = await mkdtemp(path.join(tmpdir(), 'recovery-disk-'))
    await run('mount', ['-t', 'tmpfs', '-o', 'size=220m', 'tmpfs', disk])
    onTestFinished(async () => {
      await vi.waitFor(() => run('umount', [disk]), { timeout: 30_000, interval: 50 })
      await remove(disk)
    })
    const userData = await copyIn(language, plain, path.join(disk, 'desk'))
    const { bavail, bsize } = await statfs(disk)
    await writeFile(path.join(disk, 'filler'), Buffer.alloc(bavail * bsize - 20 * 1024 * 1024))
    const desk = await failed('disk full', userData)
    const said = await desk.page.locator('.recovery-what').innerText()
    const free = Number(/(\d+)/.exec(said)?.[1] ?? -1)
    expect(free).toBeGreaterThan(0)
    expect(free).toBeLessThanOrEqual(20)
    expect(said).toBe(t('recovery.what.disk_full', { free, floor: 50 }))
    await picture(desk.page, `recovery-disk_full-${language}`)
    await rm(path.join(disk, 'filler'))
    await press(desk.page, t('recovery.act.again'))
    await expectWhole(await desk.pageOf('index.html'), ROWS)
    await desk.close()
  })
}

// Nobody but root may mount a disk: the floor alone is proved by product-disk.test.ts then.
if (canMount) describe.each(flowsIn('ru'))('a full disk, %s', onItsOwnDisk)
