import { expect, it } from 'vitest'
import type { LetterPersonal } from '#shared/letter/model.ts'
import { twinFaults } from '#shared/letter/parity.ts'
import type { Bilingual } from '#shared/official/model.ts'
import { DATE_WORDS } from '#test/fixtures/words.ts'

const NONE: Bilingual = { kk: '', ru: '' }

function letter(kk: string, ru: string, rest: Partial<LetterPersonal> = {}): LetterPersonal {
  return {
    addressee: { kk: ['Н. Мұхамбетоваға'], ru: ['Н. Мухамбетовой'] },
    heading: NONE,
    paragraphs: [{ kk, ru }],
    signer: {
      position: { kk: 'Аппарат басшысы', ru: 'Руководитель аппарата' },
      name: { kk: 'А. Серіков', ru: 'А. Сериков' },
    },
    executor: { name: 'А. Рахимова', phone: '51-00-00' },
    attachment: NONE,
    ...rest,
  }
}

const faults = (kk: string, ru: string, names: readonly Bilingual[] = []) =>
  twinFaults(letter(kk, ru), names, DATE_WORDS).map(({ code, kk: left, ru: right }) => [code, left, right])

it('twins that say the same in their own order and case pass', () => {
  expect(
    faults(
      'Сіздің 2026 жылғы 20 қарашада тіркелген № А-2026-000123 өтінішіңіз Регламенттің 29-тармағына сәйкес 2026 жылғы 7 желтоқсанға дейін қаралады.',
      'Ваше обращение № А-2026-000123, зарегистрированное 20 ноября 2026 года, рассматривается по пункту 29 Регламента до 07.12.2026.',
    ),
  ).toEqual([])
})

it('another date, also in the same digits turned round, stops the print', () => {
  expect(faults('2026 жылғы 8 желтоқсанда', '7 декабря 2026 года')).toEqual([
    ['date_differs', '2026-12-08', '2026-12-07'],
  ])
  expect(faults('05.06.2026', '06.05.2026')).toEqual([['date_differs', '2026-06-05', '2026-05-06']])
  expect(faults('2026 ж. 8 желтоқсан', '8 декабря 2026 г.')).toEqual([])
})

it('another number or clause stops the print, a missing one too', () => {
  expect(faults('29-тармақ', 'пункт 30')).toEqual([['number_differs', '29', '30']])
  expect(faults('сағат 15:00-де, 105-кабинет', 'в 15:00')).toEqual([['number_differs', '0, 105, 15', '0, 15']])
})

it('a name in one twin only stops the print, each language in its own spelling', () => {
  const name = { kk: 'Сәбит Әлиев', ru: 'Сабит Алиев' }
  expect(faults('Қабылдаушы: Сәбит Әлиев', 'Принимает: Сабит Алиев', [name])).toEqual([])
  expect(faults('Қабылдаушы: Сәбит Әлиев', 'Принимает: аким', [name])).toEqual([['name_differs', name.kk, name.ru]])
})

it('a part that is empty in one language stops the print, of the addressee, the signer and the attachment too', () => {
  expect(faults('Мәтін', ' ')).toEqual([['part_empty', 'Мәтін', '']])
  const rest = { addressee: { kk: ['Кімге'], ru: [] }, attachment: { kk: '', ru: 'на 2 листах' } }
  expect(twinFaults(letter('а', 'а', rest), [], DATE_WORDS).map(({ part, code }) => [part, code])).toEqual([
    [-2, 'part_empty'],
    [-4, 'part_empty'],
  ])
})
