import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf } from '#shared/change/action-types.ts'
import { ticketText } from '#shared/visit/number.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { useCall } from '../../components/use-call.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Registered } from './RegisteredPanel.tsx'

/** Puts the visitor into today's queue; main gives the ticket. */
export function QueueToday({ done }: { done: Registered }) {
  const { t } = useWords()
  const store = useStore()
  const call = useCall()
  const [request] = useState(newRequestId)
  const [ticket, setTicket] = useState<string | null>(null)
  const { registration, personal } = done.values
  const checkIn = async () => {
    const came = await call.run(() =>
      window.desk.visitCheckIn({
        request,
        application: done.action.entity,
        officialId: registration.officialId,
        booked: null,
        outOfTurn: personal.category !== null && (personal.proofSeen || personal.category === 'pregnant'),
      }),
    )
    if (came === null) return
    await store.caughtUp(came.action.id)
    setTicket(ticketText(bodyOf('visit.checked_in', came.action).visit.ticket))
  }
  if (ticket !== null) return <Notice tone="green">{t('register.done.queued', { ticket })}</Notice>
  return (
    <>
      <ErrorNotice error={call.error} />
      <Button variant="default" loading={call.busy} onClick={() => void checkIn()}>
        {t('register.done.queue')}
      </Button>
    </>
  )
}
