import { type KeyboardEvent, memo, useRef } from 'react'
import type { Official } from '#shared/official/model.ts'
import { officeTime } from '#shared/time/office-time.ts'
import type { PlainTime } from '#shared/time/plain-date.ts'
import { standOf } from '#shared/visit/forwarding.ts'
import { isSameWait, type StandingWait } from '#shared/visit/line-waits.ts'
import { addressOf } from '../../app/route.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { Badge } from '../../components/Badge.tsx'
import { officialName } from '../../components/official-name.ts'
import type { VisitRow } from '../../db/query-types.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LineWait } from './LineWait.tsx'
import { minutesBetween } from './line.ts'
import type { Wanted } from './use-choice.ts'
import { useLineKeys } from './use-line-keys.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { ticketOf } from './use-visit-work.ts'
import { NEED_WORDS, REASON_WORDS, STATUS_WORDS } from './visit-words.ts'

const DASH = '\u2013'
/** Two lines a record, in the order in which they are read. */
const HEADS: readonly LocaleKey[] = [
  'visit.column.ticket',
  'visit.column.waits',
  'visit.column.person',
  'visit.column.needs',
  'visit.column.official',
  'visit.column.room',
  'visit.column.booked',
  'visit.column.arrived',
  'visit.column.state',
  'visit.column.reason',
]

interface Listed {
  readonly day: ReceptionDay
  readonly chosen: string | null
  readonly wanted: Wanted | null
  readonly onChoose: (visit: VisitRow) => void
  /** A key on the chosen line that does not move. */
  readonly onKey: (event: KeyboardEvent) => void
}

/** The visitors of a line: who is with somebody, who is called when, who waits for a check. */
export function VisitLines({ day, chosen, wanted, onChoose, onKey }: Listed) {
  const { t, language } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const ids = day.shown.map(({ id }) => id)
  const onMove = useLineKeys(box, ids, chosen, wanted)
  const whoseShown = ({ state }: VisitRow, official: Official | undefined, { helpers }: ReceptionDay) => {
    const helper = helpers.find(({ id }) => id === standOf(state)?.helper)
    const who = official ?? helper
    return who === undefined ? t('reception.anyone') : officialName(who, language)
  }
  const stop = chosen !== null && ids.some(id => id === chosen) ? chosen : ids[0]
  const keyed = (event: KeyboardEvent) => {
    onMove(event)
    if (!event.defaultPrevented) onKey(event)
  }
  return (
    <div className="grid" ref={box}>
      <table className="grid-table" aria-label={t('reception.line')} aria-rowcount={ids.length}>
        <thead>
          <tr className="grid-row grid-head visit-line">
            {HEADS.map(key => (
              <th key={key} scope="col" data-column={key}>
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="visit-lines" onKeyDown={keyed}>
          {day.shown.map(visit => {
            const official = day.officials.find(({ id }) => id === visit.state.checkIn?.officialId)
            return (
              <Line
                key={visit.id}
                visit={visit}
                official={whoseShown(visit, official, day)}
                room={roomShown(visit) ?? official?.room ?? ''}
                now={day.isOver ? null : day.now}
                wait={day.isOver ? null : (day.waits.get(visit.id) ?? null)}
                promise={day.rule.promise}
                isChosen={visit.id === chosen}
                isStop={visit.id === stop}
                onChoose={onChoose}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface LineShown {
  readonly visit: VisitRow
  readonly official: string
  readonly room: string
  /** Null: the day is over, and nobody waits any more. */
  readonly now: PlainTime | null
  /** What is to be expected of who waits for a call; null of all others. */
  readonly wait: StandingWait | null
  readonly promise: number
  readonly isChosen: boolean
  readonly isStop: boolean
  readonly onChoose: (visit: VisitRow) => void
}

/** One visitor. The name is a link over the whole line, so that a key and a click anywhere do the same. */
const Line = memo(function Line({ visit, official, room, now, wait, promise, isChosen, isStop, onChoose }: LineShown) {
  const { t } = useWords()
  const { state, application } = visit
  const arrived = state.arrivedAt === null ? null : officeTime(Date.parse(state.arrivedAt))
  const name = application === null ? '' : applicantName(application) || application.organisation
  const needs = (application?.needs ?? []).map(need => t(NEED_WORDS[need])).join(', ')
  const { key, tone } = STATUS_WORDS[state.status]
  const texts: Partial<Record<LocaleKey, string>> = {
    'visit.column.needs': needs || DASH,
    'visit.column.official': official,
    'visit.column.room': room === '' ? DASH : room,
    'visit.column.booked': state.checkIn?.booked ?? DASH,
    'visit.column.arrived': arrived ?? DASH,
    'visit.column.reason': reasonShown(visit, t),
    'visit.column.waits':
      waits(visit) && arrived !== null && now !== null
        ? t('visit.minutes', { count: minutesBetween(arrived, now) })
        : '',
  }
  return (
    <tr className="grid-row visit-line" data-visit={visit.id} data-open={isChosen} onFocus={() => onChoose(visit)}>
      <td data-column="visit.column.ticket">{ticketOf(visit)}</td>
      <td data-column="visit.column.waits">{texts['visit.column.waits']}</td>
      <td data-column="visit.column.person">
        <a
          className="cover"
          href={addressOf('reception', { open: visit.id })}
          tabIndex={isStop ? 0 : -1}
          aria-current={isChosen ? 'true' : undefined}
          onClick={event => {
            event.preventDefault()
            event.currentTarget.focus()
          }}
        >
          {name || t('applications.erased')}
        </a>
        {state.checkIn?.paper == null ? null : <span className="mute"> \u00b7 {t('visit.on_paper')}</span>}
      </td>
      {HEADS.slice(3).map(column => (
        <td key={column} data-column={column} title={texts[column]}>
          {column === 'visit.column.state' ? <Badge tone={tone}>{t(key)}</Badge> : texts[column]}
          {column === 'visit.column.reason' && wait !== null ? <LineWait wait={wait} promise={promise} /> : null}
        </td>
      ))}
    </tr>
  )
}, isSameLine)

/** What is expected is reckoned anew with every act, and for most comes to the same: only whose line says another thing is drawn again. */
function isSameLine({ wait: one, ...before }: LineShown, { wait: other, ...after }: LineShown): boolean {
  const isSame = (Object.keys(after) as (keyof typeof after)[]).every(name => before[name] === after[name])
  return isSame && (one === other || (one !== null && other !== null && isSameWait(one, other)))
}

/** Why the visitor was called, or that they go out of turn: never the category. */
function reasonShown({ state }: VisitRow, t: (key: LocaleKey) => string): string {
  if (state.checkIn?.outOfTurn) return t(REASON_WORDS.out_of_turn)
  return state.call === null || isBeforeCall(state) ? '' : t(REASON_WORDS[state.call.reason])
}

/** The room the visitor was called to, or was received in without a desk. */
function roomShown({ state }: VisitRow): string | undefined {
  return isBeforeCall(state) ? undefined : (state.heldOnPaper?.room ?? state.call?.room)
}

/** One who was called and went back to the line is called anew: the call before says nothing any more. */
function isBeforeCall({ status }: VisitRow['state']): boolean {
  return ['arrived', 'stopped', 'barred', 'waiting', 'parked'].includes(status)
}

function waits({ state }: VisitRow): boolean {
  return ['arrived', 'stopped', 'barred', 'waiting', 'missed'].includes(state.status)
}
