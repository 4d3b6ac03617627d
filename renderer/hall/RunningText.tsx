import type { Language } from '#shared/application/model.ts'
import type { Bilingual } from '#shared/official/model.ts'

/** So many seconds a sign of the text stays readable on its way: slow. */
const SECONDS_PER_SIGN = 0.22
/** A line of the screen holds about so many signs: the way in and out. */
const SIGNS_OF_LINE = 90

/** What the office tells the hall, in the languages of the screen, moving slowly or standing. */
export function RunningText(shown: { text: Bilingual; moves: boolean; languages: readonly Language[] }) {
  const texts = shown.languages.map(language => ({ language, text: shown.text[language] })).filter(({ text }) => text)
  if (texts.length === 0) return null
  const signs = texts.reduce((sum, { text }) => sum + text.length, SIGNS_OF_LINE)
  return (
    <div className={`hall-text ${shown.moves ? 'moves' : ''}`}>
      <p style={{ animationDuration: `${Math.round(signs * SECONDS_PER_SIGN)}s` }}>
        {texts.map(({ language, text }) => (
          <span key={language} lang={language}>
            {text}
          </span>
        ))}
      </p>
    </div>
  )
}
