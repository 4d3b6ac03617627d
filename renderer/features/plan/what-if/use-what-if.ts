import { useEffect, useState } from 'react'
import type { Plan } from '#shared/plan/model.ts'
import { type Hypothesis, type WhatIf, whatIfSteps } from '#shared/plan/what-if.ts'

/**
 * What a hypothesis makes of a plan; null until it is known. It is looked at on a copy in short steps, between which the page
 * draws and hears the keys, and anew whenever the plan changes.
 */
export function useWhatIf(plan: Plan, hypothesis: Hypothesis | null): WhatIf | null {
  const [known, setKnown] = useState<{ readonly plan: Plan; readonly found: WhatIf } | null>(null)
  useEffect(() => {
    if (hypothesis === null) return
    const steps = whatIfSteps(plan, hypothesis)
    const step = () => {
      const now = steps.next()
      if (now.done) setKnown({ plan, found: now.value })
      else timer = window.setTimeout(step)
    }
    let timer = window.setTimeout(step)
    return () => window.clearTimeout(timer)
  }, [plan, hypothesis])
  return known !== null && known.plan === plan && known.found.hypothesis === hypothesis ? known.found : null
}
