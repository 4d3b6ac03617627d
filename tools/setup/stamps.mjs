import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Everything the built application is made of. */
export const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'locales',
  'assets',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]

function filesUnder(place) {
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap(entry => filesUnder(path.join(place, entry.name)))
}

/** One hash over names and contents: a file that is touched but not changed asks for no work. */
export function hashOf(root, places) {
  const hash = createHash('sha256')
  for (const file of places.flatMap(place => filesUnder(path.join(root, place)))) {
    const content = readFileSync(file)
    hash.update(`${path.relative(root, file).replaceAll('\\', '/')}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}

export function writeStamp(file, value) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${value}\n`)
}

/**
 * Whether npm's own record of what it installed holds every package of the lockfile at its version. Optional packages of
 * other systems may be absent. Both are the parsed files.
 */
export function isInstalled(lock, record) {
  return Object.entries(lock.packages ?? {}).every(([name, wanted]) => {
    const found = record.packages?.[name]
    return (
      name === '' ||
      (found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true)
    )
  })
}
