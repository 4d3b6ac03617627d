import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import { findCalendar } from '#electron/desk/office-calendar.ts'
import { talonApplication, talonData, talonDay } from '#electron/desk/talon-sources.ts'
import { withDay } from '#shared/calendar/changes.ts'
import type { CalendarYear } from '#shared/calendar/model.ts'
import { dayKind, nextWorkingDay } from '#shared/calendar/rules.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { entityId } from '#shared/change/action.ts'
import { addDays } from '#shared/time/plain-date.ts'
import { form, registerRig } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
})
afterEach(() => desk.end())

const ACT = { kk: 'Бұйрық', ru: 'Приказ' }
const NAME = { kk: 'Жаңа мереке', ru: 'Новый праздник' }

function setYear(year: CalendarYear, key = String(year.year)) {
  const open = desk.state.desk()
  const entity = entityId('calendar', key)
  const intent = { entity, type: 'calendar.year_set', basedOn: open.journal.headOf(entity), body: { year, act: ACT } }
  return actByHand(open, intent, null, desk.state.actor())
}

describe('the calendar of the office in main', () => {
  it('is what the journal says, also right after a year was set and after a restart', async () => {
    expect(await findCalendar(desk.state.desk())).toEqual(SEED_CALENDAR)
    const year = SEED_CALENDAR.years[2]!
    const row = {
      date: addDays(year.days[0]!.date, 19),
      mark: 'holiday' as const,
      key: 'own_holiday',
      name: NAME,
      act: ACT,
    }
    await setYear(withDay(year, row))
    expect(dayKind(row.date, await findCalendar(desk.state.desk()))).toMatchObject({
      reason: 'holiday',
      working: false,
    })
    expect(await findCalendar(desk.state.desk())).toBe(await findCalendar(desk.state.desk()))
    await setYear(year)
    expect(dayKind(row.date, await findCalendar(desk.state.desk())).working).toBe(true)
    desk = await desk.restart()
    expect(await findCalendar(desk.state.desk())).toEqual(SEED_CALENDAR)
  })

  it('is set under its own year only', async () => {
    await expect(setYear(SEED_CALENDAR.years[2]!, '2027')).rejects.toMatchObject({
      detail: { code: 'change.wrong_entity' },
    })
  })

  it('is what a talon counts by: paper says what the screen says', async () => {
    const { action } = await registerRig(desk).register(form(1))
    const made = { shape: '80mm' as const, reprint: null }
    const termOf = async () => {
      const found = await talonApplication(desk.state.desk(), action.entity)
      const day = await talonDay(desk.state.desk(), desk.state.actor().date)
      const { next } = await talonData(desk.state.desk(), found, day, made)
      return next.kind === 'answer_by' ? next.by : null
    }
    const before = await termOf()
    if (before === null) throw new Error('no term on the talon')
    const number = Number(before.slice(0, 4))
    const year = (await findCalendar(desk.state.desk())).years.find(one => one.year === number)
    const bare: CalendarYear = year ?? { year: number, status: 'provisional', days: [] }
    await setYear(withDay(bare, { date: before, mark: 'holiday', key: 'own_holiday', name: NAME, act: ACT }))
    const after = await termOf()
    expect(after).not.toBe(before)
    expect(after).toBe(nextWorkingDay(before, await findCalendar(desk.state.desk())))
  })
})
