import { Button } from '@mantine/core'
import { screenDate } from '#shared/time/official-date.ts'
import { sentToHelpers } from '#shared/visit/forwarding.ts'
import { goTo } from '../../app/route.ts'
import { Notice } from '../../components/Notice.tsx'
import { useHallScreen } from '../../components/use-hall-screen.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DayButtons } from '../close-of-day/DayButtons.tsx'
import { CheckInPane } from './CheckInPane.tsx'
import { HallButton, HallNotice } from './HallButton.tsx'
import { HelpersOfDay } from './HelpersOfDay.tsx'
import { LineOfDay } from './LineOfDay.tsx'
import { CHECK_IN_KEY } from './reception-keys.ts'
import { useChoice } from './use-choice.ts'
import { useReceptionActs } from './use-reception-acts.ts'
import { useReceptionDay } from './use-reception-day.ts'
import { useScreenKeys } from './use-screen-keys.ts'
import { VisitorPane } from './VisitorPane.tsx'

/** The reception day: who came, whether they are who they are, whose turn it is. */
export function ReceptionScreen({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t, dates } = useWords()
  const day = useReceptionDay(narrowed.day)
  const choice = useChoice(narrowed)
  const acts = useReceptionActs(day, choice)
  const hall = useHallScreen()
  const visit = day?.visits.find(({ id }) => id === choice.chosen) ?? null
  useScreenKeys({
    checkIn: () => day?.isOver === false && choice.come(),
    call: acts.callNext,
    undo: () => visit !== null && acts.press(visit, 'undo'),
    close: choice.close,
  })
  if (day === undefined) return null
  const came = (id: string) => {
    choice.choose({ id })
    choice.want('check')
  }
  return (
    <>
      <div className="screen-head">
        <h1>{t('nav.reception')}</h1>
        <span className="mute">
          {screenDate(day.today, dates)}
          {day.isOver ? '' : `, ${day.now}`}
        </span>
        <span className="space" />
        <DayButtons />
        <HallButton hall={hall} />
        {day.isOver ? (
          <Button variant="default" onClick={() => goTo('reception')}>
            {t('reception.to_today')} <kbd className="beside-word">Ctrl 3</kbd>
          </Button>
        ) : (
          <Button variant="default" aria-keyshortcuts={CHECK_IN_KEY} onClick={choice.come}>
            {t('reception.check_in')} <kbd className="beside-word">{CHECK_IN_KEY}</kbd>
          </Button>
        )}
      </div>
      <HelpersOfDay day={day.today} sent={sentToHelpers(day.visits)} />
      <HallNotice hall={hall} />
      {day.isOver ? <Notice tone="amber">{t('reception.day_over')}</Notice> : null}
      <p className="unseen" role="status" aria-live="polite">
        {acts.work.said}
      </p>
      <div className="split reception">
        <section className="card list" aria-label={t('reception.line')}>
          <LineOfDay day={day} acts={acts} choice={choice} />
        </section>
        {choice.coming === null || day.isOver ? null : (
          <CheckInPane
            day={day}
            work={acts.work}
            first={narrowed.application ?? null}
            wanted={choice.coming}
            onDone={came}
            onClose={choice.close}
          />
        )}
        {choice.coming !== null || visit === null ? null : (
          <VisitorPane day={day} visit={visit} acts={acts} onClose={choice.close} />
        )}
      </div>
    </>
  )
}
