import { type EntityId, entityId, InstallationId, type Intent, keyOf } from '#shared/change/action.ts'
import { unsettledOf } from '#shared/change/decide.ts'
import { type DeskState, foldDesk } from '#shared/desk/transitions.ts'
import { type DeskOfOffice, lineEntity, lineIn, othersAtWork } from '#shared/line/model.ts'
import { type CallRight, foldLine, mayCall } from '#shared/line/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { Ticket } from '#shared/visit/model.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import { type Act, type Actor, intentNow } from './act.ts'
import { visitOf } from './line.ts'
import type { OpenDesk } from './open-desk.ts'

type KnownDesk = DeskOfOffice & Pick<DeskState, 'letter'>

/** The other desks somebody works at, as their chains tell. Of an office with one desk nothing is read. */
async function otherDesks(journal: Journal): Promise<KnownDesk[]> {
  const chains = Object.keys(journal.head().cursor)
  if (chains.length < 2) return []
  const desks: KnownDesk[] = []
  for (const chain of chains) {
    const entity = entityId('desk', chain)
    if (!journal.has(entity)) continue
    const { letter, retired } = foldDesk(await readableActionsOf(journal, entity))
    desks.push({ installation: InstallationId.parse(chain), letter, retired })
  }
  return othersAtWork(desks, journal.installation)
}

/** The line a visitor stands in, and whose call it is; null where no other desk is at work, so that a line is nobody's. */
interface LineOfVisit {
  readonly entity: EntityId
  readonly ticket: Ticket
  readonly right: CallRight
  /** Letter of the desk that calls from it. */
  readonly letter: string
}

async function lineOfVisit({ journal }: OpenDesk, visit: EntityId): Promise<LineOfVisit | null> {
  const others = await otherDesks(journal)
  if (others.length === 0) return null
  const { checkIn } = await visitOf(journal, visit)
  if (checkIn === null) return null
  const entity = lineEntity(checkIn.day, checkIn.officialId)
  const state = foldLine(journal.has(entity) ? await readableActionsOf(journal, entity) : [])
  const letter = others.find(({ installation }) => installation === state.owner)?.letter ?? ''
  return { entity, ticket: checkIn.ticket, right: mayCall(state, journal.installation, others), letter }
}

/** A line is called from by one desk (ADR 35). Throws `line.other_desk` (letter) where that is another. */
export async function demandOwnLine(desk: OpenDesk, { entity, basedOn }: Intent): Promise<void> {
  // Decided on what has moved since: that is a conflict, and `decide` says so.
  if (basedOn !== desk.journal.headOf(entity)) return
  const line = await lineOfVisit(desk, entity)
  if (line?.right === 'other') throw new ExpectedError('line.other_desk', { letter: line.letter })
}

/** What goes with a call in the same flush where an office has several desks: that this desk called from the line. */
export async function withCall(desk: OpenDesk, { entity }: Intent): Promise<Act[]> {
  const line = await lineOfVisit(desk, entity)
  if (line === null) return []
  const body = { ticket: line.ticket, begins: line.right === 'begins' }
  return [{ intent: intentNow(desk.journal, 'line', keyOf(line.entity), 'line.called', body) }]
}

/**
 * A line of today is taken over from another desk; one's own only where desks that were apart both called it theirs. Throws
 * `line.other_day`, `change.not_lawful`.
 */
export async function demandTake(
  { journal, gate }: OpenDesk,
  { entity, type, basedOn }: Intent,
  { date }: Actor,
): Promise<void> {
  if (lineIn(entity)?.day !== date) throw new ExpectedError('line.other_day')
  if (basedOn !== journal.headOf(entity)) return
  const actions = await readableActionsOf(journal, entity)
  const isOwn = foldLine(actions).owner === journal.installation
  if (isOwn && unsettledOf('line', actions, gate.related()).clash === null) {
    throw new ExpectedError('change.not_lawful', { type })
  }
}
