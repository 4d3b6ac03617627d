import { webcrypto } from 'node:crypto'
import { expect, it } from 'vitest'
import { keepingOpen } from '#renderer/db/opened.ts'
import { openRecord } from '#renderer/db/rows.ts'
import { makeSealer, type Sealer } from '#renderer/db/seal.ts'
import type { StoredRecord } from '#renderer/db/store.ts'

const ROW = ['applications', 'application:a'] as const

/** A sealer under a key of one repeated byte, and how often it truly opened something. */
async function counting(byte: number) {
  const keys = { store: new Uint8Array(32).fill(byte), index: new Uint8Array(32).fill(9) }
  const sealer = await makeSealer(keys, webcrypto as unknown as Crypto)
  let opened = 0
  const counted: Sealer = {
    ...sealer,
    open(...asked) {
      opened += 1
      return sealer.open(...asked)
    },
  }
  return { sealer: counted, opened: () => opened }
}

it('what does not stand in the row is never answered: neither what stood there before nor what another key sealed', async () => {
  const { sealer } = await counting(1)
  const other = await counting(2)
  const kept = keepingOpen(sealer)
  const before = await kept.seal(...ROW, { name: 'before' })
  expect(await kept.open(...ROW, before)).toEqual({ name: 'before' })
  const rewritten = await sealer.seal(...ROW, { name: 'after' })
  expect(await kept.open(...ROW, rewritten)).toEqual({ name: 'after' })
  expect(await kept.open(...ROW, before)).toEqual({ name: 'before' })
  const foreign = await other.sealer.seal(...ROW, { name: 'foreign' })
  await expect(kept.open(...ROW, foreign)).rejects.toMatchObject({ name: 'OperationError' })
  await expect(kept.open('applications', 'application:b', before)).rejects.toMatchObject({ name: 'OperationError' })
  await expect(kept.open('entities', 'application:a', before)).rejects.toMatchObject({ name: 'OperationError' })
})

it('a record shown by several lists is opened once, one just sealed not at all, and only the last looked at are kept', async () => {
  const { sealer, opened } = await counting(1)
  const kept = keepingOpen(sealer, 2)
  const rows = await Promise.all(['a', 'b', 'c'].map(id => sealer.seal('entities', id, { id })))
  const look = (id: string, at: number) => kept.open('entities', id, rows[at] ?? new Uint8Array())
  for (const _ of [1, 2, 3]) expect(await look('a', 0)).toEqual({ id: 'a' })
  expect(opened()).toBe(1)
  const fresh = await kept.seal('entities', 'new', { id: 'new' })
  expect(await kept.open('entities', 'new', fresh)).toEqual({ id: 'new' })
  expect(opened()).toBe(1)
  await look('a', 0)
  await look('b', 1)
  expect(opened()).toBe(2)
  await look('a', 0)
  expect(opened()).toBe(2)
  await kept.open('entities', 'new', fresh)
  expect(opened()).toBe(3)
})

it('neither the check of the key nor a block of the search index is kept', async () => {
  const { sealer, opened } = await counting(1)
  const kept = keepingOpen(sealer)
  const sealed = await kept.seal('meta', 'check', 'store')
  await kept.open('meta', 'check', sealed)
  await kept.open('meta', 'check', sealed)
  expect(opened()).toBe(2)
})

it('a row whose bytes were changed so that a part of it is not there is told as damage, also where it was opened before', async () => {
  const { sealer } = await counting(1)
  const kept = keepingOpen(sealer)
  const id = 'application:a'
  const sealed = await kept.seal('applications', id, {})
  const row = { id, sealed } as unknown as StoredRecord
  expect(await openRecord(kept, row)).toEqual({ id })
  for (const part of ['id', 'sealed'])
    await expect(openRecord(kept, { ...row, [part]: undefined })).rejects.toMatchObject({ name: 'OperationError' })
})
