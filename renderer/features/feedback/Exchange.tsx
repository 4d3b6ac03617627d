import { isToFollow } from '#shared/feedback/transitions.ts'
import { isolated, joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../components/Badge.tsx'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { followed } from './NoteExchange.tsx'

interface Shown {
  readonly state: EntityState<'feedback'>
  readonly onGoOn: () => void
  readonly onTakeBack: () => void
}

/** One exchange: who turned to whom, how and when, about what, what was said, and the day it is gone on with. */
export function Exchange({ state, onGoOn, onTakeBack }: Shown) {
  const { t, dates } = useWords()
  const today = useToday()
  const { call, act } = useJournalAct()
  const { feedback, text } = state
  if (feedback === null) return null
  const { direction, channel, kind, on, at, reached, followUp } = feedback
  const day = followUp === null ? '' : screenDate(followUp, dates)
  const time = `${screenDate(on, dates)}, ${at}`
  const label = (what: string) => `${what}: ${time}`
  return (
    <>
      <div>
        {joined([t(`feedback.direction.${direction}`), t(`feedback.kind.${kind}`)], ' \u00b7 ')}{' '}
        {reached ? null : <Badge tone="amber">{t('feedback.not_reached')}</Badge>}
      </div>
      <div className="mute">{joined([time, t(`feedback.channel.${channel}`)], ' \u00b7 ')}</div>
      <div className="feedback-text">{text === null ? t('applications.erased') : isolated(text)}</div>
      {followUp === null ? null : isToFollow(state) ? (
        <Badge tone={followUp < today ? 'red' : 'amber'}>{t('feedback.to_follow', { date: day })}</Badge>
      ) : (
        <span className="mute">{t('feedback.followed', { date: day })}</span>
      )}
      <div className="feedback-acts">
        {isToFollow(state) ? (
          <>
            <button type="button" className="link" aria-label={label(t('feedback.go_on'))} onClick={onGoOn}>
              {t('feedback.go_on')}
            </button>
            <button
              type="button"
              className="link"
              disabled={call.busy}
              aria-label={label(t('feedback.settled'))}
              onClick={() => void act(followed(state, null))}
            >
              {t('feedback.settled')}
            </button>
          </>
        ) : null}
        <button type="button" className="link" aria-label={label(t('feedback.take_back'))} onClick={onTakeBack}>
          {t('feedback.take_back')}
        </button>
      </div>
    </>
  )
}
