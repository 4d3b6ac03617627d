import { useState } from 'react'
import type { Findings } from './use-findings.ts'
import type { Standing } from './use-looked.ts'

/** The question whether it is registered as one that lacks something. */
export interface Lacking {
  readonly isAsked: boolean
  readonly onAct: () => void
  readonly onClose: () => void
}

interface Asked {
  readonly findings: Findings
  /** Where a registration is put right. */
  readonly standing: Standing | null
  readonly goTo: (field: string) => void
  /** `incomplete`: as what lacks something. */
  readonly send: (incomplete: boolean) => void
}

/** What a press of saving does: leads to what keeps from it, asks about what lacks, or sends. */
export function useSave({ findings, standing, goTo, send }: Asked): { save: () => void; lacking: Lacking } {
  const [isAsked, setAsked] = useState(false)
  const first = (level: 'stop' | 'lack') => findings.values.findings.find(finding => finding.level === level)
  const leadTo = (field: string) => {
    findings.tellAll()
    goTo(field)
  }
  const save = () => {
    const lack = standing?.wasLacking === true ? undefined : first('lack')
    // What was there when it was registered is not taken away by putting it right.
    const stopping = first('stop') ?? (standing === null ? undefined : lack)
    if (stopping !== undefined) leadTo(stopping.field)
    else if (lack === undefined) send(false)
    else setAsked(true)
  }
  const onAct = () => {
    setAsked(false)
    send(true)
  }
  const onClose = () => {
    setAsked(false)
    const lack = first('lack')
    if (lack !== undefined) leadTo(lack.field)
  }
  return { save, lacking: { isAsked, onAct, onClose } }
}
