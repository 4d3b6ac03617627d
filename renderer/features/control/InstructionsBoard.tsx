import { useMemo } from 'react'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { focusLine } from '../applications/focus-line.ts'
import { useDimensionWords } from '../applications/use-dimension-words.ts'
import { Board } from './Board.tsx'
import { BoardFilters, narrowedTo } from './BoardFilters.tsx'
import { type BoardLine, type BoardNarrowed, boardItems, isOverdue, narrowedLines } from './board.ts'
import { GiveOutBoard } from './GiveOutBoard.tsx'
import { InstructionPane } from './InstructionPane.tsx'
import { useClosed, useControlled } from './use-board.ts'
import { useControlWords } from './use-control-words.ts'

/** The instructions on control, or those that left it in a month. */
export function InstructionsBoard({ narrowed }: { narrowed: BoardNarrowed }) {
  const month = PlainMonth.safeParse(narrowed.month)
  return month.success ? <Closed month={month.data} narrowed={narrowed} /> : <Controlled narrowed={narrowed} />
}

function Controlled({ narrowed }: { narrowed: BoardNarrowed }) {
  const lines = useControlled()
  return lines === undefined ? null : <Lines lines={lines} narrowed={narrowed} />
}

function Closed({ month, narrowed }: { month: PlainMonth; narrowed: BoardNarrowed }) {
  const lines = useClosed(month)
  return lines === undefined ? null : <Lines lines={lines} narrowed={narrowed} />
}

function Lines({ lines, narrowed }: { lines: readonly BoardLine[]; narrowed: BoardNarrowed }) {
  const { t, dates } = useWords()
  const { executorOfLine } = useControlWords()
  const today = useToday()
  const groupOf = useGroup(narrowed.group)
  const shown = useMemo(() => narrowedLines(lines, narrowed, executorOfLine), [lines, narrowed, executorOfLine])
  const items = useMemo(() => boardItems(shown, groupOf), [shown, groupOf])
  const open = lines.find(({ state }) => state.id === narrowed.open)
  const said = useNarrowedSaid(narrowed, shown)
  const close = () => {
    goTo('control', narrowedTo(narrowed, 'open', ''))
    if (narrowed.open !== undefined) focusLine(narrowed.open)
  }
  return (
    <div className="split">
      <section className="card list" aria-label={t('control.title')}>
        <BoardFilters lines={lines} narrowed={narrowed} />
        <div className="control-sum">
          <span>{t('control.total', { count: shown.length })}</span>
          <span className="mute">
            {t('control.total_overdue', { count: shown.filter(isOverdue).length, date: screenDate(today, dates) })}
          </span>
          <span className="space" />
          <GiveOutBoard lines={shown} narrowed={said} />
        </div>
        {shown.length === 0 ? (
          <EmptyScreen title={t('control.none.title')} sentence={t('control.none.sentence')} />
        ) : (
          <Board
            items={items}
            open={open?.state.id ?? null}
            addressOf={id => addressOf('control', { ...narrowed, open: id })}
          />
        )}
      </section>
      {open === undefined ? null : <InstructionPane key={open.state.id} line={open} onClose={close} />}
    </div>
  )
}

/** Under which head a line stands; null: the board has no groups. */
function useGroup(group: string | undefined): ((line: BoardLine) => string) | null {
  const { t } = useWords()
  const { executorOfLine } = useControlWords()
  const { entryOf } = useDimensionWords()
  return useMemo(() => {
    if (group === 'executor') return (line: BoardLine) => executorOfLine(line)
    if (group === 'district') {
      return (line: BoardLine) =>
        entryOf('district', line.application?.facts.district ?? null) || t('report.line.not_stated')
    }
    if (group !== 'step') return null
    return ({ state, lateness }: BoardLine) => {
      if (lateness === null) return t(`control.status.${state.status}`)
      return lateness.step === null ? t('control.step.none') : t(`control.step.${lateness.step}`)
    }
  }, [group, executorOfLine, entryOf, t])
}

/** What the board is narrowed by, for its paper: the executor, the lateness, the state. */
function useNarrowedSaid({ executor, late, state }: BoardNarrowed, shown: readonly BoardLine[]): string[] {
  const { t } = useWords()
  const { executorOfLine } = useControlWords()
  const first = shown[0]
  return [
    executor === undefined || first === undefined ? '' : executorOfLine(first),
    late === 'overdue' || late === 'soon' || late === 'likely_late' ? t(`control.late.${late}`) : '',
    state === 'on_control' || state === 'executed' || state === 'answered' ? t(`control.status.${state}`) : '',
  ].filter(text => text !== '')
}
