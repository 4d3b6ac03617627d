import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { completenessFaults } from '#shared/application/decision-faults.ts'
import { correctionTerm } from '#shared/application/decision-terms.ts'
import { proposedLacks } from '#shared/application/proposals.ts'
import { LACKS, type Lack } from '#shared/regulation/model.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { WhyDate } from '../../../../components/WhyDate.tsx'
import { useWords } from '../../../../i18n/use-words.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { useFaultProps } from './faults.tsx'
import { ChoiceOf } from './fields.tsx'
import { type FormAsked, useLooked } from './use-deciding.ts'

type Outcome = 'complete' | 'incomplete'

/** Whether the application has all it may not be without (clause 5; point 6). What seems to be missing is ticked beforehand. */
export function CompletenessForm({ deciding, ...asked }: FormAsked) {
  const { t } = useWords()
  const looked = useLooked(deciding)
  const { registered } = deciding
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [seem, setLacks] = useState<readonly Lack[]>(() => proposedLacks(registered))
  const term = correctionTerm(registered.profile, looked.today, looked.calendar)
  const isLacking = outcome === 'incomplete'
  const draft = {
    outcome,
    lacks: isLacking ? LACKS.filter(lack => seem.includes(lack)) : [],
    correctBy: isLacking ? (term?.by ?? null) : null,
  }
  return (
    <DecisionForm {...asked} deciding={deciding} faults={completenessFaults(draft, looked)} body={draft}>
      <ChoiceOf<Outcome>
        field="outcome"
        first
        label={t('decision.completeness')}
        value={outcome}
        options={[
          { value: 'complete', label: t('decision.complete') },
          { value: 'incomplete', label: t('decision.incomplete') },
        ]}
        onChange={setOutcome}
      />
      {isLacking ? <Lacks lacks={seem} onChange={setLacks} /> : null}
      {isLacking && term !== null ? (
        <p>
          {t('decision.correct_by')}: <WhyDate term={term} />
        </p>
      ) : null}
      {isLacking && profileOf(registered.profile).incomplete.decision === 'left' ? (
        <p className="mute">{t('decision.then_left')}</p>
      ) : null}
    </DecisionForm>
  )
}

function Lacks({ lacks, onChange }: { lacks: readonly Lack[]; onChange: (lacks: readonly Lack[]) => void }) {
  const { t } = useWords()
  const faults = useFaultProps('lacks')
  return (
    <Checkbox.Group
      {...faults}
      className="lacks"
      {...('error' in faults ? { 'data-faulty': true } : {})}
      label={t('decision.lacks')}
      value={[...lacks]}
      onChange={chosen => onChange(LACKS.filter(lack => chosen.includes(lack)))}
    >
      <div className="choices">
        {LACKS.map(lack => (
          <Checkbox key={lack} value={lack} label={t(`decision.lack.${lack}`)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
