// `npm run sbom`: writes the bill of materials of the lockfile (CycloneDX) to dist/sbom.cdx.json, and fails where it is not the
// same packages. `npm run advisories` asks the registry what is known against them and renews tools/packing/advisories.json.
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { componentsOf, lockedOf } from './packing/packages.mjs'
import { command, root, Stop, say } from './setup/run.mjs'

const ADVISORIES = path.join(root, 'tools/packing/advisories.json')

const read = file => JSON.parse(fs.readFileSync(file, 'utf8'))

/** What npm answers as JSON, also where it ends with a code of its own. */
async function npm(...args) {
  // A system without a shell starts npm by another name.
  const name = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const options = { cwd: root, maxBuffer: 1e8, shell: process.platform === 'win32' }
  const { stdout } = await promisify(execFile)(name, args, options).catch(error => error)
  try {
    return JSON.parse(stdout)
  } catch {
    throw new Stop(`npm ${args[0]} gave no answer`)
  }
}

/** The bill of materials of the lockfile. Throws where it names other packages. */
export async function billOfMaterials() {
  const bill = await npm('sbom', '--package-lock-only', '--sbom-format', 'cyclonedx')
  const [named, locked] = [componentsOf(bill), lockedOf(read(path.join(root, 'package-lock.json')))]
  const difference = [...named.filter(one => !locked.includes(one)), ...locked.filter(one => !named.includes(one))]
  if (difference.length > 0) throw new Stop(`the bill of materials is not the lockfile: ${difference.join(', ')}`)
  return bill
}

async function writeBill() {
  const file = path.join(root, 'dist/sbom.cdx.json')
  const bill = await billOfMaterials()
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
  say(`${bill.components.length} packages: ${path.relative(root, file)}`)
  return 0
}

/** Adds what the registry names to what is kept; the date is that of its answer. */
async function renewAdvisories() {
  const { vulnerabilities } = await npm('audit', '--package-lock-only', '--json')
  if (vulnerabilities === undefined) throw new Stop('the registry answers no audit')
  const kept = read(ADVISORIES)
  const found = Object.values(vulnerabilities)
    .flatMap(({ via }) => via.filter(one => typeof one === 'object'))
    .map(({ url, name, range, title }) => ({ id: url.split('/').at(-1), package: name, range, title }))
  const known = new Map([...kept.advisories, ...found].map(one => [`${one.id} ${one.package}`, one]))
  const advisories = [...known.values()].sort((a, b) => a.package.localeCompare(b.package) || a.id.localeCompare(b.id))
  const date = new Date().toISOString().slice(0, 10)
  fs.writeFileSync(ADVISORIES, `${JSON.stringify({ ...kept, date, advisories }, null, 2)}\n`)
  say(`${found.length} advisories against the lockfile of ${date}`)
  return found.length === 0 ? 0 : 1
}

if (process.argv[1] === import.meta.filename) {
  await command(([what]) => (what === 'advisories' ? renewAdvisories() : writeBill()))
}
