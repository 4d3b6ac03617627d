// What may stand in package-lock.json, judged without a network: licences, install scripts, published advisories.

/** Licences a package may have, a dependency of a tool too. A choice (`OR`) is good with one of them, both sides (`AND`) must be. */
export const LICENCES = new Set([
  ...['MIT', 'MIT/X11', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib'],
  ...['CC0-1.0', 'Unlicense', 'WTFPL', 'Python-2.0'],
  // The same, as old packages of the server of the tests spell them.
  ...['BSD', 'Apache 2'],
  // Of a font, of data about browsers, and of files that are used unchanged.
  ...['OFL-1.1', 'CC-BY-4.0', 'MPL-2.0'],
])

/** Packages that state no licence, and why they are borne: none of them is shipped (`WITHOUT_UNZIPPER`, electron.vite.config.ts). */
export const WITHOUT_LICENCE = [
  'buffers',
  // Of the server the tests speak to (express-pouchdb).
  ...['end-stream', 'esprima-fb', 'level-write-stream', 'write-stream'],
]

/** Packages that ask to run a script when they are installed, and why they may be there; ours are never run (`npm ci --ignore-scripts`). */
export const INSTALL_SCRIPTS = {
  'electron-winstaller':
    'Of a kind of installer we do not make (Squirrel); without its script it lacks a copy of 7-Zip.',
  leveldown:
    'The store of the server the tests speak to; the package carries its built binaries, its script would only choose one.',
}

/** Direct dependencies that are not bundled but shipped as they are. */
export const MOST_PRODUCTION = 25

/** The packages of a lockfile with what is judged of them. */
export function packagesOf(lock) {
  return Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .map(([place, { name, version, license, hasInstallScript, dev }]) => ({
      ...{ name: name ?? place.split('node_modules/').at(-1), version, place, dev: dev === true },
      ...{ licence: license ?? null, script: hasInstallScript === true },
    }))
}

/** Whether a stated licence is one of those allowed. */
export function isAllowed(licence, allowed = LICENCES) {
  if (licence === null) return false
  const text = licence.replace(/^\(|\)$/g, '')
  if (text.includes(' OR ')) return text.split(' OR ').some(one => isAllowed(one, allowed))
  if (text.includes(' AND ')) return text.split(' AND ').every(one => isAllowed(one, allowed))
  return allowed.has(text)
}

/** Numbers and the words of a version before its release: `1.2.3-beta.4`. */
function parsed(version) {
  const [numbers = '', ...before] = version.split('+')[0].split('-')
  const three = numbers.split('.').map(Number)
  return { numbers: [three[0] ?? 0, three[1] ?? 0, three[2] ?? 0], before: before.join('-') }
}

/** Below zero where the first version is the older one. A version before its release is older than the release. */
export function compareVersions(first, second) {
  const [a, b] = [parsed(first), parsed(second)]
  for (let place = 0; place < 3; place++) {
    if (a.numbers[place] !== b.numbers[place]) return a.numbers[place] - b.numbers[place]
  }
  if (a.before === b.before) return 0
  if (a.before === '' || b.before === '') return a.before === '' ? 1 : -1
  return a.before.localeCompare(b.before, 'en', { numeric: true })
}

const HOLDS = {
  '<': order => order < 0,
  '<=': order => order <= 0,
  '>': order => order > 0,
  '>=': order => order >= 0,
  '=': order => order === 0,
}

/** Whether a version is in a range as advisories write it: `>=1.0.0 <1.2.3 || <0.5.0`. Throws on any other form. */
export function isInRange(version, range) {
  return range.split('||').some(part =>
    part
      .replaceAll(',', ' ')
      .replace(/([<>=]+) +/g, '$1')
      .trim()
      .split(/ +/)
      .every(bound => {
        const [, sign = '=', other] = /^(<=|>=|<|>|=)?(\d+\.\d+\.\d+[\w.+-]*)$/.exec(bound) ?? []
        if (other === undefined) throw new Error(`no range: ${range}`)
        return HOLDS[sign](compareVersions(version, other))
      }),
  )
}

/** Advisories that a lockfile is open to. */
export function matchedAdvisories(lock, { advisories }) {
  return packagesOf(lock).flatMap(one =>
    advisories
      .filter(({ package: name, range }) => name === one.name && isInRange(one.version, range))
      .map(({ id, title }) => ({ ...{ id, title }, package: `${one.name}@${one.version}` })),
  )
}

const MONTH = 30

/** Days since the advisories were asked for, and whether that is too long ago. */
export function ageOf({ date }, today) {
  const days = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${date}T00:00:00Z`)) / 86_400_000)
  return { days, isOld: days > MONTH }
}

/** Name and version of every component of a bill of materials in the form of CycloneDX. */
export function componentsOf(bill) {
  return bill.components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`).sort()
}

/** The same of a lockfile. */
export function lockedOf(lock) {
  return [...new Set(packagesOf(lock).map(({ name, version }) => `${name}@${version}`))].sort()
}
