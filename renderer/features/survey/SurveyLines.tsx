import { Button } from '@mantine/core'
import { callList } from '#shared/survey/call-list.ts'
import { addDays, rangeOfQuarter } from '#shared/time/plain-date.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { useOfficeTime, useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { quarterOf } from '../today/quarters.ts'

const NOTHING = {}

/** Before the end of a quarter a survey that is not opened is told so many days. */
const DAYS_BEFORE_END = 31

/** What the survey waits for: one to be opened in this quarter (clause 36), calls to be made. */
export interface SurveyDue {
  readonly key: string | null
  readonly calls: number
}

/** What is due of the survey now; undefined until the store has answered. */
export function useSurveyDue(): readonly SurveyDue[] | undefined {
  const now = { on: useToday(), at: useOfficeTime() }
  const all = useRows('surveys.all', NOTHING)
  if (all === undefined) return undefined
  const { from, to } = rangeOfQuarter(quarterOf(now.on))
  const isLate = now.on > addDays(to, -DAYS_BEFORE_END)
  const open = all.filter(({ status }) => status === 'open')
  const isHeld = all.some(({ survey, openedOn }) => survey?.kind === 'contacts' && (openedOn ?? '') >= from)
  const calls = open.map(state => ({
    key: state.key,
    calls: callList(state, now).filter(({ status }) => status === 'to_call').length,
  }))
  const none =
    isHeld || !isLate || open.some(({ survey }) => survey?.kind === 'contacts') ? [] : [{ key: null, calls: 0 }]
  return [...none, ...calls.filter(one => one.calls > 0)]
}

/** The lines of Today that lead to the survey. */
export function SurveyLines({ due }: { due: readonly SurveyDue[] }) {
  const { t } = useWords()
  return due.map(({ key, calls }) => (
    <li key={key ?? 'none'}>
      <span className="grow">{key === null ? t('today.survey_none') : t('today.survey_calls', { count: calls })}</span>
      <Button
        variant="default"
        onClick={() => goTo('report', key === null ? { part: 'survey' } : { part: 'survey', survey: key })}
      >
        {t('today.survey_see')}
      </Button>
    </li>
  ))
}
