import { CloseButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { addressOf } from '../../app/route.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../applications/card/Part.tsx'
import { useEscape } from '../applications/card/use-escape.ts'
import type { BoardLine } from './board.ts'
import { InstructionActs } from './InstructionActs.tsx'
import { InstructionFacts, Standing } from './InstructionFacts.tsx'
import { InstructionHistory } from './InstructionHistory.tsx'
import { useControlWords } from './use-control-words.ts'

/** One instruction beside the board: what may be done with it, what it says, what was done. */
export function InstructionPane({ line, onClose }: { line: BoardLine; onClose: () => void }) {
  const { t } = useWords()
  const { numbersOf, personOf } = useControlWords()
  const pane = useRef<HTMLElement>(null)
  useEscape(onClose)
  useEffect(() => pane.current?.focus({ preventScroll: true }), [])
  const application = line.state.instruction?.application
  return (
    <aside className="card side" aria-label={t('control.instruction')} ref={pane} tabIndex={-1}>
      <header className="card-head">
        <div className="grow">
          <h2>{personOf(line)}</h2>
          <div className="card-standing">
            {application === undefined ? null : (
              <a className="link" href={addressOf('applications', { open: application })}>
                {numbersOf(line)}
              </a>
            )}
            <Standing line={line} />
          </div>
        </div>
        <CloseButton size={34} aria-label={t('act.close')} aria-keyshortcuts="Escape" onClick={onClose} />
      </header>
      <div className="card-body">
        <InstructionActs row={line} />
        <InstructionFacts line={line} />
      </div>
      <Part title={t('card.history')}>
        <InstructionHistory row={line} />
      </Part>
    </aside>
  )
}
