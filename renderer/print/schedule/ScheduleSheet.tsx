import { useTranslation } from 'react-i18next'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { markOf, publicMonth } from '#shared/posting/public-schedule.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { postedSheet } from '#shared/schedule/posted-sheet.ts'
import { rangeOfMonth } from '#shared/time/plain-date.ts'
import { bothTexts, dateWordsIn, sourceOf } from '../both-texts.ts'
import { PostedSchedule } from './PostedSchedule.tsx'

/** The posted schedule of a job: on screen the very element that is printed. */
export function ScheduleSheet({ job }: { job: Extract<SheetJob, { kind: 'schedule' }> }) {
  const { i18n } = useTranslation()
  const { schedule, officials, office, calendar, approved, paper } = job
  const profile = profileOn(office, rangeOfMonth(schedule.month).from)
  const mark =
    approved === null ? null : markOf(publicMonth({ schedule, approvedOn: approved.on }, officials, office).digest)
  const sheet = postedSheet({
    schedule,
    officials,
    office,
    calendar,
    approvedOn: approved?.on ?? null,
    profile,
    source: sourceOf(i18n, profile),
    mark,
    words: dateWordsIn(i18n),
  })
  return <PostedSchedule sheet={sheet} paper={paper === 'A3' ? 'a3' : 'a4'} texts={bothTexts(i18n)} />
}
