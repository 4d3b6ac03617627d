import { describe, expect, it, vi } from 'vitest'
import { findCalendar } from '#electron/desk/office-calendar.ts'
import { nextWorkingDay } from '#shared/calendar/rules.ts'
import { type EntityId, entityId } from '#shared/change/action.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { type PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { visitKey } from '#shared/visit/number.ts'
import { PERSONAL, press, REGISTRATION, registerRig } from './register-rig.ts'
import { FIRST_RUN, temporaryDesk } from './temporary-desk.ts'
import { CHECK, DOCUMENT, visitRig } from './visit-rig.ts'

const desk = visitRig()
const { byHand, registeredEntity, visitOf, applicationOf, come } = desk

type Entered = ParsedArgsOf<'paper.enter'>
const time = (text: string) => PlainTime.parse(text)
type Written = Entered['checks'][number]
const WRITTEN = { check: CHECK, personal: DOCUMENT } as Written
/** A check of the sheet that did not pass. */
const NOTHING_SHOWN = {
  check: { ...CHECK, result: 'no_document', document: null },
  personal: { ...DOCUMENT, number: '', comment: 'Үйде қалған' },
} as Written
const ofMember = (place: number, written: Written = WRITTEN): Written => ({
  ...written,
  check: { ...written.check, member: place },
})
const ABSENT = ofMember(1, {
  check: { ...WRITTEN.check, result: 'absent', document: null },
  personal: { ...WRITTEN.personal, number: '' },
})
const HELD = { startedAt: time('10:30'), finishedAt: time('10:45'), room: '110', result: 'explained' } as const

/** The pack is printed now; the two working days after it are those of the paper and of its entry. */
async function onDayAfterPaper(): Promise<{ paper: PlainDate; entered: PlainDate }> {
  const actor = desk.state.actor()
  const calendar = await findCalendar(desk.state.desk())
  const paper = nextWorkingDay(actor.date, calendar)
  const entered = nextWorkingDay(paper, calendar)
  vi.spyOn(desk.state, 'actor').mockReturnValue({ ...actor, date: entered, time: time('12:00') })
  return { paper, entered }
}

async function packAndDays(size = 30) {
  const { pack } = await desk.rig.printPack({ request: press(900), size })
  return { pack, ...(await onDayAfterPaper()) }
}

function talon(number: number, day: PlainDate, change: Partial<Entered> = {}): Entered {
  return {
    request: press(number),
    talon: { serial: 9000 + number, day, at: time('10:05') },
    who: { kind: 'new', registration: REGISTRATION, personal: PERSONAL },
    officialId: null,
    outOfTurn: false,
    checks: [WRITTEN],
    admitted: null,
    held: HELD,
    draft: null,
    ...change,
  }
}

const refused = (code: string) => ({ detail: { code } })
const registered = () => desk.state.desk().journal.entitiesOf('application').length
const visitOn = (day: PlainDate, serial: number) =>
  entityId('visit', visitKey(day, desk.state.desk().journal.installation, serial))

describe('the emergency pack', () => {
  it('is numbered once by one press, also after the program ended; the next goes on after it', async () => {
    const [first, again] = await Promise.all([
      desk.rig.printPack({ request: press(1), size: 30 }),
      desk.rig.printPack({ request: press(1), size: 30 }),
    ])
    expect(again).toEqual(first)
    await desk.restart()
    expect(await desk.rig.printPack({ request: press(1), size: 30 })).toEqual(first)
    expect(first.pack).toEqual({ from: 9001, to: 9030 })
    expect((await desk.rig.printPack({ request: press(2), size: 10 })).pack).toEqual({ from: 9031, to: 9040 })
  })
})

