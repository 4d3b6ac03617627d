import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { shortName } from '../schedule/short-name.ts'
import type { BoardLine } from './board.ts'
import { ticketOf } from './use-visit-work.ts'

const STATES = {
  free: 'board.state.free',
  called: 'board.state.called',
  served: 'board.state.served',
  absent: 'board.state.absent',
} as const satisfies Record<BoardLine['state'], LocaleKey>

/** What the board says of a line: whose it is, and who is called or inside since when. */
export function useBoardWords() {
  const { t, language } = useWords()
  return {
    nameOf: ({ official }: BoardLine) => (official === null ? t('reception.anyone') : shortName(official, language)),
    stateOf: ({ state, inside, minutes }: BoardLine) =>
      inside.length === 0 || minutes === null
        ? t(STATES[state])
        : t('board.state.with', {
            state: t(STATES[state]),
            tickets: inside.map(ticketOf).join(', '),
            count: minutes,
          }),
  }
}
