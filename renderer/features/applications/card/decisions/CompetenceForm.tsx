import { useState } from 'react'
import { competenceFaults } from '#shared/application/decision-faults.ts'
import { Competence } from '#shared/application/decisions.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { DecisionForm } from './DecisionForm.tsx'

import { ChoiceOf } from './fields.tsx'
import { type FormAsked, useLooked } from './use-deciding.ts'
import { useBodyOptions } from './use-options.ts'

/** Whose the matter is (clauses 14, 18; point 6): the office's own, of another body, or of a central one. */
export function CompetenceForm({ deciding, ...asked }: FormAsked) {
  const { t } = useWords()
  const looked = useLooked(deciding)
  const bodies = useBodyOptions()
  const [outcome, setOutcome] = useState<Competence | null>(null)
  const [body, setBody] = useState<string | null>(null)
  const draft = { outcome, body: outcome === 'forwarded' ? body : null }
  return (
    <DecisionForm {...asked} deciding={deciding} faults={competenceFaults(draft, looked)} body={draft}>
      <ChoiceOf<Competence>
        field="outcome"
        first
        label={t('decision.competence')}
        value={outcome}
        options={Competence.options.map(value => ({ value, label: t(`decision.competence.${value}`) }))}
        onChange={setOutcome}
      />
      {outcome === 'forwarded' ? (
        <ChoiceOf field="body" label={t('decision.body')} value={body} options={bodies} onChange={setBody} />
      ) : null}
      {outcome === 'central_body' ? <p className="mute">{t('decision.central_body.note')}</p> : null}
    </DecisionForm>
  )
}
