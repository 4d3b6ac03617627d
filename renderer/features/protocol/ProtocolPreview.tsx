import type { ProtocolSheetData } from '#shared/protocol/sheet.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ProtocolSheet } from '../../print/protocol/ProtocolSheet.tsx'
import { wordsOf } from '../../print/words-of.ts'

/** The sheets as they will be printed: the very elements. */
export function ProtocolPreview({ sheets }: { sheets: readonly ProtocolSheetData[] }) {
  const { t } = useWords()
  if (sheets.length === 0) return null
  return (
    <section className="card letter-preview" aria-label={t('protocol.preview')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it is scrolled by the arrow keys */}
      <section className="paper letter-paper" tabIndex={0} aria-label={t('protocol.preview')}>
        {sheets.map((sheet, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sheets never change their order
          <ProtocolSheet key={at} data={sheet} words={wordsOf(sheet.language)} />
        ))}
      </section>
    </section>
  )
}
