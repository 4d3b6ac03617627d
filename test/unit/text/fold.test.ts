import { describe, expect, test } from 'vitest'
import { clean } from '#shared/text/clean.ts'
import { compareKazakh } from '#shared/text/collate.ts'
import { fold, foldWords, repairLookalikes } from '#shared/text/fold.ts'

describe('cleaning', () => {
  test.each([
    [' a\u00a0\t b\r\n c ', 'a b c'],
    ['a\u0000\u0007b\u200bc\ufeffd\u00ade\u202ef', 'abcdef'],
    ['и\u0306', 'й'],
    ['\u{1F468}\u200d\u{1F469}\u200d\u{1F467}', '\u{1F468}\u200d\u{1F469}\u200d\u{1F467}'],
    ['a\u200db', 'ab'],
    ['\ud83d', '\ufffd'],
    ['', ''],
  ])('%j', (typed, cleaned) => {
    expect(clean(typed)).toBe(cleaned)
  })
})

describe('folding for search', () => {
  test.each([
    ['Әбдірахманов', 'абдирахманов'],
    ['ҒҚҢӨҰҮҺІЁ', 'гкноуухие'],
    ['Hұрлан', 'нурлан'],
    ['Һасан', 'хасан'],
    ['АБAЙ', 'абаи'],
    ['eGov', fold('EGOV')],
    ['Call-центр', fold('СALL-ЦЕНТР')],
  ])('%s', (typed, folded) => {
    expect(fold(typed)).toBe(folded)
  })

  test('words only, for headers', () => {
    expect(foldWords(' "Алтын  Қыран", ')).toBe('алтын кыран')
  })
})

describe('look-alike letters', () => {
  test.each([
    ['Ceйітов', 'Сейітов'],
    ['PAXИMOBA', 'РАХИМОВА'],
    ['Əсем', 'Әсем'],
    ['Smіth', 'Smith'],
    ['Саll-центр', 'Call-центр'],
    ['e-Өтініш', 'e-Өтініш'],
    ['ЖТ-2026', 'ЖТ-2026'],
    ['Zамза', 'Zамза'],
    ['Smith', 'Smith'],
  ])('%s becomes %s', (typed, repaired) => {
    expect(repairLookalikes(typed)).toBe(repaired)
  })
})

test('names stand in the order of the Kazakh alphabet', () => {
  const sorted =
    'Абаев Әлиев Гусев Ғабитов Ершов Ёлкин Иванов Кенжин Қасымов Нұров Ңуров Оразов Өтегенов Уәлиев Ұлықпан Үсенов Хамитов Һасанов Ысқақов Ілиясов'.split(
      ' ',
    )
  expect(sorted.toReversed().sort(compareKazakh)).toEqual(sorted)
  expect(['А-10', 'А-9'].sort(compareKazakh)).toEqual(['А-9', 'А-10'])
})
