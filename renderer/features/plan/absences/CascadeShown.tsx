import type { Cascade } from '#shared/plan/cascade.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { hoursText } from '#shared/schedule/posted-slots.ts'
import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import { Card } from '../../../components/Card.tsx'
import { officialName } from '../../../components/official-name.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { WhyFallen } from '../people/WhyFallen.tsx'
import type { PlanKnown } from '../use-plan.ts'
import { ToldState } from './AbsenceLine.tsx'
import { AffectedLine } from './AffectedLine.tsx'
import type { Asking } from './use-answers.ts'
import { CallList } from './WhatNext.tsx'

interface Shown {
  readonly known: PlanKnown
  readonly asking: Asking
}

/** All that an absence or a restriction brings with it: receptions, then everybody who loses the time with what is offered. */
export function CascadeShown({ known, asking }: Shown) {
  const { t } = useWords()
  const { found, agreed } = asking
  const { affected } = found
  const open = affected.filter(({ person }) => !agreed.has(person.application))
  return (
    <div className="column">
      <Receptions known={known} found={found} />
      <Card
        title={t('cascade.affected', { number: affected.length })}
        beside={open.length === 0 ? undefined : <CallList known={known} toCall={open} />}
      >
        <p className="card-body mute" role="status">
          {t(affected.length === 0 ? 'cascade.nobody' : 'cascade.agreed', {
            number: agreed.size,
            all: affected.length,
          })}
        </p>
        <ol className="rows affected">
          {affected.map(one => {
            const row = known.rows.get(one.person.application)
            return row === undefined ? null : (
              <AffectedLine key={one.person.application} {...{ known, asking, one, row }} />
            )
          })}
        </ol>
      </Card>
    </div>
  )
}

function Receptions({ known, found }: { known: PlanKnown; found: Cascade }) {
  const { t } = useWords()
  const { lost, changed } = found
  const goesOn = new Set(changed.map(({ id }) => id))
  const fallen = lost.filter(({ reception }) => !goesOn.has(reception.id))
  return (
    <Card title={t('cascade.receptions', { lost: fallen.length, changed: changed.length })}>
      {lost.length === 0 ? <p className="card-body mute">{t('cascade.no_receptions')}</p> : null}
      <ul className="rows">
        {fallen.map(({ reception, why, told }) => (
          <li key={reception.id}>
            <span className="grow">
              <ReceptionName known={known} reception={reception} />
              <WhyFallen why={why} profile={known.plan.profile} />
              {told === null ? null : <ToldState known={known} told={told} date={reception.date} />}
            </span>
          </li>
        ))}
        {changed.map(reception => (
          <GoesOn key={reception.id} known={known} reception={reception} />
        ))}
      </ul>
    </Card>
  )
}

/** A reception that goes on in another room, by another link or by video. */
export function GoesOn({ known, reception }: { known: PlanKnown; reception: Reception }) {
  const { t } = useWords()
  return (
    <li>
      <span className="grow">
        <ReceptionName known={known} reception={reception} />
        <span>
          {reception.mode === 'in_person'
            ? t('cascade.goes_on.room', { room: reception.room })
            : reception.link === ''
              ? t('cascade.goes_on.video_no_link')
              : t('cascade.goes_on.video', { link: reception.link })}
        </span>
      </span>
    </li>
  )
}

function ReceptionName({ known, reception }: { known: PlanKnown; reception: Reception }) {
  const { dates, language, t } = useWords()
  const { date, from, to, officialId } = reception
  const official = known.plan.officials.find(({ id }) => id === officialId)
  return (
    <span className="plan-facts">
      <b>
        {screenDate(date, dates)}, {weekdayName(date, dates)}, {hoursText(from, to)}
      </b>
      <span>{official === undefined ? t('people.official_left') : officialName(official, language)}</span>
    </span>
  )
}
