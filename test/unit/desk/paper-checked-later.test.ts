import { expect, it, vi } from 'vitest'
import { findCalendar } from '#electron/desk/office-calendar.ts'
import { nextWorkingDay } from '#shared/calendar/rules.ts'
import { addDays, PlainTime } from '#shared/time/plain-date.ts'
import { PERSONAL, press, REGISTRATION } from './register-rig.ts'
import { CHECK, DOCUMENT, visitRig } from './visit-rig.ts'

const desk = visitRig()

/** A visitor who came on a talon of the pack the working day after it was printed; it is the working day after that now. */
async function cameOnPaper() {
  const [time, actor] = [PlainTime.parse('12:00'), desk.state.actor()]
  await desk.rig.printPack({ request: press(900), size: 30 })
  const calendar = await findCalendar(desk.state.desk())
  const paper = nextWorkingDay(actor.date, calendar)
  vi.spyOn(desk.state, 'actor').mockReturnValue({ ...actor, date: nextWorkingDay(paper, calendar), time })
  const { visit } = await desk.rig.enterPaper({
    request: press(1),
    talon: { serial: 9001, day: paper, at: PlainTime.parse('10:05') },
    who: { kind: 'new', registration: REGISTRATION, personal: PERSONAL },
    ...{ officialId: null, outOfTurn: false, checks: [], admitted: null, held: null, draft: null },
  })
  const check = (said: object, personal: object) =>
    desk.byHand(visit, 'visit.identity_checked', { check: { ...CHECK, ...said } }, { ...DOCUMENT, ...personal })
  return { visit, paper, check }
}

it('a document, and powers, that were in force on the day of the paper were in force, whenever the check is entered', async () => {
  const { visit, paper, check } = await cameOnPaper()
  await check({ powers: 'shown' }, { validTo: paper, powersNumber: '1', powersValidTo: paper })
  expect(await desk.visitOf(visit)).toMatchObject({ status: 'waiting', checks: [{ expired: false, powers: 'shown' }] })
})

it('what was past its term on that day is told so', async () => {
  const { paper, check } = await cameOnPaper()
  const before = addDays(paper, -1)
  await expect(check({ powers: 'shown' }, { powersNumber: '1', powersValidTo: before })).rejects.toMatchObject({
    detail: { code: 'identity.powers_expired' },
  })
  await expect(check({}, { validTo: before, comment: 'a' })).rejects.toMatchObject({
    detail: { code: 'identity.expired_unsaid' },
  })
})