describe('a talon entered afterwards', () => {
  it('goes on where power was cut after each of its acts, and is one registration and one visit', async () => {
    const { paper } = await packAndDays()
    const { journal } = desk.state.desk()
    const append = journal.append.bind(journal)
    for (const survives of [1, 2, 3]) {
      const asked = talon(survives, paper, { who: someone(survives) })
      let left = survives
      const cut = vi.spyOn(journal, 'append').mockImplementation(async drafts => {
        if (left-- === 0) throw new Error('power')
        return append(drafts)
      })
      await expect(desk.rig.enterPaper(asked)).rejects.toThrow('power')
      cut.mockRestore()
      const { visit } = await desk.rig.enterPaper(asked)
      expect(registered()).toBe(survives)
      expect(await visitOf(visit)).toMatchObject({ status: 'finished', checks: [{ result: 'matched' }] })
      expect((await journal.actionsOf(visit)).map(({ type }) => type)).toEqual([
        'visit.checked_in',
        'visit.identity_checked',
        'visit.served_on_paper',
      ])
    }
  })

  it('is entered once by one press, also after a new start', async () => {
    const { paper } = await packAndDays()
    const [first, again] = await Promise.all([
      desk.rig.enterPaper(talon(1, paper)),
      desk.rig.enterPaper(talon(1, paper)),
    ])
    expect(again.visit).toBe(first.visit)
    const actors = desk.state.actor()
    await desk.restart()
    vi.spyOn(desk.state, 'actor').mockReturnValue(actors)
    expect((await desk.rig.enterPaper(talon(1, paper))).visit).toBe(first.visit)
    expect([registered(), desk.state.desk().journal.entitiesOf('visit').length]).toEqual([1, 1])
  })

  it('stands as it really was: registered as of its day, come, checked and received at the times of the sheet', async () => {
    const { paper, entered } = await packAndDays()
    const { visit } = await desk.rig.enterPaper(talon(7, paper))
    const state = await visitOf(visit)
    expect(visit).toBe(visitOn(paper, 9007))
    expect(state.checkIn).toMatchObject({
      day: paper,
      ticket: { serial: 9007 },
      paper: { at: `${paper}T05:05:00.000Z` },
    })
    expect(state).toMatchObject({
      status: 'finished',
      arrivedAt: `${paper}T05:05:00.000Z`,
      startedAt: `${paper}T05:30:00.000Z`,
      finishedAt: `${paper}T05:45:00.000Z`,
      heldOnPaper: { room: '110' },
    })
    expect(state.checks[0]?.personal?.number).toMatch(/912$/)
    const application = await applicationOf(state.checkIn!.application)
    expect(application.status).toBe('received')
    expect(application.registered).toMatchObject({
      on: entered,
      registration: { catchUp: { on: paper, at: '10:05' } },
      visit,
    })
  })

  it('of an application that stands is that one; without a reception the visitor waits', async () => {
    const { paper } = await packAndDays()
    const application = await registeredEntity(500)
    const { visit } = await desk.rig.enterPaper(
      talon(1, paper, { who: { kind: 'application', application }, held: null }),
    )
    expect(await visitOf(visit)).toMatchObject({ status: 'waiting', checkIn: { application } })
    expect(registered()).toBe(1)
  })

  it('does not move the numbers of the day', async () => {
    const { entered } = await packAndDays()
    const { visit } = await desk.rig.enterPaper(talon(1, entered))
    expect((await visitOf(visit)).checkIn?.ticket.serial).toBe(9001)
    const { entity } = await come(2, await registeredEntity(500))
    expect((await visitOf(entity)).checkIn?.ticket.serial).toBe(1)
  })

  it('of the same number at two desks is two visits, and each desk knows its own packs alone', async () => {
    const { paper } = await packAndDays()
    const other = await temporaryDesk()
    try {
      await other.state.firstRun(FIRST_RUN)
      vi.spyOn(other.state, 'actor').mockReturnValue(desk.state.actor())
      // The other desk has printed nothing: a number of this one's pack is none of its own.
      const there = registerRig(other)
      await expect(there.enterPaper(talon(1, paper))).rejects.toMatchObject(refused('paper.no_pack'))
      const { visit } = await desk.rig.enterPaper(talon(1, paper))
      expect(visit).not.toBe(entityId('visit', visitKey(paper, other.state.desk().journal.installation, 9001)))
    } finally {
      await other.end()
    }
    await expect(desk.rig.enterPaper(talon(31, paper))).rejects.toMatchObject(refused('paper.no_pack'))
  })
})

