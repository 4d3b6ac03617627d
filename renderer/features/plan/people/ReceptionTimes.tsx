import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { capacityOf } from '#shared/plan/times.ts'
import { hoursText } from '#shared/schedule/posted-slots.ts'
import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import { Badge } from '../../../components/Badge.tsx'
import { Card } from '../../../components/Card.tsx'
import { officialName } from '../../../components/official-name.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { HandOver } from '../HandOver.tsx'
import type { PlanKnown } from '../use-plan.ts'
import { type Preparations, usePreparations } from '../use-preparations.ts'
import { takenTimes } from './hand-time.ts'
import { personTitle } from './PersonFacts.tsx'
import type { ReceptionLoad } from './people-lists.ts'

interface Shown {
  readonly known: PlanKnown
  readonly loads: readonly ReceptionLoad[]
  readonly onDone: (said: 'people.handed.done') => void
}

/** The receptions to come: how far each is filled, whose every time is, whether its list was handed over. */
export function ReceptionTimes({ known, loads, onDone }: Shown) {
  const { t } = useWords()
  const prepared = usePreparations(useMemo(() => loads.map(({ reception }) => reception.id), [loads]))
  const [opened, setOpened] = useState<string | null>(null)
  const [asked, setAsked] = useState<string | null>(null)
  const load = loads.find(({ reception }) => reception.id === asked)
  return (
    <Card title={t('people.receptions')}>
      {loads.length === 0 ? <p className="card-body mute">{t('people.receptions.none')}</p> : null}
      <ul className="rows">
        {loads.map(one => (
          <Line
            key={one.reception.id}
            {...{ known, prepared }}
            load={one}
            isOpen={opened === one.reception.id}
            onOpen={() => setOpened(opened === one.reception.id ? null : one.reception.id)}
            onHand={() => setAsked(one.reception.id)}
          />
        ))}
      </ul>
      {load === undefined || prepared === undefined ? null : (
        <HandOver
          {...{ known, heads: prepared.heads, reception: load.reception, booked: load.booked }}
          onDone={() => {
            setAsked(null)
            onDone('people.handed.done')
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </Card>
  )
}

interface OfOne {
  readonly known: PlanKnown
  readonly prepared: Preparations | undefined
  readonly load: ReceptionLoad
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onHand: () => void
}

function Line({ known, prepared, load, isOpen, onOpen, onHand }: OfOne) {
  const { t, dates, language } = useWords()
  const { reception, booked } = load
  const official = known.plan.officials.find(({ id }) => id === reception.officialId)
  const name = official === undefined ? t('people.official_left') : officialName(official, language)
  const when = `${screenDate(reception.date, dates)}, ${weekdayName(reception.date, dates)}`
  const list = prepared?.of(reception.id).lists.at(-1)
  const title = `${when}, ${name}`
  return (
    <li>
      <span className="grow">
        <b>{when}</b> {name}
        <span className="plan-facts">
          <span>{hoursText(reception.from, reception.to)}</span>
          <span>{t(`people.mode.${reception.mode}`)}</span>
          <span>{t('people.load', { taken: booked.length, all: capacityOf(reception, known.plan.lunch) })}</span>
          {list === undefined ? null : (
            <Badge tone={list.final ? 'green' : 'sky'}>
              {t(list.final ? 'people.handed.final_on' : 'people.handed.draft_on', {
                date: screenDate(list.on, dates),
              })}
            </Badge>
          )}
        </span>
      </span>
      <span className="buttons">
        <Button variant="default" aria-expanded={isOpen} aria-label={`${t('people.times')}: ${title}`} onClick={onOpen}>
          {t('people.times')}
        </Button>
        <Button variant="default" aria-label={`${t('people.handed.act')}: ${title}`} onClick={onHand}>
          {t('people.handed.act')}
        </Button>
      </span>
      {isOpen ? <Times known={known} load={load} /> : null}
    </li>
  )
}

/** Every time with whose it is. */
function Times({ known, load }: { known: PlanKnown; load: ReceptionLoad }) {
  const { t } = useWords()
  const times = takenTimes(load.reception, load.booked, known.plan.lunch)
  const untimed = load.booked.filter(({ booking }) => booking?.time === null)
  return (
    <ul className="times-list">
      {[
        ...times.map(({ time, by }) => ({ key: time, time, by })),
        ...untimed.map(by => ({ key: by.application, time: t('people.time.none'), by })),
      ].map(({ key, time, by }) => {
        const row = by === null ? undefined : known.rows.get(by.application)
        return (
          <li key={key} className={by === null ? 'time' : 'time taken'}>
            <b>{time}</b>{' '}
            <span className="mute">
              {by === null ? t('people.time.free') : row === undefined ? '' : personTitle(row, t)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
