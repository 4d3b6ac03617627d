import { KAZAKH_LETTERS, NEXT_LETTER } from '#shared/text/alphabet-turns.ts'
import { useWords } from '../i18n/use-words.ts'
import { TURN_KEY, typeInto } from './kazakh-letters.ts'

/** What the key does, shown by one letter. */
const TURNED = [...NEXT_LETTER].find(([, next]) => next === KAZAKH_LETTERS[2])?.join(' \u2192 ')

/** The nine Kazakh letters for the mouse: a press types one where the caret stands. The keyboard has its key for it. */
export function KazakhLetters() {
  const { t } = useWords()
  return (
    <fieldset className="letters" lang="kk">
      <legend className="unseen">{t('letters.label')}</legend>
      {KAZAKH_LETTERS.map(letter => (
        <button
          key={letter}
          type="button"
          tabIndex={-1}
          onPointerDown={event => event.preventDefault()}
          onMouseDown={event => event.preventDefault()}
          onClick={event => typeInto(document, event.shiftKey ? letter.toUpperCase() : letter)}
        >
          {letter}
        </button>
      ))}
      <span className="mute">
        <kbd>{TURN_KEY}</kbd> <span className="unseen">{t('letters.key')}</span>
        <span aria-hidden="true">{TURNED}</span>
      </span>
    </fieldset>
  )
}
