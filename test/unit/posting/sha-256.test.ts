import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/posting/public-schedule.ts'
import { sha256 } from '#shared/posting/sha-256.ts'

test('the vectors of FIPS 180-4', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('any text is digested as the system does it, letters outside the plane and half pairs too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), text => {
      expect(sha256(text)).toBe(createHash('sha256').update(text.toWellFormed(), 'utf8').digest('hex'))
    }),
    { seed: 289, numRuns: 120 },
  )
  const half = `${String.fromCharCode(0xd83d)}Әб`
  expect(sha256(half)).toBe(createHash('sha256').update(half, 'utf8').digest('hex'))
})

test('a value has one text, in whatever order its fields were put', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string(), fc.constant(null))), value => {
      const turned = Object.fromEntries(Object.entries(value).reverse())
      expect(canonicalJson(turned)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(value)
    }),
    { seed: 289 },
  )
})

test('the document of a large office is digested while nobody waits', () => {
  const text = 'Қабылдау '.repeat(30_000)
  const began = performance.now()
  expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  expect(performance.now() - began).toBeLessThan(1500)
})
