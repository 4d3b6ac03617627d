import { z } from 'zod'
import { canonicalJson } from '../posting/public-schedule.ts'
import { fail, ok, type Result } from '../result/result.ts'
import { PlainDate } from '../time/plain-date.ts'
import { Version } from './version.ts'

/** What a package brings: the program, or data that is judged and accepted by a person. */
export const PACKAGE_KINDS = ['program', 'law', 'calendar', 'letters'] as const
export const PackageKind = z.enum(PACKAGE_KINDS)
export type PackageKind = z.infer<typeof PackageKind>

/** The product a package is made for. */
export const PRODUCT = 'qabyldau'

/** The form of a package this program reads. A released one stays readable. */
export const PACKAGE_FORMAT = 1

const News = z.string().trim().min(1).max(4000)

/** A file of a package: where it lies, its bytes and their SHA-256 (hex). */
export const PackageFile = z.strictObject({
  path: z.string().min(1).max(300),
  size: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type PackageFile = z.infer<typeof PackageFile>

/** What stands beside a program: the data it writes, the Electron it is built on, the system it runs on. */
const ForSystem = z.strictObject({
  /** Layout of `desk-data` it reads and writes. */
  data: z.int().positive(),
  electron: z.int().positive(),
  platform: z.enum(['win32', 'linux']),
  arch: z.enum(['x64', 'arm64']),
})

/**
 * What a package says of itself, signed. `from`: the least version of the program it may be put over (a program), or that can
 * read it (data); `name`: what it is a version of; `key`: whose signature stands under it; `news`: what is new, for people.
 */
export const PackageManifest = z
  .strictObject({
    format: z.literal(PACKAGE_FORMAT),
    product: z.string().min(1).max(60),
    kind: PackageKind,
    name: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
    version: Version,
    from: Version,
    program: ForSystem.nullable(),
    made: PlainDate,
    news: z.strictObject({ kk: News, ru: News }),
    key: z.string().regex(/^[a-z0-9-]{1,40}$/),
    files: z.array(PackageFile).min(1).max(64),
  })
  .refine(({ kind, program }) => (kind === 'program') === (program !== null), { path: ['program'] })
export type PackageManifest = z.infer<typeof PackageManifest>

/** The one text of a manifest: what is signed. */
export function manifestText(manifest: PackageManifest): string {
  return canonicalJson(manifest)
}

const AnyManifest = z.looseObject({ format: z.int().positive() })

/**
 * The manifest of a text that is its one text: a key given twice, blanks or another order make it another. Errors:
 * `update.newer_format`, `update.manifest`.
 */
export function readManifest(text: string): Result<PackageManifest> {
  const value = parsedJson(text)
  const any = AnyManifest.safeParse(value)
  if (any.success && any.data.format > PACKAGE_FORMAT) return fail('update.newer_format')
  const manifest = PackageManifest.safeParse(value)
  if (!manifest.success || manifestText(manifest.data) !== text) return fail('update.manifest')
  return ok(manifest.data)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
