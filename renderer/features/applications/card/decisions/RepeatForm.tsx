import { useState } from 'react'
import { repeatFaults } from '#shared/application/decision-faults.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { useCaseOptions } from './case-options.ts'
import { DecisionForm } from './DecisionForm.tsx'

import { ChoiceOf, TextOf } from './fields.tsx'
import { type FormAsked, useLooked } from './use-deciding.ts'

/** Whether an earlier case of the person was on the same matter, and why it was or was not (clause 14; point 12). */
export function RepeatForm({ deciding, ...asked }: FormAsked) {
  const { t } = useWords()
  const { cases } = deciding
  const options = useCaseOptions(cases)
  const [earlier, setEarlier] = useState<string | null>(cases[0]?.row.id ?? null)
  const [same, setSame] = useState<boolean | null>(null)
  const [because, setBecause] = useState('')
  const looked = useLooked(deciding, earlier)
  const compared = cases.find(({ row }) => row.id === earlier)
  return (
    <DecisionForm
      {...asked}
      deciding={deciding}
      faults={repeatFaults({ earlier, same, because }, looked)}
      body={{ earlier, same }}
      personal={{ because }}
    >
      <ChoiceOf
        field="earlier"
        first
        label={t('decision.earlier')}
        value={earlier}
        options={options}
        onChange={setEarlier}
      />
      {compared === undefined ? null : (
        <dl className="facts">
          <dt>{t('decision.essence_now')}</dt>
          <dd>{deciding.card.personal?.essence}</dd>
          <dt>{t('decision.essence_then')}</dt>
          <dd>{compared.essence}</dd>
        </dl>
      )}
      <ChoiceOf<'same' | 'other'>
        field="same"
        label={t('decision.same')}
        value={same === null ? null : same ? 'same' : 'other'}
        options={[
          { value: 'same', label: t('decision.same.yes') },
          { value: 'other', label: t('decision.same.no') },
        ]}
        onChange={chosen => setSame(chosen === null ? null : chosen === 'same')}
      />
      <TextOf field="because" label={t('decision.because')} value={because} onChange={setBecause} />
    </DecisionForm>
  )
}
