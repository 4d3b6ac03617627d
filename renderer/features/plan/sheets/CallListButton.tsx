import type { CallSheetData } from '#shared/posting/reception-sheets.ts'
import { SheetButton } from './SheetButton.tsx'
import { useLanguages } from './use-languages.ts'

/** The list of persons to call. In Kazakh or in Russian, as PDF. */
export function CallListButton({ data }: { readonly data: CallSheetData }) {
  const languages = useLanguages()
  return (
    <SheetButton
      label="sheet.calls.button"
      choices={languages(`calls-${data.preparedOn}`, language => ({ kind: 'calls', paper: 'A4', language, data }))}
    />
  )
}
