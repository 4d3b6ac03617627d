import { useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import { useDesk } from '../../app/desk-context.ts'
import { type Call, useCall } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Sheet {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly string[][]
  /** Words under the title. */
  readonly told: string
  /** Sentences under the list. */
  readonly foot?: readonly string[]
  /** The same for a reader of QR codes. */
  readonly mark?: string
}

interface LineSheet {
  readonly call: Call
  readonly saved: Saved | null
  readonly print: (sheet: Sheet, fileName: string) => Promise<void>
  readonly write: (table: Omit<Sheet, 'told' | 'foot' | 'mark'>, fileName: string) => Promise<void>
}

/** A sheet about the line: to PDF as any list, or to a table. */
export function useLineSheet(): LineSheet {
  const { language } = useWords()
  const { user } = useDesk().start
  const printedOn = useToday()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const through = async (save: Parameters<typeof call.run<Saved>>[0]) => {
    setSaved(null)
    setSaved(await call.run(save))
  }
  return {
    call,
    saved,
    print({ title, columns, rows, told, foot = [], mark }, fileName) {
      const head = { kind: 'list', paper: 'A4', language, title } as const
      const job = {
        ...head,
        columns: columns.map(one => ({ title: one, under: false })),
        rows: [...rows],
        narrowed: [],
        told,
        foot: [...foot],
        ...(mark === undefined ? {} : { mark }),
        printedOn,
        printedBy: user?.name ?? '',
      }
      return through(() => window.desk.sheetSave({ job, fileName }))
    },
    write: ({ title, columns, rows }, fileName) =>
      through(() => window.desk.tableSave({ table: { title, columns: [...columns], rows: [...rows] }, fileName })),
  }
}
