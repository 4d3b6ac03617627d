import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import { WhenWhole } from '../../app/WhenWhole.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ContactsToday } from '../contacts/ContactsToday.tsx'
import { DueLines } from './DueLines.tsx'
import { QuarterFigures } from './QuarterFigures.tsx'
import { ReceptionsToday } from './ReceptionsToday.tsx'

/** What is due now, what the day holds, then the figures. Nothing stands here that is not so. */
export function TodayScreen() {
  const { t, dates } = useWords()
  const today = useToday()
  return (
    <>
      <div className="screen-head">
        <h1>{t('today.title')}</h1>
        <span className="mute">
          {screenDate(today, dates)}, {weekdayName(today, dates)}
        </span>
      </div>
      <div className="columns">
        <DueLines />
        <div className="column">
          <ReceptionsToday />
          <ContactsToday />
        </div>
      </div>
      <WhenWhole>
        <QuarterFigures />
      </WhenWhole>
    </>
  )
}
