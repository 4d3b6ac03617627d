import { existsSync } from 'node:fs'

/** Words of a wrong command line, with what is allowed. Exit code 2. */
export class WrongArgument extends Error {}

const QUARTER = /^\d{4}-Q[1-4]$/
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const BATCH_OPTIONS = ['--officials', '--journal', '--report', '--schedule', '--approved-by', '--approved-on', '--out']

/** `npm start -- [--user-data=DIR]`: everything but the folder of the data is unknown. */
export function parseStartArguments(argv) {
  const unknown = argv.find(each => !/^--user-data=./.test(each))
  if (unknown !== undefined) throw new WrongArgument(`${unknown} is not known; npm start takes --user-data=DIR`)
  return [...argv]
}

/** Pairs of `--name value` or `--name=value`. */
function pairs(argv, known = BATCH_OPTIONS) {
  const found = []
  for (let at = 0; at < argv.length; at++) {
    const [, name, given] = /^(--[^=]+)(?:=(.*))?$/.exec(argv[at]) ?? []
    if (!known.includes(name)) throw new WrongArgument(`${argv[at]} is not known; known are ${known.join(' ')}`)
    const value = given ?? argv[++at]
    if (!value || value.startsWith('--')) throw new WrongArgument(`${name} needs a value`)
    found.push([name, value])
  }
  return found
}

function checkForm(options, name, form, example) {
  const value = options.get(name)
  if (value !== undefined && !form.test(value))
    throw new WrongArgument(`${name} ${value} is not of the form ${example}`)
}

/**
 * `npm run batch`: checked before anything is set up or built, so that a slip of the pen costs no minute. Main checks
 * again. Answers with the arguments as they came.
 * @param {string[]} argv
 * @param {(file: string) => boolean} exists
 */
export function parseBatchArguments(argv, exists = existsSync) {
  const given = pairs(argv)
  const options = new Map(given)
  const twice = given.find(([name], at) => name !== '--journal' && given.findIndex(([other]) => other === name) < at)
  if (twice) throw new WrongArgument(`${twice[0]} is given twice`)
  for (const name of ['--officials', '--out']) if (!options.has(name)) throw new WrongArgument(`${name} is missing`)
  checkForm(options, '--report', QUARTER, '2026-Q3')
  checkForm(options, '--schedule', MONTH, '2026-10')
  checkForm(options, '--approved-on', DATE, '2026-10-01')
  if (options.has('--approved-by') && !options.has('--approved-on'))
    throw new WrongArgument('--approved-by needs --approved-on')
  const missing = given.find(([name, value]) => ['--officials', '--journal'].includes(name) && !exists(value))
  if (missing) throw new WrongArgument(`there is no file ${missing[1]} (${missing[0]})`)
  return [...argv]
}

const BENCH_OPTIONS = ['--only', '--size', '--growth', '--rounds', '--out']
const ROWS = /^(S\d+|card)(,(S\d+|card))*$/
const COUNT = /^[1-9]\d*$/
const COUNTS = /^[1-9]\d*(,[1-9]\d*)+$/

/** `npm run bench`: what is measured, as the surroundings that the bench reads. */
export function parseBenchArguments(argv) {
  const options = new Map(pairs(argv, BENCH_OPTIONS))
  if (options.has('--size') && options.has('--growth')) throw new WrongArgument('--size or --growth, not both')
  checkForm(options, '--only', ROWS, 'S3,S5')
  checkForm(options, '--size', COUNT, '20000')
  checkForm(options, '--growth', COUNTS, '3000,30000')
  checkForm(options, '--rounds', COUNT, '5')
  const env = {
    QABYLDAU_BENCH_ONLY: options.get('--only'),
    QABYLDAU_BENCH_SIZES: options.get('--growth') ?? options.get('--size'),
    QABYLDAU_BENCH_ROUNDS: options.get('--rounds'),
    QABYLDAU_BENCH_OUT: options.get('--out'),
  }
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined))
}
