import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyCount, type Countable, Counts, DIMENSIONS, noCounts, sumCounts } from '#shared/report/counts.ts'

const code = fc.option(fc.constantFrom('alpha', 'beta', 'gamma', 'constructor'), { nil: null })
const countable: fc.Arbitrary<Countable> = fc.record({
  legalEntity: fc.boolean(),
  badIin: fc.boolean(),
  marked: fc.boolean(),
  byChannel: code,
  byOutcome: code,
  byResult: code,
  byTopic: code,
  byDistrict: code,
  byCategory: code,
  byLanguage: code,
  byOfficial: code,
})

function countAll(all: readonly Countable[]): Counts {
  return all.reduce((counts, one) => applyCount(counts, one, 1), noCounts())
}

/** Counting in the plainest way, against which the running counts are held. */
function countFromScratch(all: readonly Countable[]): Counts {
  const counts = noCounts()
  for (const dimension of DIMENSIONS) {
    const codes = all.map(one => one[dimension]).filter(one => one !== null)
    counts[dimension] = Object.fromEntries(
      [...new Set(codes)].map(one => [one, codes.filter(other => other === one).length]),
    )
  }
  counts.rows = all.length
  counts.legalEntities = all.filter(one => one.legalEntity).length
  counts.badIin = all.filter(one => one.badIin).length
  counts.marked = all.filter(one => one.marked).length
  return counts
}

test('adding and taking back in any order gives the same counts as counting what stayed', () => {
  const steps = fc.array(fc.record({ one: countable, staying: fc.boolean(), rank: fc.nat(), takenAt: fc.nat(1000) }), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(steps, all => {
      // Each is added at its rank; one that does not stay is taken back somewhere after it was added.
      const acts = all.flatMap(step => [
        { at: step.rank, one: step.one, sign: 1 as const },
        ...(step.staying ? [] : [{ at: step.rank + step.takenAt + 1, one: step.one, sign: -1 as const }]),
      ])
      const counts = acts
        .sort((a, b) => a.at - b.at)
        .reduce((sum, act) => applyCount(sum, act.one, act.sign), noCounts())
      expect(counts).toEqual(countFromScratch(all.filter(step => step.staying).map(step => step.one)))
      expect(Counts.parse(counts)).toEqual(counts)
    }),
  )
})

test('days summed in any order are the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(countable, fc.nat(6)), { maxLength: 60 }), fc.boolean(), (all, backwards) => {
      const days = [0, 1, 2, 3, 4, 5, 6].map(day => countAll(all.filter(([, of]) => of === day).map(([one]) => one)))
      expect(sumCounts(backwards ? days.reverse() : days)).toEqual(countAll(all.map(([one]) => one)))
    }),
  )
})

test('what was never added cannot be taken back: a count below zero throws and leaves the counts as they were', () => {
  fc.assert(
    fc.property(fc.array(countable, { maxLength: 20 }), countable, (all, stranger) => {
      const counts = countAll(all)
      const before = structuredClone(counts)
      const emptied = all.reduce((sum, one) => applyCount(sum, one, -1), counts)
      expect(emptied).toEqual(noCounts())
      expect(() => applyCount(emptied, stranger, -1)).toThrow('count below zero')
      expect(counts).toEqual(before)
    }),
  )
})