describe('whoever did not pass and was received by the written word of the lead', () => {
  const admitted = { checks: [NOTHING_SHOWN], admitted: 'Танимын, көршім' }

  it('is entered by the lead alone: nothing of it is recorded where another enters it', async () => {
    const { paper } = await packAndDays()
    as('clerk')
    await expect(desk.rig.enterPaper(talon(1, paper, admitted))).rejects.toMatchObject(refused('visit.lead_decides'))
    expect([registered(), desk.state.desk().journal.entitiesOf('visit').length]).toEqual([0, 0])
  })

  it('stands once with what was overruled and why, also where power was cut after it', async () => {
    const { paper } = await packAndDays()
    const { journal } = desk.state.desk()
    const append = journal.append.bind(journal)
    as('head')
    let left = 4
    const cut = vi.spyOn(journal, 'append').mockImplementation(async drafts => {
      if (left-- === 0) throw new Error('power')
      return append(drafts)
    })
    const asked = talon(1, paper, admitted)
    await expect(desk.rig.enterPaper(asked)).rejects.toThrow('power')
    cut.mockRestore()
    const { visit } = await desk.rig.enterPaper(asked)
    expect((await journal.actionsOf(visit)).map(({ type }) => type)).toEqual([
      'visit.checked_in',
      'visit.identity_checked',
      'visit.admitted',
      'visit.served_on_paper',
    ])
    expect(await visitOf(visit)).toMatchObject({
      status: 'finished',
      admission: { overruled: [{ member: null, fault: 'no_document' }], reason: 'Танимын, көршім' },
    })
  })

  it('is not said of one who passed, nor of one whom nobody may let in', async () => {
    const { paper } = await packAndDays()
    as('head')
    for (const checks of [[WRITTEN], []]) {
      const asked = talon(1, paper, { checks, admitted: 'Танимын', held: null })
      await expect(desk.rig.enterPaper(asked)).rejects.toMatchObject(refused('change.not_lawful'))
    }
    expect(registered()).toBe(0)
  })

  it('entered without it is admitted on another day by the lead, as a visitor of a paper alone', async () => {
    const { paper } = await packAndDays()
    const { visit } = await desk.rig.enterPaper(talon(1, paper, { checks: [NOTHING_SHOWN], held: null }))
    const admission = { overruled: [{ member: null, fault: 'no_document' }] }
    const admit = (entity: EntityId) => byHand(entity, 'visit.admitted', { admission }, { reason: 'Танимын' })
    as('clerk')
    await expect(admit(visit)).rejects.toMatchObject(refused('visit.lead_decides'))
    await expect(serve(visit)).rejects.toMatchObject(refused('paper.not_let_in'))
    as('head')
    await admit(visit)
    await serve(visit)
    expect((await visitOf(visit)).status).toBe('finished')
    const { entity } = await come(2, await registeredEntity(500))
    await byHand(entity, 'visit.identity_checked', { check: NOTHING_SHOWN.check }, NOTHING_SHOWN.personal)
    desk.onNextDay()
    await expect(admit(entity)).rejects.toMatchObject(refused('visit.other_day'))
  })
})

describe('a delegation received on paper', () => {
  const whole = { who: delegation(3), checks: [WRITTEN, ofMember(0), ABSENT] }

  it('goes on where power was cut between its members, each checked once', async () => {
    const { paper } = await packAndDays()
    const { journal } = desk.state.desk()
    const append = journal.append.bind(journal)
    let left = 3
    const cut = vi.spyOn(journal, 'append').mockImplementation(async drafts => {
      if (left-- === 0) throw new Error('power')
      return append(drafts)
    })
    const asked = talon(1, paper, whole)
    await expect(desk.rig.enterPaper(asked)).rejects.toThrow('power')
    cut.mockRestore()
    const state = await visitOf((await desk.rig.enterPaper(asked)).visit)
    expect(state.status).toBe('finished')
    expect(state.checks.map(({ member, result }) => [member, result])).toEqual([
      [null, 'matched'],
      [0, 'matched'],
      [1, 'absent'],
    ])
  })

  it('of whom one did not pass is let in by the lead as a whole, naming the one', async () => {
    const { paper } = await packAndDays()
    const checks = [WRITTEN, ofMember(0, NOTHING_SHOWN), ABSENT]
    await expect(desk.rig.enterPaper(talon(1, paper, { ...whole, checks }))).rejects.toMatchObject(
      refused('paper.not_let_in'),
    )
    as('head')
    const { visit } = await desk.rig.enterPaper(talon(1, paper, { ...whole, checks, admitted: 'Ауыл әкімі растады' }))
    expect((await visitOf(visit)).admission?.overruled).toEqual([{ member: 0, fault: 'no_document' }])
  })
})

