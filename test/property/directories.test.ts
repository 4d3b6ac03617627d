import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Code } from '#shared/application/model.ts'
import { newCode } from '#shared/directory/code.ts'
import { findEntry } from '#shared/directory/find.ts'
import { DIRECTORY_IDS, entry, type SetEntry } from '#shared/directory/model.ts'
import { officeDirectories, SEED_DIRECTORIES } from '#shared/directory/seed.ts'

/** What was set: each code of a directory once, as the folds of entities give it; some are of the seeds. */
const sets = fc
  .uniqueArray(
    fc.record({
      directory: fc.constantFrom(...DIRECTORY_IDS),
      code: fc.constantFrom('housing', 'egov', 'borili', 'police', 'pregnant', 'new_one', 'new_two'),
      text: fc.constantFrom('Бір', 'Екі', 'Үш'),
    }),
    { selector: one => `${one.directory}-${one.code}` },
  )
  .map(list => list.map(({ directory, code, text }): SetEntry => ({ directory, entry: entry(code, text, text) })))

describe('the directories of an office', () => {
  test('hold every entry of the seeds and every one set, whatever the order, each code once', () => {
    fc.assert(
      fc.property(sets, fc.integer(), (set, turn) => {
        const turned = [...set.slice(turn % (set.length || 1)), ...set.slice(0, turn % (set.length || 1))].reverse()
        const [merged, other] = [officeDirectories(set), officeDirectories(turned)]
        for (const id of DIRECTORY_IDS) {
          const codes = merged[id].map(one => one.code)
          expect(new Set(codes).size).toBe(codes.length)
          expect(codes.slice(0, SEED_DIRECTORIES[id].length)).toEqual(SEED_DIRECTORIES[id].map(one => one.code))
          expect(codes.map(code => findEntry(other[id], code))).toEqual(merged[id])
        }
        for (const { directory, entry: one } of set) expect(findEntry(merged[directory], one.code)).toEqual(one)
      }),
      { numRuns: 300 },
    )
  })

  test('any text becomes a code that no entry has', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 80 })
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 12 }), list => {
        const taken: string[] = []
        for (const text of list) taken.push(Code.parse(newCode(text, taken)))
        expect(new Set(taken).size).toBe(taken.length)
      }),
      { numRuns: 300 },
    )
  })
})
