import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eraseSubject } from '#electron/desk/erase.ts'
import { numberText, suffixOf } from '#shared/application/number.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import { type Action, type EntityId, entityId, keyOf } from '#shared/change/action.ts'
import { PlainDate, partsOf } from '#shared/time/plain-date.ts'
import { momentOf } from '#test/fixtures/work-time.ts'
import { form, PERSONAL, press, REGISTRATION, type RegisterRig, registerRig, subjectOf } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

const IIN = '850101300015'
const OTHER_IIN = '900101790018'

let desk: TemporaryDesk
let rig: RegisterRig
beforeEach(async () => {
  setNow('2026-11-23T11:00')
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  rig = registerRig(desk)
})
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await desk.end()
})

/** The wall clock of the office; a desk that is open believes it within some hours. */
function setNow(local: string): void {
  vi.useFakeTimers({ now: new Date(`${local}+05:00`), toFake: ['Date'] })
}

async function restart(): Promise<void> {
  desk = await desk.restart()
  rig = registerRig(desk)
}

const refused = (code: string, params?: object) => ({ detail: params ? { code, params } : { code } })

async function registered(): Promise<Action[]> {
  return (await desk.actions()).filter(action => action.type === 'application.registered')
}

async function stateOf(entity: EntityId) {
  const { journal, gate } = desk.state.desk()
  return foldApplication(await journal.actionsOf(entity), gate.related())
}

describe('one press is one registration', () => {
  it('the program ends between the flush and the answer: the press made once more is answered with what stands', async () => {
    const first = await rig.register(form(1))
    await restart()
    const again = await rig.register(form(1, { draft: 'register' }))
    expect(again).toEqual(first)
    expect(rig.dropped).toEqual(['register'])
    expect(await registered()).toHaveLength(1)
    expect((await rig.register(form(2))).number.serial).toBe(2)
  })

  it('a press that has registered is not answered for what was typed since', async () => {
    const { number } = await rig.register(form(1))
    await restart()
    const since = form(1, {
      draft: 'register',
      personal: { ...PERSONAL, essence: 'Жаңа мән: су құбырын жөндеу керек' },
    })
    await expect(rig.register(since)).rejects.toMatchObject(
      refused('registration.registered_before', { number: numberText(number) }),
    )
    expect(rig.dropped).toEqual([])
    expect(await registered()).toHaveLength(1)
  })

  it('two windows that send the same press at once are answered alike', async () => {
    const both = await Promise.all([rig.register(form(1)), rig.register(form(1)), rig.register(form(2))])
    expect(both[1]).toEqual(both[0])
    expect(both.map(({ number }) => number.serial)).toEqual([1, 1, 2])
    expect(await registered()).toHaveLength(2)
  })

  it('however many were registered since: as long as the program runs, every press of it is known', async () => {
    const first = await rig.register(form(1))
    for (let number = 2; number <= 260; number++) await rig.register(form(number))
    expect(await rig.register(form(1))).toEqual(first)
    expect(await registered()).toHaveLength(260)
  })

  it('a disk that takes nothing gives no number away, and the same press registers afterwards', async () => {
    const { journal } = desk.state.desk()
    vi.spyOn(journal, 'append').mockRejectedValueOnce(new Error('disk'))
    await expect(rig.register(form(1, { draft: 'register' }))).rejects.toThrow('disk')
    expect(rig.dropped).toEqual([])
    expect((await rig.register(form(1))).number.serial).toBe(1)
    expect(await registered()).toHaveLength(1)
  })

  it('a draft that cannot be dropped is no reason to say that nothing was registered', async () => {
    const bug = vi.spyOn(desk.state.desk(), 'reportBug')
    rig = registerRig(desk, async () => {
      throw new Error('busy')
    })
    expect((await rig.register(form(1, { draft: 'register' }))).number.serial).toBe(1)
    expect(bug).toHaveBeenCalledOnce()
    expect(rig.moves()).toBe(1)
  })
})

