import { Booking, bookingKey } from '#shared/application/registration.ts'
import { isWorkingDay } from '#shared/calendar/rules.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { entityId } from '#shared/change/action.ts'
import { MonthSchedule } from '#shared/schedule/model.ts'
import { addDays, type PlainDate } from '#shared/time/plain-date.ts'
import type { AtDesk } from './at-desk.ts'
import { journal } from './journal.ts'
import { PLANNED_AKIM, seedPlanner, todayOf } from './planner.ts'
import { act, ask } from './reception.ts'

/** An akim with two receptions, three booked for the first of them. */
export interface Booked {
  readonly month: string
  readonly first: PlainDate
  readonly second: PlainDate
  /** Applications in the order they came, with the time each is booked for. */
  readonly people: readonly { readonly entity: string; readonly booking: Booking }[]
}

const TIMES = ['10:00', '10:20', '10:40']

/** What an act on an entity is based on now. */
export async function headNow(at: AtDesk, entity: string): Promise<string | null> {
  return (await journal(at)).findLast(action => action.entity === entity)?.id ?? null
}

/** Seeds the planner, a second reception some weeks after the first, and gives all three a time at the first. */
export async function seedBooked(at: AtDesk): Promise<Booked> {
  const { month, date: first } = await seedPlanner(at)
  let second = addDays(first, 21)
  while (!isWorkingDay(second, SEED_CALENDAR)) second = addDays(second, 1)
  await approveWith(at, month, first, second)
  const applied = (await journal(at)).filter(({ type }) => type === 'application.registered')
  const people = applied.map(({ entity, id }, index) => {
    const reception = `${PLANNED_AKIM}-${first}`
    const booking = Booking.parse({ officialId: PLANNED_AKIM, date: first, time: TIMES[index], reception })
    return { entity, basedOn: id, booking }
  })
  await ask(at, 'planApply', {
    request: 'r'.repeat(16),
    acts: people.map(({ entity, basedOn, booking }) => ({
      ...{ entity, basedOn, type: 'application.booked', body: { booking } },
    })),
  })
  return { month, first, second, people }
}

async function approveWith(at: AtDesk, month: string, first: PlainDate, second: PlainDate): Promise<void> {
  const hours = { officialId: PLANNED_AKIM, from: '10:00', to: '12:00', room: '301', moved: null }
  const receptionOn = (date: PlainDate) => ({ id: `${PLANNED_AKIM}-${date}`, date, ...hours })
  const later = second.slice(0, 7)
  const days = later === month ? [first, second] : [second]
  const schedule = MonthSchedule.parse({ month: later, receptions: days.map(receptionOn) })
  const entity = `schedule:${later}`
  const base = await headNow(at, entity)
  const approval = { schedule, base, approvedBy: 'Сапаров Дәурен', approvedOn: await todayOf(at), ofQuarter: false }
  await ask(at, 'planApply', {
    request: 'q'.repeat(16),
    acts: [{ entity, type: 'schedule.approved', basedOn: base, body: approval }],
  })
}

/** Signs off a letter about a time, as another window would; `name` is its key. */
export async function signLetterOf(
  at: AtDesk,
  { entity: application, booking }: { readonly entity: string; readonly booking: Booking },
  kind: 'appointment' | 'moved',
  name: string,
): Promise<void> {
  const both = { kk: 'Қабылдау туралы.', ru: 'О приеме.' }
  const entity = entityId('letter', name)
  const profile = 'WKO-2020/2023'
  const letter = { kind, application, profile, languages: ['kk'], template: null, about: bookingKey(booking) }
  const personal = {
    addressee: { kk: ['Арыз берушіге'], ru: ['Заявителю'] },
    heading: { kk: '', ru: '' },
    paragraphs: [both],
    signer: { position: both, name: both },
    executor: { name: 'А. Рахимова', phone: '' },
    attachment: { kk: '', ru: '' },
  }
  const { id: basedOn } = await act(at, entity, 'letter.drafted', null, { letter }, personal)
  await ask(at, 'letterSign', { entity, basedOn, request: name })
}
