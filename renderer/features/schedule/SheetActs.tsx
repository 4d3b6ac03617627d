import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import type { Paper, SheetJob } from '#shared/ipc/documents.ts'
import { useOffice, useWorkCalendar } from '../../app/desk-rows.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { SheetPreview } from './SheetPreview.tsx'
import type { PlannedMonth } from './use-planned-month.ts'

type ScheduleJob = Extract<SheetJob, { kind: 'schedule' }>

/** The month as it will hang: seen, and saved as a sheet. */
export function SheetActs({ planned }: { planned: PlannedMonth }) {
  const { t } = useWords()
  const office = useOffice()
  const calendar = useWorkCalendar()
  const call = useCall()
  const [isShown, setShown] = useState(false)
  const [saved, setSaved] = useState<Saved | null>(null)
  const { month, officials, work } = planned
  const jobOn = (paper: Paper): ScheduleJob | null =>
    office === undefined || office === null
      ? null
      : {
          kind: 'schedule',
          paper,
          schedule: work.draft.schedule,
          officials: [...officials],
          office,
          calendar,
          approved: approvalOf(planned),
        }
  const print = async (paper: Paper) => {
    const job = jobOn(paper)
    if (job === null) return
    setSaved(null)
    setSaved(await call.run(() => window.desk.sheetSave({ job, fileName: `schedule-${month}-${paper}.pdf` })))
  }
  const preview = jobOn('A4')
  return (
    <>
      <Menu trapFocus>
        <Menu.Target>
          <Button variant="default" loading={call.busy} rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
            {t('schedule.print')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setShown(true)}>{t('schedule.preview')}</Menu.Item>
          <Menu.Item onClick={() => void print('A4')}>{t('schedule.pdf_a4')}</Menu.Item>
          <Menu.Item onClick={() => void print('A3')}>{t('schedule.pdf_a3')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ErrorNotice error={call.error} />
      <SavedNotice saved={saved} />
      {isShown && preview !== null ? <SheetPreview job={preview} onClose={() => setShown(false)} /> : null}
    </>
  )
}

/** The approval a printed sheet may name: only when what is printed is what was approved. */
function approvalOf({ known: { state }, work }: PlannedMonth) {
  const approved = state?.approved ?? null
  if (approved === null || state?.status !== 'approved' || work.edited) return null
  return { by: approved.approvedBy, on: approved.approvedOn }
}