describe('what is registered', () => {
  it('carries the letter and the suffix of the desk, the year of the day, and the key of its number', async () => {
    const { action, number } = await rig.register(form(1))
    const { installation } = desk.state.desk().journal
    const { year } = partsOf(action.date)
    expect(number).toEqual({ letter: FIRST_RUN.letter, suffix: suffixOf(installation), year, serial: 1 })
    expect(keyOf(action.entity)).toBe(`${installation}-${year}-000001`)
    expect((await stateOf(action.entity)).registered?.personal).toEqual(PERSONAL)
  })

  it('has the findings as main sees them, not as the page said', async () => {
    const said = [{ field: 'iin', code: 'made_up', params: { name: 'x' } }]
    const { action } = await rig.register(form(1, { registration: { ...REGISTRATION, findings: said } }))
    expect((await stateOf(action.entity)).registered?.registration.findings).toEqual([
      { field: 'topic', code: 'topic_missing', params: {} },
      { field: 'officialId', code: 'official_missing', params: {} },
    ])
  })

  it('is refused where something keeps it from being saved, and no number is given', async () => {
    const personal = { ...PERSONAL, iin: '850101300018', essence: '' }
    await expect(rig.register(form(1, { personal }))).rejects.toMatchObject(
      refused('registration.not_complete', { count: 2 }),
    )
    expect((await rig.register(form(1))).number.serial).toBe(1)
  })

  it('from paper keeps the year in which it is registered', async () => {
    const catchUp = momentOf('2025-12-30', '10:00')
    const { action, number } = await rig.register(form(1, { registration: { ...REGISTRATION, catchUp } }))
    expect(number.year).toBe(partsOf(action.date).year)
  })
})

describe('clause 4: outside working time', () => {
  const said = (change: Partial<typeof REGISTRATION>) => form(1, { registration: { ...REGISTRATION, ...change } })
  const at = async (local: string) => {
    setNow(local)
    await restart()
  }

  it('on a Sunday it is registered as of Monday, whatever the page says, and its term runs from then', async () => {
    await at('2026-11-29T11:00')
    const { action } = await rig.register(said({ asOf: PlainDate.parse('2027-01-11') }))
    const { registered, facts } = await stateOf(action.entity)
    expect(registered?.registration).toMatchObject({ asOf: '2026-11-30', catchUp: null })
    expect(registered?.registration.findings).toContainEqual({ field: 'late', code: 'outside_hours', params: {} })
    expect(facts?.registered).toBe('2026-11-29')
  })

  it('what came in time and is entered in the evening is of its own day; a correction at night does not move it', async () => {
    await at('2026-11-24T21:00')
    const { action } = await rig.register(said({ catchUp: momentOf('2026-11-24', '17:10') }))
    expect((await stateOf(action.entity)).registered?.registration.asOf).toBeNull()
    const other = (await rig.register(form(2))).action
    await at('2026-11-25T22:00')
    const correction = { entity: other.entity, basedOn: other.id, ground: 'typing', personal: PERSONAL } as const
    await rig.correct({ ...correction, registration: REGISTRATION })
    expect((await stateOf(other.entity)).registered?.registration.asOf).toBe('2026-11-25')
  })

  it('an hour that has not come yet is refused by the clock of main', async () => {
    await expect(rig.register(said({ catchUp: momentOf('2026-11-23', '11:30') }))).rejects.toMatchObject(
      refused('registration.not_complete', { count: 1 }),
    )
  })

  it('the same press is the same registration though the day it is as of was said by main', async () => {
    await at('2026-11-24T21:00')
    const first = await rig.register(form(1))
    expect(await rig.register(form(1))).toEqual(first)
  })
})

