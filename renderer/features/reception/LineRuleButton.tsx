import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { LATE_AFTER } from '#shared/visit/promise.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useLineSheet } from './line-sheet.ts'

/** By which rule the line is called: read by whoever asks why, and printed for the hall. */
export function LineRuleButton({ promise }: { promise: number }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const sheet = useLineSheet()
  const sentences = [
    t('reception.rule.out_of_turn'),
    t('reception.rule.promise', { promise }),
    t('reception.rule.booked'),
    t('reception.rule.arrival'),
    t('reception.rule.late', { late: LATE_AFTER }),
    t('reception.rule.kept'),
    t('reception.rule.by_hand'),
  ]
  const title = t('reception.rule')
  const print = () =>
    void sheet.print(
      { title, columns: [title], rows: sentences.map(text => [text]), told: t('reception.rule.told') },
      'line-rule.pdf',
    )
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Modal
        opened={isOpen}
        size={720}
        onClose={() => setOpen(false)}
        title={<b>{title}</b>}
        closeButtonProps={{ 'aria-label': t('act.close') }}
      >
        <div className="card-body">
          <ol>
            {sentences.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ol>
          <SavedNotice saved={sheet.saved} />
          <ErrorNotice error={sheet.call.error} />
          <div className="buttons">
            <Button variant="default" loading={sheet.call.busy} onClick={print}>
              {t('reception.rule.print')}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  )
}
