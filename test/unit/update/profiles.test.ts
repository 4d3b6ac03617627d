import { expect, test } from 'vitest'
import { expiredProfiles, ownStoreOf } from '#electron/update/profiles.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)

test('each major of Electron has a folder of its own; the stand-in has the one without a number', () => {
  expect(ownStoreOf('45.4.1')).toEqual({ folder: 'profile-45', engine: 45 })
  expect(ownStoreOf('46.0.0-beta.2')).toEqual({ folder: 'profile-46', engine: 46 })
  expect(ownStoreOf(undefined)).toEqual({ folder: 'profile', engine: 0 })
})

test('a folder goes 30 days after it was last at work; its own, one the stamp does not know and every other folder never', () => {
  const stamps = [
    { folder: 'profile', engine: 0, last: day('2026-10-01') },
    { folder: 'profile-44', engine: 44, last: day('2026-10-24') },
    { folder: 'profile-45', engine: 45, last: day('2026-10-01') },
    { folder: 'desk-data', engine: 1, last: day('2026-10-01') },
    { folder: '../elsewhere', engine: 1, last: day('2026-10-01') },
  ]
  const found = ['desk-data', 'desk-updates', 'profile', 'profile-44', 'profile-45', 'profile-43', '../elsewhere']
  const expired = (today: string) => expiredProfiles(found, { own: 'profile-45', stamps, today: day(today) })
  expect(expired('2026-11-23')).toEqual(['profile'])
  expect(expired('2026-11-24')).toEqual(['profile', 'profile-44'])
  expect(expired('2026-10-31')).toEqual([])
})
