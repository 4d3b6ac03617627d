/// <reference types="electron-vite/node" />

import type { SpawnTableWorker } from './read-table.ts'
import makeWorker from './table-worker.ts?nodeWorker'

/** Starts the table worker out of the bundle: electron-vite makes it a chunk of its own beside main. */
export const spawnBundledTableWorker: SpawnTableWorker = options => makeWorker(options)
