import { describe, expect, it } from 'vitest'
import { isJoint, jointSheet } from '#shared/protocol/joint.ts'
import type { ProtocolSheetData } from '#shared/protocol/sheet.ts'
import { protocolLines } from '#shared/protocol/sheet-lines.ts'
import { DATE_WORDS } from '#test/fixtures/words.ts'

const one = (application: string, change: object = {}) =>
  ({
    protocol: { application, batch: 'b', officialId: 'o1', on: '2026-11-23', profile: 'KZ-2026', ...change },
  }) as never

const sheet = (applicant: string, serial: number) =>
  ({
    ...{
      draft: false,
      annulled: false,
      annex: true,
      number: '1',
      on: '2026-11-23',
      from: null,
      to: null,
      signedOn: null,
    },
    ...{ place: '', official: '', secretary: '', participants: [], essence: '', said: '', decision: '', note: '' },
    ...{ instructions: [], media: null, joint: [], applicant, reference: { number: `А-${serial}`, on: '2026-11-02' } },
  }) as unknown as ProtocolSheetData

describe('a joint protocol', () => {
  it('is of one batch, official, day and act, and of nobody twice', () => {
    expect(isJoint([one('a'), one('b')])).toBe(true)
    expect(isJoint([one('a'), one('a')])).toBe(false)
    for (const change of [{ batch: null }, { officialId: 'o2' }, { on: '2026-11-24' }, { profile: 'WKO-2020/2023' }])
      expect(isJoint([one('a'), one('b', change)])).toBe(false)
  })

  it('names each participant with their application on a line of their own', () => {
    const words = { t: (key: string) => key, dates: DATE_WORDS.kk } as never
    const lines = protocolLines(jointSheet([sheet('Омаров Нұрлан', 1), sheet('Есенова Айгүл', 2)]), words)
    const told = lines.find(({ label }) => label === 'protocol.sheet.applicants_annex')
    expect(told?.text.split('\n').map(line => line.split(' \u2013 ')[0])).toEqual([
      '',
      '1) Омаров Нұрлан',
      '2) Есенова Айгүл',
    ])
    expect(told?.text).toContain('А-2')
    expect(lines.some(({ label }) => label === 'protocol.sheet.reference_annex')).toBe(false)
  })
})
