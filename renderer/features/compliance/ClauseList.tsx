import { useState } from 'react'
import {
  type ActChecks,
  CHECK_STATES,
  type CheckedRecord,
  type CheckState,
  countStates,
} from '#shared/compliance/model.ts'
import { type Clause, clausesOf } from '#shared/regulation/clauses.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { RecordTable } from './RecordTable.tsx'
import { STANDING_WORDS, STATE_TONES } from './record-words.ts'

interface Listed {
  readonly act: ActChecks
  /** Only records in these states are shown; all of them: every clause too. */
  readonly states: readonly CheckState[]
  /** The clause whose records are unfolded at first. */
  readonly unfolded: string | null
}

/** The clauses in the order of the act; what is not watched says so and is never shown as kept. */
export function ClauseList({ act, states, unfolded }: Listed) {
  const { t } = useWords()
  const clauses = new Map(clausesOf(act.profile).map(one => [one.clause, one]))
  const shown = act.clauses.flatMap(({ clause, standing, records }) => {
    const entry = clauses.get(clause)
    const own = records.filter(({ state }) => states.includes(state))
    const isEvery = states.length === CHECK_STATES.length
    if (entry === undefined || (!isEvery && own.length === 0)) return []
    return [{ entry, standing, records: own }]
  })
  if (shown.length === 0) return <p className="card-body">{t('compliance.none_open')}</p>
  return (
    <ol className="clauses">
      {shown.map(({ entry, standing, records }) => (
        <li key={entry.clause}>
          <ClauseLine
            entry={entry}
            told={t(STANDING_WORDS[standing])}
            records={records}
            isUnfolded={entry.clause === unfolded}
          />
        </li>
      ))}
    </ol>
  )
}

interface Line {
  readonly entry: Clause
  /** What is said where there is no record. */
  readonly told: string
  readonly records: readonly CheckedRecord[]
  readonly isUnfolded: boolean
}

function ClauseLine({ entry: { clause, says, rest }, told, records, isUnfolded }: Line) {
  const { t, pick } = useWords()
  const [isOpen, setOpen] = useState(isUnfolded)
  const counts = countStates(records)
  return (
    <>
      <div className="clause-line">
        <b className="clause-number">{clause}</b>
        <div className="clause-says">
          <p>{pick(says)}</p>
          {rest === null ? null : <p className="mute">{pick(rest)}</p>}
        </div>
        <div className="clause-counts">
          {records.length === 0 ? (
            <span className="mute">{told}</span>
          ) : (
            CHECK_STATES.filter(state => counts[state] > 0).map(state => (
              <Badge key={state} tone={STATE_TONES[state]}>
                {t('compliance.count', { state: t(`compliance.state.${state}`), count: counts[state] })}
              </Badge>
            ))
          )}
        </div>
        {records.length === 0 ? (
          <span />
        ) : (
          <button
            type="button"
            className="link clause-unfold"
            aria-expanded={isOpen}
            aria-label={`${t('compliance.records', { count: records.length })}. ${t('compliance.records_of', { clause })}`}
            onClick={() => setOpen(!isOpen)}
          >
            {t('compliance.records', { count: records.length })}
          </button>
        )}
      </div>
      {isOpen && records.length > 0 ? (
        <RecordTable label={t('compliance.records_of', { clause })} records={records} />
      ) : null}
    </>
  )
}
