import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { quarterTitle, screenDate } from '#shared/time/official-date.ts'
import { type Quarter, rangeOfQuarter } from '#shared/time/plain-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { useToday } from '../../components/use-office-time.ts'
import type { DemandRow } from '../../db/exchange-query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { focusLine } from '../applications/focus-line.ts'
import { quarterOf } from '../today/quarters.ts'
import { DemandForm } from './DemandForm.tsx'
import { DemandPane } from './DemandPane.tsx'
import { DemandTable } from './DemandTable.tsx'
import { isOverdue, isSoon, latenessOfDemand } from './demand-lines.ts'

const SHOWN = ['open', 'overdue', 'soon', 'quarter'] as const
type Shown = (typeof SHOWN)[number]

/** The register of demands for materials (clause 31) by due days: those open, and those of this quarter. */
export function DemandsBoard({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t, dates } = useWords()
  const today = useToday()
  const quarter = quarterOf(today)
  const [asks, setAsks] = useState(false)
  const shown = SHOWN.find(one => one === narrowed.show) ?? 'open'
  const known = useRegister(quarter, shown)
  if (known === undefined) return null
  const { rows, lines, overdue } = known
  const at = { part: 'demands', ...(shown === 'open' ? {} : { show: shown }) }
  const open = rows.find(({ state }) => state.id === narrowed.open)
  const close = () => {
    goTo('control', at)
    if (narrowed.open !== undefined) focusLine(narrowed.open)
  }
  return (
    <div className="split">
      <section className="card list" aria-label={t('demand.title')}>
        <div className="filters">
          <NativeSelect
            className="filter"
            aria-label={t('demand.show')}
            value={shown}
            data={SHOWN.map(value => ({
              value,
              label: value === 'quarter' ? quarterTitle(quarter, dates) : t(`demand.show.${value}`),
            }))}
            onChange={event => goTo('control', { part: 'demands', show: event.currentTarget.value })}
          />
          <span>{t('demand.total', { count: lines.length })}</span>
          <span className="mute">{t('control.total_overdue', { count: overdue, date: screenDate(today, dates) })}</span>
          <span className="space" />
          <Button onClick={() => setAsks(true)}>{t('demand.new')}</Button>
        </div>
        {lines.length === 0 ? (
          <EmptyScreen title={t('demand.none.title')} sentence={t('demand.none.sentence')} />
        ) : (
          <DemandTable
            rows={lines}
            open={open?.state.id ?? null}
            addressOf={id => addressOf('control', { ...at, open: id })}
          />
        )}
      </section>
      {open === undefined ? null : <DemandPane key={open.state.id} row={open} onClose={close} />}
      {asks ? (
        <DemandForm
          of={null}
          onClose={made => {
            setAsks(false)
            if (made !== undefined) goTo('control', { ...at, open: made })
          }}
        />
      ) : null}
    </div>
  )
}

/** The register, and the lines of it that are shown; undefined until the store has answered. */
function useRegister(quarter: Quarter, shown: Shown) {
  const today = useToday()
  const calendar = useWorkCalendar()
  const rows = useRows(
    'demands.register',
    useMemo(() => rangeOfQuarter(quarter), [quarter]),
  )
  return useMemo(() => {
    if (rows === undefined) return undefined
    const latenessIn = ({ state }: DemandRow) => latenessOfDemand(state, today, calendar)
    const isShown = (row: DemandRow) => {
      if (shown === 'quarter') return true
      if (shown === 'open') return row.state.status === 'open'
      return shown === 'overdue' ? isOverdue(latenessIn(row)) : isSoon(latenessIn(row))
    }
    return { rows, lines: rows.filter(isShown), overdue: rows.filter(row => isOverdue(latenessIn(row))).length }
  }, [rows, shown, today, calendar])
}
