import { expect, it } from 'vitest'
import { isolated, joined } from '#shared/text/isolated.ts'

it('an ordinary name, number or sentence is given back as it is', () => {
  for (const text of ['', 'Мұхамбетова Әлия', 'О\u2019Хара-Ұлы', '+7 701 555-55-55', '<b>', '👨‍👩‍👧‍👦'])
    expect(isolated(text)).toBe(text)
})

it('a text that turns stands between the signs of its own direction, none of its own signs reaches out', () => {
  for (const text of [
    '\u202eвонавИ',
    '\u2069\u202eИ',
    '\u2067И',
    '\u202c\u2069',
    'שלום',
    'محمد',
    '\u200fИ',
    '\u{10800}',
  ]) {
    const [first, ...rest] = [...isolated(text)]
    expect([first, rest.at(-1)]).toEqual(['\u2068', '\u2069'])
    expect(rest.slice(0, -1).join('')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  }
})

it('texts one after another: each apart, the empty ones left out', () => {
  expect(joined(['Ива', '', '\u202eнов', '12'], ' · ')).toBe('Ива · \u2068нов\u2069 · 12')
})
