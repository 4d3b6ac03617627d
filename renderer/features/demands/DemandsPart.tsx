import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useRows } from '../../app/use-rows.ts'
import { Notice } from '../../components/Notice.tsx'
import type { ApplicationCard } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../applications/card/Part.tsx'
import { DemandActs } from './DemandActs.tsx'
import { DemandFacts, DemandStanding } from './DemandFacts.tsx'
import { DemandForm } from './DemandForm.tsx'
import { DemandHistory } from './DemandHistory.tsx'
import '../control/control.css'

/** The materials demanded for an application (clause 31), and the way to demand more. */
export function DemandsPart({ card }: { card: ApplicationCard }) {
  const { t } = useWords()
  const [asks, setAsks] = useState(false)
  const [isMade, setMade] = useState(false)
  const demands = useRows(
    'demands.of',
    useMemo(() => ({ about: card.id }), [card.id]),
  )
  const { registered } = card
  if (demands === undefined || registered === null) return null
  const { booking, profile } = registered
  return (
    <Part title={t('demand.title')}>
      {isMade ? <Notice tone="green">{t('demand.done.made')}</Notice> : null}
      <ul className="plain-list">
        {demands.map(state => (
          <li key={state.id} className="control-one">
            <DemandStanding state={state} />
            <DemandFacts state={state} />
            <DemandActs state={state} />
            <details className="control-history">
              <summary>{t('card.history')}</summary>
              <DemandHistory state={state} />
            </details>
          </li>
        ))}
      </ul>
      {card.erased ? null : (
        <div>
          <Button variant="default" onClick={() => setAsks(true)}>
            {t('demand.new')}
          </Button>
        </div>
      )}
      {asks ? (
        <DemandForm
          of={{ id: card.id, booking, profile }}
          onClose={made => {
            setAsks(false)
            setMade(made !== undefined)
          }}
        />
      ) : null}
    </Part>
  )
}
