import type { LocaleKey } from '../../i18n/keys.ts'
import type { VisitAct } from './visit-acts.ts'

/** A key of the screen as the list of keys shows it. */
export interface KeyLine {
  readonly keys: string
  readonly label: LocaleKey
}

/** Keys that work anywhere on the screen: F7 nobody else has, F9 too. */
export const CHECK_IN_KEY = 'F7'
export const CALL_KEY = 'F9'
/** Looks at the day in another way: the line, the board, the lanes. */
export const PART_KEY = 'F4'
/** Hides the calls in the hall, or shows them again. */
export const HIDE_KEY = 'F8'

/** Keys of acts while a line of the list has the focus. By place, the same in every layout. */
export const ACT_KEYS: Partial<Record<VisitAct, { readonly code: string; readonly shown: string }>> = {
  check: { code: 'KeyI', shown: 'I' },
  admit: { code: 'KeyD', shown: 'D' },
  recall: { code: 'KeyR', shown: 'R' },
  missed: { code: 'KeyN', shown: 'N' },
  park: { code: 'KeyP', shown: 'P' },
  forward: { code: 'KeyF', shown: 'F' },
  return: { code: 'KeyB', shown: 'B' },
  left: { code: 'KeyL', shown: 'L' },
  unfinish: { code: 'KeyU', shown: 'U' },
  undo: { code: 'KeyZ', shown: 'Ctrl Z' },
}

/** Registers what a visitor in the room hands in (clause 25). */
export const HAND_IN_KEY = { code: 'KeyA', shown: 'A' } as const

/** Opens the protocol of a visitor who is in the room or was received (clause 23). */
export const PROTOCOL_KEY = { code: 'KeyT', shown: 'T' } as const

/** Every key of the reception screen, in the order the list of keys shows them. */
export const RECEPTION_KEYS: readonly KeyLine[] = [
  { keys: CHECK_IN_KEY, label: 'reception.key.check_in' },
  { keys: CALL_KEY, label: 'reception.key.call' },
  { keys: PART_KEY, label: 'reception.key.part' },
  { keys: HIDE_KEY, label: 'hall.key.hide' },
  { keys: '\u2191 \u2193', label: 'reception.key.list' },
  { keys: 'Enter', label: 'reception.key.next' },
  { keys: 'I', label: 'visit.act.check' },
  { keys: 'D', label: 'visit.act.admit' },
  { keys: 'R', label: 'visit.act.recall' },
  { keys: 'N', label: 'visit.act.missed' },
  { keys: 'P', label: 'visit.act.park' },
  { keys: 'F', label: 'visit.act.forward' },
  { keys: 'B', label: 'visit.act.return' },
  { keys: 'L', label: 'visit.act.left' },
  { keys: 'U', label: 'visit.act.unfinish' },
  { keys: 'Ctrl Z', label: 'visit.act.undo' },
  { keys: HAND_IN_KEY.shown, label: 'reception.hand_in' },
  { keys: PROTOCOL_KEY.shown, label: 'protocol.open' },
  { keys: 'Ctrl J', label: 'protocol.key.phrases' },
  { keys: 'Ctrl Enter', label: 'reception.key.save_check' },
  { keys: 'Esc', label: 'reception.key.close' },
]
