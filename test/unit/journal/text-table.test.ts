import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NONE, TextTable } from '#electron/journal/text-table.ts'

const text = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 400 }))

test('a text has one number, the place at which it first came, and the number gives it back', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 300 }), texts => {
      const table = new TextTable()
      const numbers = texts.map(one => table.add(one))
      const known = [...new Set(texts.map(one => one.toWellFormed()))]
      expect(numbers).toEqual(texts.map(one => known.indexOf(one.toWellFormed())))
      expect(known.map((_, number) => table.textOf(number))).toEqual(known)
      expect(known.map(one => table.find(one))).toEqual(known.map((_, number) => number))
      expect(table.size).toBe(known.length)
      expect(table.packed().bytes.toString()).toBe(known.join(''))
    }),
  )
})

test('what never came has no number', () => {
  const table = new TextTable()
  expect(table.find('')).toBe(NONE)
  table.add('visit:1')
  expect(table.find('visit:')).toBe(NONE)
  expect(table.find('visit:11')).toBe(NONE)
  expect(table.packed().ends).toEqual(Uint32Array.of(7))
})

test('holds as many as ten years have, and finds each', () => {
  const table = new TextTable()
  const nameOf = (number: number) => `application:${'x'.repeat(number % 40)}-${number}`
  const many = 200_000
  for (let number = 0; number < many; number++) table.add(nameOf(number))
  expect(table.size).toBe(many)
  for (let number = 0; number < many; number += 777) {
    expect(table.find(nameOf(number))).toBe(number)
    expect(table.textOf(number)).toBe(nameOf(number))
    expect(table.add(nameOf(number))).toBe(number)
  }
  expect(table.find(nameOf(many))).toBe(NONE)
})

test('takes texts as they lie in bytes', () => {
  const table = new TextTable()
  const bytes = Buffer.from('lineҚатарline')
  const end = bytes.length - 4
  expect([table.addBytes(bytes, 0, 4), table.addBytes(bytes, 4, end), table.addBytes(bytes, end, end + 4)]).toEqual([
    0, 1, 0,
  ])
  expect(table.find('Қатар')).toBe(1)
})
