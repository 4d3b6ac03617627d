import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { readTable } from '#electron/files/table/read-table.ts'
import { spawnSourceTableWorker } from '#electron/files/table/spawn-source.ts'
import type { Bench, BenchWindow } from '../bench.ts'
import { newcomerOf } from '../newcomers.ts'
import type { Row } from '../row.ts'

/** Newcomers of files come behind those who are registered one by one. */
const OF_FILES = 500_000

export const imported: Row = {
  ...{
    name: 'S13',
    what: 'import of a journal, 5,000 rows',
    beside: 'parse + raw puts of the rows',
    unit: 'ms',
    samples: 1,
  },
  goal: { as: 'ratio', most: 2 },
  open: async bench => ({
    product: async n => (await broughtIn(bench, n)).took,
    baseline: async n => {
      const file = await fileOf(bench, n)
      const page = await bench.page()
      const started = performance.now()
      await readTable({ path: file }, spawnSourceTableWorker)
      const parsed = performance.now() - started
      let put = 0
      const rows = rowsOf(bench, n)
      for (let at = 0; at < rows.length; at += 1000) {
        const some = rows.slice(at, at + 1000)
        put += await page.evaluate(part => (window as unknown as BenchWindow).raw.add('imported', part), some)
      }
      return parsed + put
    },
  }),
}

export const longTasks: Row = {
  ...{ name: 'S16', what: 'long tasks: import', beside: '', unit: 'tasks', samples: 1 },
  goal: { as: 'alone', most: 0 },
  open: async bench => ({
    product: async n => (await broughtIn(bench, n)).longTasks,
    baseline: async () => 0,
  }),
}

/** The n-th file of the run is brought in, once: milliseconds from its choice until the store holds it, and the long tasks of the page. */
function broughtIn(bench: Bench, n: number): Promise<{ took: number; longTasks: number }> {
  return bench.once(`import ${n}`, async () => {
    const { page, desk } = await bench.at()
    const file = await fileOf(bench, n)
    await desk.answerNextDialog({ filePaths: [file] })
    return page.evaluate(runImport, rowsOf(bench, n).length)
  })
}

async function runImport(rows: number): Promise<{ took: number; longTasks: number }> {
  const { desk, must, ask, longTasks } = window as unknown as BenchWindow
  const total = async () => ((await ask('totals', {})) as { applications: number }).applications
  const before = await total()
  longTasks.splice(0)
  const started = performance.now()
  const chosen = await desk.importChoose({ kind: 'journal', sample: null } as never)
  const { preview } = must<{ preview: { importId: string } }>(chosen)
  const ended = new Promise<void>((resolve, reject) => {
    const stop = desk.onImportProgress(progress => {
      if (progress.state === 'running') return
      stop()
      if (progress.state === 'done') resolve()
      else reject(new Error(JSON.stringify(progress)))
    })
  })
  must(await desk.importRun({ importId: preview.importId } as never))
  await ended
  while ((await total()) < before + rows) await new Promise(resolve => setTimeout(resolve, 5))
  return { took: performance.now() - started, longTasks: longTasks.splice(0).length }
}

function rowsOf(bench: Bench, n: number) {
  const count = bench.isWhole ? 5000 : 200
  return Array.from({ length: count }, (_, at) => {
    const { surname, given, iin, phone, essence } = newcomerOf(OF_FILES + n * count + at).personal
    const day = `${String(1 + (at % 28)).padStart(2, '0')}.07.2026`
    return { day, surname, given, iin, organisation: '', phone, language: 'қазақ', essence: `${essence} №${at}` }
  })
}

function fileOf(bench: Bench, n: number): Promise<string> {
  return bench.once(`file ${n}`, async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-import-'))
    bench.atEnd(() => rm(folder, { recursive: true, force: true }))
    const header = 'Тіркеу күні;Тегі;Аты;ЖСН;Ұйым;Телефон;Тілі;Мәселенің мәні'
    const lines = rowsOf(bench, n).map(row => Object.values(row).join(';'))
    const file = path.join(folder, `journal-${n}.csv`)
    await writeFile(file, `\ufeff${[header, ...lines].join('\r\n')}\r\n`)
    return file
  })
}
