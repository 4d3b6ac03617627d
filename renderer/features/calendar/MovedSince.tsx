import { goTo } from '../../app/route.ts'
import { useWords } from '../../i18n/use-words.ts'
import { MovedTerms } from './MovedTerms.tsx'
import { useMovedTerms } from './use-moved-terms.ts'
import { type UnseenChange, useUnseenChange } from './use-unseen-change.ts'

/** The terms that moved since the calendar was changed, until a person puts them away. */
export function MovedSince({ year }: { year: number }) {
  const change = useUnseenChange()
  return change === null ? null : <Listed change={change} year={year} />
}

function Listed({ change, year }: { change: UnseenChange; year: number }) {
  const { t } = useWords()
  const lines = useMovedTerms(change.before, change.after, change.on)
  if (lines === undefined) return null
  const close = () => goTo('directories', { list: 'calendar', year: String(year) })
  return <MovedTerms title={t('calendar.moved.since', { count: lines.length })} lines={lines} onClose={close} />
}
