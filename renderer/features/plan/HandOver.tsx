import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PlannedPerson } from '#shared/plan/model.ts'
import { findTerm } from '#shared/regulation/terms.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { typedDate } from '../../components/typed-date.ts'
import { WhyDate } from '../../components/WhyDate.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { type Heads, type PlanKnown, usePlanActs } from './use-plan.ts'
import { receptionEntity } from './use-preparations.ts'

interface Asked {
  readonly known: PlanKnown
  readonly heads: Heads
  readonly reception: Reception
  readonly booked: readonly PlannedPerson[]
  readonly onDone: () => void
  readonly onClose: () => void
}

const typedForm = (date: PlainDate) => date.split('-').toReversed().join('.')

/** The list of those to be received is handed over: to whom, when, whether it is the final one (clause 27, KZ-2026 rule 32). */
export function HandOver({ known, heads, reception, booked, onDone, onClose }: Asked) {
  const { t, dates } = useWords()
  const { call, apply } = usePlanActs()
  const { today, profile, calendar } = known.plan
  const [to, setTo] = useState(t(profile === 'KZ-2026' ? 'people.handed.to_center' : 'people.handed.to_room'))
  const [dateText, setDateText] = useState(typedForm(today))
  const [final, setFinal] = useState(true)
  const on = typedDate(dateText)
  const isAhead = on !== null && on > today
  const term = findTerm('list_handed', profile, reception.date, calendar)
  const give = async () => {
    if (on === null) return
    const list = { applications: booked.map(({ application }) => application), on, to: to.trim(), final }
    const act = { entity: receptionEntity(reception.id), type: 'reception.list_handed' as const, body: { list } }
    if (await apply([act], heads)) onDone()
  }
  return (
    <Confirm
      title={t('people.handed.title')}
      act={t('people.handed.act')}
      call={call}
      allowed={on !== null && !isAhead && to.trim() !== ''}
      onAct={() => void give()}
      onClose={onClose}
    >
      <p>{t('people.handed.sentence', { date: screenDate(reception.date, dates), number: booked.length })}</p>
      {term === null ? null : (
        <p>
          {t('people.handed.due')} <WhyDate term={term} />
        </p>
      )}
      {term !== null && on !== null && on > term.by ? <Notice tone="amber">{t('people.handed.late')}</Notice> : null}
      <TextInput
        label={t('people.handed.to')}
        data-autofocus
        maxLength={200}
        value={to}
        onChange={event => setTo(event.currentTarget.value)}
      />
      <TextInput
        label={t('people.handed.on')}
        placeholder={t('register.date_example')}
        value={dateText}
        error={on === null ? t('finding.date_unreadable') : isAhead ? t('people.handed.ahead') : undefined}
        onChange={event => setDateText(event.currentTarget.value)}
      />
      <Checkbox label={t('people.handed.final')} checked={final} onChange={() => setFinal(!final)} />
    </Confirm>
  )
}
