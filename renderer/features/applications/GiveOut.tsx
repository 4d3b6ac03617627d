import { useState } from 'react'
import { maskNumbers } from '#shared/applicant/mask.ts'
import type { ListAbout } from '#shared/audit/model.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import { MOST_LISTED, type SheetJob } from '#shared/ipc/documents.ts'
import { ok } from '#shared/result/result.ts'
import { useDesk } from '../../app/desk-context.ts'
import { GiveOutButtons } from '../../components/GiveOutButtons.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { ApplicationFilter } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { COLUMNS } from './columns.ts'
import type { Narrowed, Sort } from './narrowing.ts'
import { allApplications } from './use-applications.ts'
import { useCellWords } from './use-cell-words.ts'
import { useNarrowedWords } from './use-narrowed-words.ts'

/** What the audit says of it; rows are counted there. */
const ABOUT: ListAbout = { what: 'applications', fields: ['name', 'iin_masked', 'matter', 'course'], count: null }

interface Listed {
  readonly filter: ApplicationFilter
  readonly sort: Sort
  readonly narrowed: Narrowed
  readonly text: string
}

/** Writes the list out as it is seen, to a file or to paper: the same columns, the same rows, the same words. */
export function GiveOut({ filter, sort, narrowed, text }: Listed) {
  const { t } = useWords()
  const store = useStore()
  const call = useCall()
  const sheetOf = useSheetOf(narrowed, text)
  const cells = useCellWords()
  const [saved, setSaved] = useState<Saved | null>(null)
  const [tooMany, setTooMany] = useState(false)
  const rowsOf = async (most?: number) =>
    (await allApplications(store, filter, sort, most)).map(row => COLUMNS.map(column => column.text(row, cells)))
  const write = async () => {
    setSaved(null)
    setTooMany(false)
    const done = await call.run(async () => {
      const columns = COLUMNS.map(column => t(column.title))
      const table = { title: t('applications.title'), columns, rows: await rowsOf(), about: ABOUT }
      return window.desk.tableSave({ table, fileName: 'applications.xlsx' })
    })
    setSaved(done)
  }
  const print = async () => {
    setSaved(null)
    const rows = await call.run(async () => ok(await rowsOf(MOST_LISTED + 1)))
    if (rows === null) return
    setTooMany(rows.length > MOST_LISTED)
    if (rows.length > MOST_LISTED) return
    setSaved(await call.run(() => window.desk.sheetSave({ job: sheetOf(rows), fileName: 'applications.pdf' })))
  }
  return (
    <>
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
      {tooMany ? <Notice tone="amber">{t('applications.print.too_many', { most: MOST_LISTED })}</Notice> : null}
      <GiveOutButtons busy={call.busy} onPrint={() => void print()} onWrite={() => void write()} />
    </>
  )
}

/** The sheet of the list: what it is narrowed by is told in its head, the typed text too, an IIN in it as in the list. */
function useSheetOf(narrowed: Narrowed, text: string): (rows: string[][]) => SheetJob {
  const { t, language } = useWords()
  const { user } = useDesk().start
  const today = useToday()
  const wordsOf = useNarrowedWords()
  return rows => ({
    kind: 'list',
    paper: 'A4',
    language,
    title: t('applications.title'),
    columns: COLUMNS.map(({ title, line }) => ({ title: t(title), under: line === 'second' })),
    rows,
    narrowed: [...wordsOf(narrowed).map(one => one.text), ...(text.trim() === '' ? [] : [maskNumbers(text.trim())])],
    printedOn: today,
    printedBy: user?.name ?? '',
    about: ABOUT,
  })
}
