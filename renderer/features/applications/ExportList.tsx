import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import { useIsWhole } from '../../app/WhenWhole.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import type { ApplicationFilter } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { COLUMNS } from './columns.ts'
import { allApplications } from './use-applications.ts'
import { useDimensionWords } from './use-dimension-words.ts'

/** Writes the list as it is seen: the same columns, the same rows, the same words. */
export function ExportList({ filter }: { filter: ApplicationFilter }) {
  const { t, dates } = useWords()
  const { nameOf, entryOf } = useDimensionWords()
  const store = useStore()
  const call = useCall()
  const isWhole = useIsWhole()
  const [saved, setSaved] = useState<Saved | null>(null)
  const write = async () => {
    setSaved(null)
    const done = await call.run(async () => {
      const rows = await allApplications(store, filter)
      const cells = { t, dates, entryOf, officialOf: (id: string) => nameOf('byOfficial', id) }
      const table = {
        title: t('applications.title'),
        columns: COLUMNS.map(column => t(column.title)),
        rows: rows.map(row => COLUMNS.map(column => column.text(row, cells))),
      }
      return window.desk.tableSave({ table, fileName: 'applications.xlsx' })
    })
    setSaved(done)
  }
  return (
    <>
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
      <Button variant="default" disabled={!isWhole} loading={call.busy} onClick={() => void write()}>
        {t('applications.export')}
      </Button>
    </>
  )
}
