import { useState } from 'react'
import type { Board } from '#shared/plan/readiness.ts'
import { hoursText } from '#shared/schedule/posted-slots.ts'
import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import { Badge } from '../../../components/Badge.tsx'
import { Card } from '../../../components/Card.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { officialName } from '../../../components/official-name.ts'
import type { LocaleKey } from '../../../i18n/keys.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { monthAfter } from '../../schedule/months.ts'
import { type PlanKnown, usePlan } from '../use-plan.ts'
import { ReceptionBoard } from './ReceptionBoard.tsx'
import { useBoards } from './use-boards.ts'
import '../plan.css'

/** How the receptions to come are prepared (clauses 15-20, 26): of the month of the screen and the next. */
export function PreparationPart({ month }: { month: PlainMonth }) {
  const known = usePlan(month, monthAfter(month, 1))
  return known === undefined ? null : <Preparation known={known} month={month} />
}

function Preparation({ known, month }: { known: PlanKnown; month: PlainMonth }) {
  const { t } = useWords()
  const found = useBoards(known, month)
  const [chosen, setChosen] = useState<string | null>(null)
  const [said, setSaid] = useState<LocaleKey | null>(null)
  if (found === undefined) return null
  const { boards, prepared } = found
  const open = boards.find(({ reception }) => reception.id === chosen) ?? boards[0]
  const choose = (id: string) => {
    setSaid(null)
    setChosen(id)
  }
  return (
    <>
      {/* Above the boards: one of which nothing is owed any more leaves the list with its report. */}
      <div role="status">{said === null ? null : <Notice tone="green">{t(said)}</Notice>}</div>
      <div className="columns preparation">
        <Card title={t('people.receptions')}>
          {boards.length === 0 ? <p className="card-body mute">{t('people.receptions.none')}</p> : null}
          <ul className="preparation-list">
            {boards.map(board => (
              <li key={board.reception.id}>
                <button
                  type="button"
                  aria-current={board === open ? 'true' : undefined}
                  onClick={() => choose(board.reception.id)}
                >
                  <Line known={known} board={board} />
                </button>
              </li>
            ))}
          </ul>
        </Card>
        {open === undefined ? null : (
          <ReceptionBoard
            key={open.reception.id}
            known={known}
            board={open}
            heads={prepared.heads}
            onDone={key => {
              setChosen(open.reception.id)
              setSaid(key)
            }}
          />
        )}
      </div>
    </>
  )
}

function Line({ known, board }: { known: PlanKnown; board: Board }) {
  const { t, dates, language } = useWords()
  const { reception, missing, visitors, written, isGate, isLate, isOver } = board
  const official = known.plan.officials.find(({ id }) => id === reception.officialId)
  return (
    <>
      <span className="preparation-when">
        <b>{screenDate(reception.date, dates)}</b> <span className="mute">{weekdayName(reception.date, dates)}</span>
        <span className="space" />
        {missing.length === 0 ? (
          <Badge tone="green">{t('preparation.ready')}</Badge>
        ) : (
          <Badge tone={isGate || isLate ? 'red' : 'amber'}>
            {t('preparation.missing', { number: missing.length })}
          </Badge>
        )}
      </span>
      <span>{official === undefined ? t('people.official_left') : officialName(official, language)}</span>
      <span className="mute">
        {hoursText(reception.from, reception.to)}, {t(`people.mode.${reception.mode}`)}
        {isOver ? null : <> · {t('preparation.written', { written, all: visitors.length })}</>}
      </span>
    </>
  )
}
