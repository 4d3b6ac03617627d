import { Button } from '@mantine/core'
import { useState } from 'react'
import { officeTime } from '#shared/time/office-time.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { mayAdmit } from '#shared/visit/identity.ts'
import { useDesk } from '../../app/desk-context.ts'
import { addressOf } from '../../app/route.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import type { VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ticketOf } from '../reception/use-visit-work.ts'
import { STATUS_WORDS } from '../reception/visit-words.ts'
import { AdmitOnPaper } from './AdmitOnPaper.tsx'
import { ServeOnPaper } from './ServeOnPaper.tsx'

/** What of the day is entered already; of one who waits what was held is entered here, of one who did not pass the lead's word. */
export function EnteredPart({ entered, day }: { entered: readonly VisitRow[]; day: PlainDate }) {
  const { t } = useWords()
  const isLead = mayAdmit(useDesk().start.user?.role ?? 'clerk')
  const [act, setAct] = useState<{ readonly id: string; readonly what: 'serve' | 'admit' } | null>(null)
  const chosen = entered.find(({ id }) => id === act?.id)
  const Form = act?.what === 'admit' ? AdmitOnPaper : ServeOnPaper
  return (
    <Card title={t('paper.entered', { count: entered.length })}>
      {entered.length === 0 ? (
        <p className="card-body mute">{t('paper.entered.none')}</p>
      ) : (
        <ul className="rows">
          {entered.map(visit => {
            const { state, application, id } = visit
            const { key, tone } = STATUS_WORDS[state.status]
            const name = application === null ? '' : applicantName(application) || application.organisation
            return (
              <li key={id}>
                <b className="ticket">{ticketOf(visit)}</b>
                <span className="mute">{state.arrivedAt === null ? '' : officeTime(Date.parse(state.arrivedAt))}</span>
                <a className="grow link" href={addressOf('reception', { open: id, day })}>
                  {name || t('applications.erased')}
                </a>
                <Badge tone={tone}>{t(key)}</Badge>
                {state.status === 'waiting' ? (
                  <Button variant="default" onClick={() => setAct({ id, what: 'serve' })}>
                    {t('paper.serve')}
                  </Button>
                ) : null}
                {state.status === 'stopped' && isLead ? (
                  <Button variant="default" onClick={() => setAct({ id, what: 'admit' })}>
                    {t('paper.admit')}
                  </Button>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
      {chosen === undefined ? null : <Form visit={chosen} onClose={() => setAct(null)} />}
    </Card>
  )
}
