import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../components/Card.tsx'
import { officialName } from '../../../components/official-name.ts'
import type { PlannedRow } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { PlanKnown } from '../use-plan.ts'
import { PersonFacts, personTitle } from './PersonFacts.tsx'
import type { AppointedTo } from './people-lists.ts'

/** Lines drawn before the rest is asked for: a mass day stays quick. */
export const SHOWN = 40

interface Shown {
  readonly known: PlanKnown
  readonly lists: readonly AppointedTo[]
  readonly outOfTurnShown: boolean
  readonly onGive: (row: PlannedRow) => void
  readonly onSpread: () => void
}

/** Those it is decided on and who have no time yet, by official, each list in the order of application. */
export function Appointed({ known, lists, outOfTurnShown, onGive, onSpread }: Shown) {
  const { t } = useWords()
  const [isWhole, setWhole] = useState(false)
  const count = lists.reduce((sum, { rows }) => sum + rows.length, 0)
  let left = isWhole ? Number.POSITIVE_INFINITY : SHOWN
  return (
    <Card
      title={t('people.waiting', { number: count })}
      beside={
        <Button disabled={count === 0} onClick={onSpread}>
          {t('people.spread')}
        </Button>
      }
    >
      {count === 0 ? <p className="card-body mute">{t('people.waiting.none')}</p> : null}
      {lists.map(({ officialId, rows }) => {
        const shown = rows.slice(0, Math.max(0, left))
        left -= rows.length
        return shown.length === 0 ? null : (
          <OfOfficial
            key={officialId}
            {...{ known, officialId, outOfTurnShown, onGive }}
            all={rows.length}
            rows={shown}
          />
        )
      })}
      {left < 0 ? (
        <div className="card-body">
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {t('people.show_all', { number: count })}
          </button>
        </div>
      ) : null}
    </Card>
  )
}

interface OfOne {
  readonly known: PlanKnown
  readonly officialId: string
  readonly all: number
  readonly rows: readonly PlannedRow[]
  readonly outOfTurnShown: boolean
  readonly onGive: (row: PlannedRow) => void
}

function OfOfficial({ known, officialId, all, rows, outOfTurnShown, onGive }: OfOne) {
  const { t, language } = useWords()
  const official = known.plan.officials.find(one => one.id === officialId)
  return (
    <>
      <h3 className="plan-group">
        {official === undefined ? t('people.official_left') : officialName(official, language)}{' '}
        <span className="mute">{all}</span>
      </h3>
      <ol className="rows">
        {rows.map(row => (
          <li key={row.person.application}>
            <PersonFacts planned={row} outOfTurnShown={outOfTurnShown} />
            <Button
              variant="default"
              aria-label={`${t('people.give_time')}: ${personTitle(row, t)}`}
              onClick={() => onGive(row)}
            >
              {t('people.give_time')}
            </Button>
          </li>
        ))}
      </ol>
    </>
  )
}
