import { expect, it } from 'vitest'
import { wrapText } from '#renderer/print/talon/wrap.ts'

/** Ten dots a letter; a letter with its mark is one. */
const measure = (text: string) => [...new Intl.Segmenter('kk', { granularity: 'grapheme' }).segment(text)].length * 10

it('words stand whole on lines that are never wider than the paper', () => {
  const lines = wrapText('Батыс Қазақстан облысы әкімінің аппараты', 160, measure)
  expect(lines).toEqual(['Батыс Қазақстан', 'облысы әкімінің', 'аппараты'])
})

it('a word wider than a line is broken between letters, with no hyphen and nothing lost', () => {
  const word = 'Ұ'.repeat(300)
  const lines = wrapText(`аты ${word} тегі`, 200, measure)
  expect(lines.every(line => measure(line) <= 200)).toBe(true)
  expect(lines.join('').replaceAll(' ', '')).toBe(`аты${word}тегі`)
  expect(lines.join('')).not.toContain('-')
})

it('a letter is never parted from its mark, and one wider than the paper stands alone', () => {
  const lines = wrapText('и\u0306и\u0306и\u0306', 10, measure)
  expect(lines).toEqual(['и\u0306', 'и\u0306', 'и\u0306'])
  expect(wrapText('шш', 5, measure)).toEqual(['ш', 'ш'])
})

it('nothing gives no line', () => {
  expect(wrapText('', 100, measure)).toEqual([])
  expect(wrapText('   ', 100, measure)).toEqual([])
})
