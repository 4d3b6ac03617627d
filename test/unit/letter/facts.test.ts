import { expect, it } from 'vitest'
import { letterFacts } from '#shared/letter/facts.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeRegistered } from '#test/fixtures/decisions.ts'

it('who decided is named by initials without a second point where the sentence ends', () => {
  const day = PlainDate.parse('2026-11-23')
  const extended = {
    ...{ id: 'e1', type: 'application.extended', on: day, at: '2026-11-23T05:00:00.000Z', by: 'u1' },
    body: { until: PlainDate.parse('2027-01-07'), decidedOn: day },
    personal: { reason: 'Материалдар сұратылды.', decidedBy: 'Есенғалиев Н.' },
  } as never
  const facts = letterFacts({
    registered: makeRegistered('KZ-2026', { decisions: [extended] }),
    about: 'e1',
    ...{ earlier: null, movedBecause: null, control: null, demand: null, officials: [] },
    office: { address: { kk: '', ru: '' }, phone: '', room: '' },
    directories: { body: [] },
    words: { lack: () => ({ kk: '', ru: '' }), place: address => address },
  })
  expect(facts.decided_by).toEqual({ kind: 'text', text: 'Есенғалиев Н' })
  expect(facts.reason).toEqual({ kind: 'text', text: 'Материалдар сұратылды' })
})
