import { expect, it } from 'vitest'
import type { OwedRow } from '#renderer/db/query-types.ts'
import { owedNow } from '#renderer/features/letters/owed-now.ts'
import type { Decision } from '#shared/application/decisions.ts'
import type { Registered } from '#shared/application/transitions.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { EntityId } from '#shared/change/action.ts'
import { OutgoingNumber } from '#shared/letter/model.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeRegistered } from '#test/fixtures/decisions.ts'

const day = (text: string) => PlainDate.parse(text)
const number = OutgoingNumber.parse({ index: '3-6', letter: 'А', suffix: null, year: 2026, serial: 1 })

function row(name: string, owed: OwedRow['owed'], change: Partial<Registered> = {}): OwedRow {
  return { id: EntityId.parse(`application:${name}`), owed, registered: makeRegistered('WKO-2020/2023', change) }
}

/** Asked on Tuesday 6 October: the notice of it within 2 working days, by Thursday 8 (clause 19). */
const REQUESTED = row('requested', [{ kind: 'request_notice', about: 'd1', since: day('2026-10-06') }], {
  letters: [
    { letter: EntityId.parse('letter:l'), kind: 'central_request', about: 'd1', number, on: day('2026-10-06') },
  ],
})
const EXTENDED: Decision = {
  ...{ id: 'd2', at: '2026-10-05T05:00:00.000Z', by: 'u1', on: day('2026-10-05'), personal: null },
  type: 'application.extended',
  body: { until: day('2026-11-20'), decidedOn: day('2026-10-05'), decider: 'head', ground: 'complex' },
}
const REFUSED = row('refused', [{ kind: 'refusal', about: 'd3', since: day('2026-10-06') }], { decisions: [EXTENDED] })
const CENTRAL = row('central', [{ kind: 'central_request', about: 'd4', since: day('2026-10-06') }])

const said = (on: string, rows: readonly OwedRow[], total = rows.length) => {
  const { late, now } = owedNow(rows, total, SEED_CALENDAR, day(on))
  return [late, now].map(one => one && `${one.count} ${one.kind} ${one.term?.by ?? 'no term'}`)
}

it('what is owed stands by its term: the notice of a request before the answer, what no act dates last', () => {
  expect(said('2026-10-08', [CENTRAL, REFUSED, REQUESTED])).toEqual([null, '3 request_notice 2026-10-08'])
  expect(said('2026-10-09', [CENTRAL, REFUSED, REQUESTED])).toEqual([
    '1 request_notice 2026-10-08',
    '2 refusal 2026-10-19',
  ])
  expect(said('2026-10-20', [CENTRAL, REFUSED, REQUESTED])).toEqual([
    '2 request_notice 2026-10-08',
    '1 central_request no term',
  ])
})

it('of one application its most pressing letter counts, and the application once', () => {
  const both = { ...REQUESTED, owed: [...REFUSED.owed, ...REQUESTED.owed] }
  expect(said('2026-10-09', [both])).toEqual(['1 request_notice 2026-10-08', null])
})

it('those that were not read are counted among the others; nothing owed is no line', () => {
  expect(said('2026-10-08', [REFUSED], 250)).toEqual([null, '250 refusal 2026-10-19'])
  expect(said('2026-10-08', [])).toEqual([null, null])
})
