import { open } from 'node:fs/promises'
import type { Worker, WorkerOptions } from 'node:worker_threads'
import type { Table } from '#shared/import/table.ts'
import { fail, ok, type Result } from '#shared/result/result.ts'
import { TableAnswer } from './job.ts'
import { TABLE_LIMITS, type TableLimits } from './limits.ts'

/** Starts the table worker: the bundled one in the product, the source file in tests and tools. */
export type SpawnTableWorker = (options: WorkerOptions) => Worker

/** A file by its path, or what was dropped on the window. */
export type TableSource = { readonly path: string } | { readonly bytes: Uint8Array }

/**
 * Reads an .xlsx or .csv file in a worker with a memory and a time limit: a hostile file costs a refused import, never the
 * desk. Errors: `table.not_found`, `.not_readable`, `.too_large` {megabytes}, `.empty`, `.wrong_kind` {kind}, `.old_excel`,
 * `.encrypted`, `.broken`, `.unpacks_too_large` {megabytes}, `.too_many_sheets|rows|columns` {limit}, `.too_many_cells`,
 * `.cell_too_long` {limit}, `.too_slow` {seconds}, `.out_of_memory`.
 */
export async function readTable(
  source: TableSource,
  spawn: SpawnTableWorker,
  limits: TableLimits = TABLE_LIMITS,
): Promise<Result<Table>> {
  const bytes = 'path' in source ? await readTableFile(source.path, limits) : checkSize(source.bytes, limits)
  return bytes.ok ? await runWorker(bytes.value, spawn, limits) : bytes
}

/** The bytes of a file, if there are not too many. Errors: `table.not_found`, `.not_readable`, `.too_large` {megabytes}. */
export async function readTableFile(path: string, limits: TableLimits = TABLE_LIMITS): Promise<Result<Uint8Array>> {
  try {
    await using file = await open(path, 'r')
    const { size } = await file.stat()
    return size > limits.fileBytes ? tooLarge(limits) : ok(new Uint8Array(await file.readFile()))
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return fail(missing ? 'table.not_found' : 'table.not_readable')
  }
}

function checkSize(bytes: Uint8Array, limits: TableLimits): Result<Uint8Array> {
  return bytes.byteLength > limits.fileBytes ? tooLarge(limits) : ok(bytes)
}

function tooLarge(limits: TableLimits): Result<never> {
  return fail('table.too_large', { megabytes: Math.round(limits.fileBytes / 1_000_000) })
}

async function runWorker(bytes: Uint8Array, spawn: SpawnTableWorker, limits: TableLimits): Promise<Result<Table>> {
  const worker = spawn({
    workerData: { bytes, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    // Nothing of the desk is the worker's business, its environment included.
    env: {},
  })
  const { promise, resolve } = Promise.withResolvers<Result<Table>>()
  const timer = setTimeout(
    () => resolve(fail('table.too_slow', { seconds: Math.ceil(limits.milliseconds / 1000) })),
    limits.milliseconds,
  )
  worker.once('message', answer => resolve(readAnswer(answer)))
  worker.once('error', error => resolve(fail(isOutOfMemory(error) ? 'table.out_of_memory' : 'table.broken')))
  worker.once('exit', () => resolve(fail('table.broken')))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function readAnswer(answer: unknown): Result<Table> {
  const parsed = TableAnswer.safeParse(answer)
  return parsed.success ? parsed.data : fail('table.broken')
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
