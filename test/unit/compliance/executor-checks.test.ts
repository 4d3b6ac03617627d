import { describe, expect, it } from 'vitest'
import type { InstructionFact } from '#shared/compliance/facts.ts'
import type { KnownCase } from '#shared/instruction/handled.ts'
import { applicationOf, briefly } from '#test/fixtures/compliance.ts'

type Act = 'WKO-2020/2023' | 'KZ-2026'
const executor = (who: string) => ({ officialId: null, unit: '', body: null, who })
const SERIKOV = 'Серіков Асан Маратұлы'

/** An instruction given to people on days, answered on a day or not. */
function given(
  id: string,
  application: string,
  to: readonly (readonly [string, string])[],
  change: object = {},
): InstructionFact {
  const instruction = { application, protocol: `protocol:${id}`, earlier: [] as string[] }
  const assigned = to.map(([who, on], place) => ({
    executor: executor(who),
    ground: place === 0 ? null : 'absent',
    on,
    by: 'u1',
  }))
  const state = {
    status: 'on_control',
    instruction,
    assigned,
    dueOn: null,
    executed: null,
    answer: null,
    closed: null,
    ...change,
  }
  return { id: `instruction:${id}`, state } as unknown as InstructionFact
}

const answered = (on: string) => ({ status: 'answered', answer: { noted: { on, by: 'u1' } } })

function at(act: Act, instructions: readonly InstructionFact[], named: readonly string[] = []): string[] {
  const matters = new Map<string, KnownCase>()
  for (const id of new Set(instructions.map(({ state }) => state.instruction?.application as string))) {
    const { registered } = applicationOf(act, '2026-01-12')
    const own = instructions.filter(({ state }) => state.instruction?.application === id).map(({ state }) => state)
    const decisions =
      id === 'application:now'
        ? named.map(earlier => ({ type: 'application.repeat_decided', body: { same: true, earlier } }))
        : []
    const application = { facts: null, personal: null, registered: { ...registered, decisions } }
    matters.set(id, { id, application, instructions: own } as unknown as KnownCase)
  }
  return briefly(act, act === 'KZ-2026' ? '12' : '35', '2026-12-01', { instructions, matters })
}

describe('who had decided a matter and got it again is found, whoever recorded it', () => {
  const now = (who: string) => given('now', 'application:now', [[who, '2026-11-10']])
  const earlier = (change: object) => given('old', 'application:old', [[SERIKOV, '2026-02-02']], change)

  it('clause 35: answered before and given again is broken; only given before, answered since, or another is not', () => {
    const of = (old: InstructionFact, who = SERIKOV) =>
      at('WKO-2020/2023', [old, now(who)], ['application:old']).filter(line => line.includes('2026-11-10'))
    expect(of(earlier(answered('2026-03-02')))).toEqual(['executor broken - 2026-11-10 barred'])
    expect(of(earlier(answered('2026-03-02')), 'Серикова А.М.')).toEqual(['executor kept - 2026-11-10'])
    expect(of(earlier({}))).toEqual(['executor kept - 2026-11-10'])
    expect(of(earlier(answered('2026-11-20')))).toEqual(['executor kept - 2026-11-10'])
    expect(of(earlier({ status: 'replaced' }))).toEqual(['executor kept - 2026-11-10'])
  })

  it('rule 12: given before is enough, also given back to who had it, and in another spelling', () => {
    expect(at('KZ-2026', [earlier({}), now('Сериков Асан Маратулы')], ['application:old'])).toEqual([
      'executor broken - 2026-11-10 barred',
      'executor kept - 2026-02-02',
    ])
    const back = given('now', 'application:now', [
      [SERIKOV, '2026-11-10'],
      ['Омаров Болат', '2026-11-12'],
      [SERIKOV, '2026-11-16'],
    ])
    expect(at('KZ-2026', [back])).toEqual([
      'executor broken - 2026-11-16 barred',
      'executor kept - 2026-11-10',
      'executor kept - 2026-11-12',
    ])
    const sibling = given('first', 'application:now', [[SERIKOV, '2026-11-03']])
    expect(at('KZ-2026', [sibling, now(SERIKOV)])[0]).toBe('executor broken - 2026-11-10 barred')
  })

  it('a case that names nobody, or that names itself in a circle, ends', () => {
    expect(at('KZ-2026', [now(SERIKOV)], ['application:now', 'application:gone'])).toEqual([
      'executor kept - 2026-11-10',
    ])
  })
})
