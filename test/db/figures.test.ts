import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOfKey } from '#shared/report/contribution.ts'
import { type Figures, figureOf } from '#shared/report/day-figures.ts'
import { Quarter } from '#shared/time/plain-date.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { history, write } from './history.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

function makeOffice() {
  return { main: new TestMain(), machine: new TestMachine(), desk: new TestDesk(0) }
}

const Q3 = Quarter.parse('2026-Q3')

describe('figures by event in the store', () => {
  it('an import taken back leaves no figure, an erased person keeps counting without the category', async () => {
    const { main, machine, desk } = makeOffice()
    desk.imported('one', 'b1', 's1', {}, { category: 'disability' })
    desk.imported('two', 'b2', 's2', {}, { category: 'disability' })
    main.append(...desk.actions)
    const { client } = await openReady(main, machine)
    const of = (figures: Figures, code: string) => figureOf(figures, 'registered', 'category', code)
    const before = await client.query('figures.quarter', { quarter: Q3 })
    expect([before.registered, of(before, 'disability'), of(before, '')]).toEqual([2, 2, 0])
    main.append(desk.erase('s1'), desk.undo('b2'))
    await client.caughtUp(main.head())
    const after = await client.query('figures.quarter', { quarter: Q3 })
    expect([after.registered, of(after, 'disability'), of(after, '')]).toEqual([1, 0, 1])
  })

  it('each figure of a quarter opens the records that make it', async () => {
    const told = new Set<string>()
    await fc.assert(
      fc.asyncProperty(history, async steps => {
        const { main, machine } = makeOffice()
        main.append(...write(steps))
        const { client } = await openReady(main, machine)
        for (const [key, figure] of Object.entries(await client.query('figures.quarter', { quarter: Q3 }))) {
          const { measure, part, code } = partsOfKey(key)
          const codes = code === null ? [] : [code]
          const behind = await client.query('report.records', { measure, dimension: part, codes, quarter: Q3 })
          expect(
            behind.reduce((sum, { amount }) => sum + amount, 0),
            key,
          ).toBe(figure)
          told.add(measure)
        }
        main.forgetPages()
      }),
      { seed: 20261122, numRuns: 12 },
    )
    expect(told).toContain('registered')
  })
})
