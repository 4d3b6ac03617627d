import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { EntityId } from '#shared/change/action.ts'
import type { Period } from '#shared/compliance/model.ts'
import { compareKazakh } from '#shared/text/collate.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { Notice } from '../../components/Notice.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { JOURNAL_IDS, type JournalId } from '../../db/journals/model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useSearchNoted } from '../audit/use-noted.ts'
import { PeriodPicker } from '../compliance/PeriodPicker.tsx'
import { namedPeriod, periodOf } from '../compliance/period.ts'
import { addressOfLetter } from '../letters/letter-place.ts'
import type { ColumnKey, JournalColumn, JournalDefinition } from './column.ts'
import { FieldsDialog } from './FieldsDialog.tsx'
import { GiveOutJournal, type Seen } from './GiveOutJournal.tsx'
import { GiveOutStatistics } from './GiveOutStatistics.tsx'
import { JournalTable } from './JournalTable.tsx'
import { DEFINITIONS } from './journals.ts'
import { inOrder, type Narrowing, passes } from './narrowed-lines.ts'
import { shownOf } from './shown-columns.ts'
import { useChosenColumns } from './use-chosen-columns.ts'
import { type Journal, type Line, MOST_SHOWN, useJournal } from './use-journal.ts'
import { useJournalWords } from './use-journal-words.ts'
import '../compliance/compliance.css'
import './journals.css'

type Narrowed = Readonly<Record<string, string>>

const NOTHING: Narrowing = { text: '', chosen: {}, order: null }

/** The journals of the office: one of them in a period, as it is seen, printed and written to a file. */
export function JournalsPart({ narrowed }: { narrowed: Narrowed }) {
  const { t } = useWords()
  const today = useToday()
  const isNamed = narrowed.from !== undefined && narrowed.to !== undefined
  const period = isNamed ? periodOf(narrowed, today) : namedPeriod('this_month', today)
  const id = JOURNAL_IDS.find(one => one === narrowed.journal) ?? 'registrations'
  return (
    <>
      <section className="card journal-head" aria-label={t('compliance.period')}>
        <div className="filters">
          <NativeSelect
            label={t('journals.which')}
            value={id}
            data={JOURNAL_IDS.map(one => ({ value: one, label: t(`journals.name.${one}`) }))}
            onChange={event => goTo('report', { ...narrowed, part: 'journals', journal: event.currentTarget.value })}
          />
        </div>
        <PeriodPicker period={period} narrowed={{ ...narrowed, part: 'journals' }} />
      </section>
      <JournalCard key={id} definition={DEFINITIONS[id]} period={period} />
    </>
  )
}

function JournalCard({ definition, period }: { definition: JournalDefinition; period: Period }) {
  const { t } = useWords()
  const words = useJournalWords()
  const { from, to } = period
  const days = useMemo(() => ({ from, to }), [from, to])
  const journal = useJournal(definition, days, words)
  const { chosen, choose } = useChosenColumns()
  const [narrowing, setNarrowing] = useState(NOTHING)
  useSearchNoted(narrowing.text)
  const { columns, id } = definition
  const shown = shownOf(columns, chosen, id)
  const title = t(`journals.name.${id}`)
  const lines = useSeenLines(journal, columns, shown, narrowing)
  const seen = { definition, period, shown, narrowing, journal, lines, words }
  return (
    <section className="card list journal-card" aria-label={title}>
      <Filters seen={seen} onNarrow={setNarrowing} onChoose={keys => choose(id, keys)} />
      {journal.isCut ? <Notice tone="amber">{t('journals.too_long', { most: MOST_SHOWN })}</Notice> : null}
      {journal.lines?.length === 0 ? <p className="card-body mute">{t('journals.none')}</p> : null}
      {journal.lines === undefined || journal.lines.length === 0 ? null : (
        <JournalTable
          title={title}
          columns={columns}
          shown={shown}
          lines={lines}
          order={narrowing.order}
          onOrder={order => setNarrowing({ ...narrowing, order })}
          addressOf={line => addressOfLine(id, line)}
        />
      )}
    </section>
  )
}

