import { expect, it } from 'vitest'
import type { Mark } from '#renderer/db/query-types.ts'
import { REFUSAL_WORDS } from '#test/fixtures/decisions.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

const REFUSAL = { ground: 'competence', earlier: null, body: 'police', decidedOn: '2026-09-21', decider: 'head' }

it('refusals are found by what they say, not once reopened, declined or erased; what is decided waits no more', async () => {
  const main = new TestMain()
  const desk = new TestDesk(0)
  const [refused, proposed, erased, declined, left] = [1, 2, 3, 4, 5].map(serial => desk.register(serial, `s${serial}`))
  const words = (facts: string) => ({ ...REFUSAL_WORDS, facts })
  desk.onApplication('refused', refused!, REFUSAL, words('one'))
  desk.onApplication('refusal_proposed', proposed!, REFUSAL, words('two'))
  desk.onApplication('refused', erased!, REFUSAL, words('three'))
  desk.erase('s3')
  desk.onApplication('refusal_proposed', declined!, REFUSAL, words('four'))
  desk.onApplication('refusal_declined', declined!, {}, { reason: 'x' })
  const lacks = { outcome: 'incomplete', lacks: ['essence'], correctBy: null }
  desk.onApplication('completeness_checked', left!, lacks)
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const texts = async () => (await client.query('applications.refusals', { limit: 9 })).map(({ facts }) => facts).sort()
  const waiting = async (mark: Mark) => (await client.query('applications.waiting', { mark, limit: 9 })).total
  expect(await texts()).toEqual(['one', 'two'])
  expect(await waiting('open')).toBe(3)
  main.append(desk.onApplication('left', left!, {}, { reason: 'x' }))
  main.append(desk.onApplication('reopened', refused!, { ground: 'court' }))
  await client.caughtUp(main.head())
  expect(await texts()).toEqual(['two'])
  expect(await waiting('open')).toBe(3)
})
