import { expect, it } from 'vitest'
import { nameLikeness } from '#shared/text/same-name.ts'
import { employees, fullName, spelledInRussian } from '#test/fixtures/employees.ts'
import { SPELLINGS, seededRandom } from '#test/fixtures/spellings.ts'

const SEED = 20261122
const TOLD = { same: 12_907, perhaps: 53, other: 37 }

it('of a thousand names each way of spelling it is known again; missed are only Latin letters that say two things', () => {
  const random = seededRandom(SEED)
  const told = { same: 0, perhaps: 0, other: 0 }
  const missed = new Set<string>()
  for (const name of employees(SEED)) {
    for (const [kind, spell] of [...Object.entries(SPELLINGS), ['russian', spelledInRussian] as const]) {
      const spelled = spell(name, random())
      if (spelled === null) continue
      const likeness = nameLikeness(fullName(name), spelled)
      expect(nameLikeness(spelled, fullName(name))).toBe(likeness)
      told[likeness] += 1
      if (likeness === 'other') missed.add(`${kind} ${name.given}`)
    }
  }
  expect(told).toEqual(TOLD)
  expect([...missed]).toEqual(['kazakhLatin Асхат'])
})

it('of 4,950 pairs of different people, many of one surname and given name, none is taken for one person', () => {
  const names = employees(SEED).filter((_, place) => place % 10 === 0)
  const wrong: string[] = []
  for (const [place, one] of names.entries()) {
    for (const other of names.slice(place + 1)) {
      if (nameLikeness(fullName(one), fullName(other)) === 'same') wrong.push(`${fullName(one)} / ${fullName(other)}`)
    }
  }
  expect(names).toHaveLength(100)
  expect(wrong).toEqual([])
})

it('too little is written to be sure, and that is said', () => {
  expect(nameLikeness('Ахметов Серік Болатұлы', 'Ахметов С.')).toBe('perhaps')
  expect(nameLikeness('Ахметов Серік Болатұлы', 'Ахметов')).toBe('perhaps')
  expect(nameLikeness('Ахметов Серік Болатұлы', 'С.Б. Ахметов')).toBe('same')
  expect(nameLikeness('Ахметова Әсел Болатқызы', 'Ахметова Әсем Болатқызы')).toBe('perhaps')
  expect(nameLikeness('Ахметов С.Б.', 'Ахметов С.Қ.')).toBe('other')
  expect(nameLikeness('Ахметов Серік', 'Ахметова Серік')).toBe('other')
  expect(nameLikeness('', 'Ахметов')).toBe('other')
  expect(nameLikeness('', '')).toBe('other')
})
