import type { PersonsSheetData } from '#shared/posting/reception-sheets.ts'
import { SheetButton } from './SheetButton.tsx'
import { useLanguages } from './use-languages.ts'

/** The list of persons to be received at one reception. In Kazakh or in Russian, as PDF. */
export function ListSheetButton({ data }: { readonly data: PersonsSheetData }) {
  const languages = useLanguages()
  return (
    <SheetButton
      label="sheet.persons.button"
      choices={languages(`persons-${data.date}`, language => ({ kind: 'persons', paper: 'A4', language, data }))}
    />
  )
}
