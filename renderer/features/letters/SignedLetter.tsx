import { type Answered, letterSheet } from '#shared/letter/sheet.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Fact } from '../applications/card/Part.tsx'
import { LetterPreview } from './LetterPreview.tsx'
import { STATUS_TONES } from './letter-status.ts'
import { Scans } from './Scans.tsx'
import { SignedActs } from './SignedActs.tsx'

interface Shown {
  readonly letter: EntityState<'letter'>
  /** The application it answers; null where it answers none. */
  readonly answered: Answered | null
}

/** A letter that was signed off: its sheets, what is done with it, and how it went out. */
export function SignedLetter({ letter, answered }: Shown) {
  const { t, dates } = useWords()
  const office = useOffice()
  const sheets = (letter.letter?.languages ?? []).flatMap(language => {
    const sheet = office && letterSheet(letter, language, office, answered)
    return sheet ? [sheet] : []
  })
  const { status, signed, copies, dispatches } = letter
  return (
    <div className="letter-desk">
      <section className="card letter-fields">
        {status === 'absent' ? null : (
          <div>
            <Badge tone={STATUS_TONES[status]}>{t(`letter.status.${status}`)}</Badge>
          </div>
        )}
        {status === 'annulled' ? null : <SignedActs letter={letter} />}
        <dl className="facts">
          <Fact label={t('letter.signed_on')} text={signed === null ? '' : screenDate(signed.on, dates)} />
          <Fact label={t('letter.copies')} text={t('letter.copies.each', { kk: copies.kk, ru: copies.ru })} />
        </dl>
        <ul className="plain-list">
          {dispatches.map(({ channel, on, arrived, said }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was done never changes its order
            <li key={at}>
              <b>{t(arrived ? 'letter.went' : 'letter.did_not_arrive')}</b>
              <div className="mute">
                {joined([screenDate(on, dates), t(`letter.channel.${channel}`), said ?? ''], ' \u00b7 ')}
              </div>
            </li>
          ))}
        </ul>
        <Scans letter={letter} />
      </section>
      <LetterPreview sheets={sheets} />
    </div>
  )
}
