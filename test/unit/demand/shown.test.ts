import { expect, it } from 'vitest'
import { daysShown, shownOf, shownOffered } from '#renderer/features/demands/demands-shown.ts'
import { PlainDate, Quarter } from '#shared/time/plain-date.ts'

const today = PlainDate.parse('2026-02-03')

it('clause 31: demands that were answered long ago are found by their quarter, or among all', () => {
  expect(shownOffered(today)).toEqual([
    ...[
      'open',
      'overdue',
      'soon',
      '2026-Q1',
      '2025-Q4',
      '2025-Q3',
      '2025-Q2',
      '2025-Q1',
      '2024-Q4',
      '2024-Q3',
      '2024-Q2',
    ],
    'all',
  ])
  expect(daysShown(Quarter.parse('2024-Q4'), today)).toEqual({ from: '2024-10-01', to: '2024-12-31' })
  expect(daysShown('all', today)).toEqual({ from: '2000-01-01', to: today })
  expect(daysShown('open', today)).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  expect([shownOf('2025-Q4'), shownOf('all'), shownOf('nothing'), shownOf(undefined)]).toEqual([
    '2025-Q4',
    'all',
    'open',
    'open',
  ])
})
