import { expect, it } from 'vitest'
import { markedBy } from '#renderer/features/reception/use-marked.ts'

const TWELVE = Array.from({ length: 12 }, (_, place) => place)

it('a step down marks who is passed, the last of the list too', () => {
  expect(markedBy('ArrowDown', TWELVE, 0)).toEqual({ isMarked: true, rows: [0] })
  expect(markedBy('ArrowDown', TWELVE, 11)).toEqual({ isMarked: true, rows: [11] })
})

it('a page down marks ten at once, and no more than there are', () => {
  expect(markedBy('PageDown', TWELVE, 0)?.rows).toEqual(TWELVE.slice(0, 10))
  expect(markedBy('PageDown', TWELVE, 10)?.rows).toEqual([10, 11])
})

it('up takes the mark off again, at the top of nobody', () => {
  expect(markedBy('ArrowUp', TWELVE, 3)).toEqual({ isMarked: false, rows: [2] })
  expect(markedBy('PageUp', TWELVE, 3)).toEqual({ isMarked: false, rows: [0, 1, 2] })
  expect(markedBy('ArrowUp', TWELVE, 0)).toEqual({ isMarked: false, rows: [] })
})

it('letters, Home and End mark nobody', () => {
  expect(['a', 'Home', 'End', 'Enter'].map(key => markedBy(key, TWELVE, 3))).toEqual([null, null, null, null])
})
