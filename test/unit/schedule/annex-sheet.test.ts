import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AnnexSchedule } from '#renderer/print/schedule/AnnexSchedule.tsx'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { Office } from '#shared/office/model.ts'
import { annexSheet } from '#shared/schedule/annex-sheet.ts'
import { postedSheet } from '#shared/schedule/posted-sheet.ts'
import { proposeSchedule } from '#shared/schedule/propose.ts'
import { PlainDate, PlainMonth, Quarter } from '#shared/time/plain-date.ts'
import { counting, official } from '#test/fixtures/schedule.ts'
import { DATE_WORDS, sheetTexts } from '#test/fixtures/words.ts'

const OFFICIALS = [official('2', 'unit_head', 'daily'), official('1', 'akim', 'third_friday')]
const OFFICE = Office.parse({
  name: { kk: 'Аппарат', ru: 'Аппарат' },
  region: { kk: 'Облыс', ru: 'Область' },
  room: '110',
  address: { kk: 'Орал қаласы', ru: 'г. Уральск' },
  phone: '+7 7112 51-00-00',
  hours: { from: '09:00', to: '18:30', lunchFrom: '13:00', lunchTo: '14:30' },
  profiles: [{ profile: 'KZ-2026', from: '2020-12-09' }],
})

function annexOf(approved: readonly (string | null)[]) {
  const months = ['2026-10', '2026-11', '2026-12'].map((month, index) => {
    const date = approved[index]
    const { schedule } = proposeSchedule({
      month: PlainMonth.parse(month),
      officials: OFFICIALS,
      calendar: SEED_CALENDAR,
      newId: counting(),
    })
    return postedSheet({
      schedule,
      officials: OFFICIALS,
      office: OFFICE,
      calendar: SEED_CALENDAR,
      approvedOn: date ? PlainDate.parse(date) : null,
      source: { kk: '', ru: '' },
      words: DATE_WORDS,
      profile: 'KZ-2026',
    })
  })
  return annexSheet(Quarter.parse('2026-Q4'), months, DATE_WORDS)
}

test('a quarter has each official once, months one under another, every working day told once', () => {
  const { rows, quarterTitle } = annexOf(['2026-09-28', '2026-09-28', '2026-09-28'])
  expect(quarterTitle).toEqual({ kk: '2026 жылғы IV тоқсан', ru: 'IV квартал 2026 года' })
  expect(rows.map(row => [row.officialId, row.slots.map(slot => slot.days.kk)])).toEqual([
    ['1', ['16 қазан', '20 қараша', '18 желтоқсан']],
    ['2', ['']],
  ])
})

test('the form stays a draft until every month of it is approved', () => {
  const html = (approved: readonly (string | null)[]) =>
    renderToStaticMarkup(createElement(AnnexSchedule, { sheet: annexOf(approved), paper: 'a4', texts: sheetTexts }))
  expect(html(['2026-09-28', '2026-09-28', null])).toContain('ЖОБА / ПРОЕКТ')
  const approved = html(['2026-09-28', '2026-09-28', '2026-09-28'])
  expect(approved).not.toContain('ЖОБА')
  expect(approved).toContain('қабылдау графигі')
  expect(approved).toContain('28 сентября 2026 года')
})
