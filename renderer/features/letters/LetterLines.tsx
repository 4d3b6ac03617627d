import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { numberText } from '#shared/application/number.ts'
import { LETTER_CLAUSES, type LetterTerm } from '#shared/letter/letter-terms.ts'
import type { LetterKind } from '#shared/letter/model.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { Why } from '../../components/WhyDate.tsx'
import type { LetterRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { addressOfLetter } from './letter-place.ts'
import { type Owed, owedNow } from './owed-now.ts'
import type { Waiting } from './to-send.ts'
import { useToSend } from './use-to-send.ts'

/** So many applications that oblige to a letter are looked at; more are counted. */
const MOST_OWED = 200
/** So many begun letters have a line each; more are counted. */
const MOST_BEGUN = 5

const NOTHING = {}

/** What of letters waits: those to be sent, those begun, and applications that oblige to one nobody has signed off. */
export interface LettersDue {
  readonly late: readonly Waiting[]
  readonly waiting: readonly Waiting[]
  readonly owed: ReturnType<typeof owedNow>
  readonly begun: readonly LetterRow[]
}

/** What of letters waits at the desk; undefined until the store has answered. */
export function useLettersDue(): LettersDue | undefined {
  const toSend = useToSend()
  const calendar = useWorkCalendar()
  const today = useToday()
  const begun = useRows('letters.begun', NOTHING)
  const owed = useRows(
    'letters.owed',
    useMemo(() => ({ limit: MOST_OWED }), []),
  )
  return useMemo(() => {
    if (toSend === undefined || owed === undefined || begun === undefined) return undefined
    return {
      late: toSend.filter(({ isLate }) => isLate),
      waiting: toSend.filter(({ isLate }) => !isLate),
      owed: owedNow(owed.rows, owed.total, calendar, today),
      begun,
    }
  }, [toSend, owed, begun, calendar, today])
}

/** How many lines of today they are. */
export function linesOf({ late, waiting, owed, begun }: LettersDue): number {
  const ofOwed = Number(owed.late !== null) + Number(owed.now !== null)
  return Number(late.length > 0) + Number(waiting.length > 0) + ofOwed + begun.length
}

/** The lines of today that are of letters, what is late first. */
export function LetterLines({ due: { late, waiting, owed, begun } }: { due: LettersDue }) {
  const { t } = useWords()
  const more = begun.length - MOST_BEGUN
  return (
    <>
      <SendLine waiting={late} isLate />
      <OwedLine owed={owed.late} isLate />
      <SendLine waiting={waiting} isLate={false} />
      <OwedLine owed={owed.now} isLate={false} />
      {begun.slice(0, MOST_BEGUN).map(row => (
        <BegunLetter key={row.id} row={row} />
      ))}
      {more > 0 ? <li className="mute">{t('today.letters_begun_more', { count: more })}</li> : null}
    </>
  )
}

function OwedLine({ owed, isLate }: { owed: Owed | null; isLate: boolean }) {
  const { t } = useWords()
  if (owed === null) return null
  const { count, kind, profile, term } = owed
  return (
    <li className={`due ${isLate ? 'late' : 'now'}`}>
      <Badge tone={isLate ? 'red' : 'amber'}>{t(isLate ? 'letters.late' : 'letter.owed')}</Badge>
      <span className="grow">
        <span>{t(isLate ? 'today.letters_owed_late' : 'today.letters_owed', { count })}</span>{' '}
        <ByAndWhy kind={kind} profile={profile} term={term} />
      </span>
      <Button variant="default" onClick={() => goTo('applications', { waiting: 'no_letter' })}>
        {t('today.see')}
      </Button>
    </li>
  )
}

function SendLine({ waiting, isLate }: { waiting: readonly Waiting[]; isLate: boolean }) {
  const { t } = useWords()
  const first = waiting[0]
  const letter = first?.row.state.letter ?? null
  if (first === undefined || letter === null) return null
  return (
    <li className={`due ${isLate ? 'late' : 'now'}`}>
      <Badge tone={isLate ? 'red' : 'amber'}>{t(isLate ? 'letters.late' : 'letters.waits')}</Badge>
      <span className="grow">
        {t(isLate ? 'today.letters_late' : 'today.letters_to_send', { count: waiting.length })}{' '}
        <ByAndWhy kind={letter.kind} profile={letter.profile} term={first.term} />
      </span>
      <Button variant="default" onClick={() => goTo('letters', { tab: 'send' })}>
        {t('today.see')}
      </Button>
    </li>
  )
}

interface Named {
  readonly kind: LetterKind
  readonly profile: ProfileId
  readonly term: LetterTerm | null
}

/** Of the most pressing letter: by when, by which clause, and why by then. */
function ByAndWhy({ kind, profile, term }: Named) {
  const { t, dates } = useWords()
  const by = term === null ? '' : t('today.letters_earliest', { date: screenDate(term.by, dates) })
  return (
    <>
      <span className="mute">
        {'\u00b7 '}
        {joined([by, clauseText(LETTER_CLAUSES[profile][kind], profile, t)], ' \u00b7 ')}
      </span>{' '}
      {term?.term ? <Why term={term.term} /> : null}
    </>
  )
}

/** A letter that was begun and not signed off, with the way to go on. */
function BegunLetter({ row: { id, state, application } }: { row: LetterRow }) {
  const { t } = useWords()
  if (state.letter === null) return null
  const number = application?.number ? numberText(application.number) : ''
  const kind = t(`letter.kind.${state.letter.kind}`)
  return (
    <li>
      <Badge tone="sky">{t('letter.status.drafted')}</Badge>
      <span className="grow">{joined([t('today.letter_begun', { kind }), number], ' \u00b7 ')}</span>
      <Button component="a" variant="default" href={addressOfLetter(id)}>
        {t('today.go_on')}
      </Button>
    </li>
  )
}
