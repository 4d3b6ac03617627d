import type { Bilingual } from '../official/model.ts'
import { calendarYearOf } from './seed-holidays.ts'

const ORDER: Bilingual = {
  kk: 'Қазақстан Республикасы Еңбек және халықты әлеуметтік қорғау министрінің демалыс күнін 2024 жылғы 8 мамырға ауыстыру туралы бұйрығы',
  ru: 'приказ Министра труда и социальной защиты населения Республики Казахстан о переносе выходного дня на 8 мая 2024 года',
}

/** 2024. The day off of Wednesday 8 May was moved there by order: Saturday 4 May worked. 249 working days. */
export const CALENDAR_2024 = calendarYearOf({
  year: 2024,
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
    ['06-16', 'kurban_ait'],
    ['07-06', 'capital_day'],
    ['08-30', 'constitution_day'],
    ['10-25', 'republic_day'],
    ['12-16', 'independence_day'],
  ],
  given: [
    ['03-25', 'nauryz'],
    ['07-08', 'capital_day'],
  ],
  ordered: [
    {
      date: '2024-05-04',
      mark: 'working_moved',
      name: { kk: '8 мамырдағы демалыс үшін жұмыс күні', ru: 'рабочий день за 8 мая' },
      act: ORDER,
    },
    {
      date: '2024-05-08',
      mark: 'day_off_moved',
      name: { kk: '4 мамырдан ауыстырылған демалыс күні', ru: 'выходной день, перенесенный с 4 мая' },
      act: ORDER,
    },
  ],
})
