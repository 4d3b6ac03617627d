import { dirname } from 'node:path'
import { z } from 'zod'
import { InstallationId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { ANSWER_EXTENSION, type JoinRequest, ServerAnswer } from '#shared/sync/invitation.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import type { Random } from '../security/seal.ts'
import { addresseeOf, nameOfRequest, type OwnRequest, openOwn, readJson, sealFor } from './request.ts'
import { OfficeServer } from './server-file.ts'

const CONTEXT = 'sync/server-answer|1'

/** What lies inside: the server with the password of the account that was made for this installation. */
const Given = z.strictObject({ installation: InstallationId, server: OfficeServer })

/** Where the answer to a request lies when it is written beside it. */
export function answerPath(requestPath: string, request: JoinRequest): string {
  return `${dirname(requestPath)}/${nameOfRequest(request)}.${ANSWER_EXTENSION}`
}

/** Writes what only the computer that asked opens: the server and the password of its account. Throws ExpectedError `file.*`. */
export async function writeAnswer(
  files: FileSystem,
  path: string,
  request: JoinRequest,
  { server, random }: { readonly server: OfficeServer; readonly random: Random },
): Promise<void> {
  const given: z.infer<typeof Given> = { installation: request.installation, server }
  const answer: ServerAnswer = {
    qserver: 1,
    to: addresseeOf(request),
    sealed: sealFor(request, given, CONTEXT, random),
  }
  await writeAtomically(files, path, Buffer.from(JSON.stringify(answer)))
}

/** Opens an answer with the key of our request. Throws ExpectedError `server.no_answer`, `server.not_for_us`, `file.*`. */
export async function readAnswer(files: FileSystem, path: string, own: OwnRequest): Promise<OfficeServer> {
  const answer = await readJson(files, path, ServerAnswer)
  if (answer === null) throw new ExpectedError('server.no_answer')
  if (answer.to !== addresseeOf(own.request)) throw new ExpectedError('server.not_for_us')
  const given = openOwn(own, answer.sealed, CONTEXT, Given)
  if (given === null) throw new ExpectedError('server.no_answer')
  if (given.installation !== own.request.installation) throw new ExpectedError('server.not_for_us')
  return given.server
}

/** The answer to a request among the files of a folder, whatever it is called; null: none is there. Throws ExpectedError `file.*`. */
export async function findAnswer(files: FileSystem, folder: string, request: JoinRequest): Promise<string | null> {
  const names = await files.list(folder)
  for (const name of names.filter(one => one.endsWith(`.${ANSWER_EXTENSION}`)).sort()) {
    const path = `${folder}/${name}`
    if ((await readJson(files, path, ServerAnswer))?.to === addresseeOf(request)) return path
  }
  return null
}
