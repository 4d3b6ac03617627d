import { expect, test } from 'vitest'
import { Code } from '#shared/application/model.ts'
import { newCode } from '#shared/directory/code.ts'

test.each([
  ['Аренда земли', 'arenda_zemli'],
  ['Шаңырақ ұйымы', 'shanyraq_uiymy'],
  ['Объезд (ремонт)', 'obezd_remont'],
  ['Call-центр', 'call_tsentr'],
  ['2-й отдел', 'n_2_i_otdel'],
  ['№', 'n'],
  ['ъь', 'n'],
])('%s becomes %s', (text, code) => {
  expect(newCode(text, [])).toBe(code)
})

test('a code that is taken gets the first free number, also where the text is as long as a code may be', () => {
  expect(newCode('Школа', ['shkola', 'shkola_2'])).toBe('shkola_3')
  const long = 'Ремонт автомобильных дорог областного значения'
  const first = newCode(long, [])
  const second = newCode(long, [first])
  expect(first).toHaveLength(40)
  expect(Code.safeParse(second).success).toBe(true)
  expect(second).not.toBe(first)
})
