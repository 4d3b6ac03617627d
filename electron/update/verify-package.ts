import { createHash } from 'node:crypto'
import { ExpectedError } from '#shared/result/result.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { type Purpose, type RunningProgram, whyNotFor } from '#shared/update/judge.ts'
import type { PackageFile, PackageManifest } from '#shared/update/manifest.ts'
import { hasTwins, isSafePath } from '#shared/update/package-path.ts'
import { isSignedBy, type PackageHead, type PackageSource, readHead } from './package-file.ts'
import type { Trust } from './trusted-keys.ts'

const MEGABYTE = 1024 * 1024

/** The most a package may hold: an installer is about a hundred megabytes, data far less. */
const LARGEST = { program: 1024 * MEGABYTE, law: 8 * MEGABYTE, calendar: 8 * MEGABYTE, letters: 8 * MEGABYTE } as const

/** How many bytes are held at once. */
const PIECE = MEGABYTE

/** The one file of a package of each kind: its name, or what it ends with on each system. */
const ENDINGS = { win32: ['.exe'], linux: ['.deb', '.AppImage'] } as const
export const CONTENT_FILE = { law: 'law.json', calendar: 'calendar.json', letters: 'letters.json' } as const

/** What a package is judged by. `today`: by the machine, for keys that have run out. */
export interface Judged {
  readonly trust: Trust
  readonly today: PlainDate
  readonly running: RunningProgram
  readonly purpose: Purpose
}

/** A file of a package and where its bytes begin in it. */
export interface PlacedFile extends PackageFile {
  readonly at: number
}

/** A package whose every byte was looked at. */
export interface VerifiedPackage {
  readonly head: PackageHead
  readonly manifest: PackageManifest
  readonly files: readonly PlacedFile[]
}

/**
 * Reads a whole package. First whose it is, then what it says, then whether it is for this program, at last every byte of
 * its files. Throws `update.*`, a code of its own for each reason; nothing is written anywhere.
 */
export async function verifyPackage(source: PackageSource, judged: Judged): Promise<VerifiedPackage> {
  const head = await readHead(source)
  const verified = { head, manifest: head.manifest, files: placedFiles(head) }
  demandHead(head, judged)
  demandExtent(source.size, verified)
  for (const file of verified.files) await demandFile(source, file)
  return verified
}

/** All that can be judged without the files: whose signature, which key, which paths, for whom. */
export function demandHead(head: PackageHead, { trust, today, running, purpose }: Judged): void {
  demandKey(head, trust, purpose === 'install' ? today : null)
  demandFiles(head.manifest)
  const why = whyNotFor(head.manifest, running, purpose)
  if (why !== null) throw new ExpectedError(why, { version: head.manifest.version, from: head.manifest.from })
}

/** `today` null: a package that was taken while its key was good stays good, unless the key was revoked. */
function demandKey(head: PackageHead, { keys, revoked }: Trust, today: PlainDate | null): void {
  const { key: id, made } = head.manifest
  if (revoked.includes(id)) throw new ExpectedError('update.key_revoked', { key: id })
  const key = keys.find(one => one.id === id)
  if (key === undefined) throw new ExpectedError('update.unknown_key', { key: id })
  if (!isSignedBy(head, key.publicKey)) throw new ExpectedError('update.signature')
  if (made < key.from || made > key.until || (today !== null && today > key.until)) {
    throw new ExpectedError('update.key_expired', { key: id })
  }
}

function demandFiles({ kind, program, files }: PackageManifest): void {
  const paths = files.map(file => file.path)
  if (!paths.every(isSafePath)) throw new ExpectedError('update.path')
  if (hasTwins(paths)) throw new ExpectedError('update.twins')
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  if (bytes > LARGEST[kind]) throw new ExpectedError('update.too_large')
  const [first = '', ...more] = paths
  const isOwn =
    kind === 'program'
      ? program !== null && ENDINGS[program.platform].some(ending => first.endsWith(ending)) && !first.includes('/')
      : first === CONTENT_FILE[kind]
  if (more.length > 0 || !isOwn) throw new ExpectedError('update.wrong_files')
}

function demandExtent(size: number, { head, manifest }: VerifiedPackage): void {
  const expected = head.bytes.length + manifest.files.reduce((sum, file) => sum + file.size, 0)
  if (size < expected) throw new ExpectedError('update.cut')
  if (size > expected) throw new ExpectedError('update.extra')
}

async function demandFile(source: PackageSource, file: PlacedFile): Promise<void> {
  const hash = createHash('sha256')
  await eachPiece(source, file, async piece => void hash.update(piece))
  demandHash(hash.digest('hex'), file)
}

/** Throws `update.file_changed` unless the bytes are those of the manifest. */
export function demandHash(digest: string, { sha256, path }: PackageFile): void {
  if (digest !== sha256) throw new ExpectedError('update.file_changed', { file: path })
}

/** The bytes of a file in pieces, with where in the file each begins. Throws `update.cut` where they end too soon. */
export async function eachPiece(
  source: PackageSource,
  { at, size }: { readonly at: number; readonly size: number },
  take: (piece: Buffer, from: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < size; from += PIECE) {
    const wanted = Math.min(PIECE, size - from)
    const piece = await source.read(at + from, wanted)
    if (piece.length < wanted) throw new ExpectedError('update.cut')
    await take(piece, from)
  }
}

function placedFiles({ bytes, manifest }: PackageHead): PlacedFile[] {
  let at = bytes.length
  return manifest.files.map(file => {
    const placed = { ...file, at }
    at += file.size
    return placed
  })
}
