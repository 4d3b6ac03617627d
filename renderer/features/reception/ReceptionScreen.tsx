import { sentToHelpers } from '#shared/visit/forwarding.ts'
import { goTo } from '../../app/route.ts'
import { Notice } from '../../components/Notice.tsx'
import { useHallScreen } from '../../components/use-hall-screen.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ProtocolDesk } from '../protocol/ProtocolDesk.tsx'
import { placeOf } from '../protocol/protocol-place.ts'
import type { BoardLine } from './board.ts'
import { CheckInPane } from './CheckInPane.tsx'
import { DayParts } from './DayParts.tsx'
import { HallNotice } from './HallButton.tsx'
import { HelpersOfDay } from './HelpersOfDay.tsx'
import { LineOfDay } from './LineOfDay.tsx'
import { ReceptionHead } from './ReceptionHead.tsx'
import { type Part, partAfter, partOf } from './reception-part.ts'
import { TakesPart } from './TakesPart.tsx'
import { TalonsOfDay } from './TalonsOfDay.tsx'
import { type Choice, useChoice } from './use-choice.ts'
import { type ReceptionActs, useReceptionActs } from './use-reception-acts.ts'
import { type ReceptionDay, useReceptionDay } from './use-reception-day.ts'
import { useScreenKeys } from './use-screen-keys.ts'
import { useTalonsOfDay } from './use-talons-of-day.ts'
import { VisitorPane } from './VisitorPane.tsx'

/** The reception day, or a protocol of a reception that is open. */
export function ReceptionScreen({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const place = placeOf(narrowed)
  return place === null ? <DayScreen narrowed={narrowed} /> : <ProtocolDesk key={place.id} place={place} />
}

/** The reception day: who came, whether they are who they are, whose turn it is. */
function DayScreen({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t } = useWords()
  const day = useReceptionDay(narrowed.day)
  const choice = useChoice(narrowed)
  const acts = useReceptionActs(day, choice)
  const hall = useHallScreen()
  const talons = useTalonsOfDay()
  const part = day?.isOver ? 'line' : partOf(narrowed.part)
  const look = (next: Part) => goTo('reception', next === 'line' ? {} : { part: next })
  const visit = day?.visits.find(({ id }) => id === choice.chosen) ?? null
  useScreenKeys({
    checkIn: () => day?.isOver === false && choice.come(),
    call: acts.callNext,
    undo: () => visit !== null && acts.press(visit, 'undo'),
    part: () => day?.isOver === false && look(partAfter(part)),
    close: choice.close,
  })
  if (day === undefined) return null
  const open = ({ line, act }: BoardLine) => {
    look('line')
    day.setLine(line)
    if (act === null) return
    choice.choose(act.visit)
    choice.want(act.act === 'finish' ? 'finish' : 'room')
  }
  return (
    <>
      <ReceptionHead day={day} hall={hall} part={part} onPart={look} onCome={choice.come} />
      {part === 'board' ? null : <HelpersOfDay day={day.today} sent={sentToHelpers(day.visits)} />}
      {part === 'board' ? null : <TakesPart day={day} />}
      <HallNotice hall={hall} />
      {day.isOver ? <Notice tone="amber">{t('reception.day_over')}</Notice> : null}
      <p className="unseen" role="status" aria-live="polite">
        {acts.work.said}
      </p>
      <div className="split reception">
        {part === 'line' ? (
          <section className="card list" aria-label={t('reception.line')}>
            <LineOfDay day={day} acts={acts} choice={choice} talons={talons} />
          </section>
        ) : (
          <DayParts part={part} day={day} acts={acts} talons={talons} onOpen={open} />
        )}
        <TalonsOfDay day={day} talons={talons} />
        <SidePane {...{ day, choice, acts, part }} application={narrowed.application ?? null} />
      </div>
    </>
  )
}

interface SideShown {
  readonly day: ReceptionDay
  readonly choice: Choice
  readonly acts: ReceptionActs
  readonly part: Part
  readonly application: string | null
}

/** Who comes, or the visitor who is looked at; the board keeps its width. */
function SidePane({ day, choice, acts, part, application }: SideShown) {
  const visit = day.visits.find(({ id }) => id === choice.chosen) ?? null
  const came = (visits: readonly string[]) => {
    if (part === 'board') goTo('reception', {})
    choice.greet(visits)
  }
  if (choice.coming !== null && !day.isOver) {
    return (
      <CheckInPane
        {...{ day, work: acts.work, first: application, wanted: choice.coming }}
        onDone={came}
        onClose={choice.close}
      />
    )
  }
  if (choice.coming !== null || visit === null || part === 'board') return null
  return <VisitorPane {...{ day, visit, acts }} left={choice.group.length} onClose={choice.close} />
}
