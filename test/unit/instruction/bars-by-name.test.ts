import { expect, it } from 'vitest'
import { entityId } from '#shared/change/action.ts'
import { whoMayNot } from '#shared/instruction/bars.ts'
import type { Handling } from '#shared/instruction/handled.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { employees, fullName, spelledInRussian } from '#test/fixtures/employees.ts'
import { SPELLINGS, seededRandom } from '#test/fixtures/spellings.ts'

const SEED = 20261122
const CASE = entityId('application', 'earlier')

/** What clause 35 says of giving a matter to somebody, as written, that was decided by somebody, as written. */
function toldOf(executor: string, decidedBy: string): 'stop' | 'warning' | 'nothing' {
  const decided: Handling = {
    application: CASE,
    how: 'decided',
    officialId: null,
    name: decidedBy,
    on: PlainDate.parse('2026-03-02'),
  }
  const asked = { officialId: null, unit: '', body: null, who: executor }
  const [bar] = whoMayNot(asked, 'decided', [decided], [])
  if (bar?.level === 'stop') expect(bar).toMatchObject({ code: 'decided', application: CASE })
  return bar?.level ?? 'nothing'
}

it('clause 35: of a thousand who decided before, under any spelling, 99.3 of a hundred are stopped and 0.3 missed', () => {
  const random = seededRandom(SEED)
  const told = { stop: 0, warning: 0, nothing: 0 }
  for (const name of employees(SEED)) {
    for (const spell of [...Object.values(SPELLINGS), spelledInRussian]) {
      const spelled = spell(name, random())
      if (spelled !== null) told[toldOf(spelled, fullName(name))] += 1
    }
  }
  expect(told).toEqual({ stop: 12_907, warning: 53, nothing: 37 })
})

it('clause 35: of 9,900 who had nothing to do with the matter, many of one surname and given name, nobody is stopped', () => {
  const some = employees(SEED).filter((_, place) => place % 10 === 0)
  const told = { stop: 0, warning: 0, nothing: 0 }
  for (const one of some) {
    for (const other of some) if (one !== other) told[toldOf(fullName(one), fullName(other))] += 1
  }
  expect(told).toEqual({ stop: 0, warning: 0, nothing: 9900 })
})
