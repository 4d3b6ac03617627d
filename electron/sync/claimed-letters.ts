import { z } from 'zod'
import { entityId, InstallationId } from '#shared/change/action.ts'
import { foldDesk } from '#shared/desk/transitions.ts'
import { DeskLetter } from '#shared/office/model.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { SyncDatabase } from './database.ts'
import type { Exchange } from './exchange.ts'

const PREFIX = 'letter:'

/** More than there are letters. */
const ALL = 200

/** The document by which a desk holds a letter: made once, never changed. */
const Claim = z.object({ _id: z.string().startsWith(PREFIX), i: InstallationId })

/** Which desk holds each letter; one that is not there nobody holds yet. */
export type ClaimedLetters = Readonly<Record<DeskLetter, InstallationId>>

/** Which desk holds each letter on the office's server. Throws SyncFailure. */
export async function lettersOnServer(actions: SyncDatabase, signal?: AbortSignal): Promise<ClaimedLetters> {
  const asked = { from: PREFIX, to: `${PREFIX}\uffff`, limit: ALL, content: 'documents' } as const
  const letters: Record<string, InstallationId> = {}
  for (const document of await actions.range(asked, signal)) {
    const claim = Claim.safeParse(document).data
    const letter = DeskLetter.safeParse(claim?._id.slice(PREFIX.length)).data
    if (claim !== undefined && letter !== undefined) letters[letter] = claim.i
  }
  return letters
}

/**
 * Claims the letter of this desk on the server, once: who makes the document first holds it. Another may have been first, or
 * the server's rules refuse it: neither keeps the exchange from going on. Throws SyncFailure.
 */
export async function claimLetter({ actions, memory, desk, signal }: Exchange): Promise<void> {
  const { journal } = desk
  const i = journal.installation
  const { letter } = foldDesk(await readableActionsOf(journal, entityId('desk', i)))
  if (letter === null || memory.current.letters[letter] !== undefined) return
  await actions.replace({ _id: `${PREFIX}${letter}`, i }, null, signal)
  await memory.keep({ ...memory.current, letters: await lettersOnServer(actions, signal) })
}
