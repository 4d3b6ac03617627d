import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { type LimitedField, restOf } from '#renderer/components/over-limit.ts'

const field = (value: string, maxLength: number, from = value.length, to = from): LimitedField => ({
  ...{ value, maxLength },
  ...{ selectionStart: from, selectionEnd: to },
})

test.each([
  ['what fits leaves no rest', field('', 5), 'қала', ''],
  ['what fills the field to its last sign leaves none', field('', 4), 'қала', ''],
  ['one sign too many is the rest', field('', 4), 'қалаш', 'ш'],
  ['beside what stands in it', field('абв', 5), 'где', 'е'],
  ['what is about to be replaced makes room', field('абвгд', 5, 1, 4), 'ежз', ''],
  ['and no more room than it took', field('абвгд', 5, 1, 4), 'ежзи', 'и'],
  ['a full field takes nothing', field('абвгд', 5), 'е', 'е'],
  ['a field that holds more than its limit takes nothing', field('абвгд', 3), 'еж', 'еж'],
  ['lines stay lines', field('', 3), 'аб\nвг\nд', 'вг\nд'],
  ['a sign of two units that would be cut goes whole', field('', 3), 'аб🏠в', '🏠в'],
  ['and stays where it fits whole', field('', 4), 'аб🏠в', 'в'],
])('%s', (_, of, text, rest) => {
  expect(restOf(of, text)).toBe(rest)
})

it('whatever is typed, what the field takes and the rest are the whole, and the field holds no more than it may', () => {
  const cases = fc.tuple(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.nat(30),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  fc.assert(
    fc.property(cases, ([text, most, stood]) => {
      const value = stood.slice(0, most)
      const rest = restOf(field(value, most), text)
      const taken = text.slice(0, text.length - rest.length)
      expect(taken + rest).toBe(text)
      expect(value.length + taken.length).toBeLessThanOrEqual(most)
      // Nothing is told as lost that would have fitted: only a sign of two units leaves one unit free.
      if (rest !== '') expect(most - value.length - taken.length).toBeLessThanOrEqual(1)
    }),
  )
})
