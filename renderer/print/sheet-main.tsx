import '../without-eval.ts'
import i18next from 'i18next'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import { assertNever } from '#shared/result/result.ts'
import { postedSheet } from '#shared/schedule/posted-sheet.ts'
import { startWords } from '../i18n/i18n.ts'
import { useWords } from '../i18n/use-words.ts'
import { bothTexts, dateWordsIn, sourceOf } from './both-texts.ts'
import { QuarterlySheet } from './report/QuarterlySheet.tsx'
import { PostedSchedule } from './schedule/PostedSchedule.tsx'

/** The sheet window: takes its one job, draws it, and says so when the fonts are there too. */
async function drawSheet(): Promise<void> {
  const root = document.getElementById('sheet')
  const given = await window.desk.sheetJob({})
  if (root === null || !given.ok) return
  await startWords(given.value.job.kind === 'report' ? given.value.job.language : 'kk')
  // Drawn at once and laid out by the question for its height, which asks for its fonts: a hidden window has no frames.
  flushSync(() => createRoot(root).render(<Sheet job={given.value.job} />))
  root.getBoundingClientRect()
  await document.fonts.ready
  await window.desk.sheetReady({})
}

function Sheet({ job }: { job: SheetJob }) {
  switch (job.kind) {
    case 'schedule':
      return <Posted job={job} />
    case 'report':
      return <Report job={job} />
    default:
      return assertNever(job)
  }
}

function Posted({ job }: { job: Extract<SheetJob, { kind: 'schedule' }> }) {
  const { schedule, officials, office, approved, paper } = job
  const sheet = postedSheet({
    schedule,
    officials,
    office,
    calendar: SEED_CALENDAR,
    approvedOn: approved?.on ?? null,
    source: sourceOf(i18next, office.profile),
    words: dateWordsIn(i18next),
  })
  return <PostedSchedule sheet={sheet} paper={paper === 'A3' ? 'a3' : 'a4'} texts={bothTexts(i18next)} />
}

function Report({ job }: { job: Extract<SheetJob, { kind: 'report' }> }) {
  const { t, language, dates } = useWords()
  const { office, preparedOn } = job.data
  const report = quarterlyReport(job.data, SEED_DIRECTORIES)
  return (
    <QuarterlySheet report={report} office={office} preparedOn={preparedOn} t={t} language={language} dates={dates} />
  )
}

void drawSheet()
