import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { joined } from '#shared/text/isolated.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { useToday } from '../../components/use-office-time.ts'
import type { DemandRow } from '../../db/exchange-query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { isOverdue, isSoon, latenessOfDemand } from './demand-lines.ts'
import { useDemandWords } from './use-demand-words.ts'

const NOTHING = {}

/** Demands of one kind that wait. */
export interface DemandDue {
  readonly kind: 'overdue' | 'soon'
  readonly rows: readonly DemandRow[]
}

/** What of demands waits at the desk; undefined until the store has answered. */
export function useDemandDue(): readonly DemandDue[] | undefined {
  const rows = useRows('demands.open', NOTHING)
  const today = useToday()
  const calendar = useWorkCalendar()
  return useMemo(() => {
    if (rows === undefined) return undefined
    const of = (is: typeof isOverdue) => rows.filter(({ state }) => is(latenessOfDemand(state, today, calendar)))
    return [
      { kind: 'overdue' as const, rows: of(isOverdue) },
      { kind: 'soon' as const, rows: of(isSoon) },
    ].filter(due => due.rows.length > 0)
  }, [rows, today, calendar])
}

/** The lines of today that are of demands: each leads to the demand, or to all of its kind. */
export function DemandLines({ due }: { due: readonly DemandDue[] }) {
  const { t } = useWords()
  const { whom, latenessText } = useDemandWords()
  const today = useToday()
  const calendar = useWorkCalendar()
  return due.map(({ kind, rows }) => {
    const first = rows[0]
    const lateness = first === undefined ? null : latenessOfDemand(first.state, today, calendar)
    if (first === undefined || lateness === null) return null
    const open = rows.length === 1 ? { open: first.state.id } : {}
    return (
      <li key={kind} className={`due ${kind === 'overdue' ? 'late' : 'now'}`}>
        <Badge tone={kind === 'overdue' ? 'red' : 'amber'}>{t(`control.today.${kind}.badge`)}</Badge>
        <span className="grow">
          {t(`demand.today.${kind}`, { count: rows.length })}{' '}
          <span className="mute">{joined([whom(first.state), latenessText(lateness)], ' \u00b7 ')}</span>
        </span>
        <Button variant="default" onClick={() => goTo('control', { part: 'demands', show: kind, ...open })}>
          {t('today.see')}
        </Button>
      </li>
    )
  })
}
