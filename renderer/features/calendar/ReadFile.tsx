import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { isSameYear, type RowChange, rowChanges } from '#shared/calendar/changes.ts'
import type { FileProblem } from '#shared/calendar/file.ts'
import type { CalendarYear, WorkCalendar } from '#shared/calendar/model.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { MARK_WORDS, PROBLEM_WORDS, STATUS_WORDS } from './calendar-words.ts'

export type CalendarFile = NonNullable<ResultOf<'calendar.choose'>['file']>

interface Shown {
  readonly file: CalendarFile
  readonly calendar: WorkCalendar
  /** What the press says and what follows it, where it is not the usual. */
  readonly act?: string
  readonly then?: string
  readonly busy?: boolean
  /** What stands above and below the changes. */
  readonly head?: ReactNode
  readonly children?: ReactNode
  readonly onTake: (years: readonly CalendarYear[]) => void
  readonly onClose: () => void
}

/** The dry run of a file: what it changes, or which rows have to be put right first. Nothing is kept by it. */
export function ReadFile(shown: Shown) {
  const { file, calendar, head, children, busy = false, onTake, onClose } = shown
  const { t } = useWords()
  const { act = t('calendar.read.take'), then = t('calendar.read.then') } = shown
  const { years, problems } = file.reading
  const find = (number: number) => calendar.years.find(one => one.year === number) ?? null
  const changed = years.map(({ year }) => year).filter(year => !isSameYear(year, find(year.year)))
  const isClean = problems.length === 0
  return (
    <Modal
      opened
      size={760}
      onClose={onClose}
      title={<b>{t('calendar.read.title', { file: file.name })}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="card-body">
        {head}
        {isClean ? null : <Problems problems={problems} />}
        {isClean && changed.length === 0 ? <Notice tone="green">{t('calendar.read.nothing')}</Notice> : null}
        {isClean && changed.length > 0 ? (
          <>
            <ul className="rows tall calendar-read">
              {years.map(({ year }) => (
                <Year key={year.year} before={find(year.year)} after={year} />
              ))}
            </ul>
            <p className="sentence">{then}</p>
          </>
        ) : null}
        {children}
        <div className="buttons">
          {isClean && changed.length > 0 ? (
            <Button data-autofocus loading={busy} onClick={() => onTake(changed)}>
              {act}
            </Button>
          ) : null}
          <Button variant="default" onClick={onClose}>
            {t('act.close')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function Problems({ problems }: { problems: readonly FileProblem[] }) {
  const { t } = useWords()
  const placeOf = ({ row, year }: FileProblem) => {
    if (year === null) return t('calendar.read.row', { row })
    return row === 0 ? String(year) : t('calendar.read.row_of', { year, row })
  }
  return (
    <>
      <Notice tone="red">{t('calendar.read.problems', { count: problems.length })}</Notice>
      <ul className="rows tall calendar-read">
        {problems.map(problem => (
          <li key={`${problem.year} ${problem.row} ${problem.code}`}>
            <b>{placeOf(problem)}</b>
            <span className="grow">{t(PROBLEM_WORDS[problem.code])}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Year({ before, after }: { before: CalendarYear | null; after: CalendarYear }) {
  const { t } = useWords()
  const changes = rowChanges(before, after)
  const count = (isOne: (change: RowChange) => boolean) => changes.filter(isOne).length
  if (isSameYear(before, after)) return <li>{t('calendar.read.same', { year: after.year })}</li>
  return (
    <li>
      <div className="grow">
        <b>
          {t('calendar.read.year', {
            year: after.year,
            added: count(one => one.before === null),
            changed: count(one => one.before !== null && one.after !== null),
            removed: count(one => one.after === null),
          })}
        </b>
        {before?.status === after.status ? null : (
          <div>{t('calendar.read.status', { status: t(STATUS_WORDS[after.status]) })}</div>
        )}
        {changes.map(change => (
          <Change key={change.date} change={change} />
        ))}
      </div>
    </li>
  )
}

function Change({ change: { date, before, after } }: { change: RowChange }) {
  const { t, dates, pick } = useWords()
  const row = after ?? before
  if (row === null) return null
  const word = before === null ? 'calendar.read.came' : after === null ? 'calendar.read.went' : 'calendar.read.changed'
  return (
    <div>
      {screenDate(date, dates)}: {t(MARK_WORDS[row.mark])}, {pick(row.name)} <span className="mute">{t(word)}</span>
    </div>
  )
}
