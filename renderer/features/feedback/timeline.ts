import type { Dispatch, LetterKind } from '#shared/letter/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { EntityState } from '../../db/query-types.ts'

/** What went between the office and an applicant: an exchange of the log, or a letter on its way, which is only shown. */
export type Passed =
  | { readonly kind: 'exchange'; readonly key: string; readonly on: PlainDate; readonly state: EntityState<'feedback'> }
  | {
      readonly kind: 'letter'
      readonly key: string
      readonly on: PlainDate
      readonly letter: LetterKind
      readonly channel: Dispatch['channel']
      readonly arrived: boolean
    }

/** Exchanges and dispatches of letters in one line, newest first; of one day the letters stand last. */
export function timeline(
  exchanges: readonly EntityState<'feedback'>[],
  letters: readonly EntityState<'letter'>[],
): Passed[] {
  const said = exchanges.flatMap((state): Passed[] =>
    state.feedback === null ? [] : [{ kind: 'exchange', key: state.id, on: state.feedback.on, state }],
  )
  const sent = letters.flatMap(({ id, letter, dispatches }) =>
    letter === null
      ? []
      : dispatches.map(
          ({ on, channel, arrived }, at): Passed => ({
            ...{ kind: 'letter', key: `${id} ${at}`, letter: letter.kind },
            ...{ on, channel, arrived },
          }),
        ),
  )
  return [...said, ...sent].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}
