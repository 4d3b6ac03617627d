import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from '../chromium-host/find-chromium.js'
import { hasDisplay, installCommand, mayDownloadElectron, packagedNode } from './choices.mjs'
import { root, run, Stop, say } from './run.mjs'
import { hashOf, isInstalled, readStamp, SOURCES, writeStamp } from './stamps.mjs'

const modules = path.join(root, 'node_modules')
const isRoot = process.getuid?.() === 0
const DAY_MS = 24 * 60 * 60 * 1000
/** A Debian package, and a file by which it is known to be there. The writer lays letters out as Word would, in the metrics of Times. */
const TOOLS = {
  'poppler-utils': '/usr/bin/pdfinfo',
  xvfb: '/usr/bin/Xvfb',
  iproute2: '/sbin/ip',
  'libreoffice-writer': '/usr/lib/libreoffice/program/libswlo.so',
  // Opens lists as a table program would: nothing a citizen typed may become a formula there.
  'libreoffice-calc': '/usr/lib/libreoffice/program/libsclo.so',
  // Reads calendar files of the site as another program would.
  'python3-icalendar': '/usr/lib/python3/dist-packages/icalendar/__init__.py',
  'fonts-liberation': '/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf',
}

/** Packages of the lockfile, when they are not these already. */
async function installPackages() {
  const stamp = path.join(modules, '.qabyldau-stamp')
  const wanted = hashOf(root, ['package-lock.json'])
  if (readStamp(stamp) === wanted) return
  if (!installedAlready()) {
    say('Installing packages (npm ci) ...')
    const npm = process.env.npm_execpath
    const args = ['ci', '--ignore-scripts', '--loglevel=error']
    const windows = process.platform === 'win32'
    const code = npm
      ? await run(process.execPath, [npm, ...args])
      : await run(windows ? 'npm.cmd' : 'npm', args, { shell: windows })
    if (code !== 0) throw new Stop('npm ci failed: see above; a network with an npm registry is needed once')
  }
  writeStamp(stamp, wanted)
}

function installedAlready() {
  const record = path.join(modules, '.package-lock.json')
  if (!existsSync(record)) return false
  return isInstalled(
    JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')),
    JSON.parse(readFileSync(record, 'utf8')),
  )
}

/** The Node everything runs under: the packaged one, or the present one when it is new enough. */
function findNode() {
  const packaged = packagedNode(process.platform, process.arch)
  if (packaged && existsSync(path.join(modules, packaged))) return path.join(modules, packaged)
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Stop('Node 24 or newer is needed on this system: install it and start again')
}

async function installSystemPackages(tests) {
  const missing = findChromium() ? [] : ['chromium', 'fonts-noto-core']
  if (tests && process.platform === 'linux') {
    for (const [name, file] of Object.entries(TOOLS)) if (!existsSync(file)) missing.push(name)
  }
  if (missing.length === 0) return
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    throw new Stop(`Missing: ${missing.join(', ')}. Type:  ${installCommand(process.platform, missing)}`)
  }
  say(`Installing ${missing.join(', ')} (apt-get) ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await run('apt-get', ['update'], { quiet: true, env })
  const code =
    updated || (await run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], { quiet: true, env }))
  if (code !== 0) throw new Stop(`apt-get failed: install ${missing.join(', ')} by hand and start again`)
}

/** Builds the application when what it is made of has changed. */
export async function build(node) {
  const stamp = path.join(root, 'dist/app/.stamp')
  const wanted = hashOf(root, SOURCES)
  if (readStamp(stamp) === wanted && existsSync(path.join(root, 'dist/app/main/main.js'))) return
  say('Building ...')
  const code = await run(node, [path.join(modules, 'electron-vite/bin/electron-vite.js'), 'build'], { quiet: true })
  if (code !== 0) throw new Stop('the build failed: see above')
  writeStamp(stamp, wanted)
}

function findElectron() {
  const folder = path.join(modules, 'electron')
  const name = readStamp(path.join(folder, 'path.txt'))
  const file = path.join(folder, 'dist', name)
  return name !== '' && existsSync(file) ? file : undefined
}

/** Electron's binary where it is or can be had; a network that refused is asked again after a day. */
async function getElectron(node) {
  const present = findElectron()
  const display = hasDisplay(process.platform, process.env)
  const interactive = Boolean(process.stdout.isTTY && process.stdin.isTTY)
  if (present || !mayDownloadElectron({ interactive, display, env: process.env })) return present
  const refused = path.join(modules, '.qabyldau-electron-refused')
  if (existsSync(refused) && Date.now() - statSync(refused).mtimeMs < DAY_MS) return undefined
  say("Asking for Electron's binary (skipped with QABYLDAU_NO_ELECTRON_DOWNLOAD=1) ...")
  const limit = new URL('./connect-limit.mjs', import.meta.url).href
  const code = await run(node, ['--import', limit, path.join(modules, 'electron/install.js')], { quiet: true })
  if (code !== 0) writeStamp(refused, 'not to be had')
  return findElectron()
}

/** Everything a fresh machine needs, each step only when it is due. Answers with what to start the desk by. */
export async function setUp({ tests = false, built = true, electron: wanted = true } = {}) {
  await installPackages()
  const node = findNode()
  const electron = wanted ? await getElectron(node) : undefined
  if (!electron) await installSystemPackages(tests)
  if (built) await build(node)
  return { node, electron, root, isRoot }
}
