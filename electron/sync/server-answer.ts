import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { z } from 'zod'
import { InstallationId } from '#shared/change/action.ts'
import type { FoundServer } from '#shared/ipc/desks.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { ANSWER_EXTENSION, fingerprintText, type JoinRequest, ServerAnswer } from '#shared/sync/invitation.ts'
import { typedDigits } from '#shared/sync/key-handing.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import type { Random } from '../security/seal.ts'
import { addresseeOf, digitsOf, nameOfRequest, type OwnRequest, openOwn, readJson, sealFor } from './request.ts'
import { OfficeServer } from './server-file.ts'

const CONTEXT = 'sync/server-answer|1'

/** What lies inside: the server with the password of the account that was made for this installation. */
const Given = z.strictObject({ installation: InstallationId, server: OfficeServer })

/** Where the answer to a request lies when it is written beside it. */
export function answerPath(requestPath: string, request: JoinRequest): string {
  return `${dirname(requestPath)}/${nameOfRequest(request)}.${ANSWER_EXTENSION}`
}

/**
 * Writes what only the computer that asked opens: the server and the password of its account. Answers with what was written, of
 * which the digits are told. Throws ExpectedError `file.*`.
 */
export async function writeAnswer(
  files: FileSystem,
  path: string,
  request: JoinRequest,
  { server, random }: { readonly server: OfficeServer; readonly random: Random },
): Promise<ServerAnswer> {
  const given: z.infer<typeof Given> = { installation: request.installation, server }
  const answer: ServerAnswer = {
    qserver: 1,
    to: addresseeOf(request),
    sealed: sealFor(request, given, CONTEXT, random),
  }
  await writeAtomically(files, path, Buffer.from(JSON.stringify(answer)))
  return answer
}

/**
 * Twenty digits of request and answer together: anybody who has the request can seal an answer to it, so an answer is believed by
 * the digits its administrator sees alone.
 */
export function answerDigits({ publicKey, installation, name }: JoinRequest, { to, sealed }: ServerAnswer): string {
  const text = `qabyldau/server-answer|1|${to}|${publicKey}|${installation}|${sealed}|${name}`
  return fingerprintText(digitsOf(createHash('sha256').update(text).digest()))
}

/** Reads an answer; nothing of it is believed yet. Throws ExpectedError `server.no_answer`, `file.*`. */
export async function readAnswer(files: FileSystem, path: string): Promise<ServerAnswer> {
  const answer = await readJson(files, path, ServerAnswer)
  if (answer === null) throw new ExpectedError('server.no_answer')
  return answer
}

/**
 * Opens an answer with the key of our request; whoever wrote it may be anybody. Throws ExpectedError `server.no_answer`,
 * `server.not_for_us`.
 */
export function openAnswer(own: OwnRequest, answer: ServerAnswer): OfficeServer {
  if (answer.to !== addresseeOf(own.request)) throw new ExpectedError('server.not_for_us')
  const given = openOwn(own, answer.sealed, CONTEXT, Given)
  if (given === null) throw new ExpectedError('server.no_answer')
  if (given.installation !== own.request.installation) throw new ExpectedError('server.not_for_us')
  return given.server
}

/** The server of an answer whose digits a person typed. Throws ExpectedError `server.digits`, as `openAnswer`. */
export function takeAnswer(own: OwnRequest, answer: ServerAnswer, digits: string): OfficeServer {
  if (typedDigits(digits) !== typedDigits(answerDigits(own.request, answer))) throw new ExpectedError('server.digits')
  return openAnswer(own, answer)
}

/** What a person sees of a server before they say that it is theirs. */
export function shownOf({ address, office }: OfficeServer): FoundServer {
  return { address, office }
}

/**
 * The answer to a request among the files of a folder, whatever it is called; null: none is there. Throws ExpectedError
 * `server.several` where one of them would have to be chosen, `file.*`.
 */
export async function findAnswer(
  files: FileSystem,
  folder: string,
  request: JoinRequest,
): Promise<ServerAnswer | null> {
  const names = (await files.list(folder)).filter(one => one.endsWith(`.${ANSWER_EXTENSION}`))
  const found: ServerAnswer[] = []
  for (const name of names) {
    const answer = await readJson(files, `${folder}/${name}`, ServerAnswer)
    if (answer?.to === addresseeOf(request)) found.push(answer)
  }
  if (found.length > 1) throw new ExpectedError('server.several')
  return found[0] ?? null
}
