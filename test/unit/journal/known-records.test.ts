import { expect, test } from 'vitest'
import { KnownRecords } from '#electron/journal/known-records.ts'
import type { StoredAction } from '#electron/journal/stored-action.ts'

const record = (at: number) => ({ body: { at } }) as unknown as StoredAction

test('a long day does not fill the memory: who was not looked at for the longest goes', () => {
  const known = new KnownRecords()
  for (let at = 1; at <= 2_000; at += 1) known.keep(at, record(at))
  expect(known.find(1)).toEqual(record(1))
  known.keep(2_001, record(2_001))
  expect(known.find(1)).toEqual(record(1))
  expect(known.find(2)).toBeUndefined()
  expect(known.find(2_001)).toEqual(record(2_001))
})
