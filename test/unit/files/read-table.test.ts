import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { readTable } from '#electron/files/table/read-table.ts'
import { spawnSourceTableWorker } from '#electron/files/table/spawn-source.ts'
import { samplePath } from '#test/fixtures/import/expected.ts'
import { makeZip, workbookParts, worksheet } from '#test/fixtures/import/make-zip.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'table-'))
})
afterAll(() => rm(folder, { recursive: true }))

function spawnCode(code: string): typeof spawnSourceTableWorker {
  return options => new Worker(code, { ...options, eval: true })
}

describe('reading a file in its worker', () => {
  test('a journal by its path, and the same bytes dropped on the window', async () => {
    const table = await readTable({ path: samplePath('journal-2026-q3.xlsx') }, spawnSourceTableWorker)
    expect(table.ok && table.value.sheets[0]?.rows.length).toBe(434)
  })

  test('officials in CSV', async () => {
    const table = await readTable({ path: samplePath('officials.csv') }, spawnSourceTableWorker)
    expect(table.ok && table.value.sheets[0]?.rows[1]?.[1]).toBe('Сапаров')
  })

  test('a bomb is refused in under a second, without a worker left behind', async () => {
    const bomb = makeZip(workbookParts('x', [{ name: 'xl/a', data: 'x', claims: { unpacked: 4_000_000_000 } }]))
    const workers: Worker[] = []
    const started = performance.now()
    const result = await readTable({ bytes: bomb }, options => {
      const worker = spawnSourceTableWorker(options)
      workers.push(worker)
      return worker
    })
    // The second is counted inside; starting a worker from source on a loaded machine may add to it.
    expect(performance.now() - started).toBeLessThan(5000)
    expect(result).toMatchObject({ ok: false, error: { code: 'table.unpacks_too_large' } })
    expect(workers.map(worker => worker.threadId)).toEqual([-1])
  })

  test('a worker that never answers is ended', async () => {
    const limits = { ...TABLE_LIMITS, milliseconds: 300 }
    expect(await readTable({ bytes: Buffer.from('a;b') }, spawnCode('for (;;) {}'), limits)).toEqual({
      ok: false,
      error: { code: 'table.too_slow', params: { seconds: 1 } },
    })
  })

  test('a worker that eats all memory is ended, and the desk is not', async () => {
    const limits = { ...TABLE_LIMITS, heapMegabytes: 16 }
    const eater = spawnCode('const eaten = []; for (;;) eaten.push(new Array(10_000).fill({}))')
    expect(await readTable({ bytes: Buffer.from('a;b') }, eater, limits)).toMatchObject({
      ok: false,
      error: { code: 'table.out_of_memory' },
    })
  })

  test.each([
    ['throws', 'throw new Error("x")'],
    ['ends without an answer', ''],
    [
      'answers nonsense',
      'require("node:worker_threads").parentPort.postMessage({ ok: true, value: { sheets: [[1]] } })',
    ],
  ])('a worker that %s is a broken file', async (_, code) => {
    expect(await readTable({ bytes: Buffer.from('a;b') }, spawnCode(code))).toMatchObject({
      ok: false,
      error: { code: 'table.broken' },
    })
  })

  test('no file, a folder, a file over the limit', async () => {
    const large = path.join(folder, 'large.csv')
    await writeFile(large, '')
    await truncate(large, TABLE_LIMITS.fileBytes + 1)
    const codeOf = async (file: string): Promise<unknown> => {
      const result = await readTable({ path: file }, spawnSourceTableWorker)
      return result.ok ? 'read' : result.error
    }
    expect(await codeOf(path.join(folder, 'none.csv'))).toEqual({ code: 'table.not_found', params: {} })
    expect(await codeOf(folder)).toEqual({ code: 'table.not_readable', params: {} })
    expect(await codeOf(large)).toEqual({ code: 'table.too_large', params: { megabytes: 30 } })
  })

  test('the largest honest journal is read within the limits', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => {
      const cells = Array.from(
        { length: 18 },
        (_, column) => `<c t="inlineStr"><is><t>${index * 7919 + column}</t></is></c>`,
      )
      return `<row r="${index + 1}">${cells.join('')}</row>`
    })
    const result = await readTable({ bytes: makeZip(workbookParts(worksheet(rows.join('')))) }, spawnSourceTableWorker)
    expect(result.ok && result.value.sheets[0]?.rows.length).toBe(30_000)
  })
})
