import { ExpectedError } from '#shared/result/result.ts'
import { INVITATION_EXTENSION, Invitation, Invited, type JoinRequest } from '#shared/sync/invitation.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { keyIdOf } from '../security/keychain.ts'
import type { Link } from '../security/older-keys.ts'
import type { Random } from '../security/seal.ts'
import { addresseeOf, nameOfRequest, type OwnRequest, openOwn, readJson, sealFor } from './request.ts'

const CONTEXT = 'sync/invitation|1'

/** What an administrator gives with an invitation. */
export interface Giving {
  readonly keys: DeskKeys
  readonly guarded: boolean
  /** Links to the older keys of the office. */
  readonly older: readonly Link[]
  readonly recovery: Buffer | null
  /** Name of the file with the records, in the same folder; null: the office's server gives them. */
  readonly parcel: string | null
  readonly random: Random
}

/** Writes an invitation for one request, beside its parcel where there is one; answers with the name of the file. Throws ExpectedError `file.*`. */
export async function writeInvitation(
  files: FileSystem,
  folder: string,
  request: JoinRequest,
  { keys, guarded, older, recovery, parcel, random }: Giving,
): Promise<string> {
  const sealed = await keys.lend(async office => {
    const invited: Invited = {
      ...{ office: office.toString('base64'), keyId: keys.keyId, older: [...older], guarded, parcel },
      recovery: recovery === null ? null : recovery.toString('base64'),
    }
    return sealFor(request, invited, CONTEXT, random)
  })
  const invitation: Invitation = { qinvite: 1, to: addresseeOf(request), sealed }
  const fileName = `${nameOfRequest(request)}.${INVITATION_EXTENSION}`
  await writeAtomically(files, `${folder}/${fileName}`, Buffer.from(JSON.stringify(invitation)))
  return fileName
}

/** Opens an invitation with the key of our request. Throws ExpectedError `join.no_invitation`, `join.not_for_us`, `file.*`. */
export async function readInvitation(files: FileSystem, path: string, own: OwnRequest): Promise<Invited> {
  const invitation = await readJson(files, path, Invitation)
  if (invitation === null) throw new ExpectedError('join.no_invitation')
  if (invitation.to !== addresseeOf(own.request)) throw new ExpectedError('join.not_for_us')
  const invited = openOwn(own, invitation.sealed, CONTEXT, Invited)
  if (invited === null || keyIdOf(Buffer.from(invited.office, 'base64')) !== invited.keyId) {
    throw new ExpectedError('join.no_invitation')
  }
  return invited
}
