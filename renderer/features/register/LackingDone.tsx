import { useMemo } from 'react'
import type { Registered } from '#shared/application/transitions.ts'
import { owedLetters } from '#shared/letter/duties.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { Notice } from '../../components/Notice.tsx'
import type { ApplicationCard } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { addressOfNew } from '../letters/letter-place.ts'

/** What was registered as lacking something: what, until when it is put right, and the letter that tells it. */
export function LackingDone({ card, registered }: { card: ApplicationCard; registered: Registered }) {
  const { t, dates } = useWords()
  const check = registered.decisions.findLast(one => one.type === 'application.completeness_checked')
  const letter = owedLetters(card).find(({ kind }) => kind === 'correction')
  // The key of the new letter is made once: the address stays while the page is drawn anew.
  const about = letter?.about ?? null
  const address = useMemo(() => (about === null ? null : addressOfNew(card.id, 'correction', about)), [card.id, about])
  if (check === undefined || registered.correctBy === null) return null
  const said = {
    lacks: check.body.lacks.map(lack => t(`decision.lack.${lack}`)).join(', '),
    date: officialDate(registered.correctBy, dates, 'to'),
  }
  return (
    <Notice tone="amber">
      {t('register.done.lacking', said)}{' '}
      {address === null ? null : (
        <a className="link" href={address}>
          {t('register.done.lacking_letter')}
        </a>
      )}
    </Notice>
  )
}
