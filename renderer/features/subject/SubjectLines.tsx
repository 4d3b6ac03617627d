import { Button } from '@mantine/core'
import { subjectTerm } from '#shared/subject/term.ts'
import { openRequests } from '#shared/subject/transitions.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { Why } from '../../components/WhyDate.tsx'
import type { SubjectAskedRow } from '../../db/subject-query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { URGENCY_TONES, URGENCY_WORDS } from '../today/due-words.ts'

const NOTHING = {}
const NONE: readonly SubjectAskedRow[] = []

/** People whose requests about their data wait for an answer. */
export function useSubjectsAsked(): readonly SubjectAskedRow[] {
  return useRows('subjects.asked', NOTHING) ?? NONE
}

/** A line of today for each of them, with the day it is due and why, and the way to the card. */
export function SubjectLines({ asked }: { asked: readonly SubjectAskedRow[] }) {
  return (
    <>
      {asked.map(one => (
        <SubjectLine key={one.state.id} asked={one} />
      ))}
    </>
  )
}

function SubjectLine({ asked: { state, application } }: { asked: SubjectAskedRow }) {
  const { t, dates } = useWords()
  const today = useToday()
  const calendar = useWorkCalendar()
  const open = openRequests(state)
  const since = open.map(({ on }) => on).sort()[0]
  if (since === undefined) return null
  const term = subjectTerm(since, calendar)
  const urgency = term.by < today ? 'late' : term.by === today ? 'now' : 'soon'
  return (
    <li className={`due ${urgency}`}>
      <Badge tone={URGENCY_TONES[urgency]}>{t(URGENCY_WORDS[urgency])}</Badge>
      <span className="grow">
        {t('today.due.subject', { count: open.length })}{' '}
        <span className="mute">{` \u00b7 ${t('today.term_since', { date: screenDate(term.by, dates) })}`}</span>{' '}
        <Why term={term} what={t('subject.term')} />
      </span>
      {application === null ? null : (
        <Button variant="default" onClick={() => goTo('applications', { open: application })}>
          {t('today.see')}
        </Button>
      )}
    </li>
  )
}
