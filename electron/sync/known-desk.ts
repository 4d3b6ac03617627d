import { chainPlaceOf, entityId, InstallationId, keyOf } from '#shared/change/action.ts'
import { foldDesk } from '#shared/desk/transitions.ts'
import type { DeskLetter } from '#shared/office/model.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'

/** A desk as its own chain tells it: nobody else's word says by what it signs or what it prints. */
export interface KnownDesk {
  readonly installation: InstallationId
  /** Ed25519, SPKI, base64. */
  readonly publicKey: string
  readonly letter: DeskLetter | null
  /** When it began (UTC, ISO). */
  readonly since: string
  readonly isRetired: boolean
  /** The letter of the desk that goes on for it; null: none does. `?`: that one has no letter. */
  readonly replacedBy: string | null
}

type Reading = Pick<Journal, 'actionsOf' | 'entitiesOf'>

/** What is known of a desk here; null: its chain has not begun here. */
export async function findKnownDesk(journal: Reading, installation: InstallationId): Promise<KnownDesk | null> {
  const told = await readableActionsOf(journal, entityId('desk', installation))
  const { own, since } = ownOf(told, installation)
  if (own.publicKey === null || since === null) return null
  return {
    ...{ installation, publicKey: own.publicKey, letter: own.letter, since },
    isRetired: foldDesk(told).status === 'retired',
    replacedBy: await replacedBy(journal, installation),
  }
}

async function replacedBy(journal: Reading, installation: InstallationId): Promise<string | null> {
  for (const entity of journal.entitiesOf('desk')) {
    const { own } = ownOf(await readableActionsOf(journal, entity), InstallationId.parse(keyOf(entity)))
    if (own.replaces === installation) return own.letter ?? '?'
  }
  return null
}

function ownOf(told: Awaited<ReturnType<typeof readableActionsOf>>, installation: InstallationId) {
  const written = told.filter(({ id }) => chainPlaceOf(id).installation === installation)
  return { own: foldDesk(written), since: written.find(({ type }) => type === 'desk.opened')?.at ?? null }
}
