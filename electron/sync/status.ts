import { chainPlaceOf, entityId, InstallationId } from '#shared/change/action.ts'
import { foldDesk } from '#shared/desk/transitions.ts'
import { DeskLetter } from '#shared/office/model.ts'
import type { SyncMemory } from '#shared/sync/state.ts'
import type { SyncDesk, SyncStatus } from '#shared/sync/status.ts'
import { CLOCK_JUMP_LIMIT } from '#shared/time/stamp.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import type { Runner } from './runner.ts'
import type { OfficeServer } from './server-file.ts'

/** An exchange that goes on: with which server, by whom, and what is remembered of it. */
export interface Going {
  readonly server: OfficeServer
  readonly runner: Pick<Runner, 'state' | 'held'>
  readonly memory: { readonly current: SyncMemory }
}

/** All that is shown of the exchange of a desk; `at` null: it works alone. */
export async function statusOf(desk: OpenDesk, at: Going | null): Promise<SyncStatus> {
  const { journal } = desk
  const held = journal.head().cursor[journal.installation] ?? 0
  const run = at?.runner.state ?? null
  const desks = await desksOf(desk, at)
  const isoOf = (time: number | null | undefined) => (time == null ? null : new Date(time).toISOString())
  return {
    server: at && {
      address: at.server.address,
      office: at.server.office,
      hasAuthority: at.server.trust !== 'system',
    },
    standing: run?.standing ?? 'alone',
    why: run?.why ?? null,
    agreedAt: isoOf(run?.agreedAt),
    nextAt: isoOf(run?.nextAt),
    toSend: at === null ? 0 : Math.max(0, held - at.memory.current.confirmed),
    moved: run?.moved ?? { taken: 0, sent: 0 },
    installation: journal.installation,
    ...lettersOf(desks, at),
    desks,
    aside: at?.memory.current.quarantine ?? [],
  }
}

function lettersOf(desks: readonly SyncDesk[], at: Going | null): Pick<SyncStatus, 'letters' | 'isLetterTaken'> {
  const letters = at?.memory.current.letters ?? {}
  const own = desks.find(({ isOwn }) => isOwn)
  const holder = own?.letter == null ? undefined : letters[own.letter]
  return {
    letters: Object.keys(letters).map(one => DeskLetter.parse(one)),
    isLetterTaken: holder !== undefined && holder !== own?.installation,
  }
}

async function desksOf({ journal }: OpenDesk, at: Going | null): Promise<SyncDesk[]> {
  const { cursor } = journal.head()
  const seen = at?.memory.current.seen ?? {}
  const all = new Set(
    [journal.installation, ...Object.keys(cursor), ...Object.keys(seen)].map(one => InstallationId.parse(one)),
  )
  const last = journal.lastOf()
  const desks: SyncDesk[] = []
  for (const installation of all) {
    const opened = await journal.actionsOf(entityId('desk', installation))
    const { letter } = foldDesk(opened.filter(({ id }) => chainPlaceOf(id).installation === installation))
    const { lastAt = '' } = last.find(one => one.installation === installation) ?? {}
    desks.push({
      ...{ installation, letter, lastAt },
      isOwn: installation === journal.installation,
      held: cursor[installation] ?? 0,
      seen: Math.max(seen[installation] ?? 0, cursor[installation] ?? 0),
      why: at?.runner.held.get(installation)?.why ?? null,
      isAhead: lastAt !== '' && Date.parse(lastAt) > Date.now() + CLOCK_JUMP_LIMIT,
    })
  }
  return desks
}
