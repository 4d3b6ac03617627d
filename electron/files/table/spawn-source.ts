import { Worker } from 'node:worker_threads'
import type { SpawnTableWorker } from './read-table.ts'

/** Starts the table worker from its source file: for tests and for tools that run without a bundle. */
export const spawnSourceTableWorker: SpawnTableWorker = options =>
  new Worker(new URL('./table-worker.ts', import.meta.url), options)
