import { Button, Modal } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { sentenceOf } from '../../i18n/sentence.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ticketOf } from '../reception/use-visit-work.ts'
import { type EntryField, NOT_HELD } from './entry-form.ts'
import { heldOf } from './entry-values.ts'
import { HeldFields } from './HeldFields.tsx'

/** What was held on paper of a visitor who is entered and waits. */
export function ServeOnPaper({ visit, onClose }: { visit: VisitRow; onClose: () => void }) {
  const { t } = useWords()
  const { i18n } = useTranslation()
  const store = useStore()
  const call = useCall()
  const [held, setHeld] = useState(NOT_HELD)
  const [sent, setSent] = useState(false)
  const { value, faults } = heldOf(held)
  const faultOf = (field: EntryField) => {
    const key = sent ? faults.find(one => one.field === field)?.key : undefined
    return key === undefined ? undefined : sentenceOf(i18n, key, {}, key)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    const { id: entity, head: basedOn } = visit
    if (value === null || basedOn === null) return
    const done = await call.run(async () => {
      const answer = await window.desk.paperServe({ entity, basedOn, held: value })
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
    if (done !== null) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={<b>{t('paper.serve.title', { ticket: ticketOf(visit) })}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <form className="paper-entry" noValidate onSubmit={event => void submit(event)}>
        <HeldFields held={held} faultOf={faultOf} change={part => setHeld({ ...held, ...part })} />
        <div className="wide">
          <ErrorNotice error={call.error} />
        </div>
        <div className="buttons wide">
          <Button type="submit" loading={call.busy}>
            {t('act.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
