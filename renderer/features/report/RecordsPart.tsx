import { useEffect, useMemo, useState } from 'react'
import type { FigureRecord, Within } from '#shared/report/behind.ts'
import { countText } from '#shared/report/figures.ts'
import type { EventDrill } from '#shared/report/quarterly-model.ts'
import { quarterTitle, screenDate } from '#shared/time/official-date.ts'
import { fromDayNumber, fromEpochDay, rangeOfQuarter, toDayNumber, toEpochDay } from '#shared/time/plain-date.ts'
import { addressOf } from '../../app/route.ts'
import { Card } from '../../components/Card.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Counting } from './Counting.tsx'
import { drillOf } from './drill-address.ts'
import { useWatched, type Watched } from './use-watched.ts'

/** More than anybody reads on a screen. */
const SHOWN = 500

/** The records behind a figure by event, each a link to where it stands. */
export function RecordsPart({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t } = useWords()
  const drill = useMemo(() => drillOf(narrowed), [narrowed])
  return (
    <>
      <div className="screen-head">
        <h1>{t('report.records.title')}</h1>
        <a className="link" href={addressOf('report', drill === null ? {} : { quarter: drill.quarter })}>
          {t('report.records.back')}
        </a>
      </div>
      {drill === null ? <p className="mute">{t('report.records.none')}</p> : <Records drill={drill} />}
    </>
  )
}

function Records({ drill }: { drill: EventDrill }) {
  const { t, dates } = useWords()
  const { records, step, isStopped, stop } = useRecords(drill)
  const sum = records.reduce((all, { amount }) => all + amount, 0)
  const first = Math.min(SHOWN, records.length)
  return (
    <Card title={quarterTitle(drill.quarter, dates)}>
      <p className="card-body" role="status">
        {t('report.records.sum', { sum: countText(sum), first: countText(first) })}
      </p>
      <Counting step={step} onStop={stop} of="report.records.reading" />
      {isStopped ? <Notice tone="sky">{t('report.records.stopped')}</Notice> : null}
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('report.records.day')}</th>
            <th scope="col">{t('report.records.what')}</th>
            <th scope="col" className="number">
              {t('report.records.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {records.slice(0, SHOWN).map(record => (
            <tr key={`${record.id} ${record.day}`}>
              <td>{screenDate(fromDayNumber(record.day), dates)}</td>
              <td>
                <RecordLink record={record} />
              </td>
              <td className="number">{record.amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

/** The records week by week, as they are opened: of a great quarter that takes a while, and a few are soon there. */
function useRecords(drill: EventDrill) {
  const store = useStore()
  const { step, isStopped, watch, stop } = useWatched()
  const [records, setRecords] = useState<readonly FigureRecord[]>([])
  useEffect(() => {
    const read = async ({ onStep, signal }: Watched) => {
      setRecords([])
      const parts = partsOf(drill)
      for (const [done, within] of parts.entries()) {
        onStep(done, parts.length)
        const found = await store.query('report.records', within === null ? drill : { ...drill, within })
        if (signal.aborted) return
        setRecords(before => [...before, ...found])
      }
    }
    // A store that fails says so in the status line.
    watch(read).catch(() => undefined)
  }, [store, drill, watch])
  return { records, step, isStopped, stop }
}

/** The weeks of the quarter; what stands on control at its end is no matter of days. */
function partsOf({ measure, quarter }: EventDrill): (Within | null)[] {
  if (measure === 'instruction_controlled') return [null]
  const { from, to } = rangeOfQuarter(quarter)
  const [first, last] = [toEpochDay(from), toEpochDay(to)]
  const dayOf = (day: number) => toDayNumber(fromEpochDay(day))
  return Array.from({ length: Math.ceil((last - first + 1) / 7) }, (_, week) => ({
    from: dayOf(first + 7 * week),
    to: dayOf(Math.min(last, first + 7 * week + 6)),
  }))
}

const NOUNS = {
  application: 'report.records.noun.application',
  visit: 'report.records.noun.visit',
  instruction: 'report.records.noun.instruction',
  protocol: 'report.records.noun.protocol',
  letter: 'report.records.noun.letter',
  reception: 'report.records.noun.reception',
  schedule: 'report.records.noun.schedule',
  contact: 'report.records.noun.contact',
} as const

function RecordLink({ record: { id, about, number } }: { record: FigureRecord }) {
  const { t } = useWords()
  const [noun = '', key = ''] = id.split(':')
  const text = [Object.hasOwn(NOUNS, noun) ? t(NOUNS[noun as keyof typeof NOUNS]) : noun, number]
    .filter(part => part !== '')
    .join(' ')
  const address =
    about !== null
      ? addressOf('applications', { open: about })
      : noun === 'schedule'
        ? addressOf('schedule', { month: key })
        : null
  return address === null ? text : <a href={address}>{text}</a>
}
