import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { protocolTerm } from '#shared/protocol/rules.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { Why } from '../../components/WhyDate.tsx'
import type { AnswerOf } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { narrowingOf } from './protocol-place.ts'

const NOTHING = {}

/** What of protocols waits: receptions of the day without one, and signed ones that did not go to the applicant in their term. */
export interface ProtocolsDue {
  readonly lacking: AnswerOf<'protocols.lacking'>
  readonly unsent: AnswerOf<'protocols.unsent'>
}

/** What of protocols waits at the desk; undefined until the store has answered. */
export function useProtocolsDue(): ProtocolsDue | undefined {
  const today = useToday()
  const calendar = useWorkCalendar()
  const lacking = useRows(
    'protocols.lacking',
    useMemo(() => ({ day: today }), [today]),
  )
  const unsent = useRows('protocols.unsent', NOTHING)
  return useMemo(() => {
    if (lacking === undefined || unsent === undefined) return undefined
    // Where the act sets no term nothing is owed (rule 37 alone does).
    return { lacking, unsent: unsent.filter(one => protocolTerm(one, calendar) !== null) }
  }, [lacking, unsent, calendar])
}

/** How many lines of today they are. */
export function protocolLinesOf({ lacking, unsent }: ProtocolsDue): number {
  return Number(lacking.length > 0) + Number(unsent.length > 0)
}

/** The lines of today that are of protocols. */
export function ProtocolLines({ due: { lacking, unsent } }: { due: ProtocolsDue }) {
  const { t } = useWords()
  const [first] = lacking
  return (
    <>
      <ToSend unsent={unsent} />
      {first === undefined ? null : (
        <li className="due now">
          <Badge tone="amber">{t('today.urgency.now')}</Badge>
          <span className="grow">{t('today.protocols_lacking', { count: lacking.length })}</span>
          <Button variant="default" onClick={() => goTo('reception', { open: first })}>
            {t('today.to_line')}
          </Button>
        </li>
      )}
    </>
  )
}

function ToSend({ unsent }: Pick<ProtocolsDue, 'unsent'>) {
  const { t, dates } = useWords()
  const calendar = useWorkCalendar()
  const today = useToday()
  const [first] = unsent
  const term = first === undefined ? null : protocolTerm(first, calendar)
  if (first === undefined || first.protocol === null || term === null) return null
  const { application, visit, on, profile } = first.protocol
  const isLate = term.by < today
  const beside = [
    t('today.letters_earliest', { date: screenDate(term.by, dates) }),
    clauseText({ act: 'regulation', clause: '37' }, profile, t),
  ]
  return (
    <li className={`due ${isLate ? 'late' : 'now'}`}>
      <Badge tone={isLate ? 'red' : 'amber'}>{t(isLate ? 'letters.late' : 'letters.waits')}</Badge>
      <span className="grow">
        {t('today.protocols_to_send', { count: unsent.length })}{' '}
        <span className="mute">
          {'\u00b7 '}
          {joined(beside, ' \u00b7 ')}
        </span>{' '}
        <Why term={term} />
      </span>
      <Button
        variant="default"
        onClick={() => goTo('reception', narrowingOf({ application, visit, day: on }, first.id))}
      >
        {t('today.see')}
      </Button>
    </li>
  )
}
