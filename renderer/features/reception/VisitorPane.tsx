import { CloseButton } from '@mantine/core'
import { useMemo } from 'react'
import { officeTime } from '#shared/time/office-time.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { useDirectoryName } from '../../components/use-directories.ts'
import type { ApplicationCard, VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ProtocolOfVisit } from '../protocol/ProtocolOfVisit.tsx'
import { CallByHand } from './CallByHand.tsx'
import { FinishVisit } from './FinishVisit.tsx'
import { ForwardVisit } from './ForwardVisit.tsx'
import { HandedIn } from './HandedIn.tsx'
import { IdentityPart } from './IdentityPart.tsx'
import { lineOf } from './line.ts'
import { ParkVisit } from './ParkVisit.tsx'
import type { Wanted } from './use-choice.ts'
import type { ReceptionActs } from './use-reception-acts.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { ticketOf } from './use-visit-work.ts'
import { VisitActs } from './VisitActs.tsx'
import { NEED_WORDS } from './visit-words.ts'

interface Shown {
  readonly day: ReceptionDay
  readonly visit: VisitRow
  readonly acts: ReceptionActs
  /** How many who came together are asked for their documents after this one. */
  readonly left: number
  readonly onClose: () => void
}

/** One visitor: who it is, what may be done now, the check of the identity. */
export function VisitorPane({ day, visit, acts, left, onClose }: Shown) {
  const { t } = useWords()
  const { application, state } = visit
  const params = useMemo(() => ({ id: state.checkIn?.application ?? '' }), [state.checkIn?.application])
  const card = useRows('applications.one', params)
  const name = application === null ? '' : applicantName(application) || application.organisation
  const wanted = (what: Wanted['what']) => (acts.wanted?.what === what ? acts.wanted : null)
  return (
    <aside className="card side visitor" aria-label={t('reception.visitor')}>
      <header className="card-head">
        <h2>
          <span className="ticket big">{ticketOf(visit)}</span> {name || t('applications.erased')}
        </h2>
        <span className="space" />
        <CloseButton size={34} aria-label={t('act.close')} onClick={onClose} />
      </header>
      <div className="card-body">
        {left === 0 ? null : <p className="mute">{t('reception.group_left', { count: left })}</p>}
        {visit.needsUpdate ? <Notice tone="amber">{t('error.change.needs_update')}</Notice> : null}
        {acts.work.call.error?.code === 'change.conflict' ? (
          <Notice tone="amber">{t('reception.conflict')}</Notice>
        ) : (
          <ErrorNotice error={acts.work.call.error} />
        )}
        <VisitActs
          {...{ visit, acts }}
          rule={day.recall}
          isOver={day.isOver}
          owner={day.isOver ? null : day.ownerOf(lineOf(visit))}
        />
        {state.status === 'finished' && card?.status === 'withdrawn' ? (
          <Notice tone="sky">{t('visit.finished_closed')}</Notice>
        ) : null}
        {wanted('note') === null ? null : <CallByHand visit={visit} acts={acts} wanted={wanted('note')} />}
        {wanted('park') === null ? null : (
          <ParkVisit key={`park ${visit.id}`} visit={visit} acts={acts} wanted={wanted('park')} />
        )}
        {wanted('forward') === null ? null : (
          <ForwardVisit key={`forward ${visit.id}`} day={day} visit={visit} acts={acts} wanted={wanted('forward')} />
        )}
        {state.status === 'served' && wanted('forward') === null ? (
          <FinishVisit visit={visit} isClosed={card?.status === 'withdrawn'} acts={acts} wanted={wanted('finish')} />
        ) : null}
      </div>
      <ProtocolOfVisit visit={visit} />
      <HandedIn visit={visit} isOver={day.isOver} />
      <IdentityPart key={visit.id} day={day} visit={visit} card={card} acts={acts} />
      <section className="part">
        <h3>{t('reception.matter')}</h3>
        <Facts day={day} visit={visit} card={card} />
      </section>
    </aside>
  )
}

interface FactsShown {
  readonly day: ReceptionDay
  readonly visit: VisitRow
  readonly card: ApplicationCard | null | undefined
}

function Facts({ day, visit: { state, application }, card }: FactsShown) {
  const { t, language } = useWords()
  const entry = useDirectoryName()
  const { checkIn, arrivedAt } = state
  const official = day.officials.find(({ id }) => id === checkIn?.officialId)
  const who = official === undefined ? t('reception.anyone') : officialName(official, language)
  const needs = (application?.needs ?? []).map(need => t(NEED_WORDS[need])).join(', ')
  const lines = [
    [t('visit.column.official'), official?.room ? `${who}, ${t('today.room', { room: official.room })}` : who],
    [t('visit.column.booked'), checkIn?.booked ?? ''],
    [t('visit.reason.out_of_turn'), state.outOfTurnNote ?? ''],
    [t('visit.column.arrived'), arrivedAt === null ? '' : officeTime(Date.parse(arrivedAt))],
    [t('column.language'), checkIn === null ? '' : entry('language', checkIn.language)],
    [t('visit.column.needs'), needs],
    [t('column.topic'), entry('topic', card?.facts?.topic ?? null)],
    [t('column.essence'), card?.personal?.essence ?? ''],
  ] as const
  return (
    <dl className="facts">
      {lines
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label} className="fact-line">
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
