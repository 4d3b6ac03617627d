import { calendarYearOf } from './seed-holidays.ts'

/** 2026. The Constitution Day of 30 August is no longer a holiday. No moves by order. 247 working days. */
export const CALENDAR_2026 = calendarYearOf({
  year: 2026,
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
    ['05-27', 'kurban_ait'],
    ['07-06', 'capital_day'],
    ['10-25', 'republic_day'],
    ['12-16', 'independence_day'],
  ],
  given: [
    ['03-09', 'womens_day'],
    ['03-24', 'nauryz'],
    ['03-25', 'nauryz'],
    ['05-11', 'victory_day'],
    ['10-26', 'republic_day'],
  ],
  ordered: [],
})
