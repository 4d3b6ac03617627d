import { Modal } from '@mantine/core'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ScheduleSheet } from '../../print/schedule/ScheduleSheet.tsx'

interface Shown {
  readonly job: Extract<SheetJob, { kind: 'schedule' }>
  readonly onClose: () => void
}

/** The sheet as it will hang: the very element that is printed. */
export function SheetPreview({ job, onClose }: Shown) {
  const { t } = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      title={<b>{t('schedule.preview')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it is scrolled by the arrow keys */}
      <section className="paper" tabIndex={0} aria-label={t('schedule.preview')}>
        <ScheduleSheet job={{ ...job, paper: 'A4' }} />
      </section>
    </Modal>
  )
}
