import { describe, expect, it } from 'vitest'
import { findRepeats, LIKELY } from '#shared/repeat/find-repeats.ts'
import { likenessOf } from '#shared/repeat/likeness.ts'
import type { Matter } from '#shared/repeat/model.ts'
import { prepare } from '#shared/repeat/prepare.ts'

function matter(essence: string, more: Partial<Matter> = {}): Matter {
  const filed = { topic: 'roads', subtopic: 'roads_repair', district: 'oral_city' }
  return { essence, ...filed, language: 'ru', registered: '2026-10-01', ...more }
}

const likeness = (a: string, b: string) => likenessOf(matter(a), matter(b))

describe('two matters are not taken for the same', () => {
  it.each([
    ['', ''],
    ['', 'Ремонт дороги'],
    ['!!! ...', '???'],
    ['Прошу оказать помощь', 'Прошу оказать содействие'],
  ])('where there is nothing to compare: %j / %j', (a, b) => {
    expect(likeness(a, b).score).toBeLessThan(LIKELY)
  })

  it.each([
    ['Ремонт дороги по улице Абая', 'Ремонт дороги по улице Жамбыла', 'street'],
    ['Нет воды по ул. Абая д. 5', 'Нет воды по ул. Абая д. 15', 'number'],
    ['Перевод сына в школу № 12', 'Перевод дочери в школу № 12', 'kin'],
    ['Просим закрыть кафе Луна', 'Просим не закрывать кафе Луна', 'wish'],
    ['Выплатить АСП за 2024 год', 'Выплатить АСП за 2026 год', 'year'],
    ['Газ в селе Макарово', 'Газ в селе Трекино', 'place'],
  ])('and what differs is told: %s / %s', (a, b, kind) => {
    expect(likeness(a, b).differs.map(one => one.kind)).toContain(kind)
  })
})

describe('a matter is known again', () => {
  it.each([
    ['Абай көшесінің жолын жөндеу', 'Ремонт дороги по улице Абая'],
    ['Балабакшага орын керек, кызым 3 жаста', 'Место в детском саду для дочери'],
    ['РЕМОНТ ДОРОГИ', 'ремонт  дороги!'],
    ['Решение суда от 14.03.2023 об алиментах', 'Соттың 2023 жылғы 14 наурыздағы алимент туралы шешімі'],
    ['ТОО «Батыс Құрылыс» не платит зарплату', '«Батыс-Курылыс» ЖШС жалақы төлемейді'],
    ['Выделить 5 соток, в очереди номер 871', 'Кезек нөмірім 871, жер телімін беріңіздер'],
  ])('%s / %s', (a, b) => {
    expect(likeness(a, b).score).toBeGreaterThanOrEqual(LIKELY)
  })

  it('by the likeliest first, no more than asked for', () => {
    const earlier = ['Ремонт подъезда', 'Ремонт дороги по улице Абая', 'Абай көшесінің жолын жөндеу', 'Ремонт дороги']
    const prepared = earlier.map(essence => prepare(matter(essence)))
    const found = findRepeats(prepare(matter('Ремонт дороги по улице Абая')), prepared, 2)
    expect(found.map(one => one.earlier)).toEqual([prepared[1], prepared[2]])
    expect(found[0]?.score).toBe(1)
  })
})

it.each([
  ['of one word, over and over', 'жол '.repeat(20_000)],
  ['of endings alone', `${'жер'}${'нан'.repeat(9_000)}щ ${'ы'.repeat(9_000)}`],
  ['of quotes and numbers without end', `${'«"'.repeat(9_000)}${'1-'.repeat(9_000)}`],
  [
    'of many words',
    Array.from({ length: 9_000 }, (_, index) => `сөз${String.fromCharCode(1072 + (index % 32))}`).join(' '),
  ],
])(
  'a pasted text is read to an end: %s',
  (_, essence) => {
    const pasted = likenessOf(matter(essence), matter(`${essence} тағы`))
    expect(pasted.score).toBeGreaterThanOrEqual(0)
    expect(pasted.score).toBeLessThanOrEqual(1)
  },
  5_000,
)

it('a child with an age is no street with a house, and the short word for a street no son', () => {
  const kinds = (a: string, b: string) => likeness(a, b).shared.map(({ kind }) => kind)
  expect(kinds('Пособие на Аружан 7 лет', 'Аружан 7 жаста, жәрдемақы')).not.toContain('street')
  expect(kinds('Нет воды на ул. Мира', 'Яма на ул. Мира')).not.toContain('kin')
})
