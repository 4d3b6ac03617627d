// `npm run bench -- [--only S3,S5] [--size 20000] [--growth 3000,30000] [--rounds 5] [--out table.json]`: the desk beside the
// bare machine, in turn in one run. Stores that were made are kept and used again.
import { parseBenchArguments, WrongArgument } from './setup/arguments.mjs'
import { command, Stop } from './setup/run.mjs'
import { test } from './test.mjs'

async function bench(argv) {
  Object.assign(process.env, checked(argv))
  return await test(['--full', 'bench'])
}

function checked(argv) {
  try {
    return parseBenchArguments(argv)
  } catch (error) {
    if (error instanceof WrongArgument) throw new Stop(error.message, 2)
    throw error
  }
}

await command(bench)
