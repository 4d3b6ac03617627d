// `npm start`: sets up what is missing, builds what changed, opens the desk. Plain JavaScript for Node 20 and newer.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { runBatch, SAMPLE } from './batch.mjs'
import { parseStartArguments, WrongArgument } from './setup/arguments.mjs'
import { hasDisplay, launchCommand } from './setup/choices.mjs'
import { command, root, run, Stop, say } from './setup/run.mjs'
import { setUp } from './setup/set-up.mjs'

async function start(argv) {
  const args = checked(argv)
  if (!hasDisplay(process.platform, process.env)) return await runSample()
  const place = await setUp()
  say(
    place.electron
      ? 'Starting under Electron.'
      : "Starting over the installed Chromium (Electron's binary is not here).",
  )
  const { command: program, args: all } = launchCommand(place, args)
  return await run(program, all, { cwd: process.cwd() })
}

function checked(argv) {
  try {
    return parseStartArguments(argv)
  } catch (error) {
    if (error instanceof WrongArgument) throw new Stop(error.message, 2)
    throw error
  }
}

/** Nobody can look at a window here: the sample office goes through the desk, and what it produces is left in out/. */
async function runSample() {
  say('No display: running the sample office through the desk, unseen.')
  const code = await runBatch(SAMPLE)
  if (code !== 0) return code
  const out = path.join(root, 'out')
  for (const name of readdirSync(out).sort()) say(`out/${name}  ${statSync(path.join(out, name)).size} bytes`)
  return 0
}

await command(start)
