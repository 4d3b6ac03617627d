import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answer, type Door } from '#electron/ipc/handle.ts'
import type { Services } from '#electron/ipc/services.ts'
import { CHANNELS } from '#shared/ipc/contract.ts'
import { CHANNEL_NAMES } from '#shared/ipc/names.ts'
import { memoryLog, messageFrom, registered } from './fake-windows.ts'

const SEED = 20261122
const CANARY = 'qq030405500123qq'

function deep(levels: number): unknown {
  let value: unknown = CANARY
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value }
  return value
}

function cyclic(): unknown {
  const value: Record<string, unknown> = { name: CANARY }
  value.self = [value, value, value]
  return value
}

const hostile = fc.oneof(
  fc.anything({ maxDepth: 4, withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
  fc.constantFrom<unknown>(
    cyclic(),
    deep(20_000),
    new Array(2 ** 31),
    'x'.repeat(3_000_000),
    JSON.parse(`{"__proto__":{"name":"${CANARY}"},"name":"a"}`),
    { name: { toString: () => CANARY } },
    Object.create({ name: 'inherited' }),
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error(CANARY)
        },
      },
    ),
    Symbol(CANARY),
    Number.NaN,
  ),
  // Near misses: the right keys with wrong values.
  fc.record(
    {
      name: fc.oneof(fc.constant('form.a'), fc.string()),
      value: fc.oneof(fc.string(), fc.integer()),
      after: fc.anything(),
      limit: fc.oneof(fc.integer(), fc.double()),
      importId: fc.string({ maxLength: 50 }),
      intent: fc.anything(),
      language: fc.constantFrom('kk', 'ru', 'en'),
      path: fc.string(),
    },
    { requiredKeys: [] },
  ),
)

const lawful = fc.constantFrom<unknown[]>(
  [{}],
  [{ name: 'form.a' }],
  [{ language: 'ru' }],
  [{ importId: 'a' }],
  [{ path: 'a' }],
)

it('10,000 messages of any shape: none unhandled, none reaches a service but as its schema makes it', async () => {
  const { contents, windows } = registered('desk')
  const log = memoryLog()
  let reached = 0
  const unparsed: string[] = []
  const services = Object.fromEntries(
    CHANNEL_NAMES.map(channel => [
      channel,
      async (args: unknown) => {
        reached++
        if (!CHANNELS[channel].args.safeParse(args).success) unparsed.push(channel)
        throw new Error(CANARY)
      },
    ]),
  ) as unknown as Services
  const door: Door = { served: { services, demand: async () => undefined }, windows, log }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...CHANNEL_NAMES),
      fc.oneof(
        { weight: 4, arbitrary: fc.array(hostile, { minLength: 0, maxLength: 2 }) },
        { weight: 2, arbitrary: lawful },
      ),
      async (channel, args) => {
        const answered = await answer(channel, messageFrom(contents, 'desk'), args, door)
        expect(answered.ok).toBe(false)
        expect(JSON.stringify(answered)).not.toContain('030405500123')
      },
    ),
    { seed: SEED, numRuns: 10_000 },
  )
  expect(log.lines.join('\n')).not.toContain('030405500123')
  expect(unparsed).toEqual([])
  // Some messages are lawful, or the test would prove nothing.
  expect(reached).toBeGreaterThan(100)
}, 60_000)
