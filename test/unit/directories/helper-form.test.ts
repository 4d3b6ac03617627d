import { describe, expect, it } from 'vitest'
import { HelperFields, helperFieldsOf, helperOf, monthsAround } from '#renderer/features/directories/helper-form.ts'
import { Helper } from '#shared/reception-helper/model.ts'
import { plainDate } from '#shared/time/plain-date.ts'

const both = (kk: string, ru: string) => ({ kk, ru })
const HELPER = Helper.parse({
  kind: 'volunteer',
  name: { surname: both('Асанова', 'Асанова'), given: both('Әсел', 'Асель'), patronymic: both('', '') },
  organisation: both('Жастар орталығы', 'Молодежный центр'),
  phone: '50-12-34',
  languages: ['kk'],
  days: { dates: ['2026-11-23', '2026-12-01'], weekdays: [1, 3] },
  since: '2026-01-01',
  until: null,
})

it('a helper who is opened and saved is the same, to the last field', () => {
  expect(helperOf(HelperFields.parse(helperFieldsOf(HELPER)))).toEqual(HELPER)
})

it('dates are typed in any order, with commas, spaces or lines between them', () => {
  const typed = { ...helperFieldsOf(HELPER), dates: '1.12.2026\n23.11.2026, 23.11.2026 ' }
  expect(helperOf(HelperFields.parse(typed)).days.dates).toEqual(['2026-11-23', '2026-12-01'])
})

describe('a wrong input stands in words at its field', () => {
  it.each<[Partial<HelperFields>, string, string]>([
    [{ dates: '31.11.2026' }, 'dates', 'directories.fault.dates'],
    [{ dates: 'ертең' }, 'dates', 'directories.fault.dates'],
    [{ dates: ' ', weekdays: [] }, 'dates', 'directories.fault.no_days'],
    [{ surnameKk: ' ' }, 'surnameKk', 'form.needed'],
    [{ languages: [] }, 'languages', 'directories.fault.languages'],
    [{ until: '2025-12-31' }, 'until', 'directories.fault.days_order'],
  ])('%j', (change, field, fault) => {
    const parsed = HelperFields.safeParse({ ...helperFieldsOf(HELPER), ...change })
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[field, fault]])
  })
})

it('schedules are asked for from this month to that of the last date', () => {
  const today = plainDate(2026, 11, 23)
  expect(monthsAround([], today)).toEqual({ from: '2026-11', to: '2026-11' })
  expect(monthsAround([plainDate(2027, 2, 1)], today)).toEqual({ from: '2026-11', to: '2027-02' })
})
