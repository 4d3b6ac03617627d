import { createHash, createPrivateKey, timingSafeEqual } from 'node:crypto'
import { ExpectedError } from '#shared/result/result.ts'
import { fingerprintText } from '#shared/sync/invitation.ts'
import { HandedKey, KEY_ANSWER_EXTENSION, KeyAnswer, type KeyAsk } from '#shared/sync/key-handing.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { keyIdOf } from '../security/keychain.ts'
import type { ComingKey } from '../security/office-key-change.ts'
import { chainOf, joinedLinks, type Link } from '../security/older-keys.ts'
import { recoveryFor } from '../security/recovery-file.ts'
import { openSealedFor, sealForRecovery } from '../security/recovery-key.ts'
import type { Random } from '../security/seal.ts'
import { hashOfAsk, isSignedByDesk, type Judging, nameOf } from './key-ask.ts'
import { findKnownDesk, type KnownDesk } from './known-desk.ts'
import { digitsOf, readJson } from './request.ts'

type Head = Pick<KeyAnswer, 'to' | 'by' | 'keyId'>

/** What is given with the office key: what opens the earlier ones, and the public half of its paper (SPKI, base64). */
export interface Giving {
  readonly keys: Pick<DeskKeys, 'installation' | 'keyId' | 'lend' | 'sign'>
  readonly links: readonly Link[]
  readonly paper: string
  readonly random: Random
}

/** The answer to a request: the office key in force for the asking desk alone. */
export async function makeKeyAnswer(ask: KeyAsk, { keys, links, paper, random }: Giving): Promise<KeyAnswer> {
  const head: Head = { to: hashOfAsk(ask).toString('hex'), by: keys.installation, keyId: keys.keyId }
  const sealed = await keys.lend(async office => {
    const inside: HandedKey = { office: office.toString('base64'), links: [...links], paper }
    const plain = Buffer.from(JSON.stringify(inside))
    const bytes = sealForRecovery(Buffer.from(ask.publicKey, 'base64'), plain, contextOf(head), random)
    plain.fill(0)
    return bytes.toString('base64')
  })
  return { qkey: 1, ...head, sealed, signature: keys.sign(signedOf({ ...head, sealed })).toString('base64') }
}

function contextOf({ to, by, keyId }: Head): string {
  return `sync/key-answer|1|${to}|${by}|${keyId}`
}

function signedOf({ to, by, keyId, sealed }: Head & Pick<KeyAnswer, 'sealed'>): Buffer {
  return createHash('sha256').update(`qabyldau/key-answer|1|${to}|${by}|${keyId}|${sealed}`).digest()
}

/** Twenty digits of request and answer together: whoever changes a byte of either changes them. */
export function digitsOfAnswer(answer: KeyAnswer): string {
  const hash = createHash('sha256').update(signedOf(answer)).update(answer.signature).digest()
  return fingerprintText(digitsOf(hash))
}

/** Writes an answer into a folder; answers with the name of the file. Throws ExpectedError `file.*`. */
export async function writeKeyAnswer(
  files: FileSystem,
  folder: string,
  ask: KeyAsk,
  answer: KeyAnswer,
): Promise<string> {
  const fileName = `${nameOf(ask)}.${KEY_ANSWER_EXTENSION}`
  await writeAtomically(files, `${folder}/${fileName}`, Buffer.from(JSON.stringify(answer)))
  return fileName
}

/** Reads an answer; nothing of it is believed yet. Throws ExpectedError `key.no_answer`, `file.*`. */
export async function readKeyAnswer(files: FileSystem, path: string): Promise<KeyAnswer> {
  const answer = await readJson(files, path, KeyAnswer)
  if (answer === null) throw new ExpectedError('key.no_answer')
  return answer
}

/** An answer that was opened: from whom, and what it would put in force. The caller fills the keys with zeros. */
export interface OpenedAnswer {
  readonly from: KnownDesk
  readonly coming: ComingKey
}

/** The request an answer is held to, and the links that lie on this desk's disk. */
export interface OwnAsk {
  readonly ask: KeyAsk
  /** PKCS8. */
  readonly privateKey: Buffer
  readonly links: readonly Link[]
  readonly random: Random
}

/**
 * Opens an answer to this desk's request: signed by a desk that is known here and at work, and its key opens the office key in
 * force here. Changes nothing. Throws ExpectedError `key.not_for_us`, `key.unknown_giver`, `key.retired_giver`,
 * `key.no_answer`, `key.known`, `key.not_follow`.
 */
export async function openKeyAnswer(judging: Judging, own: OwnAsk, answer: KeyAnswer): Promise<OpenedAnswer> {
  const { journal, keys } = judging
  if (answer.to !== hashOfAsk(own.ask).toString('hex')) throw new ExpectedError('key.not_for_us')
  const from = answer.by === keys.installation ? null : await findKnownDesk(journal, answer.by)
  if (from === null) throw new ExpectedError('key.unknown_giver')
  if (!isSignedByDesk(signedOf(answer), answer.signature, from.publicKey)) throw new ExpectedError('key.no_answer')
  if (from.isRetired) throw new ExpectedError('key.retired_giver', { letter: from.letter ?? '?' })
  if (keys.knows(answer.keyId)) throw new ExpectedError('key.known')
  const inside = insideOf(answer, own.privateKey)
  if (inside === null) throw new ExpectedError('key.no_answer')
  return { from, coming: await comingOf(keys, own, inside) }
}

interface Inside {
  readonly office: Buffer
  readonly links: readonly Link[]
  readonly paper: Buffer
}

function insideOf(answer: KeyAnswer, privateKey: Buffer): Inside | null {
  const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' })
  const plain = openSealedFor(key, Buffer.from(answer.sealed, 'base64'), contextOf(answer))
  try {
    const { office, links, paper } = HandedKey.parse(JSON.parse(plain?.toString('utf8') ?? 'null'))
    const inside = { office: Buffer.from(office, 'base64'), links, paper: Buffer.from(paper, 'base64') }
    return keyIdOf(inside.office) === answer.keyId ? inside : null
  } catch {
    return null
  } finally {
    plain?.fill(0)
  }
}

/** The keys between the one in force here and the one that comes, with the links that will lie on the disk. */
async function comingOf(keys: Judging['keys'], own: OwnAsk, inside: Inside): Promise<ComingKey> {
  const needed = pathOf(inside, keys.keyId)
  const links = joinedLinks([...own.links, ...needed])
  try {
    const { keys: all, change } = chainOf(Buffer.from(inside.office), links)
    const at = await keys.lend(async office => all.findIndex(one => isSame(one, office)))
    for (const older of all.slice(Math.max(at, 0))) older.fill(0)
    const [newest, ...between] = all.slice(0, Math.max(at, 0))
    if (newest === undefined || change === null) throw new ExpectedError('key.not_follow')
    const paper = recoveryFor(inside.paper, inside.office, own.random)
    return { keys: [newest, ...between], links: needed, change, paper }
  } catch (error) {
    if (error instanceof ExpectedError) throw error
    // What stands in the links or for the paper is of another form.
    throw new ExpectedError('key.no_answer')
  } finally {
    inside.office.fill(0)
  }
}

/** The links from the key that comes down to the one in force here; each key has one before it. */
function pathOf({ office, links }: Inside, down: string): Link[] {
  const path: Link[] = []
  for (let under = keyIdOf(office); under !== down && path.length <= links.length; ) {
    const link = links.find(one => one.under === under)
    if (link === undefined) break
    path.push(link)
    under = link.keyId
  }
  return path
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
