import { z } from 'zod'
import { ExpectedError } from '#shared/result/result.ts'
import { JoinRequest, type ServerAnswer } from '#shared/sync/invitation.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { letterOf } from '../desk/registrations.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { makeRequest, type OwnRequest, writeRequest } from './request.ts'
import { openAnswer, readAnswer, takeAnswer } from './server-answer.ts'
import type { OfficeServer } from './server-file.ts'

const CONTEXT = 'sync/asked|1'

const KeptAsked = z.strictObject({ request: JoinRequest, privateKey: z.base64() })

type AskingDesk = Pick<OpenDesk, 'keys' | 'journal'>

const pathOf = (folder: string) => `${folder}/sync/asked`

/**
 * The request of this desk for an account on the office's server, as it waits for its answer; null: there is none, or it is of
 * what this desk was before it went on as another installation.
 */
export async function findAsked(
  files: FileSystem,
  folder: string,
  { keys, journal }: AskingDesk,
): Promise<OwnRequest | null> {
  const sealed = await files.readFile(pathOf(folder))
  const plain = sealed && keys.open(sealed, CONTEXT)
  try {
    const { request, privateKey } = KeptAsked.parse(JSON.parse(plain?.toString('utf8') ?? 'null'))
    const isOurs = request.installation === journal.installation
    return isOurs ? { request, privateKey: Buffer.from(privateKey, 'base64') } : null
  } catch {
    return null
  }
}

/** Writes the request of this desk into a folder: the one that waits, or a new one. Throws ExpectedError `file.*`. */
export async function askServer(
  files: FileSystem,
  { folder, to }: { readonly folder: string; readonly to: string },
  desk: AskingDesk,
): Promise<{ readonly request: JoinRequest; readonly fileName: string }> {
  const { request } = (await findAsked(files, folder, desk)) ?? (await newRequest(files, folder, desk))
  return { request, fileName: await writeRequest(files, to, request) }
}

async function newRequest(files: FileSystem, folder: string, { keys, journal }: AskingDesk): Promise<OwnRequest> {
  const { letter } = await letterOf(journal)
  const own = makeRequest(letter, journal.installation)
  const kept = Buffer.from(JSON.stringify({ ...own, privateKey: own.privateKey.toString('base64') }))
  await files.makeFolder(`${folder}/sync`)
  await writeAtomically(files, pathOf(folder), keys.seal(kept, CONTEXT))
  kept.fill(0)
  return own
}

/**
 * Reads an answer to the request of this desk and tells the server in it; nothing of it is believed yet. Throws ExpectedError
 * `server.not_asked`, `server.no_answer`, `server.not_for_us`, `file.*`.
 */
export async function openAsked(
  files: FileSystem,
  { folder, path }: { readonly folder: string; readonly path: string },
  desk: AskingDesk,
): Promise<{ readonly answer: ServerAnswer; readonly server: OfficeServer }> {
  const own = await demandAsked(files, folder, desk)
  const answer = await readAnswer(files, path)
  return { answer, server: openAnswer(own, answer) }
}

/** The server of an answer that was read, by its digits. Throws ExpectedError `server.not_asked`, as `takeAnswer`. */
export async function takeAsked(
  files: FileSystem,
  { folder, answer, digits }: { readonly folder: string; readonly answer: ServerAnswer; readonly digits: string },
  desk: AskingDesk,
): Promise<OfficeServer> {
  return takeAnswer(await demandAsked(files, folder, desk), answer, digits)
}

async function demandAsked(files: FileSystem, folder: string, desk: AskingDesk): Promise<OwnRequest> {
  const own = await findAsked(files, folder, desk)
  if (own === null) throw new ExpectedError('server.not_asked')
  return own
}

/** The request was answered: what opens the answer is not needed any more. */
export async function endAsking(files: FileSystem, folder: string): Promise<void> {
  await files.remove(pathOf(folder))
}
