import { useMemo } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { useRows } from '../../app/use-rows.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../applications/card/Part.tsx'
import { InstructionActs } from './InstructionActs.tsx'
import { InstructionFacts, Standing } from './InstructionFacts.tsx'
import { InstructionHistory } from './InstructionHistory.tsx'
import { useLines } from './use-board.ts'
import './control.css'

/** The instructions on an application (clause 23: attached to it), with what may be done and what was. */
export function InstructionsPart({ application }: { application: EntityId }) {
  const { t } = useWords()
  const rows = useRows(
    'instructions.board',
    useMemo(() => ({ application }), [application]),
  )
  const lines = useLines(rows)
  if (lines === undefined || lines.length === 0) return null
  return (
    <Part title={t('control.instructions')}>
      <ul className="plain-list">
        {lines.map(line => (
          <li key={line.state.id} className="control-one">
            <Standing line={line} />
            <InstructionFacts line={line} />
            <InstructionActs row={line} />
            <details className="control-history">
              <summary>{t('card.history')}</summary>
              <InstructionHistory row={line} />
            </details>
          </li>
        ))}
      </ul>
    </Part>
  )
}
