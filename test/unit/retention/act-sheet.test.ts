import { expect, it } from 'vitest'
import { dateWords, translator } from '#electron/i18n.ts'
import { DESTROYED_KINDS, type DestroyedCounts, type NamedApplication } from '#shared/destruction/model.ts'
import { destructionLines } from '#shared/destruction/sheet-lines.ts'
import { plainDate } from '#shared/time/plain-date.ts'

const DAY = plainDate(2025, 7, 3)

function numbersOf(applications: readonly NamedApplication[], language: 'kk' | 'ru'): string {
  const words = { t: translator(language), dates: dateWords(language) }
  const counts = Object.fromEntries(DESTROYED_KINDS.map(kind => [kind, 0])) as DestroyedCounts
  const sheet = {
    ...{ language, office: { kk: 'Аппарат', ru: 'Аппарат' }, number: 'А-1/26', on: DAY, completedOn: DAY },
    terms: { how: 'day', until: DAY, citation: '06-14' } as const,
    ...{ commission: [], people: 1, applications: [...applications], counts, excluded: [] },
  }
  const label = words.t('destruction.sheet.applications')
  return destructionLines(sheet, words).find(line => line.label === label)?.text ?? ''
}

it('the act names our numbers one by one, and of rows from Excel how many there were of each day', () => {
  const row = (on: NamedApplication['on']): NamedApplication => ({ number: null, on })
  const applications = [
    { number: 'А-2025-000007', on: DAY },
    row(DAY),
    row(plainDate(2025, 7, 4)),
    row(DAY),
    { number: 'А-2025-000009', on: DAY },
    row(null),
  ]
  expect(numbersOf(applications, 'ru')).toBe(
    'А-2025-000007; А-2025-000009; из таблицы Excel, 3 июля 2025 года: 2; из таблицы Excel, 4 июля 2025 года: 1; из таблицы Excel, без даты: 1',
  )
  expect(numbersOf(applications, 'kk')).toBe(
    'А-2025-000007; А-2025-000009; Excel кестесінен, 2025 жылғы 3 шілде: 2; Excel кестесінен, 2025 жылғы 4 шілде: 1; Excel кестесінен, күні жоқ: 1',
  )
  expect(numbersOf([], 'ru')).toBe('нет')
})
