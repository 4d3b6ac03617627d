import { Button } from '@mantine/core'
import { useId } from 'react'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { goTo } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { Why } from '../../components/WhyDate.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { Due } from './due.ts'
import { DUE_CLAUSES, DUE_WORDS, placeOf, URGENCY_TONES, URGENCY_WORDS } from './due-words.ts'

/** What is due, how many, since when, by which clause of which act and why by then, with the way to the act. */
export function DueLine({ due }: { due: Due }) {
  const { t, dates } = useWords()
  const id = useId()
  const { kind, count, isLeast, since, at, profile, term } = due
  const { text, urgency, act } = DUE_WORDS[kind]
  const clause = DUE_CLAUSES[profile][kind]
  const number = isLeast ? t('today.at_least', { number: count }) : count
  const beside = [
    since === null
      ? ''
      : t(kind.startsWith('answer') ? 'today.term_since' : 'today.oldest', { date: screenDate(since, dates) }),
    at === null ? '' : t('today.from_time', { time: at }),
    clause === null ? '' : clauseText({ act: 'regulation', clause }, profile, t),
  ].filter(part => part !== '')
  const { screen, narrowed } = placeOf(due)
  return (
    <li className={`due ${urgency}`}>
      <Badge tone={URGENCY_TONES[urgency]}>{t(URGENCY_WORDS[urgency])}</Badge>
      <span className="grow">
        <span id={id}>
          {t(text, { number })} <span className="mute">{beside.map(part => ` \u00b7 ${part}`).join('')}</span>
        </span>{' '}
        {term === null ? null : <Why term={term} />}
      </span>
      <Button variant="default" aria-describedby={id} onClick={() => goTo(screen, narrowed)}>
        {t(act)}
      </Button>
    </li>
  )
}
