import { useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import { MOST_LISTED, type SheetJob } from '#shared/ipc/documents.ts'
import { useDesk } from '../../app/desk-context.ts'
import { GiveOutButtons } from '../../components/GiveOutButtons.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
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
  const { t, language } = words
  const { user } = useDesk().start
  const today = useToday()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const title = t('control.title')
  const rows = () => lines.map(line => BOARD_COLUMNS.map(({ text }) => text(line, words, control)))
  const write = async () => {
    const table = {
      title: [title, ...narrowed].join(', '),
      columns: BOARD_COLUMNS.map(column => t(column.title)),
      rows: rows(),
    }
    setSaved(await call.run(() => window.desk.tableSave({ table, fileName: 'control.xlsx' })))
  }
  const print = async () => {
    const job: SheetJob = {
      ...{ kind: 'list', paper: 'A4', language, title, narrowed: [...narrowed] },
      columns: BOARD_COLUMNS.map(column => ({ title: t(column.title), under: column.under })),
      rows: rows(),
      told: t('control.total', { count: lines.length }),
      printedOn: today,
      printedBy: user?.name ?? '',
    }
    setSaved(await call.run(() => window.desk.sheetSave({ job, fileName: 'control.pdf' })))
  }
  return (
    <>
      <GiveOutButtons
        busy={call.busy}
        isTooLong={lines.length > MOST_LISTED}
        onPrint={() => void print()}
        onWrite={() => void write()}
      />
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
    </>
  )
}
