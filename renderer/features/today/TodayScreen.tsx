import { Button } from '@mantine/core'
import { IconCalculator } from '@tabler/icons-react'
import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import { WhenWhole } from '../../app/WhenWhole.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ContactsToday } from '../contacts/ContactsToday.tsx'
import { useTerms } from '../terms/terms-context.ts'
import { TERMS_KEY } from '../terms/terms-key.ts'
import { DueLines } from './DueLines.tsx'
import { QuarterFigures } from './QuarterFigures.tsx'
import { ReceptionsToday } from './ReceptionsToday.tsx'

/** What is due now, what the day holds, then the figures. Nothing stands here that is not so. */
export function TodayScreen() {
  const { t, dates } = useWords()
  const today = useToday()
  const terms = useTerms()
  return (
    <>
      <div className="screen-head">
        <h1>{t('today.title')}</h1>
        <span className="mute">
          {screenDate(today, dates)}, {weekdayName(today, dates)}
        </span>
        <span className="space" />
        <Button
          variant="default"
          leftSection={<IconCalculator size={17} aria-hidden="true" />}
          rightSection={
            <span className="act-key" aria-hidden="true">
              {TERMS_KEY}
            </span>
          }
          aria-keyshortcuts={TERMS_KEY}
          onClick={() => terms.open({ from: today, profile: null })}
        >
          {t('terms.title')}
        </Button>
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
