import { isWorkingDay } from '#shared/calendar/rules.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { Official } from '#shared/official/model.ts'
import { MonthSchedule } from '#shared/schedule/model.ts'
import { addDays, PlainDate } from '#shared/time/plain-date.ts'
import type { AtDesk } from './at-desk.ts'
import { goToAddress } from './frame.ts'
import { act, ask, registered } from './reception.ts'

export const PLANNED_AKIM = 'akim-1'

/** Surnames of those who apply, in the order they do. */
export const APPLICANTS = ['Мұхамбетова', 'Қыстаубаева-Жүнісәлиева', 'Шевченко'] as const

/** What `seedPlanner` made. */
export interface Planned {
  readonly month: string
  readonly date: PlainDate
}

/** The day the desk works on. */
export async function todayOf({ page }: AtDesk): Promise<PlainDate> {
  return PlainDate.parse(await page.locator('.top-date').getAttribute('datetime'))
}

/** An akim with a reception two weeks ahead in an approved schedule, and three who want to see him; one is a foreigner. */
export async function seedPlanner(at: AtDesk): Promise<Planned> {
  const name = (kk: string) => ({ kk, ru: kk })
  const official = Official.parse({
    id: PLANNED_AKIM,
    category: 'akim',
    name: { surname: name('Сапаров'), given: name('Дәурен'), patronymic: name('') },
    position: { kk: 'әкім', ru: 'аким' },
    unit: name(''),
    room: '301',
    rule: null,
    from: null,
    to: null,
  })
  await act(at, `official:${PLANNED_AKIM}`, 'official.added', null, { official, batch: null })
  let date = addDays(await todayOf(at), 14)
  while (!isWorkingDay(date, SEED_CALENDAR)) date = addDays(date, 1)
  const month = date.slice(0, 7)
  const hours = { from: '10:00', to: '12:00', room: '301', moved: null }
  const schedule = MonthSchedule.parse({
    month,
    receptions: [{ id: `${PLANNED_AKIM}-${date}`, officialId: PLANNED_AKIM, date, ...hours }],
  })
  const approval = { schedule, approvedBy: 'Сапаров Дәурен', approvedOn: await todayOf(at), ofQuarter: false }
  const intent = { entity: `schedule:${month}`, type: 'schedule.approved', basedOn: null, body: approval }
  await ask(at, 'planApply', { request: 'p'.repeat(16), acts: [intent] })
  for (const [index, surname] of APPLICANTS.entries()) {
    await registered(
      at,
      String(index + 1).repeat(16),
      { officialId: PLANNED_AKIM, applicant: index === 2 ? 'foreigner' : 'citizen' },
      { surname, iin: '' },
    )
  }
  return { month, date }
}

/** Opens a part of the planner. */
export async function openPart({ page, ...at }: AtDesk, part: 'people' | 'preparation', month: string): Promise<void> {
  await goToAddress({ ...at, page }, `#/schedule?part=${part}&month=${month}`)
}