interface Filtered {
  readonly seen: Seen
  readonly onNarrow: (narrowing: Narrowing) => void
  readonly onChoose: (keys: readonly string[] | null) => void
}

/** What the journal is narrowed by, which columns are seen, how many lines there are, and where they may go. */
function Filters({ seen, onNarrow, onChoose }: Filtered) {
  const { t } = useWords()
  const [isChoosing, setChoosing] = useState(false)
  const { definition, shown, narrowing, journal, lines } = seen
  return (
    <div className="filters">
      <TextInput
        aria-label={t('journals.search')}
        placeholder={t('journals.search')}
        value={narrowing.text}
        onChange={event => onNarrow({ ...narrowing, text: event.currentTarget.value })}
      />
      {shown
        .filter(({ isChoice }) => isChoice)
        .map(column => (
          <Choice
            key={column.key}
            column={column}
            values={valuesOf(journal, definition.columns.indexOf(column))}
            value={narrowing.chosen[column.key]}
            onChoose={value => onNarrow(chosenIn(narrowing, column.key, value))}
          />
        ))}
      <Button
        variant="default"
        leftSection={<IconColumns3 size={17} aria-hidden="true" />}
        onClick={() => setChoosing(true)}
      >
        {t('journals.fields')}
      </Button>
      <Count journal={journal} lines={lines} />
      <span className="space" />
      <GiveOutJournal {...seen} />
      {definition.id === 'registrations' ? <GiveOutStatistics period={seen.period} /> : null}
      {isChoosing ? (
        <FieldsDialog
          columns={definition.columns}
          shown={shown}
          onChoose={onChoose}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </div>
  )
}

/** The lines that pass, in the order they are seen in. A value that is not seen narrows nothing. */
function useSeenLines(
  { lines }: Journal,
  columns: readonly JournalColumn[],
  shown: readonly JournalColumn[],
  narrowing: Narrowing,
): readonly Line[] {
  return useMemo(() => {
    const found = (lines ?? []).filter(line => passes(line, columns, shown, narrowing))
    return inOrder(found, columns, narrowing.order)
  }, [lines, columns, shown, narrowing])
}

function chosenIn(narrowing: Narrowing, key: ColumnKey, value: string): Narrowing {
  const { [key]: _, ...others } = narrowing.chosen
  return { ...narrowing, chosen: value === '' ? others : { ...others, [key]: value } }
}

function valuesOf({ lines = [] }: Journal, place: number): string[] {
  const values = new Set(lines.map(({ values }) => String(values[place] ?? '')))
  values.delete('')
  return [...values].sort(compareKazakh)
}

interface ChoiceShown {
  readonly column: JournalColumn
  readonly values: readonly string[]
  readonly value: string | undefined
  readonly onChoose: (value: string) => void
}

/** Narrows by a value of a column; where all lines have the same, there is nothing to choose. */
function Choice({ column, values, value, onChoose }: ChoiceShown) {
  const { t } = useWords()
  const title = t(`journals.column.${column.key}`)
  if (values.length < 2 && value === undefined) return null
  return (
    <NativeSelect
      className="filter"
      aria-label={title}
      value={value ?? ''}
      data={[{ value: '', label: t('journals.any', { column: title }) }, ...values]}
      onChange={event => onChoose(event.currentTarget.value)}
    />
  )
}

function Count({ journal, lines }: { journal: Journal; lines: readonly Line[] }) {
  const { t } = useWords()
  const all = journal.lines?.length ?? 0
  const said = journal.isReading
    ? t('journals.reading', { count: all })
    : lines.length === all
      ? t('journals.total', { count: all })
      : t('journals.total_of', { count: lines.length, all })
  return (
    <span className="mute journal-count" role="status">
      {said}
    </span>
  )
}

/** Where a line leads: a letter to itself, what is about the schedule to it, all else to the application. */
function addressOfLine(journal: JournalId, { id, application }: Line): string | null {
  if (journal === 'letters') return addressOfLetter(EntityId.parse(id))
  if (journal === 'absences' || journal === 'changes') return addressOf('schedule')
  return application === null ? null : addressOf('applications', { open: application })
}
