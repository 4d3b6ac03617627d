import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { createPins, type Pins } from '#electron/access/pins.ts'
import { systemRandom } from '#electron/security/seal.ts'

const HOUR = 3_600_000
const CHEAP = { memory: 1024, rounds: 1 }
let now = 0
let pins: Pins

beforeEach(() => {
  now = 1000
  pins = createPins({ elapsed: () => now, random: systemRandom, cost: CHEAP })
})

it('unlocks for eight hours after the password, and the password gives eight more', async () => {
  await pins.give('u1', '120587')
  expect(await pins.passes('u1', '120587')).toBe(true)
  now += 8 * HOUR - 1
  expect(pins.has('u1')).toBe(true)
  pins.renew('u1')
  now += 8 * HOUR - 1
  expect(await pins.passes('u1', '120587')).toBe(true)
  now += 1
  expect(pins.has('u1')).toBe(false)
  expect(await pins.passes('u1', '120587')).toBe(false)
  pins.renew('u1')
  expect(pins.has('u1')).toBe(false)
})

it('the third wrong one forgets it, the right one too late is none', async () => {
  await pins.give('u1', '120587')
  for (const wrong of ['000000', '120588', '120578']) expect(await pins.passes('u1', wrong)).toBe(false)
  expect(await pins.passes('u1', '120587')).toBe(false)
  expect(pins.has('u1')).toBe(false)
})

it('whatever is done: it passes only as the last one given, within its time, before three wrong ones in a row', async () => {
  const step = fc.oneof(
    fc.record({ act: fc.constant('give' as const), pin: fc.constantFrom('111111', '222222') }),
    fc.record({ act: fc.constant('try' as const), pin: fc.constantFrom('111111', '222222', '333333') }),
    fc.record({ act: fc.constant('wait' as const), hours: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ act: fc.constant('drop' as const), all: fc.boolean() }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async steps => {
      now = 0
      pins = createPins({ elapsed: () => now, random: systemRandom, cost: CHEAP })
      let model: { pin: string; until: number; left: number } | null = null
      for (const one of steps) {
        if (one.act === 'wait') now += one.hours * HOUR
        if (model !== null && now >= model.until) model = null
        if (one.act === 'give') {
          await pins.give('u1', one.pin)
          model = { pin: one.pin, until: now + 8 * HOUR, left: 3 }
        }
        if (one.act === 'drop') {
          pins.drop(one.all ? undefined : 'u1')
          model = null
        }
        if (one.act !== 'try') continue
        const isRight: boolean = model !== null && model.pin === one.pin
        expect(await pins.passes('u1', one.pin)).toBe(isRight)
        if (model !== null)
          model = isRight ? { ...model, left: 3 } : model.left > 1 ? { ...model, left: model.left - 1 } : null
        expect(pins.has('u1')).toBe(model !== null)
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)
