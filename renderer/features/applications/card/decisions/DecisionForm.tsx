import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ACT_CLAUSES } from '#shared/application/decision-clauses.ts'
import type { DecisionFault } from '#shared/application/decision-faults.ts'
import { Confirm } from '../../../../components/Confirm.tsx'
import { useWords } from '../../../../i18n/use-words.ts'
import { OFFERED } from './decision-acts.ts'
import { FaultContext } from './faults.tsx'
import { useClause } from './use-clause.ts'
import type { FormAsked } from './use-deciding.ts'

interface Asked extends FormAsked {
  readonly faults: readonly DecisionFault[]
  readonly body: Record<string, unknown>
  readonly personal?: Record<string, unknown>
  readonly children: ReactNode
}

/** A decision while it is written: its clause, its fields, and beside them what keeps it from being recorded. */
export function DecisionForm({ act, deciding, press, faults, body, personal, onClose, children }: Asked) {
  const { t } = useWords()
  const { profile } = deciding.registered
  const { full } = useClause(profile)(ACT_CLAUSES[profile][act])
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>(FAULTY)?.focus()
  }, [tries])
  const record = async () => {
    setTries(tries + 1)
    if (faults.some(one => one.level === 'stop')) return
    const said = personal === undefined ? {} : { personal }
    if (await press.act({ type: act, body, ...said, done: 'decision.done' })) onClose()
  }
  return (
    <Confirm
      title={t(OFFERED[act])}
      act={t(OFFERED[act])}
      size={760}
      call={press.call}
      onAct={() => void record()}
      onClose={onClose}
    >
      <div ref={form} className="decision-form">
        {full === '' ? null : <p className="mute">{t('decision.rests_on', { clause: full })}</p>}
        <FaultContext value={{ faults, tried: tries > 0, profile }}>{children}</FaultContext>
      </div>
    </Confirm>
  )
}

/** The first field that says what is wrong with it. */
const FAULTY = '[aria-invalid="true"], .lacks[data-faulty] input'
