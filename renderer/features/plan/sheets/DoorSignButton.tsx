import type { DoorSignData } from '#shared/posting/reception-sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { SheetButton } from './SheetButton.tsx'

/** The sign on the door of an official, both languages, as PDF on A4 or A3. */
export function DoorSignButton({ data }: { readonly data: DoorSignData }) {
  const { t } = useWords()
  const choices = (['A4', 'A3'] as const).map(paper => ({
    label: t('sheet.door.paper', { paper }),
    job: { kind: 'door_sign' as const, paper, data },
    fileName: `door-${data.room}-${paper}.pdf`,
  }))
  return <SheetButton label="sheet.door.button" choices={choices} />
}
