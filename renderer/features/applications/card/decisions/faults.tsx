import { IconAlertTriangle } from '@tabler/icons-react'
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecisionFault } from '#shared/application/decision-faults.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { sentenceOf } from '../../../../i18n/sentence.ts'
import { useClause } from './use-clause.ts'

/** What stands against the decision that is being written, and whether it was tried to be recorded. */
export interface Faulted {
  readonly faults: readonly DecisionFault[]
  readonly tried: boolean
  readonly profile: ProfileId
}

export const FaultContext = createContext<Faulted>({ faults: [], tried: false, profile: 'WKO-2020/2023' })

/** Under its field, where it is looked for. */
const ORDER = ['label', 'input', 'description', 'error'] as const

/** A fault in words, with the clause it rests on. */
function FaultText({ fault, profile }: { fault: DecisionFault; profile: ProfileId }) {
  const { i18n } = useTranslation()
  const { full } = useClause(profile)(fault.clause)
  const key = fault.level === 'stop' ? `error.decision.${fault.code}` : `decision.warn.${fault.code}`
  return (
    <span className={`finding ${fault.level}`}>
      <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
      <span>
        {sentenceOf(i18n, key, {}, fault.code)}
        {full === '' ? null : <span className="finding-clause"> ({full})</span>}
      </span>
    </span>
  )
}

/** How a field tells what stands against it: what stops once it was tried, a warning at once. */
export function useFaultProps(field: string) {
  const { faults, tried, profile } = useContext(FaultContext)
  const own = faults.filter(one => one.field === field)
  const stops = tried ? own.find(one => one.level === 'stop') : undefined
  const warns = own.find(one => one.level === 'warn')
  return {
    inputWrapperOrder: [...ORDER],
    ...(stops === undefined ? {} : { error: <FaultText fault={stops} profile={profile} /> }),
    ...(warns === undefined ? {} : { description: <FaultText fault={warns} profile={profile} /> }),
  }
}
