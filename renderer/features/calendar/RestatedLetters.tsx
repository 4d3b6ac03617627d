import { outgoingText } from '#shared/letter/number.ts'
import { joined } from '#shared/text/isolated.ts'
import { useWords } from '../../i18n/use-words.ts'
import { addressOfLetter } from '../letters/letter-place.ts'
import { movedTexts } from './moved-words.ts'
import type { MovedLine } from './use-moved-terms.ts'
import { useRestated } from './use-restated.ts'

/** Under the terms that move: signed letters that state a day that is off now, each with the way to it. */
export function RestatedLetters({ lines }: { lines: readonly MovedLine[] }) {
  const words = useWords()
  const { t } = words
  const letters = useRestated(lines)
  if (letters === undefined || letters.length === 0) return null
  return (
    <section aria-label={t('calendar.restated', { count: letters.length })}>
      <b>{t('calendar.restated', { count: letters.length })}</b>
      <ul className="plain-list restated">
        {letters.map(({ letter, line }) => {
          const { number, name, term, before } = movedTexts(line, words)
          return (
            <li key={letter.letter}>
              <a className="link" href={addressOfLetter(letter.letter)}>
                {joined([outgoingText(letter.number), t(`letter.kind.${letter.kind}`)], ' \u00b7 ')}
              </a>
              <div className="mute">{joined([number, name, `${term}: ${before}`], ' \u00b7 ')}</div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
