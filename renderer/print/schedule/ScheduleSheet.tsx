import { useTranslation } from 'react-i18next'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { postedSheet } from '#shared/schedule/posted-sheet.ts'
import { rangeOfMonth } from '#shared/time/plain-date.ts'
import { bothTexts, dateWordsIn, sourceOf } from '../both-texts.ts'
import { PostedSchedule } from './PostedSchedule.tsx'

/** The posted schedule of a job: on screen the very element that is printed. */
export function ScheduleSheet({ job }: { job: Extract<SheetJob, { kind: 'schedule' }> }) {
  const { i18n } = useTranslation()
  const { schedule, officials, office, calendar, approved, paper } = job
  const sheet = postedSheet({
    schedule,
    officials,
    office,
    calendar,
    approvedOn: approved?.on ?? null,
    source: sourceOf(i18n, profileOn(office, rangeOfMonth(schedule.month).from)),
    words: dateWordsIn(i18n),
  })
  return <PostedSchedule sheet={sheet} paper={paper === 'A3' ? 'a3' : 'a4'} texts={bothTexts(i18n)} />
}
