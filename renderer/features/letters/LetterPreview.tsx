import { useState } from 'react'
import type { LetterSheetData } from '#shared/letter/sheet.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LetterSheet } from '../../print/letter/LetterSheet.tsx'
import { wordsOf } from '../../print/words-of.ts'

/** The sheets as they will be printed: the very elements. */
export function LetterPreview({ sheets }: { sheets: readonly LetterSheetData[] }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState(0)
  const sheet = sheets[chosen] ?? sheets[0]
  if (sheet === undefined) return null
  return (
    <section className="card letter-preview" aria-label={t('letter.preview')}>
      {sheets.length < 2 ? null : (
        <div className="seg">
          {sheets.map(({ language }, at) => (
            <button
              key={language}
              type="button"
              aria-pressed={sheet.language === language}
              onClick={() => setChosen(at)}
            >
              {t(`letter.languages.${language}`)}
            </button>
          ))}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it is scrolled by the arrow keys */}
      <section className="paper letter-paper" tabIndex={0} aria-label={t('letter.preview')}>
        <LetterSheet data={sheet} words={wordsOf(sheet.language)} />
      </section>
    </section>
  )
}
