import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { quarterTitle, screenDate } from '#shared/time/official-date.ts'
import { Quarter } from '#shared/time/plain-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { useToday } from '../../components/use-office-time.ts'
import type { DemandRow } from '../../db/exchange-query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { focusLine } from '../applications/focus-line.ts'
import { DemandForm } from './DemandForm.tsx'
import { DemandPane } from './DemandPane.tsx'
import { DemandTable } from './DemandTable.tsx'
import { isOverdue, isSoon, latenessOfDemand } from './demand-lines.ts'
import { type DemandsShown, daysShown, shownOf, shownOffered } from './demands-shown.ts'
import { GiveOutDemands } from './GiveOutDemands.tsx'

/** The register of demands for materials (clause 31) by due days: those open, those of a quarter, or all. */
export function DemandsBoard({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t, dates } = useWords()
  const today = useToday()
  const [asks, setAsks] = useState(false)
  const shown = shownOf(narrowed.show)
  const known = useRegister(shown)
  if (known === undefined) return null
  const { rows, lines, overdue } = known
  const at = { part: 'demands', ...(shown === 'open' ? {} : { show: shown }) }
  const open = rows.find(({ state }) => state.id === narrowed.open)
  const nameOf = (one: DemandsShown) => {
    const quarter = Quarter.safeParse(one).data
    return quarter === undefined
      ? t(`demand.show.${one as Exclude<DemandsShown, Quarter>}`)
      : quarterTitle(quarter, dates)
  }
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
            data={[...new Set([...shownOffered(today), shown])].map(value => ({ value, label: nameOf(value) }))}
            onChange={event => goTo('control', { part: 'demands', show: event.currentTarget.value })}
          />
          <span>{t('demand.total', { count: lines.length })}</span>
          <span className="mute">{t('control.total_overdue', { count: overdue, date: screenDate(today, dates) })}</span>
          <span className="space" />
          <GiveOutDemands rows={lines} shown={nameOf(shown)} />
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
function useRegister(shown: DemandsShown) {
  const today = useToday()
  const calendar = useWorkCalendar()
  const rows = useRows(
    'demands.register',
    useMemo(() => daysShown(shown, today), [shown, today]),
  )
  return useMemo(() => {
    if (rows === undefined) return undefined
    const latenessIn = ({ state }: DemandRow) => latenessOfDemand(state, today, calendar)
    const isShown = (row: DemandRow) => {
      const { from, to } = daysShown(shown, today)
      switch (shown) {
        case 'open':
          return row.state.status === 'open'
        case 'overdue':
          return isOverdue(latenessIn(row))
        case 'soon':
          return isSoon(latenessIn(row))
        default: {
          const on = row.state.demand?.on
          return on !== undefined && from <= on && on <= to
        }
      }
    }
    return { rows, lines: rows.filter(isShown), overdue: rows.filter(row => isOverdue(latenessIn(row))).length }
  }, [rows, shown, today, calendar])
}
