import { expect, it } from 'vitest'
import { sharingRoom } from '#shared/official/rooms.ts'
import { official } from '#test/fixtures/schedule.ts'

const at = (id: string, rule: string | null, change: object = {}) =>
  official(id, 'unit_head', rule, { room: '301', ...change })
const FIRST = at('1', 'first_monday')

it.each<[string, ReturnType<typeof at>, boolean]>([
  ['the same day', at('2', 'first_monday'), true],
  ['every such weekday', at('2', 'every_monday'), true],
  ['every working day', at('2', 'daily'), true],
  ['the same room in other spelling', at('2', 'daily', { room: ' 301 ' }), true],
  ['another week', at('2', 'second_monday'), false],
  ['another weekday', at('2', 'every_friday'), false],
  ['another room', at('2', 'daily', { room: '302' }), false],
  ['hours that begin when the others end', at('2', 'daily', { from: '13:00', to: '15:00' }), false],
  ['no reception days', at('2', null), false],
  ['one who has left before', at('2', 'daily', { until: '2026-01-31' }), false],
])('%s', (_, other, meets) => {
  const official = { ...FIRST, since: '2026-02-01' as typeof FIRST.since }
  expect(sharingRoom(official, [official, other]).map(({ id }) => id)).toEqual(meets ? ['2'] : [])
})

it('the last Monday of a month may be its fourth, and no room is shared by nobody', () => {
  expect(sharingRoom(at('1', 'last_monday'), [at('2', 'fourth_monday'), at('3', 'third_monday')])).toHaveLength(1)
  expect(sharingRoom(at('1', 'daily', { room: '' }), [at('2', 'daily', { room: '' })])).toEqual([])
})
