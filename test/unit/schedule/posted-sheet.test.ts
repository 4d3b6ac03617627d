import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { PostedSchedule } from '#renderer/print/schedule/PostedSchedule.tsx'
import { postedStep } from '#renderer/print/schedule/posted-size.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { Office } from '#shared/office/model.ts'
import type { Official } from '#shared/official/model.ts'
import { footOf } from '#shared/posting/posted-foot.ts'
import type { MonthSchedule } from '#shared/schedule/model.ts'
import { postedSheet } from '#shared/schedule/posted-sheet.ts'
import { proposeSchedule } from '#shared/schedule/propose.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { counting, official, scheduleOf } from '#test/fixtures/schedule.ts'
import { DATE_WORDS, sheetTexts } from '#test/fixtures/words.ts'

const OFFICE = Office.parse({
  name: { kk: '«Облыс әкімінің аппараты» мемлекеттік мекемесі', ru: 'Государственное учреждение «Аппарат акима»' },
  region: { kk: 'Облыс', ru: 'Область' },
  room: '110',
  address: { kk: '', ru: '' },
  phone: '',
  hours: { from: '09:00', to: '18:30', lunchFrom: '13:00', lunchTo: '14:30' },
  profiles: [{ profile: 'WKO-2020/2023', from: '2020-12-09' }],
})
const OFFICIALS = [
  official('4', 'unit_head', 'daily'),
  official('3', 'head_of_apparatus', 'every_friday', { from: '15:00', to: '17:00' }),
  official('2', 'deputy_akim', 'fourth_monday'),
  official('1', 'akim', 'third_friday'),
]
const OCTOBER = proposeSchedule({
  month: PlainMonth.parse('2026-10'),
  officials: OFFICIALS,
  calendar: SEED_CALENDAR,
  newId: counting(),
}).schedule

function sheetOf(schedule: MonthSchedule, officials: readonly Official[] = OFFICIALS, approved: string | null = null) {
  return postedSheet({
    schedule,
    officials,
    office: OFFICE,
    calendar: SEED_CALENDAR,
    approvedOn: approved === null ? null : PlainDate.parse(approved),
    source: { kk: 'қаулы № 289', ru: 'постановление № 289' },
    words: DATE_WORDS,
    profile: 'WKO-2020/2023',
  })
}

describe('the sheet of a month', () => {
  test('akim, deputies and head of apparatus stand first in that order, unit heads below', () => {
    const sheet = sheetOf(OCTOBER)
    expect(sheet.leaders.map(row => row.officialId)).toEqual(['1', '2', '3'])
    expect(sheet.staff.map(row => row.officialId)).toEqual(['4'])
    expect(sheet.monthTitle).toEqual({ kk: '2026 жылғы қазан', ru: 'октябрь 2026 года' })
  })

  test('dates in both languages, days of one weekday in one line', () => {
    const [akim, , head] = sheetOf(OCTOBER).leaders
    expect(akim?.slots).toMatchObject([
      { days: { kk: '16 қазан', ru: '16 октября' }, weekday: { kk: 'жұма', ru: 'пятница' }, hours: '10:00–13:00' },
    ])
    expect(head?.slots).toMatchObject([{ days: { kk: '2, 9, 16, 23, 30 қазан', ru: '2, 9, 16, 23, 30 октября' } }])
  })

  test('a moved reception carries a note that says from where, to where and why', () => {
    const sheet = sheetOf(OCTOBER)
    expect(sheet.leaders[1]?.slots[0]).toMatchObject({ days: { kk: '27 қазан' }, note: 1 })
    expect(footOf(sheet, sheetTexts)[0]?.text).toEqual({
      kk: 'Қабылдау 26 қазаннан 27 қазанға ауыстырылды: Республика күніне байланысты демалыс күні.',
      ru: 'Прием перенесен с 26 октября на 27 октября: выходной день в связи с Днем Республики.',
    })
  })

  test('every working day is told in words, with the few days that are left out', () => {
    const without = {
      ...OCTOBER,
      receptions: OCTOBER.receptions.filter(
        one => one.officialId !== '4' || !['2026-10-05', '2026-10-06'].includes(one.date),
      ),
    }
    expect(sheetOf(OCTOBER).staff[0]?.slots).toMatchObject([{ kind: 'working_days', except: { kk: '', ru: '' } }])
    expect(sheetOf(without).staff[0]?.slots).toMatchObject([
      { kind: 'working_days', except: { kk: '5, 6 қазаннан', ru: '5, 6 октября' } },
    ])
  })

  test('one reception is never told as every working day, and other hours stand in a line of their own', () => {
    const schedule = scheduleOf('2026-10', [
      ['a', '4', '2026-10-05'],
      ['b', '4', '2026-10-12', { from: '15:00', to: '18:00' }],
    ])
    expect(sheetOf(schedule).staff[0]?.slots).toMatchObject([
      { kind: 'days', days: { ru: '5 октября' }, hours: '10:00–13:00' },
      { kind: 'days', days: { ru: '12 октября' }, hours: '15:00–18:00' },
    ])
  })
})

function markup(approved: string | null): string {
  const sheet = sheetOf(OCTOBER, OFFICIALS, approved)
  return renderToStaticMarkup(createElement(PostedSchedule, { sheet, paper: 'a3', texts: sheetTexts }))
}

describe('the sheet on paper', () => {
  test('a draft says so in both languages, an approved one gives its date instead', () => {
    expect(markup(null)).toContain('ЖОБА / ПРОЕКТ')
    const approved = markup('2026-09-28')
    expect(approved).not.toContain('ЖОБА')
    expect(approved).toContain('Бекітілген күні: 2026 жылғы 28 қыркүйек')
    expect(approved).toContain('Дата утверждения: 28 сентября 2026 года')
  })

  test('no style attribute and no word without its language: both stand as often', () => {
    const html = markup('2026-09-28')
    expect(html).not.toMatch(/ style=/)
    expect(html.match(/lang="kk"/g)?.length).toBe(html.match(/lang="ru"/g)?.length)
  })

  test('more officials never get larger letters, and a wall of them flows at a size that still reads', () => {
    const sheet = sheetOf(OCTOBER)
    const [row] = sheet.leaders
    const steps = [1, 4, 7, 11, 16, 40].map(count => {
      const leaders = Array.from({ length: count }, (_, index) => ({ ...row!, officialId: String(index) }))
      const { step, flows } = postedStep({ ...sheet, leaders, staff: [] }, 'a4', footOf(sheet, sheetTexts))
      expect(flows, String(count)).toBe(count > 11)
      return step
    })
    expect(steps.slice(0, 4)).toEqual([...steps.slice(0, 4)].sort((a, b) => a - b))
    expect(steps[0]).toBeLessThan(3)
    expect(steps.at(-1)).toBe(6)
  })
})
