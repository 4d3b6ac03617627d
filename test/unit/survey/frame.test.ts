import { describe, expect, it } from 'vitest'
import { draw, markOf } from '#shared/survey/draw.ts'
import { type Candidate, frameOf, stratumOf } from '#shared/survey/frame.ts'
import { contactId, SEED } from '#test/fixtures/survey.ts'

const one = (number: number, change: Partial<Candidate> = {}): Candidate => ({
  entity: contactId(number),
  at: `2026-07-${String(number).padStart(2, '0')}T05:00:00.000Z`,
  consent: true,
  phone: `+7701000000${number}`,
  erased: false,
  strata: { kind: 'consulted', language: 'kk', district: '', channel: 'phone' },
  ...change,
})

describe('the frame of a survey', () => {
  it('counts why each falls out, by the first reason', () => {
    const { counts, reachable } = frameOf([
      one(1),
      one(2, { consent: false }),
      one(3, { consent: false, erased: true }),
      one(4, { phone: '' }),
      one(5, { phone: one(1).phone }),
    ])
    expect(counts).toEqual({
      all: 5,
      reachable: 1,
      fallen: { no_consent: 1, no_phone: 1, same_phone: 1, erased: 1 },
    })
    expect(reachable.map(({ entity }) => entity)).toEqual([contactId(5)])
  })

  it('calls a phone that stands twice once, whatever the order of rows', () => {
    const rows = [one(1), one(2, { phone: one(1).phone }), one(3)]
    expect(frameOf(rows)).toEqual(frameOf([...rows].reverse()))
  })

  it('draws the others alike when somebody who cannot be called is there too', () => {
    const orderOf = (rows: readonly Candidate[]) =>
      draw(
        SEED,
        frameOf(rows).reachable.map(row => ({ mark: markOf(row.entity), stratum: stratumOf(row, 'kind') })),
        2,
      ).order
    const rows = [one(1), one(2), one(3), one(4)]
    expect(orderOf([...rows, one(5, { consent: false }), one(6, { phone: '' })])).toEqual(orderOf(rows))
  })
})
