import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import kk from '#locales/kk.json' with { type: 'json' }
import { clausesOf } from '#shared/regulation/clauses.ts'
import { PROFILES } from '#shared/regulation/profile.ts'
import { clausesPage, missingRules, namedTests, TEST_WORDS } from '../../../tools/write-clauses.ts'

const ALL = PROFILES.flatMap(({ id }) =>
  clausesOf(id).map(clause => ({ ...clause, id, name: `${TEST_WORDS[id]} ${clause.clause}` })),
)

it('no clause of either act is left out, and none is numbered anew', () => {
  const upTo = (last: number) => Array.from({ length: last }, (_, place) => String(place + 1))
  expect(clausesOf('WKO-2020/2023').map(({ clause }) => clause)).toEqual(upTo(38))
  expect(clausesOf('KZ-2026').map(({ clause }) => clause)).toEqual(upTo(42))
  expect(ALL.filter(({ how }) => how === 'excluded').map(({ name }) => name)).toEqual(['clause 34'])
})

it('no clause says it is executed by what is not there', () => {
  const missing = ALL.flatMap(clause => missingRules(clause).map(rule => `${clause.name}: ${rule}`))
  expect(missing).toEqual([])
  expect(missingRules({ ...ALL[0]!, rule: ['shared/visit/queue.ts#noSuchRule', 'shared/gone.ts#gone'] })).toHaveLength(
    2,
  )
})

it('no clause is executed without a test of its name', () => {
  const tests = namedTests()
  expect(ALL.filter(({ how, name }) => how === 'rule' && !tests.has(name)).map(({ name }) => name)).toEqual([])
  const names = new Set(ALL.map(({ name }) => name))
  expect([...tests.keys()].filter(name => !names.has(name))).toEqual([])
})

it('what is executed or recorded names its rule and its screen; what is for others names none', () => {
  const wrong = ALL.filter(({ how, rule, screen, rest }) => {
    if (how === 'rule' || how === 'record') return rule.length === 0 || screen.length === 0
    return screen.length > 0 || rest !== null || (how !== 'later' && rule.length > 0)
  })
  expect(wrong.map(({ name }) => name)).toEqual([])
  expect(ALL.flatMap(({ screen }) => screen).filter(screen => !(`nav.${screen}` in kk))).toEqual([])
})

it('every clause is told in one line of each language, and no two in the same words', () => {
  for (const language of ['kk', 'ru'] as const) {
    for (const { id } of PROFILES) {
      const said = clausesOf(id).map(({ says }) => says[language])
      expect(new Set(said).size).toBe(said.length)
      for (const text of said) expect(text).toMatch(/^[\p{Lu}\d].{20,170}\.$/u)
    }
  }
  const kazakh = ALL.flatMap(({ says, rest }) => [says.kk, rest?.kk ?? ''])
  expect(kazakh.filter(text => text !== '' && !/[әғқңөұүһі]/i.test(text))).toEqual([])
})

it('docs/clauses.md is made of the clauses and the tests as they stand', () => {
  expect(readFileSync('docs/clauses.md', 'utf8'), 'run: node tools/write-clauses.ts').toBe(clausesPage())
})
