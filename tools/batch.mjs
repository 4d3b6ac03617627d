// `npm run batch -- --officials F --journal F ... --report 2026-Q3 --schedule 2026-10 --out DIR`: the desk without a window.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseBatchArguments, WrongArgument } from './setup/arguments.mjs'
import { hasDisplay, launchCommand } from './setup/choices.mjs'
import { command, root, run, Stop } from './setup/run.mjs'
import { setUp } from './setup/set-up.mjs'

const sample = name => path.join(root, 'assets/sample', name)

/** The sample office, as `npm start` runs it where there is no display. */
export const SAMPLE = [
  ...['--officials', sample('officials.csv')],
  ...['--journal', sample('journal-2025-q3.xlsx'), '--journal', sample('journal-2026-q3.xlsx')],
  ...['--report', '2026-Q3', '--schedule', '2026-10', '--approved-on', '2026-09-28', '--out', path.join(root, 'out')],
]

/** The data of a batch lives in a folder of its own, gone afterwards: nobody's desk is touched. */
export async function runBatch(argv) {
  const place = await setUp({ electron: hasDisplay(process.platform, process.env) })
  const data = mkdtempSync(path.join(tmpdir(), 'qabyldau-batch-'))
  try {
    const { command: program, args } = launchCommand(place, [`--user-data=${data}`, '--batch', ...argv])
    return await run(program, args, { cwd: process.cwd(), env: { ...process.env, QABYLDAU_HEADLESS: '1' } })
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

async function batch(argv) {
  try {
    return await runBatch(parseBatchArguments(argv))
  } catch (error) {
    if (error instanceof WrongArgument) throw new Stop(error.message, 2)
    throw error
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await command(batch)
