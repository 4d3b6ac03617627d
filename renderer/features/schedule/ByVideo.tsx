import { Button } from '@mantine/core'
import { allByVideo, isAgainstRestriction } from '#shared/schedule/by-video.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useAround } from './use-around.ts'
import type { MonthWork } from './use-month-draft.ts'

interface Shown {
  readonly works: readonly MonthWork[]
  /** The receptions are by video now; the button is gone, so the focus goes elsewhere. */
  readonly onDone: (count: number) => void
}

/** Every reception in person on days on which reception is by video alone, by video in one press (clause 13; KZ-2026 rule 25). */
export function ByVideo({ works, onDone }: Shown) {
  const { t } = useWords()
  const calendar = useWorkCalendar()
  const around = useAround()
  if (around === undefined) return null
  const count = works.flatMap(({ draft }) =>
    draft.schedule.receptions.filter(one => isAgainstRestriction(one, around)),
  ).length
  if (count === 0) return null
  const switchAll = () => {
    for (const { draft, change } of works) {
      const schedule = allByVideo(draft.schedule, calendar, around)
      if (schedule !== draft.schedule) change({ ...draft, schedule })
    }
    onDone(count)
  }
  return (
    <Button variant="default" onClick={switchAll}>
      {t('schedule.by_video', { count })}
    </Button>
  )
}
