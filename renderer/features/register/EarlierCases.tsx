import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { numberText } from '#shared/application/number.ts'
import { findEntry } from '#shared/directory/find.ts'
import type { Directories, DirectoryId } from '#shared/directory/model.ts'
import type { AppError } from '#shared/result/result.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { fromDayNumber } from '#shared/time/plain-date.ts'
import { addressOf } from '../../app/route.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import type { EarlierCase } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useFormAround } from './form-context.ts'

interface Shown {
  /** Null: nothing to look for yet; undefined: being looked for. */
  readonly cases: readonly EarlierCase[] | null | undefined
  readonly marked: number
  readonly taken: boolean
  readonly error: AppError | null
  readonly onTake: (found: EarlierCase) => void
}

/** Earlier cases of the person, beside the form while it is typed. */
export function EarlierCases({ cases, marked, taken, error, onTake }: Shown) {
  const { t } = useWords()
  const count = cases?.length ?? 0
  return (
    <div className="earlier">
      <Card title={t('register.earlier')} beside={count === 0 ? undefined : <kbd>Alt {'\u2193\u2191'}</kbd>}>
        <p className="unseen" role="status">
          {taken ? t('register.earlier.taken') : count === 0 ? '' : t('register.earlier.found', { count })}
        </p>
        <ErrorNotice error={error} />
        {cases === null ? <p className="card-body mute">{t('register.earlier.hint')}</p> : null}
        {cases?.length === 0 ? <p className="card-body mute">{t('register.earlier.none')}</p> : null}
        <ul>
          {(cases ?? []).map((found, index) => (
            <Case key={found.row.id} found={found} marked={index === marked} onTake={() => onTake(found)} />
          ))}
        </ul>
      </Card>
    </div>
  )
}

const BY = {
  iin: 'register.earlier.by.iin',
  bin: 'register.earlier.by.bin',
  phone: 'register.earlier.by.phone',
  name: 'register.earlier.by.name',
} as const

function Case({ found, marked, onTake }: { found: EarlierCase; marked: boolean; onTake: () => void }) {
  const { t, dates } = useWords()
  const { row, essence, by, sameMatter } = found
  const id = `earlier-${row.id}`
  useEffect(() => {
    if (marked) void document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [marked, id])
  return (
    <li id={id} className="earlier-case" aria-current={marked ? 'true' : undefined}>
      <b>{applicantName(row) || row.organisation}</b>
      <span className="mute">
        {joined(
          [
            row.maskedIin,
            row.number === null ? row.eotinish : numberText(row.number),
            row.day === 0 ? '' : screenDate(fromDayNumber(row.day), dates),
            t(BY[by]),
          ],
          ' \u00b7 ',
        )}
      </span>
      <Decided found={found} />
      {essence === '' ? null : <p className="earlier-essence">{essence}</p>}
      {sameMatter ? <Badge tone="amber">{t('register.earlier.same')}</Badge> : null}
      <div className="buttons">
        <Button variant="default" onClick={onTake}>
          {t('register.earlier.take')}
          {marked ? <kbd className="beside-word">F4</kbd> : null}
        </Button>
        <a className="link" href={addressOf('applications', { open: row.id })}>
          {t('register.earlier.open')}
        </a>
      </div>
    </li>
  )
}

/** Topic, official and outcome of an earlier case, as far as they are known. */
function Decided({ found }: { found: EarlierCase }) {
  const { language } = useWords()
  const { directories, officials } = useFormAround()
  const { topic, officialId, outcome, result } = found.row.facts
  const named = (directory: DirectoryId, code: string | null) => nameIn(directories, directory, code, language)
  const official = officials.find(one => one.id === officialId)
  const parts = [
    named('topic', topic),
    official === undefined ? found.row.officialText : officialName(official, language),
    named('result', result) || named('outcome', outcome),
  ]
  return <span>{joined(parts, ' \u00b7 ')}</span>
}

function nameIn(directories: Directories, directory: DirectoryId, code: string | null, language: 'kk' | 'ru'): string {
  return code === null ? '' : (findEntry(directories[directory], code)?.[language] ?? '')
}
