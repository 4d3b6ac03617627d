import { useTranslation } from 'react-i18next'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { markOf, publicSchedule } from '#shared/posting/public-schedule.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { annexSheet } from '#shared/schedule/annex-sheet.ts'
import { postedSheet } from '#shared/schedule/posted-sheet.ts'
import { rangeOfMonth } from '#shared/time/plain-date.ts'
import { bothTexts, dateWordsIn, sourceOf } from '../both-texts.ts'
import { AnnexSchedule } from './AnnexSchedule.tsx'

/** Annex 1 of a job: on screen the very element that is printed. */
export function AnnexJobSheet({ job }: { job: Extract<SheetJob, { kind: 'annex' }> }) {
  const { i18n } = useTranslation()
  const { quarter, months, officials, office, calendar, paper } = job
  const words = dateWordsIn(i18n)
  const sheets = months.map(({ schedule, approved }) => {
    const profile = profileOn(office, rangeOfMonth(schedule.month).from)
    const source = sourceOf(i18n, profile)
    return postedSheet({
      schedule,
      officials,
      office,
      calendar,
      approvedOn: approved?.on ?? null,
      profile,
      source,
      words,
    })
  })
  const approved = months.flatMap(month =>
    month.approved === null ? [] : [{ schedule: month.schedule, approvedOn: month.approved.on }],
  )
  const mark = approved.length === 0 ? null : markOf(publicSchedule(approved, officials, office).digest)
  const sheet = annexSheet(quarter, sheets, words, mark)
  return <AnnexSchedule sheet={sheet} paper={paper === 'A3' ? 'a3' : 'a4'} texts={bothTexts(i18n)} />
}
