import { Button } from '@mantine/core'
import { bookedAct } from '#shared/plan/acts.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Card } from '../../../components/Card.tsx'
import { ErrorNotice } from '../../../components/Notice.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { bookingText } from '../../applications/columns.ts'
import { type PlanKnown, usePlanActs } from '../use-plan.ts'
import type { FreedTime } from './freed-times.ts'
import { NoteText } from './NoteText.tsx'
import { personTitle } from './PersonFacts.tsx'

interface Shown {
  readonly known: PlanKnown
  readonly freed: readonly FreedTime[]
  readonly onDone: (time: string) => void
}

/** Times that came free, each with who is next in order and one press that gives it. */
export function FreedList({ known, freed, onDone }: Shown) {
  const { t, dates } = useWords()
  const { call, apply } = usePlanActs()
  if (freed.length === 0) return null
  const give = async ({ next }: FreedTime) => {
    const { person, booking } = next
    if (await apply([bookedAct(person.application, booking)], known.heads)) onDone(bookingText({ booking }, dates))
  }
  return (
    <Card title={t('people.freed', { number: freed.length })}>
      <ErrorNotice error={call.error} />
      <ol className="rows">
        {freed.map(one => {
          const row = known.rows.get(one.next.person.application)
          const when = `${screenDate(one.reception.date, dates)}, ${one.time}`
          const title = row === undefined ? '' : personTitle(row, t)
          return (
            <li key={`${one.reception.id} ${one.time}`}>
              <span className="grow">
                {t('people.freed.line', { when, person: title })}
                <span className="plan-facts">
                  <span>{t(`plan.freed.${one.next.reason}`)}</span>
                  {row?.phone ? <span>{row.phone}</span> : null}
                  {one.next.notes.map(note => (
                    <NoteText key={note.code} note={note} profile={one.next.person.profile} />
                  ))}
                </span>
              </span>
              <Button
                variant="default"
                disabled={call.busy}
                aria-label={`${t('people.freed.give')}: ${when}, ${title}`}
                onClick={() => void give(one)}
              >
                {t('people.freed.give')}
              </Button>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
