import type { AuditHead } from '#shared/audit/model.ts'
import { type Anchor, auditKey, foldAudit, isAuditOf } from '#shared/audit/transitions.ts'
import { chainPlaceOf } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { Actor } from '../desk/act.ts'
import { intentNow } from '../desk/act.ts'
import { inTurn } from '../desk/in-turn.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { readableActionsOf } from '../journal/readable.ts'

/** So many lines at most stand after the last anchor while the desk is open. */
const ANCHOR_EVERY = 1_000

/** The anchors of this desk's log in the signed journal. */
export interface Anchors {
  /** Anchors the head where a day has begun or so many lines were written since. */
  tend(): Promise<void>
  /** Anchors the head, unless the last anchor is it. */
  set(): Promise<void>
  /** Every anchor, oldest first. */
  all(): Promise<Anchor[]>
}

interface Anchored {
  readonly desk: OpenDesk
  readonly actor: () => Actor
  readonly head: () => AuditHead
  readonly moved: () => void
}

export async function openAnchors({ desk, actor, head, moved }: Anchored): Promise<Anchors> {
  const { gate, journal, keys } = desk
  let last = await lastAnchorOf(desk)

  const serially = inTurn()

  const set = () =>
    serially(async () => {
      const { count, hash } = head()
      if (count === 0 || count === last?.count) return
      const now = actor()
      const key = auditKey(now.date, keys.installation)
      const by = { ...now, user: 'system', role: 'system' } as const
      await gate.inTurn(actNow =>
        actNow([{ intent: intentNow(journal, 'audit', key, 'audit.anchored', { count, hash }) }], by),
      )
      last = { count, on: now.date }
      moved()
    })

  return {
    set,
    all: () => anchorsOf(desk, false),
    async tend() {
      // On the very first day there is nothing before it that could have been changed overnight.
      const isNewDay = last !== null && last.on !== actor().date
      if (isNewDay || head().count - (last?.count ?? 0) >= ANCHOR_EVERY) await set()
    },
  }
}

/** The newest anchor; null where it cannot be read too: a damaged journal is told elsewhere, and does not keep the log from being written. */
async function lastAnchorOf(desk: OpenDesk): Promise<Pick<Anchor, 'count' | 'on'> | null> {
  try {
    return (await anchorsOf(desk, true)).at(-1) ?? null
  } catch (error) {
    if (error instanceof ExpectedError) return null
    throw error
  }
}

/** Anchors of this desk in the journal; `newest`: of the last day alone. */
async function anchorsOf({ journal, keys }: OpenDesk, newest: boolean): Promise<Anchor[]> {
  const days = journal.entitiesOf('audit').filter(entity => isAuditOf(entity, keys.installation))
  const asked = newest ? days.sort().slice(-1) : days.sort()
  const anchors: Anchor[] = []
  for (const entity of asked) {
    const told = await readableActionsOf(journal, entity)
    // What another installation told of this log is of a copy of it.
    const own = told.filter(({ id }) => chainPlaceOf(id).installation === keys.installation)
    anchors.push(...foldAudit(own).anchors)
  }
  return anchors
}
