import { Button, Modal, NativeSelect, Progress } from '@mantine/core'
import { useMemo, useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import type { EntityId } from '#shared/change/action.ts'
import { MOST_LISTED } from '#shared/ipc/documents.ts'
import { PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { DateField } from '../../components/DateField.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import type { ApplicationListRow } from '../../db/query-types.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { officialOf } from './check-in.ts'
import { ALL, ANYONE } from './line.ts'
import { byTime, talonsOf } from './talons-of.ts'
import { useFocusWhen } from './use-focus-when.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import type { DayTalons, TalonRun } from './use-talons-of-day.ts'

/** Those who have no talon yet, of any day: the day's own are among them. */
const WITHOUT = { mark: 'no_talon', limit: 5000 } as const

/** Opens the talons of a day, and tells how far they are while they are printed. */
export function TalonsButton({ talons: { run, setOpen } }: { talons: DayTalons }) {
  const { t } = useWords()
  return (
    <Button variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
      {run?.state === 'running' ? t('talons.open_running', { ...countsOf(run) }) : t('talons.open')}
    </Button>
  )
}

interface Shown {
  readonly day: ReceptionDay
  readonly talons: DayTalons
}

/** The first talons of all who are booked for a day, or for one line of it, in the order of time. */
export function TalonsOfDay({ day, talons }: Shown) {
  const { t } = useWords()
  return (
    <Modal
      opened={talons.isOpen}
      size={640}
      onClose={() => talons.setOpen(false)}
      title={<b>{t('talons.title')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Asked day={day} talons={talons} />
    </Modal>
  )
}

function Asked({ day, talons }: Shown) {
  const { t } = useWords()
  const [date, setDate] = useState<PlainDate | null>(day.today)
  const [line, setLine] = useState(day.line)
  const booked = useBooked(date)
  const without = useRows('applications.waiting', WITHOUT)
  const { run, call } = talons
  if (booked === undefined || without === undefined) return null
  const { own, due } = talonsOf(booked, without.rows, line)
  const people = due.slice(0, MOST_LISTED).map(({ id }) => id)
  return (
    <div className="card-body">
      <DateField
        label={t('talons.day')}
        value={date}
        minDate={day.today}
        onChange={chosen => setDate(PlainDate.safeParse(chosen).data ?? null)}
      />
      <ChooseLine day={day} booked={booked} line={line} onLine={setLine} />
      <p>{t('talons.counts', { booked: own.length, have: own.length - due.length, due: due.length })}</p>
      <p className="mute">{t('talons.once')}</p>
      {run === null ? null : <RunTold run={run} rows={booked} />}
      <SavedNotice saved={talons.saved} />
      <ErrorNotice error={call.error} />
      <TalonActs talons={talons} people={people} />
    </div>
  )
}

/** The focus is at the button by which it begins, which comes later than the dialog itself. */
const BEGIN = {}

function TalonActs({ talons, people }: { talons: DayTalons; people: readonly EntityId[] }) {
  const { t } = useWords()
  const begin = useFocusWhen<HTMLButtonElement>(BEGIN)
  const { run, call } = talons
  const isNobody = people.length === 0
  return (
    <div className="buttons">
      {run?.state === 'running' ? (
        <Button ref={begin} data-autofocus variant="default" onClick={talons.stop}>
          {t('import.stop')}
        </Button>
      ) : (
        <Button ref={begin} data-autofocus disabled={isNobody} loading={call.busy} onClick={() => talons.print(people)}>
          {t(run === null || run.state === 'done' ? 'talons.print' : 'talons.go_on')}
        </Button>
      )}
      <Button variant="default" disabled={isNobody || call.busy} onClick={() => talons.save(people)}>
        {t('talons.save')}
      </Button>
    </div>
  )
}

function useBooked(date: PlainDate | null): readonly ApplicationListRow[] | undefined {
  const day = date === null ? 0 : toDayNumber(date)
  const answer = useRows(
    'applications.waiting',
    useMemo(() => ({ mark: `booked:${day}` as const, limit: MOST_LISTED }), [day]),
  )
  return useMemo(() => (answer === undefined ? undefined : byTime(answer.rows)), [answer])
}

interface LineShown {
  readonly day: ReceptionDay
  readonly booked: readonly ApplicationListRow[]
  readonly line: string
  readonly onLine: (line: string) => void
}

function ChooseLine({ day, booked, line, onLine }: LineShown) {
  const { t, language } = useWords()
  const lines = new Set(booked.map(row => officialOf(row) ?? ANYONE))
  const data = [
    { value: ALL, label: t('reception.all') },
    ...(lines.has(ANYONE) || line === ANYONE ? [{ value: ANYONE, label: t('reception.anyone') }] : []),
    ...day.officials
      .filter(({ id }) => lines.has(id) || id === line)
      .map(one => ({ value: one.id, label: officialName(one, language) })),
  ]
  return (
    <NativeSelect
      label={t('reception.whose_line')}
      data={data}
      value={line}
      onChange={event => onLine(event.currentTarget.value)}
    />
  )
}

const TOLD = {
  done: { tone: 'green', text: 'talons.done' },
  stopped: { tone: 'amber', text: 'talons.stopped' },
  printer_failed: { tone: 'amber', text: 'talons.printer_failed' },
  no_printer: { tone: 'amber', text: 'talons.no_printer' },
} as const satisfies Record<Exclude<TalonRun['state'], 'running'>, { tone: 'green' | 'amber'; text: LocaleKey }>

/** How far it is, what ended it, and whose talon a person has to look for. */
function RunTold({ run, rows }: { run: TalonRun; rows: readonly ApplicationListRow[] }) {
  const { t } = useWords()
  const { state, unsure, total } = run
  const counts = countsOf(run)
  if (state === 'running') {
    return (
      <>
        <p aria-live="polite">{t('talons.running', counts)}</p>
        <Progress value={(100 * run.printed) / Math.max(1, total)} aria-label={t('talons.progress')} />
      </>
    )
  }
  return (
    <>
      <Notice tone={TOLD[state].tone}>{t(TOLD[state].text, counts)}</Notice>
      {unsure.length === 0 ? null : (
        <Notice tone="amber">
          {t('talons.unsure')}
          <ul>
            {rows
              .filter(({ id }) => unsure.includes(id))
              .map(row => (
                <li key={row.id}>
                  {row.number === null ? '' : numberText(row.number)} {applicantName(row)}
                </li>
              ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

function countsOf({ printed, total }: TalonRun): { printed: number; total: number } {
  return { printed, total }
}
