import { APPLICATION_ACTS } from '#shared/application/transitions.ts'
import type { ApplicationCard } from '../../../db/query-types.ts'

/** What can be done from a card, in the order it is offered. The number is of its key: Alt and the digit. */
export const CARD_ACTS = {
  correct: { digit: 1, needs: 'application.corrected' },
  eotinish: { digit: 2, needs: 'application.eotinish_noted' },
  book: { digit: 3, needs: 'application.booked' },
  drop_booking: { digit: 4, needs: 'application.booking_dropped' },
  talon: { digit: 5, needs: 'application.talon_made' },
  reception: { digit: 6, needs: 'application.received' },
  paper: { digit: 7, needs: 'application.paper_attached' },
  withdraw: { digit: 8, needs: 'application.withdrawn' },
  reopen: { digit: 8, needs: 'application.reopened' },
  appoint: { digit: 0, needs: 'application.appointed' },
} as const satisfies Record<string, { digit: number; needs: string }>

export type CardAct = keyof typeof CARD_ACTS

const ALL = Object.keys(CARD_ACTS) as CardAct[]

/** Acts that write or print something of the person: not of one who was erased. */
const OF_THE_PERSON: ReadonlySet<CardAct> = new Set(['correct', 'eotinish', 'talon', 'paper'])

/** The acts that are lawful on an application as it stands now. None on an imported record, or one that needs an update. */
export function cardActsOf(card: Pick<ApplicationCard, 'status' | 'erased' | 'registered' | 'needsUpdate'>): CardAct[] {
  if (card.registered === null || card.needsUpdate) return []
  const lawful: readonly string[] = APPLICATION_ACTS[card.status]
  return ALL.filter(act => {
    if (!lawful.includes(CARD_ACTS[act].needs)) return false
    if (act === 'drop_booking' && card.registered?.booking === null) return false
    return !(card.erased && OF_THE_PERSON.has(act))
  })
}

/** The act a key press asks for among those that are lawful: by the place of the digit, the same in every layout. */
export function actOfKey(
  press: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>,
  acts: readonly CardAct[],
): CardAct | null {
  if (!press.altKey || press.ctrlKey || press.shiftKey || press.metaKey) return null
  const digit = Number(/^Digit(\d)$/.exec(press.code)?.[1] ?? -1)
  return acts.find(act => CARD_ACTS[act].digit === digit) ?? null
}
