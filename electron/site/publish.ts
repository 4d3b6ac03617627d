import { isLaterThere, MANIFEST_NAME, readManifest, type SiteManifest } from '#shared/posting/site-manifest.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import type { Edition } from './edition.ts'
import { demandEqual, digestOf, type SitePlace } from './place.ts'

const MANIFEST_MOST = 256 * 1024

/** What a publication goes with. `told`: steps done of all. */
export interface Publishing {
  readonly signal: AbortSignal
  readonly told: (done: number, total: number) => void
  readonly now: () => number
  /** The month of today: what stands there of an earlier one is nobody's business any more. */
  readonly month: PlainMonth
}

/** What came of it: the digest of the list that stands there, and whether it had to be put there. */
export interface PublishedThere {
  readonly digest: string
  readonly isPut: boolean
}

/** The list of what stands at a place, or null: nothing of ours. Throws ExpectedError `site.portal`: something else answers. */
export async function findManifest(place: SitePlace, signal: AbortSignal): Promise<SiteManifest | null> {
  const bytes = await place.read(MANIFEST_NAME, MANIFEST_MOST, signal)
  if (bytes === null) return null
  const manifest = readManifest(bytes.toString('utf8'))
  if (manifest === null) throw new ExpectedError('site.portal')
  return manifest
}

/**
 * Publishes an edition where it does not stand already, and says so only when every byte was read back equal. Throws ExpectedError
 * `site.later_there`: what stands there is newer than what we know, and is left; `site.*`, `file.*`, `sheet.*`.
 */
export async function publish(place: SitePlace, edition: Edition, parts: Publishing): Promise<PublishedThere> {
  const { signal, told, now, month } = parts
  const there = await findManifest(place, signal)
  if (there !== null && isLaterThere(there, { ...edition, edition: edition.id }, month))
    throw new ExpectedError('site.later_there')
  if (there?.edition === edition.id) {
    const digest = await standsThere(place, there, edition, signal)
    if (digest !== null) return { digest, isPut: false }
  }
  const made = await edition.make(now())
  if (signal.aborted) throw new ExpectedError('site.stopped')
  const total = place.stepsOf(made.files.length) + made.files.length
  let done = 0
  const step = () => told(++done, total)
  told(0, total)
  await place.put(made.files, edition.id, { signal, step })
  for (const file of made.files) {
    await demandEqual(place, file, signal)
    step()
  }
  await place.tidy(
    edition.id,
    made.files.map(({ name }) => name),
    signal,
  )
  return { digest: made.digest, isPut: true }
}

/**
 * Whether an edition stands there whole: its texts are the bytes we make of the same acts and the same moment, a sheet is what
 * the list says of it (printed twice it is not the same to the byte). Answers with the digest of the list there.
 */
async function standsThere(
  place: SitePlace,
  there: SiteManifest,
  edition: Edition,
  signal: AbortSignal,
): Promise<string | null> {
  const listed = new Map(there.files.map(file => [file.name, file]))
  const texts = new Map(edition.texts(Date.parse(there.madeAt)).map(({ name, bytes }) => [name, digestOf(bytes)]))
  const names = [...texts.keys(), ...edition.sheets]
  if (listed.size !== names.length) return null
  for (const name of names) {
    const file = listed.get(name)
    if (file === undefined || file.sha256 !== (texts.get(name) ?? file.sha256)) return null
    const bytes = await place.read(name, file.bytes + 1, signal)
    if (bytes === null || digestOf(bytes) !== file.sha256) return null
  }
  const list = await place.read(MANIFEST_NAME, MANIFEST_MOST, signal)
  return list === null ? null : digestOf(list)
}
