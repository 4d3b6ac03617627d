import type { Bilingual } from '../official/model.ts'
import { calendarYearOf } from './seed-holidays.ts'

const ORDER: Bilingual = {
  kk: 'Қазақстан Республикасы Еңбек және халықты әлеуметтік қорғау министрінің 2024 жылғы 21 қарашадағы бұйрығы',
  ru: 'приказ Министра труда и социальной защиты населения Республики Казахстан от 21 ноября 2024 года',
}

/** 2025. Friday 3 January was moved off by order: Sunday 5 January worked. 246 working days. */
export const CALENDAR_2025 = calendarYearOf({
  year: 2025,
  status: 'approved',
  holidays: [
    ['01-01', 'new_year'],
    ['01-02', 'new_year'],
    ['01-07', 'orthodox_christmas'],
    ['03-08', 'womens_day'],
    ['03-21', 'nauryz'],
    ['03-22', 'nauryz'],
    ['03-23', 'nauryz'],
    ['05-01', 'unity_day'],
    ['05-07', 'defender_day'],
    ['05-09', 'victory_day'],
    ['06-06', 'kurban_ait'],
    ['07-06', 'capital_day'],
    ['08-30', 'constitution_day'],
    ['10-25', 'republic_day'],
    ['12-16', 'independence_day'],
  ],
  given: [
    ['03-10', 'womens_day'],
    ['03-24', 'nauryz'],
    ['03-25', 'nauryz'],
    ['07-07', 'capital_day'],
    ['09-01', 'constitution_day'],
    ['10-27', 'republic_day'],
  ],
  ordered: [
    {
      date: '2025-01-03',
      mark: 'day_off_moved',
      name: { kk: '5 қаңтардан ауыстырылған демалыс күні', ru: 'выходной день, перенесенный с 5 января' },
      act: ORDER,
    },
    {
      date: '2025-01-05',
      mark: 'working_moved',
      name: { kk: '3 қаңтардағы демалыс үшін жұмыс күні', ru: 'рабочий день за 3 января' },
      act: ORDER,
    },
  ],
})
