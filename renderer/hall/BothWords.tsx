import type { Language } from '#shared/application/model.ts'
import type { Bilingual } from '#shared/official/model.ts'

/** A text in the languages of the screen, each on its own line and of one size, the state language first. */
export function BothWords({ text, languages }: { text: Bilingual; languages: readonly Language[] }) {
  return (
    <>
      {languages.map(language => (
        <span key={language} lang={language} className="words">
          {text[language] || text.kk || text.ru}
        </span>
      ))}
    </>
  )
}
