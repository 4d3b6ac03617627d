import { Button, SegmentedControl } from '@mantine/core'
import { screenDate } from '#shared/time/official-date.ts'
import { goTo } from '../../app/route.ts'
import type { HallAtDesk } from '../../components/use-hall-screen.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DayButtons } from '../close-of-day/DayButtons.tsx'
import { HallButton } from './HallButton.tsx'
import { CHECK_IN_KEY, PART_KEY } from './reception-keys.ts'
import { PARTS, type Part, partOf } from './reception-part.ts'
import type { ReceptionDay } from './use-reception-day.ts'

interface Shown {
  readonly day: ReceptionDay
  readonly hall: HallAtDesk
  readonly part: Part
  readonly onPart: (part: Part) => void
  readonly onCome: () => void
}

/** The head of the screen: the day, what of it is looked at, and who comes. */
export function ReceptionHead({ day, hall, part, onPart, onCome }: Shown) {
  const { t, dates } = useWords()
  return (
    <div className="screen-head">
      <h1>{t('nav.reception')}</h1>
      <span className="mute">{day.isOver ? screenDate(day.today, dates) : day.now}</span>
      {day.isOver ? null : (
        <SegmentedControl
          aria-label={t('reception.part')}
          aria-keyshortcuts={PART_KEY}
          data={PARTS.map(({ part: value, label }) => ({ value, label: t(label) }))}
          value={part}
          onChange={chosen => onPart(partOf(chosen))}
        />
      )}
      <span className="space" />
      {part === 'board' ? null : <DayButtons />}
      <HallButton hall={hall} />
      {day.isOver ? (
        <Button variant="default" onClick={() => goTo('reception')}>
          {t('reception.to_today')} <kbd className="beside-word">Ctrl 3</kbd>
        </Button>
      ) : (
        <Button variant="default" aria-keyshortcuts={CHECK_IN_KEY} onClick={onCome}>
          {t('reception.check_in')} <kbd className="beside-word">{CHECK_IN_KEY}</kbd>
        </Button>
      )}
    </div>
  )
}
