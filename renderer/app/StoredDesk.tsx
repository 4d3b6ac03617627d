import { useState } from 'react'
import { startStoreClient } from '../db/start-client.ts'
import { StoreContext } from '../db/use-query.ts'
import { BatchRun } from '../features/batch/BatchRun.tsx'
import { useDesk } from './desk-context.ts'
import { OpenDesk } from './OpenDesk.tsx'

/** An open desk with its store. Main gives the store's keys once per page, so the store is begun once. */
export function StoredDesk() {
  const [store] = useState(() => startStoreClient(window.desk))
  const { start } = useDesk()
  return <StoreContext value={store}>{start.batch ? <BatchRun today={start.today} /> : <OpenDesk />}</StoreContext>
}
