import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CheckedRecord } from '#shared/compliance/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { WhyDate } from '../../components/WhyDate.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { aboutText, addressOfRecord, dutyText, noteText, STATE_TONES } from './record-words.ts'

/** Records shown at once, and so many more with each press. */
const PAGE = 50

/** The records of a clause, what went wrong first; each leads to where it is settled. */
export function RecordTable({ label, records }: { label: string; records: readonly CheckedRecord[] }) {
  const { t } = useWords()
  const [most, setMost] = useState(PAGE)
  const shown = records.slice(0, most)
  return (
    <div className="clause-records">
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('compliance.column.state')}</th>
            <th scope="col">{t('compliance.column.what')}</th>
            <th scope="col">{t('compliance.column.about')}</th>
            <th scope="col">{t('compliance.column.by')}</th>
            <th scope="col">{t('compliance.column.on')}</th>
            <th scope="col">{t('compliance.column.note')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(record => (
            <RecordLine key={keyOf(record)} record={record} />
          ))}
        </tbody>
      </table>
      {records.length > most ? (
        <Button variant="default" onClick={() => setMost(most + PAGE)}>
          {t('compliance.more', { count: Math.min(PAGE, records.length - most) })}
        </Button>
      ) : null}
    </div>
  )
}

function keyOf({ entity, duty, officialId, by, on }: CheckedRecord): string {
  return `${entity} ${duty} ${officialId} ${by} ${on}`
}

function RecordLine({ record }: { record: CheckedRecord }) {
  const words = useWords()
  const { t } = words
  const officials = useOfficials()
  const { state, by, on, term } = record
  return (
    <tr>
      <td>
        <Badge tone={STATE_TONES[state]}>{t(`compliance.state.${state}`)}</Badge>
      </td>
      <td>{dutyText(record, words)}</td>
      <td>
        <a className="link" href={addressOfRecord(record)}>
          {aboutText(record, officials ?? [], words)}
        </a>
      </td>
      <td>{term === null ? <Day day={by} /> : <WhyDate term={term} />}</td>
      <td>
        <Day day={on} />
      </td>
      <td>{noteText(record, words)}</td>
    </tr>
  )
}

function Day({ day }: { day: PlainDate | null }) {
  const { dates } = useWords()
  return day === null ? null : <time dateTime={day}>{screenDate(day, dates)}</time>
}
