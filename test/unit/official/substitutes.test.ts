import { expect, it } from 'vitest'
import { ringOf } from '#shared/official/substitutes.ts'

const one = (id: string, ...substitutes: string[]) => ({ id, substitutes })

it.each<[string, ReturnType<typeof one>, ReturnType<typeof one>[], string[] | null]>([
  ['nobody acts', one('a'), [one('b', 'a')], null],
  ['two who act for each other', one('a', 'b'), [one('b', 'a')], ['b', 'a']],
  ['the shortest of two rings', one('a', 'b', 'c'), [one('b', 'd'), one('d', 'a'), one('c', 'a')], ['c', 'a']],
  ['a ring of others is not theirs, and is not walked for ever', one('a', 'b'), [one('b', 'c'), one('c', 'b')], null],
  ['what is typed counts, not what stood before', one('a', 'b'), [one('a'), one('b', 'a')], ['b', 'a']],
  ['one who is not known any more', one('a', 'gone'), [], null],
])('%s', (_, official, others, ring) => {
  expect(ringOf(official, others)).toEqual(ring)
})
