import { Button } from '@mantine/core'
import { useState } from 'react'
import { withDay, withoutDay } from '#shared/calendar/changes.ts'
import { calendarFindings, countYear, proposedYear } from '#shared/calendar/findings.ts'
import type { CalendarDay, CalendarYear, WorkCalendar } from '#shared/calendar/model.ts'
import type { Bilingual } from '#shared/official/model.ts'
import { partsOf } from '#shared/time/plain-date.ts'
import { useCalendarYears, useWorkCalendar } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CalendarFiles } from './CalendarFiles.tsx'
import { STATUS_WORDS } from './calendar-words.ts'
import { DayDialog } from './DayDialog.tsx'
import { DayTable } from './DayTable.tsx'
import { FindingLines } from './FindingLines.tsx'
import { KeepYear } from './KeepYear.tsx'
import { MovedEffect } from './MovedEffect.tsx'
import { MovedSince } from './MovedSince.tsx'
import { type CalendarWork, useCalendarWork, withEdited } from './use-calendar-work.ts'
import { YearMonths } from './YearMonths.tsx'
import { YearPicker } from './YearPicker.tsx'

/** The working calendar of the office: a year is looked at, edited, seen what it moves, and kept. */
export function CalendarDesk({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t } = useWords()
  const today = useToday()
  const kept = useWorkCalendar()
  const work = useCalendarWork(kept)
  if (work === undefined) return null
  const calendar = withEdited(kept, work.edited)
  const asked = Number(narrowed.year ?? partsOf(today).year)
  const year = calendar.years.find(one => one.year === asked) ?? calendar.years.at(-1)
  const last = calendar.years.at(-1)
  if (year === undefined || last === undefined) return null
  const add = () => {
    work.change(proposedYear(last))
    goTo('directories', { list: 'calendar', year: String(last.year + 1) })
  }
  return (
    <Card
      title={t('directories.calendar')}
      beside={
        <YearPicker years={calendar.years} chosen={year.year} edited={work.edited} next={last.year + 1} onAdd={add} />
      }
    >
      <OneYear key={year.year} year={year} kept={kept} calendar={calendar} work={work} />
      {narrowed.moved === undefined ? null : <MovedSince year={year.year} />}
    </Card>
  )
}

interface Shown {
  readonly year: CalendarYear
  readonly kept: WorkCalendar
  readonly calendar: WorkCalendar
  readonly work: CalendarWork
}

type Asked = 'add' | 'keep' | CalendarDay

function OneYear({ year, kept, calendar, work }: Shown) {
  const { t } = useWords()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [moved, setMoved] = useState<number>()
  const [isKept, setKept] = useState(false)
  const act = useActOf(year.year)
  const isEdited = work.edited.has(year.year)
  const close = () => setAsked(null)
  const change = (next: CalendarYear) => {
    setKept(false)
    work.change(next)
    close()
  }
  return (
    <>
      <YearHead year={year} act={act} isEdited={isEdited}>
        <Button variant={isEdited ? 'default' : 'filled'} onClick={() => setAsked('add')}>
          {t('calendar.add_day')}
        </Button>
        <Button variant={isEdited ? 'filled' : 'default'} onClick={() => setAsked('keep')}>
          {t('calendar.keep')}
        </Button>
        {isEdited ? (
          <Button variant="default" onClick={() => work.drop(year.year)}>
            {t('calendar.drop')}
          </Button>
        ) : null}
        <CalendarFiles year={year} calendar={calendar} kept={kept} onTake={years => years.forEach(work.change)} />
      </YearHead>
      <ErrorNotice error={work.error} />
      {isKept ? <Notice tone="green">{t('calendar.kept', { year: year.year })}</Notice> : null}
      {isEdited ? (
        <MovedEffect before={kept} after={withEdited(kept, new Map([[year.year, year]]))} onCount={setMoved} />
      ) : null}
      <FindingLines year={year} findings={calendarFindings(year)} onChange={change} />
      <div className="calendar-columns">
        <YearMonths year={year} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
        <section className="table-box directory-box" aria-label={t('calendar.days')} tabIndex={0}>
          <DayTable year={year} onEdit={setAsked} onRemove={day => change(withoutDay(year, day.date))} />
        </section>
      </div>
      {asked === null || asked === 'keep' ? null : (
        <DayDialog
          year={year}
          day={asked === 'add' ? null : asked}
          onSet={day => change(withDay(year, day, asked === 'add' ? null : asked.date))}
          onClose={close}
        />
      )}
      {asked === 'keep' ? (
        <KeepYear
          year={year}
          act={act}
          moved={isEdited ? moved : 0}
          onKept={() => {
            work.drop(year.year)
            setKept(true)
            close()
          }}
          onClose={close}
        />
      ) : null}
    </>
  )
}

/** What a year rests on as it was last set here; nothing where the product brought it. */
function useActOf(year: number): Bilingual {
  const state = useCalendarYears()?.find(({ key }) => key === String(year))
  return state?.versions.at(-1)?.act ?? { kk: '', ru: '' }
}

interface Headed {
  readonly year: CalendarYear
  readonly act: Bilingual
  readonly isEdited: boolean
  readonly children: React.ReactNode
}

function YearHead({ year, act, isEdited, children }: Headed) {
  const { t, pick } = useWords()
  const { working, off, expectedWorking, expectedOff } = countYear(year)
  const isExpected = working === expectedWorking
  return (
    <div className="card-body calendar-head">
      <div className="calendar-said">
        <Badge tone={year.status === 'approved' ? 'green' : 'amber'}>{t(STATUS_WORDS[year.status])}</Badge>
        {isEdited ? <Badge tone="sky">{t('calendar.edited')}</Badge> : null}
        <span>
          {t('calendar.count', { working, off })}{' '}
          {isExpected ? null : t('calendar.count.expected', { working: expectedWorking, off: expectedOff })}
        </span>
        {pick(act) === '' ? null : <span className="mute">{t('calendar.rests_on', { act: pick(act) })}</span>}
      </div>
      <div className="buttons">{children}</div>
    </div>
  )
}
