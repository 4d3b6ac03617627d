import type { Board } from '#shared/plan/readiness.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../../components/Badge.tsx'
import { Card } from '../../../components/Card.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { officialName } from '../../../components/official-name.ts'
import type { LocaleKey } from '../../../i18n/keys.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { HelpersOfDay } from '../../reception/HelpersOfDay.tsx'
import { WhyFallen } from '../people/WhyFallen.tsx'
import type { Heads, PlanKnown } from '../use-plan.ts'
import { Bodies } from './Bodies.tsx'
import { Briefings } from './Briefings.tsx'
import { CoveragePart } from './CoveragePart.tsx'
import { Items } from './Items.tsx'
import { ListPart } from './ListPart.tsx'

export interface BoardShown {
  readonly known: PlanKnown
  readonly heads: Heads
  readonly board: Board
  /** Says what was recorded. */
  readonly onDone: (key: LocaleKey) => void
}

/** One reception: what is missing, then briefings, list, bodies and what is looked at, each with its act; of one that is over the bodies. */
export function ReceptionBoard(shown: BoardShown) {
  const { t, dates, language } = useWords()
  const { known, board } = shown
  const { reception, isOver } = board
  const official = known.plan.officials.find(({ id }) => id === reception.officialId)
  const name = official === undefined ? t('people.official_left') : officialName(official, language)
  return (
    <Card title={`${screenDate(reception.date, dates)}, ${name}`}>
      <div className="card-body">
        <Gate board={board} profile={known.plan.profile} />
        {isOver ? null : <Briefings {...shown} />}
        {isOver ? null : <ListPart {...shown} />}
        <Bodies {...shown} />
        <CoveragePart key={reception.id} heads={shown.heads} reception={reception} onDone={shown.onDone} />
        {isOver ? null : <Items {...shown} />}
        {isOver ? null : <HelpersOfDay day={reception.date} />}
      </div>
    </Card>
  )
}

/** Whether the reception may be held as it stands: green only where nothing is missing. */
function Gate({ board, profile }: { board: Board; profile: PlanKnown['plan']['profile'] }) {
  const { t } = useWords()
  const { missing, isGate, isLate, isOver, notHeld } = board
  if (missing.length === 0) return <Notice tone="green">{t('preparation.gate.ready')}</Notice>
  return (
    <section className={`notice ${isGate || isLate ? 'red' : 'amber'}`} aria-label={t('preparation.gate')}>
      <div>
        <b>{t(isOver ? 'preparation.gate.over' : isGate ? 'preparation.gate.not_ready' : 'preparation.gate.open')}</b>
        <ul className="gate-list">
          {missing.map(({ code, number }) => (
            <li key={code}>
              {t(`preparation.missing.${code}`, { number })}
              {code === 'not_held' && notHeld !== null ? (
                <>
                  {': '}
                  <WhyFallen why={notHeld} profile={profile} />
                </>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
      {isLate ? <Badge tone="red">{t('preparation.late')}</Badge> : null}
    </section>
  )
}