describe('of whom', () => {
  it('the IIN wins over whom the clerk recognised, the clerk over a new person', async () => {
    const byIin = subjectOf((await rig.register(form(1, { personal: { ...PERSONAL, iin: IIN } }))).action)
    const other = subjectOf((await rig.register(form(2))).action)
    expect(other).not.toBe(byIin)
    const known = { subject: other ?? null }
    expect(subjectOf((await rig.register(form(3, known))).action)).toBe(other)
    const both = form(4, { ...known, personal: { ...PERSONAL, iin: IIN } })
    expect(subjectOf((await rig.register(both)).action)).toBe(byIin)
    await restart()
    expect(subjectOf((await rig.register(form(5, { personal: { ...PERSONAL, iin: IIN } }))).action)).toBe(byIin)
  })

  it('whom the clerk recognised by the name but who has another IIN is another person', async () => {
    const first = subjectOf((await rig.register(form(1, { personal: { ...PERSONAL, iin: IIN } }))).action)!
    const other = form(2, { subject: first, personal: { ...PERSONAL, iin: OTHER_IIN } })
    const second = subjectOf((await rig.register(other)).action)
    expect(second).not.toBe(first)
    await restart()
    const again = form(3, { personal: { ...PERSONAL, iin: OTHER_IIN } })
    expect(subjectOf((await rig.register(again)).action)).toBe(second)
  })

  it('who was known without an IIN is found by it once it is given: at a repeat, or by a correction', async () => {
    const first = await rig.register(form(1))
    const subject = subjectOf(first.action) ?? null
    const given = { ...PERSONAL, iin: IIN }
    await rig.register(form(2, { subject, personal: given }))
    await restart()
    expect(subjectOf((await rig.register(form(3, { personal: given }))).action)).toBe(subject)
    const second = await rig.register(form(4))
    await rig.correct({
      entity: second.action.entity,
      basedOn: second.action.id,
      registration: REGISTRATION,
      personal: { ...PERSONAL, iin: OTHER_IIN },
      ground: 'applicant_told',
    })
    await restart()
    const third = await rig.register(form(5, { personal: { ...PERSONAL, iin: OTHER_IIN } }))
    expect(subjectOf(third.action)).toBe(subjectOf(second.action))
  })

  it('a person who was erased is a new one, also with the same IIN', async () => {
    const first = form(1, { personal: { ...PERSONAL, iin: IIN } })
    const before = subjectOf((await rig.register(first)).action)!
    await eraseSubject(desk.state.desk(), before, 'request', desk.state.actor())
    const again = await rig.register(form(2, { subject: before, personal: { ...PERSONAL, iin: IIN } }))
    expect(subjectOf(again.action)).not.toBe(before)
    expect((await stateOf(again.action.entity)).personal?.surname).toBe(PERSONAL.surname)
    expect((await rig.register(first)).action.personal?.value).toBeNull()
  })

  it('between the fact of an erasure and the end of the key nothing is sealed that would be lost', async () => {
    const personal = { ...PERSONAL, iin: IIN }
    const before = subjectOf((await rig.register(form(1, { personal }))).action)!
    vi.spyOn(desk.state.desk().keyring, 'erase').mockRejectedValueOnce(new Error('power'))
    await expect(eraseSubject(desk.state.desk(), before, 'request', desk.state.actor())).rejects.toThrow('power')
    await expect(rig.register(form(2, { personal }))).rejects.toMatchObject(refused('subject.erased'))
    expect(subjectOf((await rig.register(form(3, { subject: before }))).action)).not.toBe(before)
    await restart()
    expect((await rig.register(form(2, { personal }))).number.serial).toBe(3)
  })
})

