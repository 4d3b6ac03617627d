import { expect, it } from 'vitest'
import { TalonData } from '#shared/application/talon.ts'
import { type TalonSources, talonDataOf } from '#shared/application/talon-data.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { plainDate } from '#shared/time/plain-date.ts'
import { FIRST_RUN } from '../desk/temporary-desk.ts'

const OFFICIAL = {
  id: 'o1',
  category: 'akim',
  name: {
    surname: { kk: 'Әбдіқадыров', ru: 'Абдикадыров' },
    given: { kk: 'Нұрлан', ru: 'Нурлан' },
    patronymic: { kk: '', ru: 'Омирзакович' },
  },
  position: { kk: 'әкім', ru: 'аким' },
  unit: { kk: '', ru: '' },
  room: '305',
  rule: null,
  from: null,
  to: null,
} as TalonSources['officials'][number]

function sources(registered: object = {}, registration: object = {}, rest: Partial<TalonSources> = {}): TalonSources {
  return {
    shape: 'A5',
    registered: {
      number: { letter: 'Ә', suffix: 37, year: 2026, serial: 147 },
      profile: 'WKO-2020/2023',
      registration: { language: 'kk', catchUp: null, sameDay: false, ...registration },
      on: '2026-11-21',
      booking: null,
      talons: [],
      ...registered,
    },
    personal: { surname: 'Сұлтанғалиева', given: 'Гүлнұр', patronymic: '', organisation: '', eotinish: '' },
    time: '09:45',
    office: FIRST_RUN.office,
    user: { id: 'u', role: 'clerk', ...FIRST_RUN.user },
    officials: [OFFICIAL],
    calendar: SEED_CALENDAR,
    visit: null,
    reprint: null,
    ...rest,
  } as unknown as TalonSources
}

it('says the number as it is printed, who, when, and who accepted it', () => {
  const data = talonDataOf(sources())
  expect(TalonData.parse(data)).toEqual(data)
  expect(data).toMatchObject({
    number: 'Ә-2026-000147/37',
    language: 'kk',
    on: '2026-11-21',
    at: '09:45',
    applicant: 'Сұлтанғалиева Гүлнұр',
    acceptedBy: { name: 'А. Рахимова' },
  })
})

it('a registration made afterwards from paper has the date and time of the paper, and its term runs from there', () => {
  const data = talonDataOf(sources({}, { catchUp: { on: '2026-11-16', at: '16:10' } }))
  expect(data).toMatchObject({ on: '2026-11-16', at: '16:10', next: { kind: 'answer_by', by: '2026-12-01' } })
})

it('who is booked is told of the booking; a name lacks no part that either language has', () => {
  const booking = { officialId: 'o1', date: '2026-11-24', time: '10:30' }
  expect(talonDataOf(sources({ booking })).next).toEqual({
    kind: 'reception',
    on: '2026-11-24',
    at: '10:30',
    official: 'Әбдіқадыров Нұрлан Омирзакович',
    room: '305',
  })
  const unknown = talonDataOf(sources({ booking: { ...booking, officialId: 'gone' } })).next
  expect(unknown).toMatchObject({ official: '', room: '' })
})

it('who is in the house is told of the line, before any booking; who consents to the same day too', () => {
  const visit = { day: plainDate(2026, 11, 24), ticket: { letter: 'Ә', serial: 14 }, officialId: 'o1' }
  const booking = { officialId: 'o1', date: '2026-11-24', time: '10:30' }
  const data = talonDataOf(sources({ booking }, {}, { visit: visit as NonNullable<TalonSources['visit']> }))
  expect(data.next).toEqual({ kind: 'today', on: '2026-11-24', ticket: 'Ә-014', room: '305' })
  expect(talonDataOf(sources({}, { sameDay: true })).next).toMatchObject({
    kind: 'today',
    on: '2026-11-21',
    ticket: '',
  })
})
