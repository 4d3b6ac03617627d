// `npm test`: everything that must be green, stage by stage; `npm test -- unit` runs one. All stages run, any failure fails.
// `--full` (`npm run test:full`) takes the stages that try many times in their whole form.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { command, root, run, Stop, say } from './setup/run.mjs'
import { build, setUp } from './setup/set-up.mjs'

const bin = name => path.join(root, 'node_modules', name)
const FOLDERS = ['.', 'shared', 'electron', 'renderer', 'test', 'tools']
const PROJECTS = ['unit', 'property', 'db', 'sim', 'sync', 'fault', 'e2e', 'bench']

async function checkTypes(node) {
  const codes = []
  for (const folder of FOLDERS)
    codes.push(await run(node, [bin('typescript/bin/tsc'), '-p', path.join(folder, 'tsconfig.json'), '--noEmit']))
  return Math.max(...codes)
}

function vitest(project) {
  return async (node, kept) => {
    const told = path.join(kept, `${project}.json`)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${told}`]
    const code = await run(node, [bin('vitest/vitest.mjs'), 'run', '--project', `${project}*`, ...reporters])
    return { code, failures: code === 0 ? [] : failuresOf(told) }
  }
}

/** What failed, a line each, from vitest's own report; a file that did not begin has no tests but a message. */
function failuresOf(told) {
  if (!fs.existsSync(told)) return ['(ended without a report)']
  return JSON.parse(fs.readFileSync(told, 'utf8')).testResults.flatMap(file => {
    const name = path.relative(root, file.name)
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && file.status !== 'failed') return []
    if (failed.length === 0) return [`${name}: ${brief(file.message)}`]
    return failed.map(({ fullName, failureMessages }) => `${name} > ${fullName}: ${brief(failureMessages.join('\n'))}`)
  })
}

function brief(message) {
  return message.trim().split('\n').slice(0, 12).join('\n    ')
}

async function buildStage(node) {
  try {
    await build(node)
    return 0
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.message)
    return 1
  }
}

const STAGES = {
  types: checkTypes,
  lint: node => run(node, [bin('@biomejs/biome/bin/biome'), 'check']),
  build: buildStage,
  ...Object.fromEntries(PROJECTS.map(project => [project, vitest(project)])),
}

/** The stages and, again, what failed in them: who reads the end of a long output reads the cause. */
function table(done) {
  const lines = done.map(
    ({ name, code, seconds }) =>
      `${name.padEnd(10)}${seconds.toFixed(1).padStart(8)} s   ${code === 0 ? 'passed' : 'FAILED'}`,
  )
  return ['', ...done.flatMap(({ failures }) => failures), '', ...lines, ''].join('\n')
}

/** Runs the stages that are asked for, or all; answers with the exit code. */
export async function test(given) {
  const argv = given.filter(word => word !== '--full')
  if (argv.length < given.length) process.env.QABYLDAU_FULL = '1'
  const unknown = argv.find(name => !Object.hasOwn(STAGES, name))
  if (unknown !== undefined) throw new Stop(`${unknown} is no stage; stages are ${Object.keys(STAGES).join(' ')}`, 2)
  const asked = argv.length > 0 ? argv : Object.keys(STAGES)
  const names = asked.some(name => ['fault', 'e2e', 'bench'].includes(name)) ? [...new Set(['build', ...asked])] : asked
  const { node } = await setUp({ tests: true, built: false, electron: false })
  const kept = fs.mkdtempSync(path.join(os.tmpdir(), 'qabyldau-test-'))
  // The program is started hundreds of times: what Node compiles of it is kept for the run.
  process.env.NODE_COMPILE_CACHE ??= path.join(kept, 'compiled')
  const done = []
  for (const name of Object.keys(STAGES).filter(each => names.includes(each))) {
    const started = performance.now()
    const ended = await STAGES[name](node, kept)
    const { code, failures } = typeof ended === 'number' ? { code: ended, failures: [] } : ended
    done.push({ name, code, failures, seconds: (performance.now() - started) / 1000 })
  }
  fs.rmSync(kept, { recursive: true, force: true })
  say(table(done))
  return done.every(({ code }) => code === 0) ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await command(test)
