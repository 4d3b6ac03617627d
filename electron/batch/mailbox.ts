import type { BatchDone, BatchJob } from '#shared/ipc/documents.ts'

/** Where the batch leaves its job for the page and waits for what came of it. */
export interface BatchMailbox {
  give(job: BatchJob): Promise<BatchDone>
  job(): BatchJob | null
  done(result: BatchDone): void
}

export function createMailbox(): BatchMailbox {
  let current: BatchJob | null = null
  let answer: (result: BatchDone) => void = () => undefined
  return {
    give(job) {
      current = job
      return new Promise(resolve => {
        answer = resolve
      })
    },
    job: () => current,
    done: result => answer(result),
  }
}
