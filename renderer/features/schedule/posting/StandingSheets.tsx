import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import type { Paper } from '#shared/ipc/documents.ts'
import { ErrorNotice } from '../../../components/Notice.tsx'
import { SavedNotice } from '../../../components/SavedNotice.tsx'
import { useCall } from '../../../components/use-call.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { AnnexJobSheet } from '../../../print/schedule/AnnexJobSheet.tsx'
import { ScheduleSheet } from '../../../print/schedule/ScheduleSheet.tsx'
import { fileNameOf, type PostedJob } from './posting-jobs.ts'

/** The sheets that stand, on screen the very elements that are printed, and their PDF on both papers. */
export function StandingSheets({ jobsOn }: { readonly jobsOn: (paper: Paper) => readonly PostedJob[] }) {
  const { t } = useWords()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const jobs = jobsOn('A4')
  const [at, setAt] = useState(0)
  const shown = jobs[at] ?? jobs[0]
  if (shown === undefined) return null
  const print = async (paper: Paper) => {
    const job = jobsOn(paper)[jobs.indexOf(shown)]
    if (job === undefined) return
    setSaved(null)
    setSaved(await call.run(() => window.desk.sheetSave({ job, fileName: fileNameOf(job) })))
  }
  return (
    <div className="card-body">
      <div className="buttons">
        {jobs.length < 2
          ? null
          : jobs.map((job, index) => (
              <Button
                key={fileNameOf(job)}
                variant={job === shown ? 'light' : 'default'}
                aria-pressed={job === shown}
                onClick={() => setAt(index)}
              >
                {job.kind === 'annex' ? job.quarter : job.schedule.month}
              </Button>
            ))}
        {(['A4', 'A3'] as const).map(paper => (
          <Button
            key={paper}
            variant="default"
            loading={call.busy}
            leftSection={<IconPrinter size={17} aria-hidden="true" />}
            onClick={() => void print(paper)}
          >
            {t(paper === 'A4' ? 'schedule.pdf_a4' : 'schedule.pdf_a3')}
          </Button>
        ))}
      </div>
      <ErrorNotice error={call.error} />
      <SavedNotice saved={saved} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it is scrolled by the arrow keys */}
      <section className="paper posting-paper" tabIndex={0} aria-label={t('schedule.preview')}>
        {shown.kind === 'annex' ? <AnnexJobSheet job={shown} /> : <ScheduleSheet job={shown} />}
      </section>
    </div>
  )
}
