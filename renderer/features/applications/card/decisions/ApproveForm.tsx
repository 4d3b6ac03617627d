import { useWords } from '../../../../i18n/use-words.ts'
import { DecidedFacts } from './DecidedFacts.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import type { FormAsked } from './use-deciding.ts'

/** A second person looks at the proposed refusal as a whole and approves it. */
export function ApproveForm(asked: FormAsked) {
  const { t } = useWords()
  const { refusal } = asked.deciding.registered
  return (
    <DecisionForm {...asked} faults={[]} body={{}}>
      <p className="sentence">{t('decision.approve.sentence')}</p>
      {refusal === null ? null : <DecidedFacts decision={refusal} cases={asked.deciding.cases} />}
    </DecisionForm>
  )
}
