import { useMemo, useState } from 'react'
import type { Finding, Looked } from '#shared/application/findings.ts'
import type { Entry } from '#shared/directory/model.ts'
import type { RegisterForm } from './register-form.ts'
import { type RegisterValues, valuesOf } from './register-values.ts'

/** What stands against the form, and what of it is shown already. */
export interface Findings {
  readonly values: RegisterValues
  readonly findingOf: (field: string) => Finding | null
  /** Findings that are shown, and those of them that keep from saving. */
  readonly count: number
  readonly stops: number
  /** From now on everything is shown. */
  readonly tellAll: () => void
  /** The person has left a field. */
  readonly left: (field: string) => void
}

const WHOLE_IIN = 12

/** Findings of the form as it stands. A field nobody was in yet is not reproached until saving is tried; the hour is told at once. */
export function useFindings(typed: RegisterForm, topics: readonly Entry[], looked: Looked): Findings {
  const [told, setTold] = useState(false)
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
  const said = JSON.stringify(typed)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is another object at each drawing; its text is compared
  const values = useMemo(() => valuesOf(typed, topics, looked), [said, topics, looked])
  const isNew = looked.registered === looked.now
  const shown = values.findings.filter(
    ({ field }) =>
      told || visited.has(field) || (field === 'late' && isNew) || (field === 'iin' && typed.iin.length >= WHOLE_IIN),
  )
  return {
    values,
    findingOf: field => {
      const own = shown.filter(finding => finding.field === field)
      return own.find(finding => finding.level === 'stop') ?? own[0] ?? null
    },
    count: shown.length,
    stops: shown.filter(finding => finding.level === 'stop').length,
    tellAll: () => setTold(true),
    left: field => setVisited(before => (before.has(field) ? before : new Set(before).add(field))),
  }
}
