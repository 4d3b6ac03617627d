import { useTranslation } from 'react-i18next'
import { officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useRows } from '../../../app/use-rows.ts'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { sentenceOf } from '../../../i18n/sentence.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useCellWords } from '../use-cell-words.ts'
import { historyDetail } from './history-detail.ts'

const NOTHING = {}

/** What was done with the application, when and by whom, oldest first. */
export function HistoryPart({ history }: Pick<ApplicationCard, 'history'>) {
  const { t, dates } = useWords()
  const { i18n } = useTranslation()
  const words = useCellWords()
  const users = useRows('users.all', NOTHING)
  return (
    <ul className="plain-list">
      {history.map(line => {
        const name = users?.find(one => one.user?.id === line.user)?.user?.name ?? ''
        const detail = historyDetail(line, words)
        return (
          <li key={line.id}>
            <div>
              {sentenceOf(i18n, `action.${line.type}`, {}, line.type)}
              {detail === '' ? null : `: ${detail}`}
              {line.aside ? <span className="mute"> ({t('clash.aside')})</span> : null}
            </div>
            <div className="mute">
              {screenDate(line.date, dates)}, {officeTime(Date.parse(line.at))}
              {name === '' ? null : ` \u00b7 ${name}`}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
