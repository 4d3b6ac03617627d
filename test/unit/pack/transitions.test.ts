import { describe, expect, it } from 'vitest'
import { FIRST_ON_PAPER, isOnPaper, LAST_ON_PAPER } from '#shared/pack/model.ts'
import { nextPack } from '#shared/pack/transitions.ts'

const printed = (from: number, to: number) => ({
  packs: [{ request: 'p000000000000001', from, to, at: '2026-11-22T04:00:00.000Z', user: 'u1' }],
})

describe('the next emergency pack', () => {
  it('begins with the first serial, and goes on after the last', () => {
    expect(nextPack({ packs: [] }, 50)).toEqual({ from: 9001, to: 9050 })
    expect(nextPack(printed(9001, 9050), 30)).toEqual({ from: 9051, to: 9080 })
  })

  it('begins anew where the serials do not reach, and never leaves them', () => {
    expect(nextPack(printed(9901, 9980), 20)).toEqual({ from: 9001, to: 9020 })
    expect(nextPack(printed(9901, 9980), 19)).toEqual({ from: 9981, to: 9999 })
    expect(nextPack(printed(9001, 9999), 1)).toEqual({ from: 9001, to: 9001 })
    expect(() => nextPack({ packs: [] }, LAST_ON_PAPER - FIRST_ON_PAPER + 2)).toThrow(RangeError)
  })

  it('holds serials that no day at the desk comes to', () => {
    expect([8999, 9000, 9001, 9999].map(isOnPaper)).toEqual([false, false, true, true])
  })
})
