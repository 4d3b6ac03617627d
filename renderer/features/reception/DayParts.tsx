import type { ReactNode } from 'react'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { type BoardLine, boardOf } from './board.ts'
import { DayBoard } from './DayBoard.tsx'
import { DaySheets } from './DaySheets.tsx'
import { Lanes } from './Lanes.tsx'
import { HeldNotice } from './LineOfDay.tsx'
import { receivingOf, shortestOf, standsOf } from './stands.ts'
import { useAbsent } from './use-absent.ts'
import type { ReceptionActs } from './use-reception-acts.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { useStandText } from './use-stand-text.ts'
import type { DayTalons } from './use-talons-of-day.ts'

interface Shown {
  readonly part: 'board' | 'lanes'
  readonly day: ReceptionDay
  readonly acts: ReceptionActs
  readonly talons: DayTalons
  /** Opens the visitor in the line. */
  readonly onOpen: (line: BoardLine) => void
}

/** The day looked at by lines instead of by visitors: the board, or the lanes of a mass day. */
export function DayParts({ part, day, acts, talons, onOpen }: Shown): ReactNode {
  const { t } = useWords()
  const textOf = useStandText(day)
  const lines = boardOf(day, useAbsent(day.today))
  const shortest = shortestOf(standsOf(day), receivingOf(day))
  const act = (line: BoardLine) => {
    if (line.act === null) return line.owner === null ? undefined : onOpen(line)
    if (line.act.act === 'finish' || day.roomFor(line.act.visit) === '') return onOpen(line)
    acts.press(line.act.visit, line.act.act)
  }
  return (
    <section className="card list" aria-label={t(part === 'board' ? 'board.title' : 'lanes.title')}>
      {acts.held === null ? null : <HeldNotice held={acts.held} />}
      <ErrorNotice error={acts.work.call.error} />
      {part === 'lanes' && shortest !== null ? (
        <p className="line-head">{t('reception.shortest', { line: textOf(shortest) })}</p>
      ) : null}
      <div className="day-lines" tabIndex={part === 'lanes' ? 0 : undefined}>
        {part === 'board' ? (
          <DayBoard day={day} lines={lines} onAct={act} />
        ) : (
          <Lanes day={day} lines={lines} shortest={shortest?.value ?? null} />
        )}
      </div>
      <DaySheets day={day} lines={lines} talons={part === 'board' ? null : talons} />
    </section>
  )
}
