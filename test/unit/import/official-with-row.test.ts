import { expect, it } from 'vitest'
import { dryRunOfficials } from '#shared/import/dry-run-officials.ts'
import { officialWithRow } from '#shared/import/official-with-row.ts'
import type { Cell } from '#shared/import/table.ts'
import { unwrap } from '#shared/result/result.ts'
import { official } from '#test/fixtures/schedule.ts'

const KNOWN = official('1', 'akim', 'first_wednesday', {
  ...{ phone: '50-12-34', email: 'akim@bko.gov.kz', languages: ['kk'], topics: ['land'], slot: 15, buffer: 5 },
  ...{ since: '2024-02-01', until: '2027-01-31', substitutes: ['2'], unit: { kk: 'Бөлім', ru: 'Отдел' } },
})

function told(columns: Readonly<Record<string, Cell>>) {
  const said: Readonly<Record<string, Cell>> = {
    ...{ surname_kk: 'Сейітов', surname_ru: 'Сеитов', given_kk: 'Ғалым', given_ru: 'Галым' },
    ...columns,
  }
  const rows = [Object.keys(said), Object.values(said)]
  const [row] = unwrap(dryRunOfficials({ sheets: [{ name: '', hidden: false, rows }] })).officials
  return officialWithRow(KNOWN, row!, KNOWN.id)
}

it('a list that has no column for what a person has entered wipes none of it', () => {
  expect(told({})).toEqual(KNOWN)
  expect(told({ category: 'akim', room: '405' })).toEqual({ ...KNOWN, room: '405' })
})

it('an empty telephone says nothing; another one is taken', () => {
  expect(told({ phone: '', email: ' ' })).toEqual(KNOWN)
  expect(told({ phone: '50-99-99' }).phone).toBe('50-99-99')
})

it('a word that was not understood changes nothing', () => {
  expect(told({ category: 'Министр', reception_rule: 'иногда', from: 'утром', to: '?', email: 'жоқ' })).toEqual(KNOWN)
})

it('a list in one language leaves the other as it was', () => {
  const { unit } = told({ unit_ru: 'Отдел обращений' })
  expect(unit).toEqual({ kk: 'Бөлім', ru: 'Отдел обращений' })
})
