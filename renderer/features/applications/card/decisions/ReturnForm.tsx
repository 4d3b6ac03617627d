import { useState } from 'react'
import { returnFaults } from '#shared/application/decision-faults.ts'
import { namesEarlier, ReturnGround } from '#shared/application/decisions.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { useCaseOptions } from './case-options.ts'
import { DecisionForm } from './DecisionForm.tsx'

import { ChoiceOf, TextOf } from './fields.tsx'
import { type FormAsked, useLooked } from './use-deciding.ts'

/** The application is returned with the reason (Code, art. 64(7)). */
export function ReturnForm({ deciding, ...asked }: FormAsked) {
  const { t } = useWords()
  const options = useCaseOptions(deciding.cases)
  const isLacking = deciding.card.status === 'incomplete'
  const [ground, setGround] = useState<ReturnGround | null>(null)
  const [chosen, setEarlier] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const earlier = namesEarlier(ground) ? chosen : null
  const looked = useLooked(deciding, earlier)
  return (
    <DecisionForm
      {...asked}
      deciding={deciding}
      faults={returnFaults({ ground, earlier, reason }, looked)}
      body={{ ground, earlier }}
      personal={{ reason }}
    >
      <ChoiceOf<ReturnGround>
        field="ground"
        first
        label={t('act.ground')}
        value={ground}
        options={ReturnGround.options
          .filter(value => isLacking || value !== 'not_corrected')
          .map(value => ({ value, label: t(`decision.return.${value}`) }))}
        onChange={setGround}
      />
      {namesEarlier(ground) ? (
        <ChoiceOf
          field="earlier"
          label={t('decision.earlier')}
          value={earlier}
          options={options}
          onChange={setEarlier}
        />
      ) : null}
      <TextOf field="reason" label={t('decision.reason')} value={reason} onChange={setReason} />
    </DecisionForm>
  )
}
