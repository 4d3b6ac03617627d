import { expect, it } from 'vitest'
import { BREAKS } from '#test/sim/breaks.ts'
import { readText } from './sources.ts'

it('every way to break the exchange finds what it breaks', () => {
  const lost = Object.entries(BREAKS).flatMap(([name, pieces]) =>
    pieces.filter(({ file, from }) => !readText(file).includes(from)).map(({ file }) => `${name}: ${file}`),
  )
  expect(lost).toEqual([])
})
