import { parentPort, workerData } from 'node:worker_threads'
import { TableJob } from './job.ts'
import { parseTable } from './parse-table.ts'

// The worker's only work: one file in, one answer out. The parsing itself is in plain modules.
const { bytes, limits } = TableJob.parse(workerData)
parentPort?.postMessage(await parseTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits))
