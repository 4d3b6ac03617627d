import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Analytics } from '#shared/analytics/analytics.ts'
import type { RepeatCell } from '#shared/analytics/repeats.ts'
import { SMALLEST_TOLD } from '#shared/analytics/suppressed.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { Quarter } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { addressOf } from '../../app/route.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { narrowedByDrill } from '../applications/narrowing.ts'
import type { Names } from './analytics-names.ts'
import { How } from './How.tsx'
import { shareOf } from './note-text.ts'
import { type RepeatTable, repeatTable, tableForOutside } from './repeat-table.ts'

interface Shown {
  readonly analytics: Analytics
  readonly names: Names
}

/** Steps of the shade: the figure stands in every cell, the shade only leads the eye. */
const SHADES = 4

/** Who came again on the same matter, by topic and district; each cell opens its applications. */
export function RepeatMatrix({ analytics, names }: Shown) {
  const { t } = useWords()
  const { cells: _, byGround, ...sums } = analytics.repeats
  const table = repeatTable(analytics.repeats)
  const [by, setBy] = useState<'count' | 'share'>('count')
  const [opened, setOpened] = useState<RepeatCell | null>(null)
  return (
    <Card
      title={t('analytics.repeats')}
      beside={sums.repeats === 0 ? undefined : <PrintMatrix table={table} names={names} analytics={analytics} />}
    >
      <div className="card-body">
        {sums.repeats === 0 ? (
          <p>{t('analytics.repeats.none')}</p>
        ) : (
          <>
            <p>
              {t('analytics.repeats.sum', sums)}{' '}
              <span className="mute">{t('analytics.repeats.grounds', byGround)}</span>
            </p>
            <SegmentedControl
              aria-label={t('analytics.repeats.shown')}
              value={by}
              data={[
                { value: 'count', label: t('analytics.repeats.by_count') },
                { value: 'share', label: t('analytics.repeats.by_share') },
              ]}
              onChange={value => setBy(value === 'share' ? 'share' : 'count')}
            />
            <Matrix table={table} names={names} by={by} opened={opened} onOpen={setOpened} />
            {opened === null ? null : <CellList cell={opened} names={names} period={analytics.period} />}
          </>
        )}
        <How text={t('analytics.repeats.how')} />
      </div>
    </Card>
  )
}

interface Drawn {
  readonly table: RepeatTable
  readonly names: Names
  readonly by: 'count' | 'share'
  readonly opened: RepeatCell | null
  readonly onOpen: (cell: RepeatCell) => void
}

function Matrix({ table: { topics, districts, at }, names, by, opened, onOpen }: Drawn) {
  const { t } = useWords()
  const heightOf = (cell: RepeatCell) => (by === 'count' ? cell.persons : cell.repeats.length / cell.applications)
  const all = topics.flatMap(topic => districts.flatMap(district => at(topic, district) ?? []))
  const most = Math.max(...all.map(heightOf))
  return (
    <div className="analytics-scroll">
      <table className="table analytics-matrix" aria-label={t('analytics.repeats')}>
        <thead>
          <tr>
            <th scope="col">{t('dimension.byTopic')}</th>
            {districts.map(district => (
              <th key={district} scope="col">
                {names.district(district)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map(topic => (
            <tr key={topic}>
              <th scope="row">{names.topic(topic)}</th>
              {districts.map(district => {
                const cell = at(topic, district)
                if (cell === undefined || cell.persons === 0) return <td key={district}>–</td>
                return (
                  <td key={district} data-shade={Math.ceil((SHADES * heightOf(cell)) / most)}>
                    <button
                      type="button"
                      aria-expanded={opened === cell}
                      aria-label={cellTitle(cell, names, t)}
                      onClick={() => onOpen(cell)}
                    >
                      {by === 'count' ? cell.persons : shareOf(cell.repeats.length, cell.applications)}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellTitle(cell: RepeatCell, names: Names, t: ReturnType<typeof useWords>['t']): string {
  const { persons, repeats, applications } = cell
  const place = { topic: names.topic(cell.topic), district: names.district(cell.district) }
  return t('analytics.repeats.cell', { ...place, persons, repeats: repeats.length, applications })
}

const GROUND_WORDS = {
  decided: 'analytics.ground.decided',
  refused: 'analytics.ground.refused',
  alike: 'analytics.ground.alike',
  topic: 'analytics.ground.topic',
} as const

function CellList({ cell, names, period }: { cell: RepeatCell; names: Names; period: string }) {
  const { t } = useWords()
  const quarter = Quarter.safeParse(period).data
  const narrowed = quarter && {
    ...narrowedByDrill({ facet: 'byTopic', codes: [cell.topic ?? ''], quarter }),
    ...narrowedByDrill({ facet: 'byDistrict', codes: [cell.district ?? ''], quarter }),
  }
  return (
    <section className="analytics-cell" aria-label={cellTitle(cell, names, t)}>
      <h3>{cellTitle(cell, names, t)}</h3>
      <ul>
        {cell.repeats.map(({ id, number, ground }) => (
          <li key={id}>
            <a className="link" href={addressOf('applications', { open: id })}>
              {number ?? t('analytics.repeats.no_number')}
            </a>{' '}
            <span className="mute">{t(GROUND_WORDS[ground])}</span>
          </li>
        ))}
      </ul>
      {narrowed === undefined ? null : (
        <a className="link" href={addressOf('applications', narrowed)}>
          {t('analytics.repeats.all_of_cell')}
        </a>
      )}
    </section>
  )
}

function PrintMatrix({ table, names, analytics }: Shown & { table: RepeatTable }) {
  const { t, language } = useWords()
  const { user } = useDesk().start
  const today = useToday()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const print = async () => {
    const titles = [t('dimension.byTopic'), ...table.districts.map(names.district), t('analytics.total')]
    const heads = [...table.topics.map(names.topic), t('analytics.total')]
    const job: SheetJob = {
      kind: 'list',
      paper: 'A4',
      language,
      title: `${t('analytics.repeats')}. ${names.period(analytics.period)}`,
      columns: titles.map(title => ({ title, under: false })),
      rows: tableForOutside(table).map((row, at) => [heads[at] ?? '', ...row]),
      narrowed: [],
      told: t('analytics.repeats.sheet_told', { least: SMALLEST_TOLD }),
      printedOn: today,
      printedBy: user?.name ?? '',
    }
    setSaved(null)
    const fileName = `repeats-${analytics.period}.pdf`
    setSaved(await call.run(() => window.desk.sheetSave({ job, fileName })))
  }
  return (
    <>
      <Button variant="default" loading={call.busy} onClick={() => void print()}>
        {t('analytics.repeats.print')}
      </Button>
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
    </>
  )
}
