import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '#test/unit/house/sources.ts'
import { demandFuses } from '../../tools/packing/after-pack.mjs'

/**
 * electron-builder packs by electron-builder.yml over a stand-in of Electron's files: everything but the binary is real.
 * What needs the binary (starting it, installers, signatures, integrity at run time) is not shown here.
 */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = 9
const [ON, OFF] = ['1'.charCodeAt(0), '0'.charCodeAt(0)]

let folder: string
let packed: string

async function writeStandIn(electron: string): Promise<void> {
  await mkdir(path.join(electron, 'resources'), { recursive: true })
  await mkdir(path.join(electron, 'locales'))
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FUSES]), Buffer.alloc(FUSES, ON)])
  await writeFile(path.join(electron, 'electron'), Buffer.concat([Buffer.alloc(512), wire, Buffer.alloc(512)]))
  await chmod(path.join(electron, 'electron'), 0o755)
  for (const name of [
    'LICENSE',
    'version',
    'chrome-sandbox',
    'icudtl.dat',
    'locales/ru.pak',
    'locales/kk.pak',
    'locales/de.pak',
    'locales/en-US.pak',
  ]) {
    await writeFile(path.join(electron, name), name)
  }
}

/** Names of the files in an asar archive: its header is JSON after four lengths. */
async function filesInArchive(archive: string): Promise<string[]> {
  const bytes = await readFile(archive)
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as Entry
  const names: string[] = []
  collect(header, '', names)
  return names.sort()
}

interface Entry {
  readonly files?: Record<string, Entry>
}

function collect(entry: Entry, at: string, names: string[]): void {
  for (const [name, inner] of Object.entries(entry.files ?? {})) {
    if (inner.files) collect(inner, `${at}${name}/`, names)
    else names.push(`${at}${name}`)
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pack-'))
  await writeStandIn(path.join(folder, 'electron'))
  packed = path.join(folder, 'out', 'linux-unpacked')
  const builder = path.join(ROOT, 'node_modules/electron-builder/cli.js')
  const options = [
    `-c.electronDist=${path.join(folder, 'electron')}`,
    `-c.directories.output=${path.join(folder, 'out')}`,
  ]
  await promisify(execFile)(
    process.execPath,
    [builder, '--linux', 'dir', '--config', 'electron-builder.yml', ...options, '--publish', 'never'],
    { cwd: ROOT },
  )
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('what is packed', () => {
  it('the built desk, its manifest and the sample office, and nothing else', async () => {
    const names = await filesInArchive(path.join(packed, 'resources/app.asar'))
    expect(names).toContain('package.json')
    expect(names).toContain('dist/app/main/main.js')
    expect(names).toContain('dist/app/preload/preload.cjs')
    expect(names).toContain('dist/app/renderer/index.html')
    expect(names.filter(name => name.startsWith('assets/'))).toEqual([
      'assets/sample/journal-2025-q3.xlsx',
      'assets/sample/journal-2026-q3.xlsx',
      'assets/sample/officials.csv',
    ])
    const strangers = names.filter(
      name => !/^(package\.json|assets\/sample\/|dist\/app\/(main|preload|renderer)\/)/.test(name),
    )
    expect(strangers).toEqual([])
    expect(names.filter(name => /node_modules|\.map$|\.ts$|\.tsx$|test\//.test(name))).toEqual([])
  })

  it('the page of the desk shows its sign on the ground of the desk before any of its files is there', async () => {
    const html = await readFile(path.join(ROOT, 'dist/app/renderer/index.html'), 'utf8')
    const [before = '', after = ''] = html.split('class="starting"')
    expect(before).not.toContain('rel="stylesheet"')
    expect(after).toContain('rel="stylesheet"')
    const tones = await readFile(path.join(ROOT, 'renderer/app/look/tones.css'), 'utf8')
    const grounds = [...tones.matchAll(/--ground: (#\w+);/g)].map(([, ground]) => ground)
    expect([...before.matchAll(/background: (#\w+);/g)].map(([, ground]) => ground)).toEqual(grounds)
  })

  it('only the languages of the room come with Chromium', async () => {
    const pak = (name: string) =>
      readFile(path.join(packed, 'locales', name)).then(
        () => true,
        () => false,
      )
    expect([await pak('ru.pak'), await pak('kk.pak'), await pak('de.pak')]).toEqual([true, true, false])
  })

  it('the fuses are set: no Node mode, no options from outside, only the sealed archive', async () => {
    const wire = await getCurrentFuseWire(path.join(packed, 'qabyldau'))
    expect(wire[FuseV1Options.RunAsNode]).toBe(OFF)
    expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(ON)
    expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(OFF)
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(OFF)
    expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(ON)
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ON)
    expect(wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]).toBe(OFF)
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(OFF)
    await expect(demandFuses(path.join(packed, 'qabyldau'))).resolves.toBeUndefined()
  })

  it('what exceljs reads workbooks with is left out: no second reader of files, and nothing without a licence', async () => {
    const main = await readFile(path.join(ROOT, 'dist/app/main/main.js'), 'utf8')
    expect(main).toContain('node_modules/exceljs/')
    expect(
      main.match(/node_modules\/(unzipper|binary|buffers|chainsaw|fstream|duplexer2|bluebird|traverse)\//g),
    ).toBeNull()
  })

  it('Windows gets an installer that keeps data, Linux an AppImage and a package', async () => {
    const text = await readFile(path.join(ROOT, 'electron-builder.yml'), 'utf8')
    expect(text).toMatch(/win:[\s\S]*target: nsis/)
    expect(text).toContain('deleteAppDataOnUninstall: false')
    expect(text).toMatch(/linux:[\s\S]*target: AppImage[\s\S]*target: deb/)
  })
})
