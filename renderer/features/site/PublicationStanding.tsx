import { Progress } from '@mantine/core'
import type { PublicationState } from '#shared/posting/publication.ts'
import { assertNever } from '#shared/result/result.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { momentText } from '../backup/backup-words.ts'
import { monthsText } from './site-words.ts'
import './site.css'

interface Shown {
  readonly state: PublicationState
}

/** How the publication stands, in words: done and where, waiting and why, when it is tried next. */
export function PublicationStanding({ state }: Shown) {
  const words = useWords()
  const { t } = words
  switch (state.phase) {
    case 'off':
      return state.failed === null ? <Notice tone="sky">{t('publish.off')}</Notice> : <Damaged state={state} />
    case 'empty':
      return <Notice tone="sky">{t('publish.empty')}</Notice>
    case 'published':
      return <Standing state={state} />
    case 'waiting':
      return (
        <Notice tone="amber">
          <p>{t('publish.waiting', { months: monthsText(state.wanted, words) })}</p>
          <Why state={state} />
        </Notice>
      )
    case 'working':
      return (
        <Notice tone="sky">
          <p>{t('publish.working', { months: monthsText(state.wanted, words) })}</p>
          <Steps state={state} />
        </Notice>
      )
    case 'held':
      return (
        <Notice tone="amber">
          <p>{t('publish.held')}</p>
          <Before state={state} />
        </Notice>
      )
    default:
      return assertNever(state.phase)
  }
}

function Damaged({ state }: Shown) {
  const { errorText } = useWords()
  return state.failed === null ? null : <Notice tone="red">{errorText(state.failed.error)}</Notice>
}

function Standing({ state: { published, checkedAt, failed } }: Shown) {
  const words = useWords()
  const { t, errorText } = words
  if (published === null) return null
  const { at, place, months } = published
  return (
    <>
      <Notice tone="green">
        <p className="site-place">{t('publish.published', { when: momentText(at, words), place })}</p>
        <p>{t('publish.months', { months: monthsText(months, words) })}</p>
        {checkedAt === null ? null : <p>{t('publish.checked', { when: momentText(checkedAt, words) })}</p>}
      </Notice>
      {failed === null ? null : (
        <Notice tone="amber">
          {t('publish.check_failed', { when: momentText(failed.at, words), why: errorText(failed.error) })}
        </Notice>
      )}
    </>
  )
}

function Why({ state }: Shown) {
  const words = useWords()
  const { t, errorText } = words
  const { failed, nextAt } = state
  return (
    <>
      {failed === null ? null : (
        <p>
          {t('publish.failed', {
            tries: failed.tries,
            when: momentText(failed.at, words),
            why: errorText(failed.error),
          })}
        </p>
      )}
      {nextAt === null ? null : <p>{t('publish.next', { time: officeTime(Date.parse(nextAt)) })}</p>}
      <Before state={state} />
    </>
  )
}

function Before({ state: { published } }: Shown) {
  const words = useWords()
  return published === null ? null : <p>{words.t('publish.before', { when: momentText(published.at, words) })}</p>
}

function Steps({ state: { progress } }: Shown) {
  const { t } = useWords()
  if (progress === null) return null
  const said = t('publish.progress', { ...progress })
  return (
    <>
      <Progress value={(progress.done / progress.total) * 100} aria-label={said} />
      <p className="mute">{said}</p>
    </>
  )
}
