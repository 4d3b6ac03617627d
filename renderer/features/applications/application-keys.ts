import type { LocaleKey } from '../../i18n/keys.ts'
import { CARD_ACTS, type CardAct } from './card/card-acts.ts'

const ACT_WORDS = {
  correct: 'act.correct',
  eotinish: 'act.eotinish',
  book: 'act.book',
  drop_booking: 'act.drop_booking',
  talon: 'act.talon',
  reception: 'act.reception',
  paper: 'act.paper',
  withdraw: 'act.withdraw',
  reopen: 'act.reopen',
  appoint: 'act.appoint',
} as const satisfies Record<CardAct, LocaleKey>

/** Every key of the applications and their card, in the order the list of keys shows them. */
export const APPLICATION_KEYS: readonly { readonly keys: string; readonly label: LocaleKey }[] = [
  { keys: '\u2191 \u2193', label: 'applications.key.list' },
  { keys: 'Enter', label: 'applications.key.open' },
  ...(Object.keys(ACT_WORDS) as CardAct[]).map(act => ({
    keys: `Alt ${CARD_ACTS[act].digit}`,
    label: ACT_WORDS[act],
  })),
  { keys: 'Alt 9', label: 'decision.title' },
  { keys: 'Esc', label: 'applications.key.close' },
]
