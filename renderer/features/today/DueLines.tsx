import { Button } from '@mantine/core'
import { useState } from 'react'
import { monthTitle } from '#shared/time/official-date.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { useMonthState, useOfficials } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { useIsWhole } from '../../app/WhenWhole.tsx'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { MovedLine } from '../calendar/MovedLine.tsx'
import { useUnseenChange } from '../calendar/use-unseen-change.ts'
import { OverrunLines, useOverrun } from '../callcentre/OverrunLines.tsx'
import { DayLines, OlderDayLine } from '../close-of-day/DayLines.tsx'
import { useDaysDue, useOlderDue } from '../close-of-day/use-days.ts'
import { useContacts } from '../contacts/contacts-context.ts'
import { ControlLines, useControlDue } from '../control/ControlLines.tsx'
import { DemandLines, useDemandDue } from '../demands/DemandLines.tsx'
import { FollowLines, useFollowDue } from '../feedback/FollowLines.tsx'
import { LetterLines, linesOf, useLettersDue } from '../letters/LetterLines.tsx'
import { PlannerLines, PlannerLook } from '../plan/due/PlannerLines.tsx'
import type { PlannerDue } from '../plan/due/planner-due.ts'
import { ProtocolLines, protocolLinesOf, useProtocolsDue } from '../protocol/ProtocolLines.tsx'
import { ReportLines, useReportsDue } from '../report/ReportLines.tsx'
import { monthAfter } from '../schedule/months.ts'
import { SubjectLines, useSubjectsAsked } from '../subject/SubjectLines.tsx'
import { SurveyLines, useSurveyDue } from '../survey/SurveyLines.tsx'
import { AttentionLine } from './AttentionLine.tsx'
import { BegunLine, begunLines } from './BegunLine.tsx'
import { DueLine } from './DueLine.tsx'
import { useBegun } from './use-begun.ts'
import { useDue } from './use-due.ts'

const NOTHING = {}

interface Line {
  readonly key: string
  readonly text: string
  readonly act: string
  readonly onAct: () => void
}

/** What waits for a person, each line with the place that settles it. */
export function DueLines() {
  const { t } = useWords()
  const attentions = useRows('attentions.all', NOTHING)
  const due = useDue(useToday())
  const begun = useBegun()
  const contacts = useContacts()
  const lines = useLines()
  const change = useUnseenChange()
  const letters = useLettersDue()
  const control = useControlDue()
  const protocols = useProtocolsDue()
  const demands = useDemandDue()
  const follow = useFollowDue()
  const [days, older] = [useDaysDue(), useOlderDue()]
  const asked = useSubjectsAsked()
  const survey = useSurveyDue()
  const [reports, overrun] = [useReportsDue(), useOverrun()]
  const [planner, setPlanner] = useState<readonly PlannerDue[]>([])
  if (lines === undefined || attentions === undefined || due === undefined || letters === undefined) return null
  if (survey === undefined || protocols === undefined || reports === undefined) return null
  const left = begun === undefined ? [] : begunLines(begun, contacts)
  const told = [due, asked, days, older, control ?? [], demands ?? [], follow ?? [], survey, reports, overrun, planner]
  const count = sumOf([...told, left, lines, attentions]) + linesOf(letters) + protocolLinesOf(protocols)
  return (
    <Card title={t('today.due')}>
      <PlannerLook onFound={setPlanner} />
      {count === 0 && change === null ? (
        <div className="card-body">
          <Badge tone="green">{t('today.nothing_due')}</Badge>
        </div>
      ) : (
        <ul className="rows">
          {attentions.map(one => (
            <AttentionLine key={one.id} attention={one} />
          ))}
          {change === null ? null : <MovedLine change={change} />}
          <OlderDayLine days={older} />
          <DayLines due={days} />
          {due.map(one => (
            <DueLine key={`${one.kind} ${one.profile}`} due={one} />
          ))}
          <SubjectLines asked={asked} />
          <ControlLines due={control ?? []} />
          <DemandLines due={demands ?? []} />
          <FollowLines due={follow ?? []} />
          <SurveyLines due={survey} />
          <LetterLines due={letters} />
          <ProtocolLines due={protocols} />
          <ReportLines due={reports} />
          <OverrunLines overrun={overrun} />
          <PlannerLines due={planner} />
          {left.map(line => (
            <BegunLine key={line.key} line={line} />
          ))}
          {lines.map(line => (
            <li key={line.key}>
              <span className="grow">{line.text}</span>
              <Button variant="default" onClick={line.onAct}>
                {line.act}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function sumOf(lists: readonly (readonly unknown[])[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0)
}

/** What the office still has to set up. */
function useLines(): readonly Line[] | undefined {
  const { t, dates } = useWords()
  const thisMonth = PlainMonth.parse(useToday().slice(0, 7))
  const nextMonth = monthAfter(thisMonth, 1)
  const officials = useOfficials()
  const totals = useRows('totals', NOTHING)
  const now = useMonthState(thisMonth)
  const next = useMonthState(nextMonth)
  const isWhole = useIsWhole()
  if (officials === undefined || totals === undefined || now === undefined || next === undefined) return undefined
  const lines: Line[] = []
  const add = (key: string, text: string, act: string, onAct: () => void) => lines.push({ key, text, act, onAct })
  if (officials.length === 0) {
    add('officials', t('today.no_officials'), t('today.import_officials'), () => goTo('import'))
  }
  if (isWhole && totals.applications === 0) {
    add('journal', t('today.no_applications'), t('today.import_journal'), () => goTo('import'))
  }
  if (isWhole && totals.marked > 0) {
    const see = () => goTo('applications', { marked: 'yes' })
    add('marked', t('today.marked', { count: totals.marked }), t('today.see'), see)
  }
  for (const [month, known] of [
    [thisMonth, now],
    [nextMonth, next],
  ] as const) {
    if (officials.length === 0 || known.state?.approved) continue
    const text = t('today.schedule_open', { month: monthTitle(month, dates) })
    add(month, text, t('today.open_schedule'), () => goTo('schedule', { month }))
  }
  return lines
}
