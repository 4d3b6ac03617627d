import { Button } from '@mantine/core'
import { useId } from 'react'
import { profileOn } from '#shared/regulation/profile.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { Due } from './due.ts'
import { DUE_CLAUSES, DUE_WORDS, placeOf, URGENCY_TONES, URGENCY_WORDS } from './due-words.ts'

/** What is due, how many, since when and by which clause, with the way to the act. */
export function DueLine({ due }: { due: Due }) {
  const { t, dates } = useWords()
  const id = useId()
  const { start } = useDesk()
  const office = useOffice()
  const { kind, count, isLeast, since, at } = due
  const { text, urgency, act } = DUE_WORDS[kind]
  const clause = office ? DUE_CLAUSES[profileOn(office, start.today)][kind] : null
  const number = isLeast ? t('today.at_least', { number: count }) : count
  const beside = [
    since === null
      ? ''
      : t(kind.startsWith('answer') ? 'today.term_since' : 'today.oldest', { date: screenDate(since, dates) }),
    at === null ? '' : t('today.from_time', { time: at }),
    clause === null ? '' : t('finding.clause', { clause }),
  ].filter(part => part !== '')
  const { screen, narrowed } = placeOf(due)
  return (
    <li className={`due ${urgency}`}>
      <Badge tone={URGENCY_TONES[urgency]}>{t(URGENCY_WORDS[urgency])}</Badge>
      <span className="grow" id={id}>
        {t(text, { number })} <span className="mute">{beside.join(' ')}</span>
      </span>
      <Button variant="default" aria-describedby={id} onClick={() => goTo(screen, narrowed)}>
        {t(act)}
      </Button>
    </li>
  )
}
