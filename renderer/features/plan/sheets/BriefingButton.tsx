import type { BriefingSheetData } from '#shared/posting/reception-sheets.ts'
import { SheetButton } from './SheetButton.tsx'
import { useLanguages } from './use-languages.ts'

/** The reference information on one application. In Kazakh or in Russian, as PDF. */
export function BriefingButton({ data }: { readonly data: BriefingSheetData }) {
  const languages = useLanguages()
  return (
    <SheetButton
      label="sheet.briefing.button"
      choices={languages(`briefing-${data.number}`, language => ({ kind: 'briefing', paper: 'A4', language, data }))}
    />
  )
}
