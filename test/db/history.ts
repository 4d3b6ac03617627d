import fc from 'fast-check'
import type { Action } from '#shared/change/action.ts'
import { findPlainDate } from '#shared/time/plain-date.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('imported' as const),
      ...{
        key: fc.nat(7),
        batch: fc.nat(2),
        person: fc.nat(3),
        day: fc.nat(3),
        number: fc.nat(2),
        marked: fc.boolean(),
      },
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), batch: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), person: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('official' as const), key: fc.nat(1), batch: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('letter' as const), letter: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unknown' as const), key: fc.nat(7) }) },
)
/** Random acts of two desks: imports, undone or not, erasures, officials, letters, and what no program knows. */
export const history = fc.array(fc.tuple(fc.nat(1), step), { minLength: 1, maxLength: 30 })
type Steps = typeof history extends fc.Arbitrary<infer T> ? T : never

/** The actions of a history. */
export function write(steps: Steps): Action[] {
  const desks = [new TestDesk(0), new TestDesk(1)]
  for (const [number, one] of steps) {
    const desk = desks[number]!
    if (one.kind === 'imported') {
      const registered = one.day === 0 ? null : findPlainDate(2026, 7, one.day)
      const problems = one.marked ? [{ field: 'phone', code: 'unreadable', params: {} }] : []
      const eotinish = one.number === 0 ? '' : `ЖТ-2026-0000${one.number}`
      desk.imported(`a${one.key}`, `b${one.batch}`, `p${one.person}`, { registered, problems }, { eotinish })
    } else if (one.kind === 'undo') desk.undo(`b${one.batch}`)
    else if (one.kind === 'erase') desk.erase(`p${one.person}`)
    else if (one.kind === 'official') desk.official(`o${one.key}`, '1', `b${one.batch}`)
    else if (one.kind === 'letter') desk.open(one.letter === 0 ? 'А' : 'Ә')
    else desk.act('application.called', `application:a${one.key}`, { window: 3 })
  }
  return desks.flatMap(desk => desk.actions)
}
