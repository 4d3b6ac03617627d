import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { numberText } from '#shared/application/number.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { useToday } from '../../components/use-office-time.ts'
import type { AnswerOf } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'

const NOTHING = {}
/** So many have a line each; more are counted. */
const MOST = 5

/** Exchanges that are to be gone on with by now. */
export type FollowDue = AnswerOf<'feedback.to_follow'>

/** Exchanges whose day has come, the oldest first; undefined until the store has answered. */
export function useFollowDue(): FollowDue | undefined {
  const rows = useRows('feedback.to_follow', NOTHING)
  const today = useToday()
  return useMemo(() => rows?.filter(({ state }) => (state.feedback?.followUp ?? today) <= today), [rows, today])
}

/** The lines of today that are of exchanges: each leads to its application. */
export function FollowLines({ due }: { due: FollowDue }) {
  const { t, dates } = useWords()
  const today = useToday()
  return (
    <>
      {due.slice(0, MOST).map(({ state, application }) => {
        const { feedback } = state
        if (feedback?.followUp == null) return null
        const isLate = feedback.followUp < today
        return (
          <li key={state.id} className={`due ${isLate ? 'late' : 'now'}`}>
            <Badge tone={isLate ? 'red' : 'amber'}>{t(isLate ? 'feedback.late' : 'feedback.waits')}</Badge>
            <span className="grow">
              {t('feedback.today')}{' '}
              <span className="mute">
                {joined(
                  [
                    application?.number ? numberText(application.number) : '',
                    t(`feedback.kind.${feedback.kind}`),
                    screenDate(feedback.followUp, dates),
                  ],
                  ' \u00b7 ',
                )}
              </span>
            </span>
            <Button variant="default" onClick={() => goTo('applications', { open: feedback.application })}>
              {t('today.see')}
            </Button>
          </li>
        )
      })}
      {due.length > MOST ? <li className="mute">{t('feedback.today_more', { count: due.length - MOST })}</li> : null}
    </>
  )
}
