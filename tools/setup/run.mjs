import { spawn } from 'node:child_process'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..')

/** What ends a command with one sentence and no trace. */
export class Stop extends Error {
  constructor(message, code = 1) {
    super(message)
    this.code = code
  }
}

export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a program to its end and answers with its exit code. Ctrl+C reaches the child by the terminal; we wait for it.
 * `quiet` keeps its output back and gives it out only on failure.
 */
export function run(command, args, { quiet = false, env = process.env, cwd = root, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    const kept = []
    child.stdout?.on('data', chunk => kept.push(chunk))
    child.stderr?.on('data', chunk => kept.push(chunk))
    const pass = signal => child.kill(signal)
    process.on('SIGINT', ignore).on('SIGTERM', pass)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', ignore).off('SIGTERM', pass)
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(kept))
      resolve(code ?? (signal ? 1 : 0))
    })
  })
}

function ignore() {}

/** Runs a command's main function: a `Stop` becomes its sentence and code. */
export async function command(main) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.message)
    process.exitCode = error.code
  }
}
