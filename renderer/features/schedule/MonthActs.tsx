import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { findApprover, isApprovedByQuarter } from '#shared/schedule/approval.ts'
import { compareSchedules, reasonsWithoutApproval } from '#shared/schedule/compare.ts'
import type { ScheduleFinding } from '#shared/schedule/findings.ts'
import type { ScheduleChange } from '#shared/schedule/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ApproveMonth } from './ApproveMonth.tsx'
import { ChangeMonth } from './ChangeMonth.tsx'
import { differsFromApproved, openMoves } from './month-draft.ts'
import { PatternDialog } from './PatternDialog.tsx'
import { SheetActs } from './SheetActs.tsx'
import { Unsettled } from './Unsettled.tsx'
import type { PlannedMonth } from './use-planned-month.ts'
import { useScheduleActs } from './use-schedule-acts.ts'
import { Versions } from './Versions.tsx'

interface Shown {
  readonly planned: PlannedMonth
  readonly findings: readonly ScheduleFinding[]
}

type Asked = 'approve' | 'change' | 'pattern' | 'versions'

/** What can be done with the month: kept as a draft, approved, changed by a reason, filled by a pattern, compared, printed. */
export function MonthActs({ planned, findings }: Shown) {
  const { t } = useWords()
  const { known, work, heads } = planned
  const acts = useScheduleActs(heads)
  const [asked, setAsked] = useState<Asked | null>(null)
  const why = blocked(planned, findings)
  const isCollided = work.draft.collided.length > 0
  // What is asked stands on a month that moved meanwhile: it is asked again once that was looked at.
  const shown = isCollided && (asked === 'approve' || asked === 'change') ? null : asked
  const reasons = reasonsOf(planned)
  const versions = known.state?.versions ?? []
  const done = (isDone: boolean) => {
    if (!isDone) return
    setAsked(null)
    work.drop()
  }
  const open = (one: Asked, word: ReactNode, isReady = true) => (
    <Button variant="default" disabled={!isReady} onClick={() => setAsked(one)}>
      {word}
    </Button>
  )
  return (
    <>
      <div className="buttons">
        <Button disabled={why !== null} onClick={() => setAsked('approve')}>
          {t('schedule.approve')}
        </Button>
        {reasons.length === 0 ? null : open('change', t('schedule.change'), why === null)}
        <Button
          variant="default"
          loading={acts.call.busy}
          disabled={!work.edited || isCollided}
          onClick={() => void acts.draft(work.draft).then(done)}
        >
          {t('schedule.keep_draft')}
        </Button>
        <Button variant="default" disabled={!work.edited} onClick={work.drop}>
          {t('schedule.drop_edits')}
        </Button>
        {open('pattern', t('schedule.pattern'))}
        {versions.length === 0 ? null : open('versions', t('schedule.versions', { count: versions.length }))}
        <SheetActs planned={planned} />
        {why === null ? null : <span className="mute">{t(why)}</span>}
      </div>
      {shown === null ? <ErrorNotice error={acts.call.error} /> : null}
      <Dialogs
        asked={shown}
        planned={planned}
        reasons={reasons}
        acts={acts}
        onDone={done}
        onClose={() => setAsked(null)}
      />
    </>
  )
}

interface Asking {
  readonly asked: Asked | null
  readonly planned: PlannedMonth
  readonly reasons: readonly ScheduleChange['code'][]
  readonly acts: ReturnType<typeof useScheduleActs>
  readonly onDone: (isDone: boolean) => void
  readonly onClose: () => void
}

function Dialogs({ asked, planned, reasons, acts, onDone, onClose }: Asking) {
  const { language } = useWords()
  const { month, officials, plan, work } = planned
  const { schedule } = work.draft
  const approver = findApprover(plan.profile, officials, plan.today)
  const approve = (by: string, on: PlainDate) =>
    void acts.approve([work.draft], { by, on, ofQuarter: false }).then(onDone)
  switch (asked) {
    case null:
      return null
    case 'approve':
      return (
        <ApproveMonth
          of={{ month }}
          profile={plan.profile}
          by={approver === null ? '' : officialName(approver, language)}
          call={acts.call}
          onApprove={approve}
          onClose={onClose}
        >
          <Unsettled planned={planned} />
        </ApproveMonth>
      )
    case 'change':
      return (
        <ChangeMonth
          planned={planned}
          reasons={reasons}
          call={acts.call}
          onChange={code => void acts.change(schedule, code).then(onDone)}
          onClose={onClose}
        />
      )
    case 'pattern':
      return <PatternDialog works={[work]} officials={officials} onClose={onClose} />
    case 'versions':
      return <Versions planned={planned} onClose={onClose} />
  }
}

/** Why the month cannot be approved now, or null. */
function blocked({ known, work, plan }: PlannedMonth, findings: readonly ScheduleFinding[]) {
  const isChanged = work.edited && differsFromApproved(work.draft, known.state)
  if (known.state?.status === 'approved' && !isChanged) return 'schedule.blocked.unchanged'
  // The other months are approved with it, in the part of the quarter.
  if (known.state?.approved == null && isApprovedByQuarter(plan.profile)) return 'schedule.blocked.by_quarter'
  if (work.draft.collided.length > 0) return 'schedule.blocked.collided'
  if (findings.some(one => one.severity === 'error')) return 'schedule.blocked.errors'
  if (openMoves(work.draft).length > 0) return 'schedule.blocked.moves'
  if (work.draft.schedule.receptions.length === 0) return 'schedule.blocked.empty'
  return null
}

/** By which reasons what was edited may be entered without a new approval. */
function reasonsOf({ known, work }: PlannedMonth): ScheduleChange['code'][] {
  const approved = known.state?.approved ?? null
  return approved === null ? [] : reasonsWithoutApproval(compareSchedules(approved.schedule, work.draft.schedule))
}
