import { useState } from 'react'
import { extensionFaults } from '#shared/application/decision-faults.ts'
import { extensionLimit } from '#shared/application/decision-terms.ts'
import type { Decider } from '#shared/regulation/model.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { WhyDate } from '../../../../components/WhyDate.tsx'
import { useWords } from '../../../../i18n/use-words.ts'
import { DecisionForm } from './DecisionForm.tsx'

import { ChoiceOf, DayOf, LineOf, TextOf } from './fields.tsx'
import { type FormAsked, useLooked } from './use-deciding.ts'
import { useDeciderName, useDeciderOptions } from './use-options.ts'

/** The consideration is extended by a reasoned decision (clause 30; point 14): the longest it may be is shown and why. */
export function ExtensionForm({ deciding, ...asked }: FormAsked) {
  const { t } = useWords()
  const looked = useLooked(deciding)
  const { deciders, ground } = profileOf(deciding.registered.profile).extension
  const options = useDeciderOptions(deciders)
  const nameOf = useDeciderName()
  const [decidedOn, setDecidedOn] = useState<PlainDate | null>(looked.today)
  const [until, setUntil] = useState<PlainDate | null>(null)
  const [decider, setDecider] = useState<Decider | null>(null)
  const [decidedBy, setDecidedBy] = useState('')
  const [reason, setReason] = useState('')
  const draft = { until, decidedOn, decider, ground, reason, decidedBy }
  const limit = extensionLimit(deciding.registered, decidedOn ?? looked.today, looked.calendar)
  const choose = (chosen: Decider | null) => {
    setDecider(chosen)
    if (decidedBy === '' || decidedBy === nameOf(decider)) setDecidedBy(nameOf(chosen))
  }
  return (
    <DecisionForm
      {...asked}
      deciding={deciding}
      faults={extensionFaults(draft, looked)}
      body={{ until, decidedOn, decider, ground }}
      personal={{ reason, decidedBy }}
    >
      <p>
        {t('act.ground')}: {t(`decision.extension.${ground}`)}
      </p>
      <ChoiceOf
        field="decider"
        first
        label={t('decision.decider')}
        value={decider}
        options={options}
        onChange={choose}
      />
      <div className="decision-pair">
        <LineOf field="decidedBy" label={t('decision.decided_by')} value={decidedBy} onChange={setDecidedBy} />
        <DayOf field="decidedOn" label={t('decision.decided_on')} value={decidedOn} onChange={setDecidedOn} />
        <DayOf field="until" label={t('decision.until')} value={until} onChange={setUntil} />
      </div>
      <p>
        {t('decision.limit')}: <WhyDate term={limit} />
      </p>
      <TextOf field="reason" label={t('decision.reason')} value={reason} onChange={setReason} />
    </DecisionForm>
  )
}
