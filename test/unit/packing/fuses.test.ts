import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readText } from '#test/unit/house/sources.ts'
import { afterPack, demandFuses } from '../../../tools/packing/after-pack.mjs'
import { fuseFaults, readFuseWires, settingFaults } from '../../../tools/packing/fuse-wire.mjs'
import { FUSES, LEFT } from '../../../tools/packing/fuses.mjs'

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** A binary with a wire somewhere in it: `1` on, `0` off, `r` removed. */
function binary(signs: string, version = 1, length = signs.length): Buffer {
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([version, length]), Buffer.from(signs)])
  return Buffer.concat([
    Buffer.alloc(1000, 7),
    wire,
    Buffer.alloc(version === 1 && length === signs.length ? 500 : 0, 9),
  ])
}

const GOOD = `${FUSES.map(({ on }) => (on ? '1' : '0')).join('')}1`

/** What electron-builder.yml sets, as it stands there. */
function settings(): Record<string, boolean> {
  const block = /^electronFuses:\n((?: {2}\w+: \w+\n)+)/m.exec(readText('electron-builder.yml'))?.[1] ?? ''
  return Object.fromEntries([...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(one => [one[1], one[2] === 'true']))
}

describe('the table of fuses', () => {
  it('has every switch of Electron with its reason, each at its place', () => {
    const names = Object.values(FuseV1Options).filter(one => typeof one === 'string')
    expect(FUSES.map(({ name }) => name.toLowerCase())).toEqual(names.map(one => String(one).toLowerCase()))
    expect([...FUSES, ...LEFT].map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    for (const { why } of [...FUSES, ...LEFT]) expect(why.length).toBeGreaterThan(40)
  })

  it('lets nothing of Node in from outside and starts only the sealed archive', () => {
    const on = FUSES.filter(one => one.on).map(({ name }) => name)
    expect(on).toEqual(['enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar'])
  })

  it('is what electron-builder.yml sets, and its hook reads what was packed', () => {
    expect(settingFaults(settings())).toEqual([])
    expect(readText('electron-builder.yml')).toMatch(/^afterPack: tools\/packing\/after-pack\.mjs$/m)
  })

  it.each([
    ['one turned', { ...settings(), runAsNode: true }, 'electronFuses.runAsNode is not false'],
    [
      'one forgotten',
      { ...settings(), onlyLoadAppFromAsar: undefined },
      'electronFuses.onlyLoadAppFromAsar is not true',
    ],
    [
      'one unknown',
      { ...settings(), strictlyRequireAllFuses: true },
      'electronFuses.strictlyRequireAllFuses is not in',
    ],
  ])('settings with %s are told', (_what, given, fault) => {
    expect(settingFaults(given)).toEqual([expect.stringContaining(fault)])
  })
})

describe('the wire in a binary', () => {
  it('is read out, of a universal binary both', () => {
    expect(readFuseWires(binary('01r1'))).toEqual([['off', 'on', 'removed', 'on']])
    expect(readFuseWires(Buffer.concat([binary('1'), binary('0')]))).toEqual([['on'], ['off']])
  })

  it.each([
    ['none', Buffer.alloc(5000), 'no fuse wire'],
    ['of another version', binary(GOOD, 2), 'version 2'],
    ['cut short', binary('01', 1, 200), 'cut short'],
  ])('that is %s is refused', (_what, bytes, told) => {
    expect(() => readFuseWires(bytes)).toThrow(told)
  })

  it('is good in one way alone: each switch turned, removed or missing is told', () => {
    expect(readFuseWires(binary(GOOD)).flatMap(wire => fuseFaults(wire))).toEqual([])
    for (const { name, place, on } of FUSES) {
      for (const sign of [on ? '0' : '1', 'r', 'x']) {
        const turned = `${GOOD.slice(0, place)}${sign}${GOOD.slice(place + 1)}`
        expect(readFuseWires(binary(turned)).flatMap(wire => fuseFaults(wire))).toEqual([expect.stringContaining(name)])
      }
    }
    expect(fuseFaults(['off', 'on'])).toHaveLength(FUSES.length - 2)
  })
})

describe('the check after packing', () => {
  let folder: string
  const context = (electronFuses: object, addElectronFuses: () => Promise<void>) => ({
    ...{ appOutDir: folder, electronPlatformName: 'linux' },
    packager: {
      executableName: 'qabyldau',
      appInfo: { productFilename: 'Qabyldau' },
      config: { electronFuses },
      addElectronFuses,
    },
  })
  const written = (signs: string) => writeFile(path.join(folder, 'qabyldau'), binary(signs))

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fuses-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('lets a build through whose binary has the fuses of the table', async () => {
    await expect(afterPack(context(settings(), () => written(GOOD)))).resolves.toBeUndefined()
    expect(readFuseWires(await readFile(path.join(folder, 'qabyldau')))).toHaveLength(1)
  })

  it('stops a build whose binary did not take them, or whose settings say otherwise', async () => {
    await expect(afterPack(context(settings(), () => written('111111111')))).rejects.toThrow('runAsNode is on, not off')
    await expect(afterPack(context({ ...settings(), runAsNode: true }, () => written(GOOD)))).rejects.toThrow(
      'runAsNode',
    )
    await writeFile(path.join(folder, 'other'), Buffer.alloc(99))
    await expect(demandFuses(path.join(folder, 'other'))).rejects.toThrow('no fuse wire')
  })
})

it('the sealed archive is claimed for the systems that check it, and never for Linux', () => {
  const told = readText('README.md').match(/[^.]*sealed archive[^.]*\./g) ?? []
  expect(told.length).toBeGreaterThan(0)
  const said = FUSES.find(({ name }) => name === 'enableEmbeddedAsarIntegrityValidation')?.why ?? ''
  expect(said).toMatch(/Windows and macOS.*not.*Linux/)
  const claims = ['README.md', 'docs/architecture.md', 'CHANGELOG.md'].flatMap(file =>
    (readText(file).match(/[^.\n]*(?:integrity of the archive|archive is checked|asar integrity)[^.]*\./gi) ?? []).map(
      text => ({ file, text }),
    ),
  )
  expect(claims.filter(({ text }) => !/Windows|Linux/.test(text))).toEqual([])
  expect(readText('README.md')).toMatch(/archive[^.]*on Windows and macOS[^.]*not on Linux/s)
})
