import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { BoardLine } from './board.ts'
import { LineWait } from './LineWait.tsx'
import { useBoardWords } from './use-board-words.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { ticketOf } from './use-visit-work.ts'

/** The lines of a mass day side by side: where one who comes waits the shortest stands marked, and who is next is named by number. */
export function Lanes({
  day,
  lines,
  shortest,
}: {
  day: ReceptionDay
  lines: readonly BoardLine[]
  shortest: string | null
}) {
  const { t } = useWords()
  const { nameOf, stateOf } = useBoardWords()
  return (
    <ul className="lanes" aria-label={t('lanes.title')}>
      {lines.map(line => (
        <li key={line.line} className="lane" data-shortest={line.line === shortest}>
          <h3>
            {line.room === '' ? null : <span className="ticket">{line.room}</span>} {nameOf(line)}
          </h3>
          <p className="mute">{stateOf(line)}</p>
          {line.owner === null ? null : <p className="mute">{t('line.owned', { letter: line.owner.letter })}</p>}
          <p>
            {t('lanes.waiting', { count: line.waiting })}{' '}
            {line.line === shortest ? <Badge tone="sky">{t('lanes.shortest')}</Badge> : null}
          </p>
          <p>
            <LineWait wait={{ ...line.wait, light: line.light }} promise={day.rule.promise} />
          </p>
          <p className="lane-next">
            {line.next.length === 0 ? (
              <span className="mute">{t('reception.nobody_waits')}</span>
            ) : (
              line.next.map(visit => (
                <span key={visit.id} className="ticket">
                  {ticketOf(visit)}
                </span>
              ))
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
