import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAGIC } from '#electron/update/package-file.ts'
import { type Judged, verifyPackage } from '#electron/update/verify-package.ts'
import kk from '#locales/kk.json' with { type: 'json' }
import ru from '#locales/ru.json' with { type: 'json' }
import { PlainDate } from '#shared/time/plain-date.ts'
import { manifestText, PackageManifest } from '#shared/update/manifest.ts'
import { makePackage, signPackage } from '../../../tools/make-package.ts'
import {
  dataPackage,
  INSTALLER,
  judgedBy,
  packHead,
  programHead,
  programPackage,
  publisher,
  RUNNING,
  sourceOf,
} from './package-kit.ts'

const ours = publisher()
const other = publisher()
const SOUND = programPackage(ours)

async function codeOf(bytes: Buffer, judged: Judged = judgedBy([ours])): Promise<string> {
  const done = await verifyPackage(sourceOf(bytes), judged).catch((error: { detail?: { code: string } }) => error)
  if (!('manifest' in done)) return done.detail?.code ?? String(done)
  return 'taken'
}

const described = (path: string, bytes: Buffer = INSTALLER) => ({
  path,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

/** A package whose manifest says what a publisher's own tool would not write, under a good signature. */
function saying(
  files: readonly unknown[],
  bodies: readonly Buffer[] = [INSTALLER],
  head: object = programHead(),
): Buffer {
  const manifest = { ...head, files } as unknown as PackageManifest
  return signPackage(manifestText(manifest), bodies, ours.privateKey)
}

/** The length of the manifest and where it begins. */
function manifestOf(bytes: Buffer): { at: number; length: number } {
  return { at: MAGIC.length + 4, length: bytes.readUInt32LE(MAGIC.length) }
}

function flipped(bytes: Buffer, at: number, by = 1): Buffer {
  const changed = Buffer.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ by
  return changed
}

/** The sound package with the text of its manifest changed and the old signature. */
function rewritten(from: string, to: string): Buffer {
  const { at, length } = manifestOf(SOUND)
  const text = SOUND.toString('utf8', at, at + length)
  if (!text.includes(from)) throw new Error(`no ${from}`)
  const next = Buffer.from(text.replace(from, to))
  const head = Buffer.alloc(4)
  head.writeUInt32LE(next.length)
  return Buffer.concat([MAGIC, head, next, SOUND.subarray(at + length)])
}

const revoked: Judged = { ...judgedBy([ours]), trust: { keys: [ours.trusted], revoked: [ours.id] } }
const duplicate = manifestText(PackageManifest.parse({ ...programHead(), files: [described('qabyldau.deb')] })).replace(
  '"version":"0.2.0"',
  '"version":"9.9.9","version":"0.2.0"',
)

/** What is done to a package, and what the desk says of it. */
const TAMPERED = (
  [
    ['a file of another kind', 'update.not_package', Buffer.from('PK\u0003\u0004 some archive of somebody else')],
    ['an empty file', 'update.not_package', Buffer.alloc(0)],
    ['cut in the manifest', 'update.cut', SOUND.subarray(0, 100)],
    ['cut by the last byte', 'update.cut', SOUND.subarray(0, -1)],
    ['a byte more', 'update.extra', Buffer.concat([SOUND, Buffer.from([0])])],
    ['a form of a later program', 'update.newer_format', saying([], [], programHead({ format: 2 }))],
    ['another version written in', 'update.signature', rewritten('"version":"0.2.0"', '"version":"0.3.0"')],
    ['another size written in', 'update.signature', rewritten(`"size":${INSTALLER.length}`, '"size":31')],
    ['a broken signature', 'update.signature', flipped(SOUND, SOUND.length - INSTALLER.length - 1)],
    ['a signature under our name by another', 'update.signature', programPackage(other)],
    ['a key nobody knows', 'update.unknown_key', programPackage({ ...other, id: 'test-b' }, { key: 'test-b' })],
    ['a key that was taken back', 'update.key_revoked', SOUND, revoked],
    ['made after the key ran out', 'update.key_expired', programPackage(ours, { made: '2028-01-01' })],
    ['the key has run out', 'update.key_expired', SOUND, judgedBy([ours], { today: PlainDate.parse('2028-01-01') })],
    ['a changed file', 'update.file_changed', flipped(SOUND, SOUND.length - 1)],
    ['a key of the manifest twice', 'update.manifest', signPackage(duplicate, [INSTALLER], ours.privateKey)],
    ['a manifest with blanks', 'update.manifest', signPackage(` ${duplicate}`, [INSTALLER], ours.privateKey)],
    ['a manifest that is no text', 'update.manifest', flipped(SOUND, manifestOf(SOUND).at + 5, 0x80)],
    [
      'a field nobody knows',
      'update.manifest',
      saying([described('qabyldau.deb')], [INSTALLER], programHead({ run: 'x' })),
    ],
    ['no files', 'update.manifest', saying([], [])],
    ['a missing file', 'update.cut', saying([described('qabyldau.deb')], [])],
    [
      'a file more',
      'update.wrong_files',
      saying([described('qabyldau.deb'), described('b.deb')], [INSTALLER, INSTALLER]),
    ],
    [
      'the same file in another case',
      'update.twins',
      saying([described('a.deb'), described('A.deb')], [INSTALLER, INSTALLER]),
    ],
    ['a program of another kind', 'update.wrong_files', saying([described('qabyldau.sh')])],
    ['more than a package may hold', 'update.too_large', saying([{ ...described('a.deb'), size: 2 ** 31 }])],
    ['another product', 'update.other_product', programPackage(ours, { product: 'other' })],
    [
      'another system',
      'update.other_platform',
      programPackage(ours, {}),
      judgedBy([ours], { running: { ...RUNNING, platform: 'win32' } }),
    ],
    ['an earlier version', 'update.downgrade', programPackage(ours, { version: '0.0.9', from: '0.0.1' })],
    ['over too old a program', 'update.too_old', programPackage(ours, { version: '0.9.0', from: '0.5.0' })],
    [
      'an earlier layout of the data',
      'update.other_data',
      SOUND,
      judgedBy([ours], { running: { ...RUNNING, data: 2 } }),
    ],
    ['data for a later program', 'update.needs_program', dataPackage(ours, 'calendar', '{}', { from: '0.5.0' })],
    ['an act, which is part of the program', 'update.law_not_held', dataPackage(ours, 'law', '{}')],
  ] as const satisfies readonly (readonly [string, string, Buffer, Judged?])[]
).map(([what, code, bytes, judged]) => ({ what, code, bytes, judged }))

const PATHS = [
  ['..', '../qabyldau.deb', 'a/../../qabyldau.deb', '/etc/qabyldau.deb', 'C:/qabyldau.deb', 'c:qabyldau.deb'],
  ['\\\\host\\share\\a.deb', 'a\\b.deb', '//host/a.deb', 'a\u0000.deb', 'NUL.deb', 'com1.deb', 'aux', 'a/con/b.deb'],
  ['a.deb.', ' a.deb', 'a.deb ', 'a//b.deb', './a.deb', 'қ.deb', 'a:b.deb', `${'a'.repeat(201)}.deb`, 'a/b/c/d/e.deb'],
].flat()

describe('a package that is not as it was made', () => {
  test('the sound one is taken, so is one of data', async () => {
    expect(await codeOf(SOUND)).toBe('taken')
    expect(await codeOf(programPackage(ours, { version: '0.1.0' }))).toBe('taken')
    expect(await codeOf(dataPackage(ours, 'calendar', '{}'))).toBe('taken')
    expect(await codeOf(dataPackage(ours, 'letters', '{}'))).toBe('taken')
  })

  test.each(TAMPERED)('$what: $code', async ({ code, bytes, judged }) => {
    expect(await codeOf(bytes, judged)).toBe(code)
  })

  test('every reason has a sentence of its own in both languages', () => {
    const codes = [...new Set(TAMPERED.map(({ code }) => `error.${code}`)), 'error.update.path']
    for (const words of [kk, ru] as Record<string, string>[]) {
      const sentences = codes.map(code => words[code])
      expect(sentences.every(Boolean)).toBe(true)
      expect(new Set(sentences).size).toBe(codes.length)
    }
  })

  test.each(PATHS)('a path that leads elsewhere is refused: %j', async path => {
    expect(await codeOf(saying([described(path)]))).toBe('update.path')
    expect(await codeOf(saying([described(path)], [INSTALLER], packHead('calendar')))).toBe('update.path')
  })

  test('back goes only what is older and reads the same data; an expired key does not keep one from it, a revoked one does', async () => {
    const back = (changed: Partial<Judged> = {}) => judgedBy([ours], { purpose: 'return', ...changed })
    const later = { ...RUNNING, version: '0.3.0' }
    expect(await codeOf(SOUND, back({ running: later, today: PlainDate.parse('2029-01-01') }))).toBe('taken')
    expect(await codeOf(SOUND, back({ running: { ...later, data: 2 } }))).toBe('update.other_data')
    expect(await codeOf(SOUND, back({ running: { ...later, version: '0.2.0' } }))).toBe('update.not_older')
    expect(await codeOf(SOUND, { ...revoked, purpose: 'return', running: later })).toBe('update.key_revoked')
  })

  test('whichever byte is changed, the package is refused', async () => {
    for (let at = 0; at < SOUND.length; at++) {
      for (const by of [1, 0x20, 0x80]) expect(await codeOf(flipped(SOUND, at, by)), `byte ${at}`).not.toBe('taken')
    }
  }, 60_000)

  test('a package of any content is taken whole, and refused with any one byte changed, taken away or put in', async () => {
    const cases = fc.record({
      body: fc.uint8Array({ minLength: 1, maxLength: 300 }),
      news: fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).filter(text => text.trim() !== ''),
      version: fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)).map(([a, b, c]) => `${a + 1}.${b}.${c}`),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      by: fc.integer({ min: 1, max: 255 }),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ body, news, version, at, by }) => {
        const manifest = programHead({ version, news: { kk: news, ru: news } })
        const whole = makePackage({ manifest, files: [{ path: 'a.AppImage', bytes: body }] }, ours.privateKey)
        expect(await codeOf(whole)).toBe('taken')
        const place = Math.floor(at * whole.length)
        const [before, after] = [whole.subarray(0, place), whole.subarray(place + 1)]
        expect(await codeOf(flipped(whole, place, by))).not.toBe('taken')
        expect(await codeOf(Buffer.concat([before, after]))).not.toBe('taken')
        expect(await codeOf(Buffer.concat([before, Buffer.from([by]), whole.subarray(place)]))).not.toBe('taken')
      }),
      { numRuns: 300, seed: 20261123 },
    )
  })
})
