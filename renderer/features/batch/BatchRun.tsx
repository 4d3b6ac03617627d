import { useEffect } from 'react'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useStore } from '../../db/use-query.ts'
import { runBatchJob } from './batch-run.ts'

/** The page of a batch: nobody looks at it. Takes the job from main, does it and gives back what came of it. */
export function BatchRun({ today }: { today: PlainDate }) {
  const store = useStore()
  useEffect(() => {
    void run()
    async function run(): Promise<void> {
      const asked = await window.desk.batchJob({})
      if (!asked.ok || asked.value.job === null) return
      await window.desk.batchDone(await runBatchJob(window.desk, store, asked.value.job, today))
    }
  }, [store, today])
  return null
}
