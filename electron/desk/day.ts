import { type Action, type EntityId, keyOf } from '#shared/change/action.ts'
import { marksOf, viewOf } from '#shared/change/project-view.ts'
import { type ApplicationOfDay, EARLIER_IN_A_ROW, isSameOpen, leftOpenOf } from '#shared/day/left-open.ts'
import type { LeftOpen } from '#shared/day/model.ts'
import { dayKey, foldDay } from '#shared/day/transitions.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type PlainDate, partsOf } from '#shared/time/plain-date.ts'
import { serialOfVisit } from '#shared/visit/number.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { type Actor, intentNow } from './act.ts'
import { visitsOn } from './line.ts'
import type { OpenDesk } from './open-desk.ts'
import { demanded } from './registrations.ts'
import type { Series } from './series.ts'

/**
 * Closes a day of this desk with what stands open of it in the journal. A day that is closed with just this list stays as it is:
 * that close is the answer. Throws `day.to_come`, `day.open_differs` (count) where the person has seen another list,
 * `day.help_called` while somebody waits for help on it.
 */
export async function closeDay(
  desk: OpenDesk,
  registrations: Series,
  { day, seen }: ParsedArgsOf<'day.close'>,
  actor: Actor,
): Promise<Action> {
  const { gate, journal } = desk
  if (day > actor.date) throw new ExpectedError('day.to_come')
  return gate.inTurn(async actNow => {
    const open = await openOf(desk, registrations, day)
    if (!isSameOpen(open, seen)) throw new ExpectedError('day.open_differs', { count: open.length })
    const intent = intentNow(journal, 'day', dayKey(day, journal.installation), 'day.closed', { open })
    const own = await readableActionsOf(journal, intent.entity)
    const { closed, status } = foldDay(own)
    const last = closed.at(-1)
    const before = own.findLast(({ type }) => type === 'day.closed')
    if (before !== undefined && last !== undefined && isSameOpen(last.open, open)) return before
    if (status === 'help_called') throw new ExpectedError('day.help_called')
    return demanded((await actNow([{ intent }], actor))[0])
  })
}

/** What stands open of a day of this desk: of its own visits, and of what was registered at it. */
async function openOf(desk: OpenDesk, registrations: Series, day: PlainDate): Promise<LeftOpen[]> {
  const { journal } = desk
  const visits = await visitsOn(journal, day)
  const own = visits.filter(({ id }) => serialOfVisit(journal.installation, keyOf(id)) !== null)
  return leftOpenOf(own, await registeredOn(desk, registrations, day))
}

async function registeredOn(
  { journal, gate }: OpenDesk,
  registrations: Series,
  day: PlainDate,
): Promise<ApplicationOfDay[]> {
  const found: ApplicationOfDay[] = []
  let earlier = 0
  for (const id of newestFirst(registrations.ofPeriod(partsOf(day).year))) {
    const actions = await readableActionsOf(journal, id)
    const date = actions[0]?.date ?? day
    earlier = date < day ? earlier + 1 : 0
    if (earlier > EARLIER_IN_A_ROW) break
    if (date === day) found.push({ id, marks: marksOf(viewOf('application', actions, gate.related())) })
  }
  return found
}

function newestFirst(entities: readonly EntityId[]): EntityId[] {
  return entities.toSorted((a, b) => (a < b ? 1 : -1))
}
