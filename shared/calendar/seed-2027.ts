import { calendarYearOf } from './seed-holidays.ts'

/** 2027, by the rule alone: no order is known yet and the day of Kurban Ait is an estimate. 247 working days. */
export const CALENDAR_2027 = calendarYearOf({
  year: 2027,
  status: 'provisional',
  holidays: [
    ['01-01', 'new_year'],
    ['01-02', 'new_year'],
    ['01-07', 'orthodox_christmas'],
    ['03-08', 'womens_day'],
    ['03-15', 'constitution_day'],
    ['03-21', 'nauryz'],
    ['03-22', 'nauryz'],
    ['03-23', 'nauryz'],
    ['05-01', 'unity_day'],
    ['05-07', 'defender_day'],
    ['05-09', 'victory_day'],
    ['05-16', 'kurban_ait'],
    ['07-06', 'capital_day'],
    ['10-25', 'republic_day'],
    ['12-16', 'independence_day'],
  ],
  given: [
    ['01-04', 'new_year'],
    ['03-24', 'nauryz'],
    ['05-03', 'unity_day'],
    ['05-10', 'victory_day'],
  ],
  ordered: [],
})
