import { useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import { MOST_LISTED, type SheetJob } from '#shared/ipc/documents.ts'
import { useDesk } from '../app/desk-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { GiveOutButtons } from './GiveOutButtons.tsx'
import { ErrorNotice } from './Notice.tsx'
import { SavedNotice } from './SavedNotice.tsx'
import { useCall } from './use-call.ts'
import { useToday } from './use-office-time.ts'

interface Given {
  readonly title: string
  /** What the list is narrowed by, in words. */
  readonly narrowed: readonly string[]
  /** `under` shares the place of the one before it. */
  readonly columns: readonly { readonly title: string; readonly under: boolean }[]
  readonly count: number
  /** The cells, made when they are asked for. */
  readonly rows: () => string[][]
  /** The line under the title of the sheet. */
  readonly told: string
  /** Without its end. */
  readonly fileName: string
}

/** A list as it is seen, to paper and to a table. */
export function GiveOutList({ title, narrowed, columns, count, rows, told, fileName }: Given) {
  const { language } = useWords()
  const { user } = useDesk().start
  const today = useToday()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const write = async () => {
    const table = {
      title: [title, ...narrowed].join(', '),
      columns: columns.map(column => column.title),
      rows: rows(),
    }
    setSaved(await call.run(() => window.desk.tableSave({ table, fileName: `${fileName}.xlsx` })))
  }
  const print = async () => {
    const job: SheetJob = {
      ...{ kind: 'list', paper: 'A4', language, title, narrowed: [...narrowed] },
      columns: [...columns],
      rows: rows(),
      told,
      printedOn: today,
      printedBy: user?.name ?? '',
    }
    setSaved(await call.run(() => window.desk.sheetSave({ job, fileName: `${fileName}.pdf` })))
  }
  return (
    <>
      <GiveOutButtons
        busy={call.busy}
        isTooLong={count > MOST_LISTED}
        onPrint={() => void print()}
        onWrite={() => void write()}
      />
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
    </>
  )
}
