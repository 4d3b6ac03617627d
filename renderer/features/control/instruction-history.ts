import type { InstructionState } from '#shared/instruction/transitions.ts'
import { protocolNumberText } from '#shared/protocol/number.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ControlRow } from '../../db/control-query-types.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { ControlWords } from './use-control-words.ts'

/** Something that was done with an instruction: the day, who of the desk recorded it, in words. */
export interface HistoryEntry {
  readonly on: PlainDate
  readonly by: string
  readonly text: string
}

/** What was done with an instruction, oldest first. What a return undid is told by the return. */
export function instructionHistory(
  { state, protocol }: Pick<ControlRow, 'state' | 'protocol'>,
  { t, dates }: Pick<Words, 't' | 'dates'>,
  { executorText }: Pick<ControlWords, 'executorText'>,
): HistoryEntry[] {
  const date = (on: PlainDate) => screenDate(on, dates)
  const entry = ({ on, by }: { on: PlainDate; by: string }, text: string): HistoryEntry => ({ on, by, text })
  const number = protocol === null ? '' : protocolNumberText(protocol)
  return [
    ...state.assigned.map(one =>
      one.ground === null
        ? entry(one, t('control.history.given', { number, executor: executorText(one.executor) }))
        : entry(
            one,
            t('control.history.reassigned', {
              executor: executorText(one.executor),
              ground: t(`control.reassign.ground.${one.ground}`),
            }),
          ),
    ),
    ...state.extensions.map(one =>
      entry(
        one,
        t('control.history.extended', {
          from: date(one.from),
          to: date(one.to),
          number: one.basis.number,
          on: date(one.basis.on),
          by: one.basis.by,
        }),
      ),
    ),
    ...state.interims.map(one =>
      entry(one, t('control.history.interim', { date: date(one.toldOn), text: one.text ?? t('applications.erased') })),
    ),
    ...state.reminders.map(({ on, at, outcome, who, noted }) =>
      entry(noted, t(`control.history.reminded.${outcome}`, { date: date(on), time: at, who })),
    ),
    ...endOf(state, t, date),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function endOf(
  { executed, returns, answer, closed }: InstructionState,
  t: Words['t'],
  date: (on: PlainDate) => string,
): HistoryEntry[] {
  return [
    ...returns.map(({ ground, on, by }) => ({
      ...{ on, by },
      text: t('control.history.returned', { ground: t(`control.return.ground.${ground}`) }),
    })),
    ...(executed === null
      ? []
      : [{ on: executed.on, by: executed.by, text: t('control.history.executed', { date: date(executed.doneOn) }) }]),
    ...(answer === null
      ? []
      : [
          {
            ...answer.noted,
            text: t('control.history.answered', {
              number: answer.number,
              date: date(answer.on),
              channel: t(`letter.channel.${answer.channel}`),
            }),
          },
        ]),
    ...(closed === null ? [] : [{ ...closed, text: t('control.history.closed') }]),
  ]
}
