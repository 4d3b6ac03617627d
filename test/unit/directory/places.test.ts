import { expect, it } from 'vitest'
import { placeText } from '#shared/directory/places.ts'

it.each([
  ['301', '301', '301'],
  ['Мәжіліс залы', 'Зал заседаний', 'Мәжіліс залы / Зал заседаний'],
  ['Облыс әкімдігінің үлкен залы', 'Большой зал акимата области', 'Облыс әкімдігінің үлкен залы'],
])('%s and %s stand on sheets as %s', (kk, ru, text) => {
  expect(placeText('room', { kk, ru })).toBe(text)
})

it('no text of a place is longer than a reception takes', () => {
  const [kk, ru] = ['қ'.repeat(40), 'к'.repeat(40)]
  expect(placeText('room', { kk, ru }).length).toBe(40)
  expect(placeText('video_link', { kk, ru })).toBe(kk)
})
