import { useDesk } from '../../../app/desk-context.ts'
import { useOffice, useOfficials } from '../../../app/desk-rows.ts'
import { useDirectories } from '../../../components/use-directories.ts'
import type { SheetWith } from './sheet-data.ts'

/** What sheets are made with; undefined until it is read. */
export function useSheetWith(): SheetWith | undefined {
  const { start } = useDesk()
  const office = useOffice()
  const officials = useOfficials()
  const directories = useDirectories()
  if (!office || officials === undefined) return undefined
  return { office, officials, directories, today: start.today, preparedBy: start.user?.name ?? '' }
}
