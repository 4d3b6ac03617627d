import { z } from 'zod'
import { InstallationId } from '#shared/change/action.ts'
import { DeskLetter } from '#shared/office/model.ts'
import type { SyncDatabase } from './database.ts'

const PREFIX = 'letter:'

/** More than there are letters. */
const ALL = 200

/** The document by which a desk holds a letter: made once, never changed. */
const Claim = z.object({ _id: z.string().startsWith(PREFIX), i: InstallationId })

/** Which desk holds each letter on the office's server. Throws SyncFailure. */
export async function lettersOnServer(
  actions: SyncDatabase,
  signal?: AbortSignal,
): Promise<Partial<Record<DeskLetter, InstallationId>>> {
  const asked = { from: PREFIX, to: `${PREFIX}\uffff`, limit: ALL, content: 'documents' } as const
  const letters: Partial<Record<DeskLetter, InstallationId>> = {}
  for (const document of await actions.range(asked, signal)) {
    const claim = Claim.safeParse(document).data
    const letter = DeskLetter.safeParse(claim?._id.slice(PREFIX.length)).data
    if (claim !== undefined && letter !== undefined) letters[letter] = claim.i
  }
  return letters
}
