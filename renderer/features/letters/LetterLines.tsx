import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { screenDate } from '#shared/time/official-date.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { Why } from '../../components/WhyDate.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { Waiting } from './to-send.ts'
import { useToSend } from './use-to-send.ts'

/** What of letters waits: those overdue, those to be sent, and applications that oblige to one nobody has signed off. */
export interface LettersDue {
  readonly late: readonly Waiting[]
  readonly waiting: readonly Waiting[]
  readonly owed: number
}

/** What of letters waits at the desk; undefined until the store has answered. */
export function useLettersDue(): LettersDue | undefined {
  const toSend = useToSend()
  const owed = useRows(
    'applications.waiting',
    useMemo(() => ({ mark: 'no_letter' as const, limit: 1 }), []),
  )
  if (toSend === undefined || owed === undefined) return undefined
  return {
    late: toSend.filter(({ isLate }) => isLate),
    waiting: toSend.filter(({ isLate }) => !isLate),
    owed: owed.total,
  }
}

/** How many lines of today they are. */
export function linesOf({ late, waiting, owed }: LettersDue): number {
  return Number(late.length > 0) + Number(waiting.length > 0) + Number(owed > 0)
}

/** The lines of today that are of letters. */
export function LetterLines({ due: { late, waiting, owed } }: { due: LettersDue }) {
  const { t } = useWords()
  return (
    <>
      <SendLine waiting={late} isLate />
      <SendLine waiting={waiting} isLate={false} />
      {owed === 0 ? null : (
        <li className="due now">
          <Badge tone="amber">{t('letter.owed')}</Badge>
          <span className="grow">{t('today.letters_owed', { count: owed })}</span>
          <Button variant="default" onClick={() => goTo('applications', { waiting: 'no_letter' })}>
            {t('today.see')}
          </Button>
        </li>
      )}
    </>
  )
}

function SendLine({ waiting, isLate }: { waiting: readonly Waiting[]; isLate: boolean }) {
  const { t, dates } = useWords()
  const first = waiting[0]
  if (first === undefined) return null
  const by = first.term === null ? '' : t('today.letters_earliest', { date: screenDate(first.term.by, dates) })
  return (
    <li className={`due ${isLate ? 'late' : 'now'}`}>
      <Badge tone={isLate ? 'red' : 'amber'}>{t(isLate ? 'letters.late' : 'letters.waits')}</Badge>
      <span className="grow">
        {t(isLate ? 'today.letters_late' : 'today.letters_to_send', { count: waiting.length })}{' '}
        <span className="mute">{by}</span> {first.term?.term ? <Why term={first.term.term} /> : null}
      </span>
      <Button variant="default" onClick={() => goTo('letters', { tab: 'send' })}>
        {t('today.see')}
      </Button>
    </li>
  )
}
