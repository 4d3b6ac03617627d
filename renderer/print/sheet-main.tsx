import '../without-eval.ts'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { officeDirectories } from '#shared/directory/seed.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import { assertNever } from '#shared/result/result.ts'
import { startWords } from '../i18n/i18n.ts'
import { useWords } from '../i18n/use-words.ts'
import { QuarterlySheet } from './report/QuarterlySheet.tsx'
import { ScheduleSheet } from './schedule/ScheduleSheet.tsx'

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
      return <ScheduleSheet job={job} />
    case 'report':
      return <Report job={job} />
    default:
      return assertNever(job)
  }
}

function Report({ job }: { job: Extract<SheetJob, { kind: 'report' }> }) {
  const { t, language, dates } = useWords()
  const { office, preparedOn } = job.data
  const report = quarterlyReport(job.data, officeDirectories(job.data.entries))
  return (
    <QuarterlySheet report={report} office={office} preparedOn={preparedOn} t={t} language={language} dates={dates} />
  )
}

void drawSheet()
