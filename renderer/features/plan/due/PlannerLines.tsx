import { Button } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { placedOf } from '#shared/plan/placed.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { goTo } from '../../../app/route.ts'
import { Badge } from '../../../components/Badge.tsx'
import { useToday } from '../../../components/use-office-time.ts'
import { Why } from '../../../components/WhyDate.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { monthAfter } from '../../schedule/months.ts'
import { useBoards } from '../preparation/use-boards.ts'
import { type PlanKnown, usePlan } from '../use-plan.ts'
import { type PlannerDue, plannerDue } from './planner-due.ts'

/** What of the planner is due: by when and why by then, by which clause, each line with the part that settles it. */
export function PlannerLines({ due }: { due: readonly PlannerDue[] }) {
  const { t, dates } = useWords()
  const today = useToday()
  return due.map(({ kind, number, term, clauses, isLate }) => {
    const text = t(`today.plan.${kind}`, { number })
    const beside = [
      term === null ? '' : t('today.plan_by', { date: screenDate(term.by, dates) }),
      ...clauses.map(({ clause, profile }) => clauseText(clause, profile, t)),
    ].filter(part => part !== '')
    return (
      <li key={kind} className={`due ${isLate ? 'late' : 'now'}`}>
        <Badge tone={isLate ? 'red' : 'amber'}>{t(isLate ? 'today.urgency.late' : 'today.urgency.now')}</Badge>
        <span className="grow">
          <span>
            {text} <span className="mute">{beside.map(part => ` \u00b7 ${part}`).join('')}</span>
          </span>{' '}
          {term === null ? null : <Why term={term} />}
        </span>
        <Button
          variant="default"
          aria-label={`${t('today.see')}: ${text}`}
          onClick={() =>
            goTo('schedule', { part: kind === 'to_call' ? 'people' : 'preparation', month: today.slice(0, 7) })
          }
        >
          {t('today.see')}
        </Button>
      </li>
    )
  })
}

/** While the screen stands it is looked again so often. */
const EVERY_MS = 60_000

/**
 * Looks what of the planner is due once the screen stands, and from time to time after: what is due of a visitor now is not
 * kept waiting for it. Kept live, it would open every open application again at each act.
 */
export function PlannerLook({ onFound }: { onFound: (due: readonly PlannerDue[]) => void }) {
  const [isTime, setTime] = useState(false)
  const hasLooked = useRef(false)
  useEffect(() => {
    if (isTime) return
    if (hasLooked.current) {
      const timer = setTimeout(() => setTime(true), EVERY_MS)
      return () => clearTimeout(timer)
    }
    const asked = requestIdleCallback(() => setTime(true), { timeout: 2000 })
    return () => cancelIdleCallback(asked)
  }, [isTime])
  const found = useCallback(
    (due: readonly PlannerDue[]) => {
      hasLooked.current = true
      onFound(due)
      setTime(false)
    },
    [onFound],
  )
  return isTime ? <Look onFound={found} /> : null
}

type Found = Parameters<typeof PlannerLook>[0]

function Look({ onFound }: Found) {
  const month = PlainMonth.parse(useToday().slice(0, 7))
  const known = usePlan(month, monthAfter(month, 1))
  return known === undefined ? null : <LookAt known={known} month={month} onFound={onFound} />
}

function LookAt({ known, month, onFound }: Found & { known: PlanKnown; month: PlainMonth }) {
  const found = useBoards(known, month)
  useEffect(() => {
    if (found === undefined) return
    const { plan } = known
    onFound(plannerDue(found.boards, placedOf(plan).toCall, plan.today, plan.calendar))
  }, [found, known, onFound])
  return null
}
