import { Button, Modal, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { compareSchedules } from '#shared/schedule/compare.ts'
import type { MonthSchedule } from '#shared/schedule/model.ts'
import type { ApprovedSchedule } from '#shared/schedule/transitions.ts'
import { monthTitle, screenDate } from '#shared/time/official-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DifferenceList } from './DifferenceList.tsx'
import { CHANGE_WORDS } from './kind-words.ts'
import { wholeDraft } from './month-draft.ts'
import { Posted } from './Posted.tsx'
import type { PlannedMonth } from './use-planned-month.ts'

const NOTHING = {}

/** Every version of the month: who, when, why, where it was posted; two of them compared, an old one taken as a draft. */
export function Versions({ planned, onClose }: { planned: PlannedMonth; onClose: () => void }) {
  const { t, dates } = useWords()
  const { month, known, work, officials } = planned
  const versions = known.state?.versions ?? []
  const schedules = new Map<string, MonthSchedule>([
    ...versions.map((one, index) => [String(index), one.schedule] as const),
    ['draft', work.draft.schedule],
  ])
  const last = versions.length - 1
  const [before, setBefore] = useState(String(Math.max(0, last - 1)))
  const [after, setAfter] = useState(last > 0 ? String(last) : 'draft')
  const offered = [...schedules.keys()].map(value => ({
    value,
    label: value === 'draft' ? t('schedule.version.draft') : t('schedule.version', { number: Number(value) + 1 }),
  }))
  const [one, other] = [schedules.get(before), schedules.get(after)]
  const take = ({ schedule }: ApprovedSchedule) => {
    work.change(wholeDraft(schedule, known.state?.approved?.action ?? null))
    onClose()
  }
  return (
    <Modal
      opened
      size={820}
      onClose={onClose}
      title={<b>{t('schedule.versions.title', { month: monthTitle(month, dates) })}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="card-body">
        <VersionList versions={versions} onTake={take} />
        <div className="form-grid">
          <NativeSelect
            label={t('schedule.version.before')}
            data={offered}
            value={before}
            data-autofocus
            onChange={event => setBefore(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('schedule.version.after')}
            data={offered}
            value={after}
            onChange={event => setAfter(event.currentTarget.value)}
          />
        </div>
        {one === undefined || other === undefined ? null : (
          <DifferenceList differences={compareSchedules(one, other)} officials={officials} />
        )}
      </div>
    </Modal>
  )
}

interface Listed {
  readonly versions: readonly ApprovedSchedule[]
  readonly onTake: (version: ApprovedSchedule) => void
}

function VersionList({ versions, onTake }: Listed) {
  const { t, dates } = useWords()
  const users = useRows('users.all', NOTHING)
  return (
    <ol className="rows versions">
      {versions.map((version, index) => {
        const { action, approvedBy, approvedOn, change, ofQuarter, on, by, posted } = version
        const user = users?.find(known => known.user?.id === by)?.user?.name ?? ''
        const name = t('schedule.version', { number: index + 1 })
        return (
          <li key={action}>
            <div className="grow">
              <b>{name}</b>{' '}
              {change === null
                ? t('schedule.status.approved', { by: approvedBy, on: screenDate(approvedOn, dates) })
                : t('schedule.status.changed', { on: screenDate(on, dates), why: t(CHANGE_WORDS[change.code]) })}
              {ofQuarter && change === null ? ` ${t('schedule.version.of_quarter')}` : null}
              <div className="mute">{t('schedule.version.entered', { on: screenDate(on, dates), by: user })}</div>
              <Posted posted={posted} />
            </div>
            {index === versions.length - 1 ? null : (
              <Button
                variant="default"
                aria-label={t('schedule.version.take_of', { number: index + 1 })}
                onClick={() => onTake(version)}
              >
                {t('schedule.version.take')}
              </Button>
            )}
          </li>
        )
      })}
    </ol>
  )
}
