import { type Action, type ActionId, entityId, nounOf } from '#shared/change/action.ts'
import { hallBoard } from '#shared/hall/board.ts'
import type { HallView } from '#shared/hall/model.ts'
import { PROMISE } from '#shared/office/model.ts'
import { foldSchedule } from '#shared/schedule/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Slots } from '#shared/visit/line-waits.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import type { DeskState } from './desk-state.ts'
import { visitsOn } from './line.ts'
import { officeDate } from './office-date.ts'
import { findOffice } from './open-desk.ts'

type HallServices = Pick<DeskServices, 'hall.board' | 'hall.hide' | 'hall.settings' | 'hall.configure'>
type HallContext = Pick<ServiceContext, 'settings' | 'send' | 'hallIsOpen' | 'log'>

/** What the screen of the hall is told, and when. */
export interface Hall {
  readonly services: HallServices
  /** Something was appended: `told` where it is little, null where it is to be looked for. */
  moved(told: { readonly actions: readonly Action[] } | null): void
  /** Tells the hall how the line stands now: time has passed, or what it looks like was changed. */
  refresh(): Promise<void>
}

/** What the hall shows hangs on these alone. */
const LOOKED_AT: readonly string[] = ['visit', 'office', 'schedule']

export function createHall(context: HallContext, state: Pick<DeskState, 'findDesk' | 'clock'>): Hall {
  const { settings, send, log } = context
  const slotsOf = slotsKnown()

  async function view(): Promise<HallView> {
    const now = state.clock.now()
    const desk = state.findDesk()
    const office = desk && (await findOffice(desk))
    const shown = { now, office: office?.name ?? { kk: '', ru: '' }, settings: settings.current.hall }
    if (desk === null || settings.current.hallPlace.isHidden) return { ...shown, board: null }
    const day = officeDate(now)
    const slots = await slotsOf(desk.journal, day)
    const visits = await visitsOn(desk.journal, day)
    return {
      ...shown,
      board: hallBoard(visits, { at: now, promise: office?.promise ?? PROMISE, slots }, shown.settings),
    }
  }

  // One at a time: what was asked for later is never overtaken by what was read before it.
  let telling: Promise<void> | null = null
  let again = false
  async function tell(): Promise<void> {
    do {
      again = false
      send('hall.changed', await view())
    } while (again)
  }
  function refresh(): Promise<void> {
    if (!context.hallIsOpen()) return Promise.resolve()
    again = true
    telling ??= tell()
      .catch(error => void log.bug('hall', error))
      .then(() => {
        telling = null
        // Asked for after the last was sent and before it was known to be the last.
        return again ? refresh() : undefined
      })
    return telling
  }

  return {
    refresh,
    moved(told) {
      if (told === null || told.actions.some(({ entity }) => LOOKED_AT.includes(nounOf(entity)))) void refresh()
    },
    services: {
      'hall.board': view,
      'hall.hide': async ({ isHidden }) => {
        // On the screen first: who presses it has no time to wait for a disk.
        const kept = settings.change({ hallPlace: { ...settings.current.hallPlace, isHidden } })
        await Promise.all([refresh(), kept])
        return {}
      },
      'hall.settings': async () => settings.current.hall,
      'hall.configure': async hall => {
        await settings.change({ hall })
        await refresh()
        return {}
      },
    },
  }
}

/** Minutes for a visitor of each official who receives on a day, by the schedule of its month: read anew when that has moved. */
function slotsKnown(): (journal: Journal, day: PlainDate) => Promise<Slots> {
  let known: { head: ActionId | null; day: PlainDate; slots: Slots } | null = null
  return async (journal, day) => {
    const entity = entityId('schedule', day.slice(0, 7))
    const head = journal.headOf(entity)
    if (known?.day === day && known.head === head) return known.slots
    const { approved, draft } = foldSchedule(await readableActionsOf(journal, entity))
    const receptions = (approved?.schedule ?? draft)?.receptions ?? []
    const ofDay = receptions.filter(({ date }) => date === day)
    known = { head, day, slots: new Map(ofDay.map(({ officialId, slot }) => [officialId, slot])) }
    return known.slots
  }
}