describe('a correction', () => {
  it('stands for the same person under the same number, whatever IIN is typed', async () => {
    const other = subjectOf((await rig.register(form(1, { personal: { ...PERSONAL, iin: IIN } }))).action)
    const { action, number } = await rig.register(form(2))
    const corrected = await rig.correct({
      entity: action.entity,
      basedOn: action.id,
      registration: { ...REGISTRATION, language: 'ru' },
      personal: { ...PERSONAL, iin: IIN },
      ground: 'document_shown',
    })
    expect(subjectOf(corrected)).toBe(subjectOf(action))
    expect(subjectOf(corrected)).not.toBe(other)
    const state = await stateOf(action.entity)
    expect(state.registered).toMatchObject({ number, corrected: true, registration: { language: 'ru' } })
  })

  it('puts right a number of e-Otinish that was noted, and takes none away', async () => {
    const { action } = await rig.register(form(1))
    const { entity } = action
    const { gate } = desk.state.desk()
    const intent = { entity, type: 'application.eotinish_noted', basedOn: action.id, body: {} }
    const personal = { subject: subjectOf(action)!, value: { eotinish: 'ЖТ-2026-111111' } }
    const [noted] = await gate.act([{ intent, personal }], desk.state.actor())
    const asked = { entity, registration: REGISTRATION, ground: 'typing' as const }
    const right = { ...PERSONAL, eotinish: 'ЖТ-2026-222222' }
    const first = await rig.correct({ ...asked, personal: right, basedOn: noted!.id })
    expect((await stateOf(entity)).personal?.eotinish).toBe('ЖТ-2026-222222')
    await rig.correct({ ...asked, personal: PERSONAL, basedOn: first.id })
    expect((await stateOf(entity)).personal?.eotinish).toBe('ЖТ-2026-222222')
  })

  it('is refused on what has moved, on what is not complete and on what is not there', async () => {
    const { action } = await rig.register(form(1))
    const asked = { entity: action.entity, registration: REGISTRATION, personal: PERSONAL, ground: 'typing' as const }
    await rig.correct({ ...asked, basedOn: action.id })
    await expect(rig.correct({ ...asked, basedOn: action.id })).rejects.toMatchObject(refused('change.conflict'))
    const empty = { ...PERSONAL, essence: '' }
    await expect(rig.correct({ ...asked, personal: empty, basedOn: action.id })).rejects.toMatchObject(
      refused('registration.not_complete', { count: 1 }),
    )
    const nowhere = entityId('application', 'nowhere')
    await expect(rig.correct({ ...asked, entity: nowhere, basedOn: action.id })).rejects.toMatchObject(
      refused('change.conflict'),
    )
  })
})

describe('a contact', () => {
  const CONTACT = {
    channel: 'call',
    consultation: true,
    declinedBooking: false,
    topic: null,
    subtopic: null,
    district: null,
    language: null,
    advisedBy: null,
    phoneConsent: false,
  }
  const WHO = { surname: 'Қанарейқызы', given: 'Әсел', patronymic: '', phone: '+77015550123', note: '' }

  it('keeps nobody who did not consent, a note alone without a name, and all with the consent', async () => {
    const log = (number: number, phoneConsent: boolean, note: string) =>
      rig.logContact({
        request: press(number),
        contact: { ...CONTACT, phoneConsent },
        personal: { ...WHO, note },
      })
    expect((await log(1, false, '')).personal).toBeNull()
    expect((await log(2, false, 'көмек')).personal?.value).toEqual({
      ...{ surname: '', given: '', patronymic: '', phone: '' },
      note: 'көмек',
    })
    const third = await log(3, true, '')
    expect(third.personal?.value).toEqual(WHO)
    expect(subjectOf(await log(4, true, ''))).not.toBe(subjectOf(third))
  })

  it('is logged once by one press, also after a kill', async () => {
    const asked = { request: press(1), contact: CONTACT, personal: null }
    const [first, again] = await Promise.all([rig.logContact(asked), rig.logContact(asked)])
    await restart()
    expect(await rig.logContact(asked)).toEqual(first)
    expect(again).toEqual(first)
    expect(desk.state.desk().journal.entitiesOf('contact')).toHaveLength(1)
  })

  it('that was changed after a kill is not answered as if it were logged so', async () => {
    const contact = { ...CONTACT, phoneConsent: true }
    const asked = { request: press(1), contact, personal: { ...WHO, note: 'көмек' } }
    const first = await rig.logContact(asked)
    await restart()
    expect(await rig.logContact(asked)).toEqual(first)
    const other = (change: object) => expect(rig.logContact({ ...asked, ...change })).rejects
    const before = refused('contact.logged_before')
    await other({ contact: { ...contact, consultation: false } }).toMatchObject(before)
    await other({ personal: WHO }).toMatchObject(before)
    await other({ personal: null }).toMatchObject(before)
    expect(await desk.state.desk().journal.actionsOf(first.entity)).toHaveLength(1)
  })

  it('answers the first where what is not kept of it differs', async () => {
    const asked = { request: press(1), contact: CONTACT, personal: WHO }
    const first = await rig.logContact(asked)
    expect(await rig.logContact({ ...asked, personal: null })).toEqual(first)
  })
})
