import { Button, Modal, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { toOverrule } from '#shared/visit/transitions.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useJournalAct } from '../../components/use-journal-act.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ticketOf } from '../reception/use-visit-work.ts'

/** Of a visitor who is entered and whose check did not pass: why the lead let them in, as it was written then. */
export function AdmitOnPaper({ visit, onClose }: { visit: VisitRow; onClose: () => void }) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const [typed, setTyped] = useState('')
  const [sent, setSent] = useState(false)
  const reason = typed.trim()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (reason === '') return
    const body = { admission: { overruled: toOverrule(visit.state) } }
    const intent = { entity: visit.id, type: 'visit.admitted', basedOn: visit.head, body }
    if (await act(intent, { reason })) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={<b>{t('paper.admit.title', { ticket: ticketOf(visit) })}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <form noValidate onSubmit={event => void submit(event)}>
        <Textarea
          label={t('identity.admit.reason')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          value={typed}
          error={sent && reason === '' ? t('identity.admit.reason_missing') : undefined}
          onChange={event => setTyped(event.currentTarget.value)}
        />
        <ErrorNotice error={call.error} />
        <div className="buttons">
          <Button type="submit" loading={call.busy}>
            {t('visit.act.admit')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
