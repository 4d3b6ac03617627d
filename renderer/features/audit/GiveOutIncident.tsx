import { Button } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import { maskIin } from '#shared/applicant/mask.ts'
import type { AuditFilter, AuditRecord } from '#shared/audit/model.ts'
import { nounOf } from '#shared/change/action.ts'
import { MOST_AUDIT_LINES } from '#shared/ipc/audit.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { ok, type Result } from '#shared/result/result.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { settled } from '../../app/desk.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { StoreClient } from '../../db/client.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { type Chosen, WriteDialog } from '../journals/WriteDialog.tsx'
import { writeTable } from '../journals/write-table.ts'
import { fieldsText, numberIn, whatText, whenText } from './audit-words.ts'
import { undoneOf } from './use-audit.ts'

const NOTHING = {}
const COLUMNS = ['when', 'by', 'what', 'number', 'person', 'iin', 'fields', 'how', 'count'] as const

/** For an incident: whose data, which fields, who and when, as the audit is narrowed, to a file. */
export function GiveOutIncident({ filter }: { filter: AuditFilter }) {
  const words = useWords()
  const { t, dates, language } = words
  const store = useStore()
  const users = useRows('users.all', NOTHING)
  const { user } = useDesk().start
  const today = useToday()
  const [isWriting, setWriting] = useState(false)
  const nameOf = (id: string) => users?.find(one => one.user?.id === id)?.user?.name ?? t('audit.by.system')
  const write = async ({ form, onRows, signal }: Chosen) => {
    const records = await readAll(filter, signal)
    if (!records.ok) return records
    const people = await peopleOf(store, records.value)
    const rows = rowsOf(records.value, { people, nameOf, isAsked: filter.entity !== null, words })
    const { from, to } = filter
    const told = [
      ...(from === null || to === null
        ? []
        : [t('journals.told.period', { from: screenDate(from, dates), to: screenDate(to, dates) })]),
      ...(filter.entity === null ? [] : [t('audit.of_application', { number: numberIn(filter.entity) })]),
      t('journals.told.masked'),
      t('journals.told.made', { date: screenDate(today, dates), name: user?.name ?? '' }),
    ]
    return writeTable({
      form,
      head: {
        ...{ language, title: t('audit.incident'), told, notes: [t('audit.acts_elsewhere'), t('audit.list_means')] },
        columns: COLUMNS.map(key => ({ title: t(`audit.incident.${key}`), kind: key === 'count' ? 'number' : 'text' })),
      },
      fileName: `incident-${from ?? ''}-${to ?? ''}.${form}`,
      parts: [rows],
      about: { what: 'incident', fields: ['name', 'iin_masked'] },
      onRows,
      signal,
    })
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileExport size={17} aria-hidden="true" />}
        onClick={() => setWriting(true)}
      >
        {t('audit.incident_act')}
      </Button>
      {isWriting ? (
        <WriteDialog
          title={t('audit.incident')}
          sentence={t('audit.incident_sentence')}
          hasFull={false}
          write={write}
          onClose={() => setWriting(false)}
        />
      ) : null}
    </>
  )
}

/** Every line that passes, oldest first; what came to nothing is left out. */
async function readAll(filter: AuditFilter, signal: AbortSignal): Promise<Result<AuditRecord[]>> {
  const records: AuditRecord[] = []
  for (let before: number | null = null, isEnd = false; !isEnd && !signal.aborted; ) {
    const page: Result<ResultOf<'audit.read'>> = await settled(
      window.desk.auditRead({ filter, before, limit: MOST_AUDIT_LINES }),
    )
    if (!page.ok) return page
    records.push(...page.value.records)
    before = page.value.next
    isEnd = before === null
  }
  const undone = undoneOf(records)
  return ok(records.filter(({ sequence, undoes }) => undoes === null && !undone.has(sequence)).toReversed())
}

interface Person {
  readonly name: string
  readonly iin: string
}

/** Who the applicants are, as the lists say it: the IIN masked; empty where the person is erased. */
async function peopleOf(store: StoreClient, records: readonly AuditRecord[]): Promise<ReadonlyMap<string, Person>> {
  const entities = new Set(records.flatMap(({ entity }) => entity ?? []))
  const people = new Map<string, Person>()
  for (const entity of entities) {
    if (nounOf(entity) !== 'application') continue
    const card = await store.query('applications.one', { id: entity })
    if (card?.personal) people.set(entity, { name: applicantName(card.personal), iin: maskIin(card.personal.iin) })
  }
  return people
}

interface Made {
  readonly people: ReadonlyMap<string, Person>
  readonly nameOf: (id: string) => string
  readonly isAsked: boolean
  readonly words: Words
}

function rowsOf(records: readonly AuditRecord[], { people, nameOf, isAsked, words }: Made) {
  return records.map(record => {
    const { entity, subject, count, user } = record
    const person = entity === null ? undefined : people.get(entity)
    const isOfNobody = entity === null && subject === null
    return [
      ...[whenText(record, words), nameOf(user), whatText(record, words), numberIn(entity)],
      ...[person?.name ?? '', person?.iin ?? '', fieldsText(record, words)],
      isAsked && isOfNobody ? words.t('audit.in_list') : '',
      count,
    ]
  })
}
