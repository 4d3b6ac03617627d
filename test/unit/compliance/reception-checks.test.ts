import { expect, it } from 'vitest'
import { foldReception } from '#shared/reception/transitions.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { applicationOf, briefly } from '#test/fixtures/compliance.ts'
import { versionOf } from '#test/fixtures/posting.ts'
import { scheduleOf } from '#test/fixtures/schedule.ts'

const WKO = 'WKO-2020/2023'
const KZ = 'KZ-2026'

it('clause 24: what was planned with the mass media falls due on its day, what was told is kept, nothing else is judged', () => {
  const approved = versionOf(
    1,
    scheduleOf('2026-10', [
      ['r1', 'o1', '2026-10-05'],
      ['r2', 'o1', '2026-10-12'],
    ]),
  )
  const months = [{ month: PlainMonth.parse('2026-10'), state: { approved, versions: [approved] } as never }]
  const coverage = (stage: string, on: string) => ({ id: stage.padEnd(16, '0'), stage, media: 'x', on, link: '' })
  const of = (...all: object[]) => new Map([['r1', { ...foldReception([]), coverage: all as never }]])
  const at = (today: string, ...all: object[]) => briefly(WKO, '24', today, { months, prepared: of(...all) })
  expect(at('2026-10-06')).toEqual([])
  expect(at('2026-10-06', coverage('planned', '2026-10-06'))).toEqual(['coverage due 2026-10-06 -'])
  expect(at('2026-10-07', coverage('planned', '2026-10-06'))).toEqual(['coverage broken 2026-10-06 -'])
  expect(at('2026-10-07', coverage('held', '2026-10-06'))).toEqual(['coverage kept - 2026-10-06'])
  expect(at('2026-10-07', coverage('dropped', '2026-10-06'))).toEqual([])
})

it('rule 11: what was handed in during a reception is in e-Otinish the same day, or it is found', () => {
  const atReception = 'visit:20261102-0000000000000000-0001' as never
  const of = (registration: object, eotinish: string) =>
    briefly(KZ, '11', '2026-11-03', {
      applications: [applicationOf(KZ, '2026-11-02', [], { registration, personal: { eotinish } })],
    })
  expect(of({ atReception }, '')).toEqual(['eotinish broken 2026-11-02 -'])
  expect(of({ atReception }, 'ЖТ-2026-00476575')).toEqual(['eotinish kept 2026-11-02 2026-11-02'])
  expect(of({}, '')).toEqual([])
})
