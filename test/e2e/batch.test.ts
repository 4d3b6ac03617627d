import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { parseTable } from '#electron/files/table/parse-table.ts'
import { unwrap } from '#shared/result/result.ts'
import { expectedJournal, QUARTERS, type SampleQuarter, samplePath } from '#test/fixtures/import/expected.ts'
import { seeded, varyJournal } from '#test/fixtures/import/vary-journal.ts'
import { root } from './launch/launch.ts'
import { remove } from './pages/at-desk.ts'
import { FULL } from './pages/words.ts'

const ALL_KEPT = [
  ['ru / kk', 4103],
  ['kk', 4101],
  ['ru', 4102],
] as const
/** How other offices keep their journals: the language of the heads and a seed. The whole form takes all of them. */
const KEPT = FULL ? ALL_KEPT : ALL_KEPT.slice(0, 1)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'batch-files-'))
})
afterAll(() => remove(folder))

interface Ended {
  readonly code: number | null
  readonly stderr: string
}

/** The command of the README, its temporary files where they can be counted. */
function batch(args: readonly string[], temporary: string): Promise<Ended> {
  const child = spawn(process.execPath, [path.join(root, 'tools/batch.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', chunk => {
    stderr += String(chunk)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', code => resolve({ code, stderr }))
  })
}

/** Runs a batch with a folder for its output and one for what it leaves behind, which must be nothing. */
async function runBatch(name: string, args: readonly string[]): Promise<Ended & { out: string }> {
  const [out, temporary] = [path.join(folder, name, 'out'), path.join(folder, name, 'tmp')]
  await mkdir(temporary, { recursive: true })
  const ended = await batch([...args, '--out', out], temporary)
  // Node keeps compiled modules there when it is told to; nothing else may stay.
  expect(
    readdirSync(temporary).filter(left => left !== 'node-compile-cache'),
    'left behind',
  ).toEqual([])
  return { ...ended, out }
}

const officials = ['--officials', samplePath('officials.csv')]
const journals = (files: readonly string[]) => files.flatMap(file => ['--journal', file])

async function jsonOf(out: string, name: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(out, name), 'utf8'))
}

function expectedImport(files: Readonly<Record<SampleQuarter, string>>) {
  return {
    files: QUARTERS.map(quarter => {
      const { rows, badIin } = expectedJournal(quarter)
      return { name: path.basename(files[quarter]), rows, kept: rows, badIin }
    }),
  }
}

function expectedReport() {
  const period = (quarter: SampleQuarter) => {
    const { badIin: _badIin, records: _records, ...counts } = expectedJournal(quarter)
    return counts
  }
  return { period: '2026-Q3', current: period('2026-q3'), previous: period('2025-q3') }
}

describe('the batch', () => {
  test('officials and journals in, figures, schedule and report out, exactly what the journals hold', async () => {
    const files = { '2025-q3': samplePath('journal-2025-q3.xlsx'), '2026-q3': samplePath('journal-2026-q3.xlsx') }
    const asked = ['--report', '2026-Q3', '--schedule', '2026-10']
    const { code, stderr, out } = await runBatch('sample', [...officials, ...journals(Object.values(files)), ...asked])
    expect(code, stderr).toBe(0)
    expect(await jsonOf(out, 'import.json')).toEqual(expectedImport(files))
    expect(await jsonOf(out, 'report.json')).toEqual(expectedReport())
    expect((await readdir(out)).toSorted()).toEqual([
      'import.json',
      'report-2026-Q3-kk.pdf',
      'report-2026-Q3-ru.pdf',
      'report-2026-Q3.xlsx',
      'report.json',
      'schedule-2026-10-A3.pdf',
      'schedule-2026-10-A4.pdf',
    ])
  })

  test.each(KEPT)('journals kept another way, headers %s, seed %i, give the same figures', async (language, seed) => {
    const random = seeded(seed)
    const own = path.join(folder, `journals-${seed}`)
    await mkdir(own)
    const files = { '2025-q3': path.join(own, 'былтыр.xlsx'), '2026-q3': path.join(own, 'журнал 2026.xlsx') }
    for (const quarter of QUARTERS) {
      const original = unwrap(await parseTable(await readFile(samplePath(`journal-${quarter}.xlsx`)), TABLE_LIMITS))
      await writeFile(files[quarter], (await varyJournal(original, language, random)).bytes)
    }
    const { code, stderr, out } = await runBatch(`varied-${seed}`, [
      ...officials,
      ...journals(Object.values(files)),
      '--report',
      '2026-Q3',
    ])
    expect(code, stderr).toBe(0)
    expect(await jsonOf(out, 'import.json')).toEqual(expectedImport(files))
    expect(await jsonOf(out, 'report.json')).toEqual(expectedReport())
  })

  test('the same journal twice is counted once', async () => {
    const file = samplePath('journal-2026-q3.xlsx')
    const { code, out } = await runBatch('twice', [...officials, ...journals([file, file]), '--report', '2026-Q3'])
    expect(code).toBe(0)
    expect(await jsonOf(out, 'report.json')).toEqual({ ...expectedReport(), previous: null })
  })

  test('a wrong argument, a missing or a broken file: one sentence, code 2, nothing written', async () => {
    const broken = path.join(folder, 'broken.xlsx')
    await writeFile(broken, (await readFile(samplePath('journal-2026-q3.xlsx'))).subarray(0, 20_000))
    const letter = path.join(folder, 'letter.csv')
    await writeFile(letter, 'Нет здесь;никакой\r\nтаблицы;вовсе\r\n')
    const wrong: [string, string[]][] = [
      ['an unknown option', [...officials, '--jurnal', samplePath('journal-2026-q3.xlsx')]],
      ['a quarter that is none', [...officials, '--report', '2026-Q5']],
      ['a month that is none', [...officials, '--schedule', '2026-13']],
      ['no officials', ['--report', '2026-Q3']],
      ['an approval without a date', [...officials, '--approved-by', 'A']],
      ['a file that is not there', [...officials, '--journal', path.join(folder, 'gone.xlsx')]],
      ['a broken journal', [...officials, '--journal', broken, '--report', '2026-Q3']],
      ['a text without a table', [...officials, '--journal', letter, '--report', '2026-Q3']],
    ]
    for (const [index, [what, args]] of wrong.entries()) {
      const { code, stderr, out } = await runBatch(`wrong-${index}`, args)
      expect(code, `${what}: ${stderr}`).toBe(2)
      const sentences = stderr.split('\n').filter(line => line !== '' && !line.startsWith('CHROMIUM HOST'))
      expect(sentences.length, `${what}: ${stderr}`).toBe(1)
      expect(stderr).not.toMatch(/\n\s+at /)
      expect(existsSync(out) ? await readdir(out) : [], what).toEqual([])
    }
  })
})
