import { describe, expect, it } from 'vitest'
import type { ApplicationCard, EarlierCase } from '#renderer/db/query-types.ts'
import { earlierMatters, reasonLines } from '#renderer/features/applications/card/earlier-matters.ts'

const facts = { topic: 'roads', district: 'oral_city', language: 'ru', registered: '2026-10-01' }

const cardOf = (essence: string, day: number | null = 10) =>
  ({ id: 'application:now', day, facts, personal: { essence } }) as unknown as ApplicationCard

const caseOf = (id: string, day: number, essence: string) =>
  ({ row: { id, day, facts }, essence, by: 'iin', sameMatter: false }) as unknown as EarlierCase

const ids = (card: ApplicationCard, cases: readonly EarlierCase[]) =>
  earlierMatters(card, cases).map(({ earlier }) => earlier.found.row.id)

const NOW = 'Ремонт дороги по улице Абая'

describe('a card shows', () => {
  it('neither itself, nor what came after it, nor another matter, nor one that was erased', () => {
    const cases = [
      caseOf('application:now', 10, NOW),
      caseOf('application:after', 11, NOW),
      caseOf('application:other', 9, 'Место в детском саду для дочери'),
      caseOf('application:erased', 9, ''),
    ]
    expect(ids(cardOf(NOW), cases)).toEqual([])
    expect(ids(cardOf(''), [caseOf('application:before', 9, NOW)])).toEqual([])
    expect(earlierMatters({ ...cardOf(NOW), personal: null }, cases)).toEqual([])
  })

  it('earlier ones on the same matter in either language, the likeliest first', () => {
    const cases = [caseOf('application:kk', 9, 'Абай көшесінің жолын жөндеу'), caseOf('application:ru', 10, NOW)]
    expect(ids(cardOf(NOW), cases)).toEqual(['application:ru', 'application:kk'])
  })

  it('why, in the words of both texts and once', () => {
    const [found] = earlierMatters(cardOf(NOW), [caseOf('application:kk', 9, 'Абай көшесінің жолын жөндеу')])
    const lines = reasonLines(found?.shared ?? [])
    expect(lines).toContainEqual({ word: 'repeat.kind.street', texts: ['Абая \u2013 Абай'] })
    expect(lines.flatMap(({ texts }) => texts)).toContain('дороги \u2013 жолын')
    expect(reasonLines([{ kind: 'topic', first: 'roads', second: 'roads' }])).toEqual([])
    expect(reasonLines([{ kind: 'number', first: '5', second: '5' }])).toEqual([
      { word: 'repeat.kind.number', texts: ['5'] },
    ])
  })
})
