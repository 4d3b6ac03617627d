import { Button } from '@mantine/core'
import { IconFileExport, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { maskNumbers } from '#shared/applicant/mask.ts'
import type { Period } from '#shared/compliance/model.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import { MOST_LISTED, type SheetJob } from '#shared/ipc/documents.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useIsWhole } from '../../app/WhenWhole.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { StoreClient } from '../../db/client.ts'
import type { JournalPage } from '../../db/journals/model.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { cellText, given } from './cell-of.ts'
import type { JournalColumn, JournalDefinition, JournalWords, Value } from './column.ts'
import { groupsOf } from './field-groups.ts'
import { type Narrowing, passes } from './narrowed-lines.ts'
import { type Journal, type Line, lineOf, PAGE } from './use-journal.ts'
import { type Chosen, WriteDialog } from './WriteDialog.tsx'
import { writeTable } from './write-table.ts'

/** A journal as it is seen. */
export interface Seen {
  readonly definition: JournalDefinition
  readonly period: Period
  readonly shown: readonly JournalColumn[]
  readonly narrowing: Narrowing
  readonly journal: Journal
  /** The lines in the order they are seen. */
  readonly lines: readonly Line[]
  readonly words: JournalWords
}

/** To paper and to a file: the columns that are seen, the lines that pass, and in the head what they are narrowed by. */
export function GiveOutJournal(seen: Seen) {
  const words = useWords()
  const { t } = words
  const store = useStore()
  const { user } = useDesk().start
  const today = useToday()
  const isWhole = useIsWhole()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const [isWriting, setWriting] = useState(false)
  const { definition, period, shown, lines, journal } = seen
  const title = t(`journals.name.${definition.id}`)
  const fileName = `journal-${definition.id}-${period.from}-${period.to}`
  const by = { today, name: user?.name ?? '' }
  const print = async () => {
    setSaved(null)
    const job = sheetOf(seen, title, by, words)
    setSaved(await call.run(() => window.desk.sheetSave({ job, fileName: `${fileName}.pdf` })))
  }
  const write = ({ form, isFull, onRows, signal }: Chosen) => {
    const columns = shown.map(({ key, kind }) => ({ title: t(`journals.column.${key}`), kind }))
    const made = t('journals.told.made', { date: screenDate(today, words.dates), name: by.name })
    const told = [...toldOf(seen, words), ...(isFull || !hasMasked(shown) ? [] : [t('journals.told.masked')]), made]
    return writeTable({
      form,
      head: { language: words.language, title, told, columns, notes: [] },
      ...{ fileName: `${fileName}.${form}`, parts: partsOf(store, seen, isFull) },
      about: { what: 'journal', fields: groupsOf(shown, isFull) },
      onRows,
      signal,
    })
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={17} aria-hidden="true" />}
        disabled={!isWhole || journal.isReading || isTooLong(seen) || lines.length === 0}
        loading={call.busy}
        onClick={() => void print()}
      >
        {t('journals.print')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileExport size={17} aria-hidden="true" />}
        disabled={!isWhole || lines.length === 0}
        onClick={() => setWriting(true)}
      >
        {t('journals.write')}
      </Button>
      {isTooLong(seen) ? <Notice tone="sky">{t('journals.print.too_many', { most: MOST_LISTED })}</Notice> : null}
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
      {isWriting ? (
        <WriteDialog
          title={t('journals.write.title', { name: title })}
          sentence={t('journals.write.sentence')}
          hasFull={hasMasked(shown)}
          write={write}
          onClose={() => setWriting(false)}
        />
      ) : null}
    </>
  )
}

/** More than paper takes. */
function isTooLong({ lines, journal }: Seen): boolean {
  return lines.length > MOST_LISTED || journal.isCut
}

function hasMasked(shown: readonly JournalColumn[]): boolean {
  return shown.some(({ mask }) => mask !== null)
}

/** What the journal is narrowed by, in words: an IIN or a phone that was looked for is masked as in the list. */
function toldOf({ period, narrowing, definition }: Seen, { t, dates }: Words): string[] {
  const { text, chosen } = narrowing
  const days = { from: screenDate(period.from, dates), to: screenDate(period.to, dates) }
  return [
    t('journals.told.period', days),
    ...definition.columns.flatMap(({ key }) => {
      const value = chosen[key]
      return value === undefined ? [] : [t('journals.told.choice', { column: t(`journals.column.${key}`), value })]
    }),
    ...(text.trim() === '' ? [] : [t('journals.told.search', { text: maskNumbers(text.trim()) })]),
  ]
}

/** So many columns stand each in a place of its own; of more, two share one. */
const MOST_PLACES = 9

function sheetOf(seen: Seen, title: string, by: { today: SheetDay; name: string }, words: Words): SheetJob {
  const { shown, lines, definition } = seen
  const places = shown.map(column => definition.columns.indexOf(column))
  return {
    kind: 'list',
    paper: 'A4',
    language: words.language,
    title,
    columns: shown.map(({ key }, at) => ({
      title: words.t(`journals.column.${key}`),
      under: shown.length > MOST_PLACES && at % 2 === 1,
    })),
    isWhole: true,
    rows: lines.map(({ values }) =>
      shown.map((column, at) => cellText(column, values[places[at] ?? 0] ?? null, words.dates).slice(0, 5000)),
    ),
    told: words.t('journals.total', { count: lines.length }),
    narrowed: toldOf(seen, words),
    printedOn: by.today,
    printedBy: by.name,
    about: { what: 'journal', fields: groupsOf(shown, false), count: lines.length },
  }
}

type SheetDay = Extract<SheetJob, { kind: 'list' }>['printedOn']

/** The rows that are written: as they are seen where all are, else read from the store in the journal's own order. */
async function* partsOf(store: StoreClient, seen: Seen, isFull: boolean): AsyncGenerator<Value[][]> {
  const { definition, period, shown, narrowing, journal, lines, words } = seen
  const { columns } = definition
  const places = shown.map(column => columns.indexOf(column))
  const rowOf = ({ values }: Line) => shown.map((column, at) => given(column, values[places[at] ?? 0] ?? null, isFull))
  if (!journal.isReading && !journal.isCut) {
    for (let at = 0; at < lines.length; at += PAGE) yield lines.slice(at, at + PAGE).map(rowOf)
    return
  }
  const asked = { journal: definition.id, from: period.from, to: period.to, limit: PAGE }
  for (let after: JournalPage['next'] = null, isEnd = false; !isEnd; ) {
    const page: JournalPage = await store.query('journals.page', { ...asked, after })
    const read = page.rows.map(row => lineOf(definition, row, words))
    yield read.filter(line => passes(line, columns, shown, narrowing)).map(rowOf)
    after = page.next
    isEnd = after === null
  }
}
