import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { type PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ByVideo } from './ByVideo.tsx'
import { DutyStrip } from './DutyStrip.tsx'
import { FindingList } from './FindingList.tsx'
import { MonthActs } from './MonthActs.tsx'
import { MonthDialogs } from './MonthDialogs.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import { MonthList } from './MonthList.tsx'
import { MonthStatus } from './MonthStatus.tsx'
import { MovedOn } from './MovedOn.tsx'
import { openMoves } from './month-draft.ts'
import { knownOf } from './month-facts.ts'
import type { MonthView } from './month-view.ts'
import { Unsettled } from './Unsettled.tsx'
import { useFocusBack } from './use-focus-back.ts'
import { useMonthActs } from './use-month-acts.ts'
import { type PlannedMonth, usePlannedMonth } from './use-planned-month.ts'

/** The month of receptions: proposed by the rules, agreed day by day, approved, changed. */
export function MonthPart({ month }: { month: PlainMonth }) {
  const planned = usePlannedMonth(month)
  return planned === null ? null : <Month planned={planned} />
}

type Look = 'calendar' | 'list'

function Month({ planned }: { planned: PlannedMonth }) {
  const { t } = useWords()
  const { month, officials, work, facts } = planned
  const calendar = useWorkCalendar()
  const [look, setLook] = useState<Look>('calendar')
  const { asked, said, fault, findings, acts, leaveOut, keep } = useMonthActs(planned)
  useFocusBack(asked !== null)
  const side = useRef<HTMLElement>(null)
  const byVideo = (count: number) => {
    acts.say(t('schedule.said.by_video', { count }))
    side.current?.focus()
  }
  const view: MonthView = { month, officials, calendar, draft: work.draft, facts, known: knownOf(planned.plan), acts }
  return (
    <>
      <div className="month-top">
        <MonthStatus state={planned.known.state} edited={work.edited} />
        <MonthActs planned={planned} findings={findings} />
      </div>
      <ErrorNotice error={fault ?? work.error} />
      <MovedOn planned={planned} />
      <Unsettled planned={planned} />
      <div className="columns month-columns">
        <Card title={t('schedule.receptions')} beside={<Beside view={view} look={look} onLook={setLook} />}>
          {look === 'calendar' ? <MonthGrid view={view} title={t('schedule.receptions')} /> : <MonthList view={view} />}
        </Card>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
        <section ref={side} className="month-side" tabIndex={0} aria-label={t('schedule.side')}>
          <DutyStrip planned={planned} />
          <Card title={t('schedule.findings.title')}>
            <div className="by-video">
              <ByVideo works={[work]} onDone={byVideo} />
            </div>
            <FindingList findings={findings} officials={officials} />
          </Card>
        </section>
      </div>
      <p className="unseen" role="status" aria-live="polite">
        {said}
      </p>
      <MonthDialogs asked={asked} view={view} onLeaveOut={leaveOut} onKeep={keep} />
    </>
  )
}

function firstDay({ month, draft }: MonthView) {
  return draft.schedule.receptions[0]?.date ?? rangeOfMonth(month).from
}

const LOOKS = { calendar: 'schedule.look.calendar', list: 'schedule.look.list' } as const

/** Agreement to all that was moved, and which of two looks the month has. */
function Beside({ view, look, onLook }: { view: MonthView; look: Look; onLook: (look: Look) => void }) {
  const { t } = useWords()
  const open = openMoves(view.draft)
  return (
    <>
      {open.length === 0 ? null : (
        <Button onClick={() => view.acts.agree(open.map(one => one.id))}>
          {t('schedule.agree_all', { count: open.length })}
        </Button>
      )}
      <Button variant="default" onClick={() => view.acts.ask({ what: 'reception', id: null, day: firstDay(view) })}>
        {t('schedule.new')}
      </Button>
      <fieldset className="seg" aria-label={t('schedule.look')}>
        {(['calendar', 'list'] as const).map(one => (
          <button key={one} type="button" aria-pressed={one === look} onClick={() => onLook(one)}>
            {t(LOOKS[one])}
          </button>
        ))}
      </fieldset>
    </>
  )
}
