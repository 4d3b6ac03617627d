import { z } from 'zod'
import { writeAtomically } from '#electron/journal/atomic-file.ts'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { InstallationId, Role } from '#shared/change/action.ts'
import { KeyChanged } from '#shared/office/model.ts'
import { keyIdOf } from './keychain.ts'
import { openBytes, type Random, type SealingKey, sealBytes } from './seal.ts'

const KeyId = KeyChanged.shape.from

/** An office key as the one that came after it opens it. Never changed: two files of one office are joined link by link. */
const Link = z.strictObject({ keyId: KeyId, under: KeyId, sealed: z.base64() })
export type Link = z.infer<typeof Link>

const OlderFile = z.strictObject({ format: z.literal(1), links: z.array(Link).max(1_000) })

/** A change of the office key as it was decided: what the journal says of it, by whom, and at which desk (a link of before: not told). */
export const KeyChange = KeyChanged.extend({
  user: z.string().min(1).max(80),
  role: Role,
  installation: InstallationId.optional(),
})
export type KeyChange = z.infer<typeof KeyChange>

const Sealed = z.strictObject({ key: z.base64(), change: KeyChange })

/** Without them nothing of before the last change opens: there are two copies, written one after the other. */
const NAMES = ['older.key', 'older.key.2'] as const

interface Place {
  readonly folder: string
  readonly files: FileSystem
}

/** The links of both copies; a copy that is gone or garbled is made up for by the other. */
export async function readLinks({ folder, files }: Place): Promise<Link[]> {
  const read = await Promise.all(NAMES.map(name => files.readFile(`${folder}/keys/${name}`)))
  return joinedLinks(read.flatMap(bytes => (bytes === null ? [] : parsed(bytes))))
}

/** Both copies, each flushed before the next is begun. Throws `file.*`. */
export async function writeLinks({ folder, files }: Place, links: readonly Link[]): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(OlderFile.parse({ format: 1, links: joinedLinks(links) })))
  for (const name of NAMES) await writeAtomically(files, `${folder}/keys/${name}`, bytes)
}

/** Each link once. */
export function joinedLinks(links: readonly Link[]): Link[] {
  return [...new Map(links.map(link => [`${link.under}|${link.keyId}`, link])).values()]
}

/** The key that goes, sealed under the one that comes. */
export function linkOf(newer: SealingKey, older: Buffer, change: KeyChange, random: Random): Link {
  const plain = Buffer.from(JSON.stringify({ key: older.toString('base64'), change } satisfies z.infer<typeof Sealed>))
  const { from: keyId, to: under } = change
  const sealed = sealBytes(newer, plain, contextOf({ keyId, under }), random).toString('base64')
  plain.fill(0)
  return { keyId, under, sealed }
}

/** The keys that a key opens by these links, newest first and itself before them, and how it came to be the newest. */
export function chainOf(
  newest: Buffer,
  links: readonly Link[],
): { keys: [Buffer, ...Buffer[]]; change: KeyChange | null } {
  const keys: [Buffer, ...Buffer[]] = [newest]
  const seen = new Set([keyIdOf(newest)])
  let change: KeyChange | null = null
  for (let found = openLink(newest, links, seen); found !== null; ) {
    keys.push(found.key)
    seen.add(found.change.from)
    change ??= found.change
    found = openLink(found.key, links, seen)
  }
  return { keys, change }
}

function openLink(newer: Buffer, links: readonly Link[], seen: ReadonlySet<string>) {
  const under = keyIdOf(newer)
  for (const link of links) {
    if (link.under !== under || seen.has(link.keyId)) continue
    const plain = openBytes(newer, Buffer.from(link.sealed, 'base64'), contextOf(link))
    if (plain === null) continue
    const { key, change } = Sealed.parse(JSON.parse(plain.toString()))
    plain.fill(0)
    return { key: Buffer.from(key, 'base64'), change }
  }
  return null
}

function contextOf({ keyId, under }: Pick<Link, 'keyId' | 'under'>): string {
  return `keys/older.key|${under}|${keyId}`
}

function parsed(bytes: Buffer): Link[] {
  try {
    return OlderFile.parse(JSON.parse(bytes.toString('utf8'))).links
  } catch {
    return []
  }
}
