import { GiveOutList } from '../../components/GiveOutList.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { BoardLine } from './board.ts'
import { BOARD_COLUMNS } from './board-columns.ts'
import { useControlWords } from './use-control-words.ts'

interface Given {
  readonly lines: readonly BoardLine[]
  /** What the board is narrowed by, in words: with an executor and what is near it is the list an executor is reminded by. */
  readonly narrowed: readonly string[]
}

/** The board as it is seen, to paper and to a table. */
export function GiveOutBoard({ lines, narrowed }: Given) {
  const words = useWords()
  const control = useControlWords()
  const { t } = words
  return (
    <GiveOutList
      title={t('control.title')}
      narrowed={narrowed}
      columns={BOARD_COLUMNS.map(({ title, under }) => ({ title: t(title), under }))}
      count={lines.length}
      rows={() => lines.map(line => BOARD_COLUMNS.map(({ text }) => text(line, words, control)))}
      told={t('control.total', { count: lines.length })}
      fileName="control"
    />
  )
}
