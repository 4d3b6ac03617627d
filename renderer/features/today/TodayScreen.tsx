import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { WhenWhole } from '../../app/WhenWhole.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { DueLines } from './DueLines.tsx'
import { QuarterFigures } from './QuarterFigures.tsx'
import { ReceptionsToday } from './ReceptionsToday.tsx'

/** What is there and what to do next. Nothing stands here that is not so. */
export function TodayScreen() {
  const { t, dates } = useWords()
  const { start } = useDesk()
  return (
    <>
      <div className="screen-head">
        <h1>{t('today.title')}</h1>
        <span className="mute">
          {screenDate(start.today, dates)}, {weekdayName(start.today, dates)}
        </span>
      </div>
      <WhenWhole>
        <QuarterFigures />
      </WhenWhole>
      <div className="columns">
        <DueLines />
        <ReceptionsToday />
      </div>
    </>
  )
}
