import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { postedSheet } from '#shared/schedule/posted-sheet.ts'
import { useWords } from '../../i18n/use-words.ts'
import { bothTexts, dateWordsIn, sourceOf } from '../../print/both-texts.ts'
import { PostedSchedule } from '../../print/schedule/PostedSchedule.tsx'

interface Shown {
  readonly job: Extract<SheetJob, { kind: 'schedule' }>
  readonly onClose: () => void
}

/** The sheet as it will hang: the very element that is printed. */
export function SheetPreview({ job, onClose }: Shown) {
  const { t } = useWords()
  const { i18n } = useTranslation()
  const { schedule, officials, office, approved } = job
  const sheet = postedSheet({
    schedule,
    officials,
    office,
    calendar: SEED_CALENDAR,
    approvedOn: approved?.on ?? null,
    source: sourceOf(i18n, office.profile),
    words: dateWordsIn(i18n),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      title={<b>{t('schedule.preview')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="paper">
        <PostedSchedule sheet={sheet} paper="a4" texts={bothTexts(i18n)} />
      </div>
    </Modal>
  )
}
