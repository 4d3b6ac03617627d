import { type Action, type EntityId, keyOf, nounOf } from '#shared/change/action.ts'
import { dayKey, foldDay } from '#shared/day/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { DeskServices } from '../ipc/services.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { type Actor, intentNow } from './act.ts'
import type { OpenDesk } from './open-desk.ts'
import { demanded } from './registrations.ts'

export interface HelpSurroundings {
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  /** Tells the pages that the journal has moved. */
  readonly moved: () => void
}

/** Calls for help in danger: composed by main alone, so that no page based on something older is refused. */
export function helpServices({ desk, actor, moved }: HelpSurroundings): Pick<DeskServices, 'help.call' | 'help.end'> {
  return {
    async 'help.call'({ room }) {
      const action = await callForHelp(desk(), room, actor())
      moved()
      return { action }
    },
    async 'help.end'({ day }) {
      const action = await endHelp(desk(), day, actor())
      moved()
      return { action }
    },
  }
}

/** Somebody in this room is in danger. A second call says where once more; it ends with the first. */
export async function callForHelp({ gate, journal }: OpenDesk, room: string, actor: Actor): Promise<Action> {
  const [action] = await gate.inTurn(actNow => {
    const key = dayKey(actor.date, journal.installation)
    return actNow([{ intent: intentNow(journal, 'day', key, 'day.help_called', { room }) }], actor)
  })
  return demanded(action)
}

/** Help came to whoever called on this day, whichever day it is now. Null: nobody waits for it. Throws `change.wrong_entity`. */
export async function endHelp({ gate, journal }: OpenDesk, day: EntityId, actor: Actor): Promise<Action | null> {
  const type = 'day.help_ended'
  if (nounOf(day) !== 'day') throw new ExpectedError('change.wrong_entity', { type })
  const [action = null] = await gate.inTurn(async actNow => {
    const state = foldDay(journal.has(day) ? await readableActionsOf(journal, day) : [])
    if (state.status !== 'help_called') return []
    return actNow([{ intent: intentNow(journal, 'day', keyOf(day), type, {}) }], actor)
  })
  return action
}
