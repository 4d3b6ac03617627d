import { expect, it } from 'vitest'
import { boundOf } from '#shared/repeat/bound.ts'
import { findRepeats } from '#shared/repeat/find-repeats.ts'
import { likenessOfPrepared } from '#shared/repeat/likeness.ts'
import { prepare } from '#shared/repeat/prepare.ts'
import { PAIRS } from '#test/fixtures/repeat/pairs.ts'

const MATTERS = PAIRS.flatMap(({ earlier, later }) => [earlier, later])
const TOPICS = ['housing', 'utilities', 'land', 'social', 'employment', 'health', 'education', 'roads', 'law', 'flood']

/** Ten thousand matters of many words: a text of the pairs and half of another, and every number another. */
function manyMatters() {
  return Array.from({ length: 10_000 }, (_, index) => {
    const [one, other] = [MATTERS[index % 200]!, MATTERS[(index * 7 + (index >> 4)) % 200]!]
    const half = other.essence.split(' ').slice(0, index % 6)
    const essence = `${one.essence} ${half.join(' ')}`.replace(/\d+/g, number => String(Number(number) + (index % 97)))
    return { ...one, essence, topic: TOPICS[index % 10]!, subtopic: '' }
  })
}

/** Milliseconds of processor this program has used: what others do on the machine beside does not count. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

it('compares a matter with ten thousand earlier ones in under 50 ms, by the median of nine', () => {
  const begun = spent()
  const earlier = manyMatters().map(prepare)
  const prepared = spent() - begun
  const times = Array.from({ length: 9 }, (_, index) => {
    const start = spent()
    findRepeats(earlier[index * 111]!, earlier, 20)
    return spent() - start
  }).sort((a, b) => a - b)
  console.log(
    `10,000 prepared in ${prepared.toFixed(0)} ms; one against them ${times.map(time => time.toFixed(0)).join(' ')} ms`,
  )
  expect(times[4]).toBeLessThan(50)
})

it('passes over no earlier matter that the whole comparison would find', () => {
  const prepared = MATTERS.map(prepare)
  for (const matter of prepared) {
    const bound = boundOf(matter)
    const exceeded = prepared.filter(one => likenessOfPrepared(matter, one).score > bound(one) + 1e-9)
    expect(exceeded).toEqual([])
  }
})
