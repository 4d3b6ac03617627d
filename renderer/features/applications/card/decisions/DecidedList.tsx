import { useTranslation } from 'react-i18next'
import type { Decision } from '#shared/application/decisions.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useRows } from '../../../../app/use-rows.ts'
import type { EarlierCase } from '../../../../db/query-types.ts'
import { sentenceOf } from '../../../../i18n/sentence.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { DecidedFacts } from './DecidedFacts.tsx'

const NOTHING = {}

interface Shown {
  readonly decisions: readonly Decision[]
  readonly cases: readonly EarlierCase[]
}

/** What was decided, when and by whom, the newest first: what stands is read first. */
export function DecidedList({ decisions, cases }: Shown) {
  const { t, dates } = useWords()
  const { i18n } = useTranslation()
  const users = useRows('users.all', NOTHING)
  if (decisions.length === 0) return <p className="mute">{t('decision.none')}</p>
  return (
    <ul className="plain-list">
      {decisions.toReversed().map(decision => {
        const { id, type, on, at, by } = decision
        const name = users?.find(({ user }) => user?.id === by)?.user?.name ?? ''
        return (
          <li key={id}>
            <b>{sentenceOf(i18n, `action.${type}`, {}, type)}</b>
            <div className="mute">
              {screenDate(on, dates)}, {officeTime(Date.parse(at))}
              {name === '' ? null : ` \u00b7 ${name}`}
            </div>
            <DecidedFacts decision={decision} cases={cases} />
          </li>
        )
      })}
    </ul>
  )
}
