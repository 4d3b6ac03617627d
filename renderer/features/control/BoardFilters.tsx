import { NativeSelect } from '@mantine/core'
import { monthTitle } from '#shared/time/official-date.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { goTo } from '../../app/route.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useDimensionWords } from '../applications/use-dimension-words.ts'
import { type BoardLine, type BoardNarrowed, GROUPS, keyIn, LATE, SORTS } from './board.ts'
import { monthBefore } from './use-board.ts'
import { useControlWords } from './use-control-words.ts'

/** Months back whose closed instructions can be looked at. */
const MONTHS_BACK = 24
const STATES = ['on_control', 'executed', 'answered'] as const

interface Shown {
  readonly lines: readonly BoardLine[]
  readonly narrowed: BoardNarrowed
}

/** What the board is narrowed by, its order and its groups. */
export function BoardFilters({ lines, narrowed }: Shown) {
  const { t } = useWords()
  const { optionsOf } = useDimensionWords()
  const isPast = narrowed.month !== undefined
  return (
    <div className="filters">
      <Months narrowed={narrowed} />
      <Executors lines={lines} narrowed={narrowed} />
      {isPast ? null : (
        <>
          <Choice
            narrowed={narrowed}
            name="state"
            label={t('column.status')}
            options={STATES.map(value => ({ value, label: t(`control.status.${value}`) }))}
          />
          <Choice
            narrowed={narrowed}
            name="late"
            label={t('control.late_filter')}
            options={LATE.map(value => ({ value, label: t(`control.late.${value}`) }))}
          />
        </>
      )}
      <Choice narrowed={narrowed} name="topic" label={t('dimension.byTopic')} options={optionsOf('byTopic')} />
      <Choice narrowed={narrowed} name="district" label={t('dimension.byDistrict')} options={optionsOf('byDistrict')} />
      <Choice
        narrowed={narrowed}
        name="sort"
        label={t('control.sort')}
        options={SORTS.map(value => ({ value, label: t(`control.sort.${value}`) }))}
      />
      <Choice
        narrowed={narrowed}
        name="group"
        label={t('control.group')}
        options={GROUPS.map(value => ({ value, label: t(`control.group.${value}`) }))}
      />
    </div>
  )
}

interface Offered {
  readonly narrowed: BoardNarrowed
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

function Choice({ narrowed, name, label, options }: Offered) {
  return (
    <NativeSelect
      className="filter"
      aria-label={label}
      value={narrowed[name] ?? ''}
      data={[{ value: '', label }, ...options]}
      onChange={event => goTo('control', narrowedTo(narrowed, name, event.currentTarget.value))}
    />
  )
}

/** What is on control, or what left it in a month. */
function Months({ narrowed }: { narrowed: BoardNarrowed }) {
  const { t, dates } = useWords()
  const now = useToday().slice(0, 7)
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => monthBefore(now, back))
  return (
    <Choice
      narrowed={narrowed}
      name="month"
      label={t('control.on_control')}
      options={months.map(value => ({
        value,
        label: t('control.closed_in', { month: monthTitle(PlainMonth.parse(value), dates) }),
      }))}
    />
  )
}

function Executors({ lines, narrowed }: Shown) {
  const { t } = useWords()
  const { executorOfLine } = useControlWords()
  const known = new Map(lines.map(line => [keyIn(line) ?? executorOfLine(line), executorOfLine(line)]))
  const options = [...known].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))
  return <Choice narrowed={narrowed} name="executor" label={t('control.fact.executor')} options={options} />
}

/** The address with one choice made or taken back; what stood open is closed. */
export function narrowedTo({ open: _, ...narrowed }: BoardNarrowed, name: string, value: string): BoardNarrowed {
  const { [name]: __, ...rest } = narrowed
  return value === '' ? rest : { ...rest, [name]: value }
}