describe('a talon is refused in words, and nothing of it is recorded', () => {
  const cases: [string, (paper: PlainDate, entered: PlainDate) => Partial<Entered>][] = [
    ['paper.no_pack', paper => ({ talon: { serial: 9031, day: paper, at: time('10:05') } })],
    ['paper.later', (_, entered) => ({ talon: { serial: 9001, day: entered, at: time('12:01') }, held: null })],
    ['paper.before_pack', () => ({ talon: { serial: 9001, day: '2020-01-09' as PlainDate, at: time('10:05') } })],
    ['paper.started_before', () => ({ held: { ...HELD, startedAt: time('10:04') } })],
    ['paper.finished_before', () => ({ held: { ...HELD, finishedAt: time('10:29') } })],
    [
      'paper.ends_later',
      (_, day) => ({
        talon: { serial: 9001, day, at: time('11:30') },
        held: { ...HELD, startedAt: time('11:50'), finishedAt: time('12:10') },
      }),
    ],
    ['paper.not_let_in', () => ({ checks: [] })],
    ['paper.not_let_in', () => ({ checks: [NOTHING_SHOWN] })],
    ['paper.not_let_in', () => ({ checks: [WRITTEN, ofMember(0)], who: delegation(3) })],
    ['change.not_lawful', () => ({ checks: [WRITTEN, ofMember(0)] })],
    ['change.not_lawful', () => ({ checks: [WRITTEN, WRITTEN] })],
    ['visit.lead_decides', () => ({ admitted: 'Танимын' })],
    ['identity.number_missing', () => ({ checks: [{ ...WRITTEN, personal: { ...WRITTEN.personal, number: '' } }] })],
  ]
  it.each(cases)('%s', async (code, change) => {
    const { paper, entered } = await packAndDays()
    await expect(desk.rig.enterPaper(talon(1, paper, change(paper, entered)))).rejects.toMatchObject(refused(code))
    expect([registered(), desk.state.desk().journal.entitiesOf('visit').length]).toEqual([0, 0])
  })

  it('paper.used: by another press of the same day; on another day too, until another pack brings the number again', async () => {
    const { paper, entered } = await packAndDays()
    await desk.rig.enterPaper(talon(1, paper))
    const again = talon(2, paper, { talon: { serial: 9001, day: paper, at: time('11:00') }, who: someone(2) })
    await expect(desk.rig.enterPaper({ ...again, held: null })).rejects.toMatchObject({
      detail: { code: 'paper.used', params: { ticket: expect.stringMatching(/-9001$/) } },
    })
    expect(registered()).toBe(1)
    const onNext = { ...again, talon: { ...again.talon, day: entered }, held: null }
    await expect(desk.rig.enterPaper(onNext)).rejects.toMatchObject({
      detail: { code: 'paper.used_before', params: { ticket: expect.stringMatching(/-9001$/), date: paper } },
    })
    expect(registered()).toBe(1)
  })
})

describe('a visitor of a paper of a day that is over', () => {
  it('is checked, and what was held is entered; nothing else of the day is done', async () => {
    const { paper } = await packAndDays()
    const { visit } = await desk.rig.enterPaper(talon(1, paper, { checks: [], held: null }))
    await expect(serve(visit)).rejects.toMatchObject(refused('paper.not_let_in'))
    await byHand(visit, 'visit.identity_checked', { check: CHECK }, DOCUMENT)
    const called = { call: { room: '110', reason: 'arrival' } }
    await expect(byHand(visit, 'visit.called', called)).rejects.toMatchObject(refused('visit.other_day'))
    await serve(visit)
    expect((await visitOf(visit)).status).toBe('finished')
  })

  it('of the desk has nothing entered as of paper', async () => {
    await packAndDays()
    const visit = await desk.wait(1)
    await expect(serve(visit)).rejects.toMatchObject(refused('change.not_lawful'))
  })

  it('keeps the place of that day where nobody received them', async () => {
    const { paper } = await packAndDays()
    const application = await registeredEntity(500, { catchUp: { on: paper, at: time('10:00') } })
    await desk.rig.enterPaper(talon(1, paper, { who: { kind: 'application', application }, held: null }))
    const { entity } = await come(501, application)
    expect((await visitOf(entity)).checkIn?.keptFrom).toBe(`${paper}T05:05:00.000Z`)
  })
})

function serve(entity: EntityId) {
  const basedOn = desk.state.desk().journal.headOf(entity)
  if (basedOn === null) throw new Error('nobody came')
  return desk.rig.servePaper({ entity, basedOn, held: HELD })
}

/** A delegation of so many, named. */
function delegation(people: number): Entered['who'] {
  const members = Array.from({ length: people - 1 }, (_, place) => ({
    ...{ surname: `Мүше${'а'.repeat(place + 1)}`, given: 'Сая', patronymic: '', iin: '' },
  }))
  const registration = { ...REGISTRATION, delegation: people }
  return { kind: 'new', registration, personal: { ...PERSONAL, members } }
}

/** Who enters it has this role, on the day it is entered. */
function as(role: 'clerk' | 'head'): void {
  const actor = desk.state.actor()
  vi.spyOn(desk.state, 'actor').mockReturnValue({ ...actor, role })
}

/** Somebody else: the same person is not taken for two. */
function someone(number: number): Entered['who'] {
  const personal = { ...PERSONAL, given: `${PERSONAL.given}${'а'.repeat(number)}` }
  return { kind: 'new', registration: REGISTRATION, personal }
}
