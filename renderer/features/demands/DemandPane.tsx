import { CloseButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { addressOf } from '../../app/route.ts'
import type { DemandRow } from '../../db/exchange-query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../applications/card/Part.tsx'
import { useEscape } from '../applications/card/use-escape.ts'
import { DemandActs } from './DemandActs.tsx'
import { DemandFacts, DemandStanding } from './DemandFacts.tsx'
import { DemandHistory } from './DemandHistory.tsx'
import { useDemandWords } from './use-demand-words.ts'

/** One demand beside the register: what may be done with it, what it says, what was done. */
export function DemandPane({ row: { state, application }, onClose }: { row: DemandRow; onClose: () => void }) {
  const { t } = useWords()
  const { whom, about } = useDemandWords()
  const pane = useRef<HTMLElement>(null)
  useEscape(onClose)
  useEffect(() => pane.current?.focus({ preventScroll: true }), [])
  return (
    <aside className="card side" aria-label={t('demand.one')} ref={pane} tabIndex={-1}>
      <header className="card-head">
        <div className="grow">
          <h2>{whom(state)}</h2>
          <div className="card-standing">
            {application === null ? (
              <span>{about(state, null)}</span>
            ) : (
              <a className="link" href={addressOf('applications', { open: application.id })}>
                {about(state, application)}
              </a>
            )}
            <DemandStanding state={state} />
          </div>
        </div>
        <CloseButton size={34} aria-label={t('act.close')} aria-keyshortcuts="Escape" onClick={onClose} />
      </header>
      <div className="card-body">
        <DemandActs state={state} />
        <DemandFacts state={state} />
      </div>
      <Part title={t('card.history')}>
        <DemandHistory state={state} />
      </Part>
    </aside>
  )
}
