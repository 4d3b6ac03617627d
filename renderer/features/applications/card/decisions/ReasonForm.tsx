import { useState } from 'react'
import { textFaults } from '#shared/application/decision-faults.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { DecisionForm } from './DecisionForm.tsx'

import { TextOf } from './fields.tsx'
import type { FormAsked } from './use-deciding.ts'

/** A decision that only says why: leaving without consideration (clause 5), or not accepting a proposed refusal. */
export function ReasonForm(asked: FormAsked) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <DecisionForm {...asked} faults={textFaults('reason', reason)} body={{}} personal={{ reason }}>
      <TextOf field="reason" first label={t('decision.reason')} value={reason} onChange={setReason} />
    </DecisionForm>
  )
}
