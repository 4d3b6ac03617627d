import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FINDING_CLAUSES } from '#shared/application/finding-clauses.ts'
import type { Finding } from '#shared/application/findings.ts'
import { sentenceOf } from '../../i18n/sentence.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useFormAround } from './form-context.ts'

/** Under its field, where it is looked for. */
const ORDER = ['label', 'input', 'description', 'error'] as const

/** A finding in words, with the clause it rests on. */
function FindingText({ finding }: { finding: Finding }) {
  const { i18n } = useTranslation()
  const { t } = useWords()
  const { profile } = useFormAround()
  const clause = profile === null ? null : FINDING_CLAUSES[profile][finding.code]
  return (
    <span className={`finding ${finding.level}`}>
      <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
      <span>
        {sentenceOf(i18n, `finding.${finding.code}`, {}, finding.code)}
        {clause === null ? null : <span className="finding-clause"> {t('finding.clause', { clause })}</span>}
      </span>
    </span>
  )
}

/** How a field tells what stands against it: an error keeps from saving, a description does not. Both are read aloud. */
export function useFindingProps(field: string) {
  const finding = useFormAround().findingOf(field)
  const wrapper = { inputWrapperOrder: [...ORDER] }
  if (finding === null) return wrapper
  const text = <FindingText finding={finding} />
  return finding.level === 'stop' ? { ...wrapper, error: text } : { ...wrapper, description: text }
}
