import { Button } from '@mantine/core'
import { useState } from 'react'
import { entityId } from '#shared/change/action.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import type { Paper, SheetJob } from '#shared/ipc/documents.ts'
import type { Official } from '#shared/official/model.ts'
import type { ScheduleFinding } from '#shared/schedule/findings.ts'
import type { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { type MonthKnown, useOffice, useWorkCalendar } from '../../app/desk-rows.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ApproveMonth } from './ApproveMonth.tsx'
import { openMoves } from './month-draft.ts'
import { SheetPreview } from './SheetPreview.tsx'
import type { MonthWork } from './use-month-draft.ts'

type ScheduleJob = Extract<SheetJob, { kind: 'schedule' }>

interface Shown {
  readonly month: PlainMonth
  readonly officials: readonly Official[]
  readonly known: MonthKnown
  readonly work: MonthWork
  readonly findings: readonly ScheduleFinding[]
}

/** What can be done with the month: keep it as a draft, approve it, see it as it will hang, print it. */
export function MonthActs({ month, officials, known, work, findings }: Shown) {
  const { t, language } = useWords()
  const office = useOffice()
  const calendar = useWorkCalendar()
  const call = useCall()
  const [asked, setAsked] = useState<'approve' | 'preview' | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const { schedule } = work.draft
  const akim = officials.find(official => official.category === 'akim')
  const why = blocked(work, findings, known)
  const act = async (type: 'schedule.drafted' | 'schedule.approved', more: Record<string, unknown>) => {
    const intent = { entity: entityId('schedule', month), type, basedOn: known.head, body: { schedule, ...more } }
    if ((await call.run(() => window.desk.journalAct({ intent }))) === null) return
    setAsked(null)
    work.drop()
  }
  const jobOn = (paper: Paper): ScheduleJob | null =>
    office === undefined || office === null
      ? null
      : {
          kind: 'schedule',
          paper,
          schedule,
          officials: [...officials],
          office,
          calendar,
          approved: approvalOf(known, work),
        }
  const print = async (paper: Paper) => {
    const job = jobOn(paper)
    if (job === null) return
    setSaved(null)
    setSaved(await call.run(() => window.desk.sheetSave({ job, fileName: `schedule-${month}-${paper}.pdf` })))
  }
  const approve = (by: string, on: PlainDate) => void act('schedule.approved', { approvedBy: by, approvedOn: on })
  const preview = jobOn('A4')
  return (
    <>
      <div className="buttons">
        <Button disabled={why !== null} onClick={() => setAsked('approve')}>
          {t('schedule.approve')}
        </Button>
        <Button
          variant="default"
          loading={call.busy}
          disabled={!work.edited}
          onClick={() => void act('schedule.drafted', {})}
        >
          {t('schedule.keep_draft')}
        </Button>
        <Button variant="default" disabled={!work.edited} onClick={work.drop}>
          {t('schedule.drop_edits')}
        </Button>
        <Button variant="default" onClick={() => setAsked('preview')}>
          {t('schedule.preview')}
        </Button>
        <Button variant="default" loading={call.busy} onClick={() => void print('A4')}>
          {t('schedule.pdf_a4')}
        </Button>
        <Button variant="default" loading={call.busy} onClick={() => void print('A3')}>
          {t('schedule.pdf_a3')}
        </Button>
        {why === null ? null : <span className="mute">{t(why)}</span>}
      </div>
      {asked === 'approve' ? null : <ErrorNotice error={call.error} />}
      <SavedNotice saved={saved} />
      {asked === 'approve' ? (
        <ApproveMonth
          month={month}
          by={akim === undefined ? '' : officialName(akim, language)}
          call={call}
          onApprove={approve}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === 'preview' && preview !== null ? <SheetPreview job={preview} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

/** Why the month cannot be approved now, or null. */
function blocked(work: MonthWork, findings: readonly ScheduleFinding[], { state }: MonthKnown) {
  if (state?.status === 'approved' && !work.edited) return 'schedule.blocked.unchanged'
  if (findings.some(one => one.severity === 'error')) return 'schedule.blocked.errors'
  if (openMoves(work.draft).length > 0) return 'schedule.blocked.moves'
  if (work.draft.schedule.receptions.length === 0) return 'schedule.blocked.empty'
  return null
}

/** The approval a printed sheet may name: only when what is printed is what was approved. */
function approvalOf({ state }: MonthKnown, work: MonthWork) {
  const approved = state?.approved ?? null
  if (approved === null || state?.status !== 'approved' || work.edited) return null
  return { by: approved.approvedBy, on: approved.approvedOn }
}
