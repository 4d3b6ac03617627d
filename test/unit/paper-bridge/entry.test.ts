import { describe, expect, it } from 'vitest'
import {
  CheckForm,
  type EntryForm,
  entryOfDraft,
  nextEntry,
  typedSerial,
} from '#renderer/features/paper-bridge/entry-form.ts'
import { type Around, entryOf } from '#renderer/features/paper-bridge/entry-values.ts'
import { PlainTime, plainDate } from '#shared/time/plain-date.ts'

const REQUEST = 'p000000000000001'
const around: Around = {
  packs: [{ request: REQUEST, from: 9001, to: 9030, at: '2026-11-22T05:00:00.000Z', user: 'u1' }],
  looked: {
    now: { on: plainDate(2026, 11, 24), at: PlainTime.parse('12:00') },
    registered: { on: plainDate(2026, 11, 24), at: PlainTime.parse('12:00') },
    work: null,
  },
  registered: null,
  used: new Set([9002]),
  mayAdmit: false,
}

const CHECKED = CheckForm.parse({ number: '912' })
const MISSING: CheckForm = { checked: 'no_document', document: '', number: '', comment: 'Үйде қалған' }

/** A line as it is written on the sheet. */
function line(change: Partial<EntryForm> = {}): EntryForm {
  const blank = nextEntry(null, { request: REQUEST, serial: '9001', day: '23.11.2026', language: 'kk' })
  return {
    ...blank,
    came: '1005',
    surname: 'қанарейқызы',
    given: 'әсел',
    essence: 'Көше жарығын жөндеуді сұраймын',
    check: CHECKED,
    held: { room: '110', started: '10:30', finished: '10:45', result: 'explained' },
    ...change,
  }
}

const faultsOf = (change: Partial<EntryForm>, by: Partial<Around> = {}) =>
  entryOf(line(change), { ...around, ...by }).faults.map(({ field, key }) => [field, key])

describe('a line of the register', () => {
  it('is what is sent, with the day and the time of the paper', () => {
    const { faults, asked } = entryOf(line(), around)
    expect(faults).toEqual([])
    expect(asked).toMatchObject({
      request: REQUEST,
      talon: { serial: 9001, day: '2026-11-23', at: '10:05' },
      who: { kind: 'new', personal: { surname: 'Қанарейқызы', given: 'Әсел' } },
      officialId: null,
      checks: [{ check: { member: null, result: 'matched', document: 'id_card' }, personal: { number: '912' } }],
      admitted: null,
      held: { startedAt: '10:30', finishedAt: '10:45', room: '110', result: 'explained' },
    })
  })

  it('tells beside each field what is wrong with it, and is not sent', () => {
    expect(entryOf(line({ surname: '', given: '' }), around).asked).toBeNull()
    expect(faultsOf({ surname: '', given: '' })).toEqual([['surname', 'finding.name_missing']])
    expect(faultsOf({ serial: '9002' })).toEqual([['serial', 'paper.fault.used']])
    expect(faultsOf({ serial: '9031' })).toEqual([['serial', 'error.paper.no_pack']])
    expect(faultsOf({ serial: '1' })).toEqual([['serial', 'paper.fault.serial']])
    expect(faultsOf({ came: '' })).toEqual([['came', 'finding.time_unreadable']])
    expect(faultsOf({ day: '25.11.2026' })).toContainEqual(['came', 'error.paper.later'])
    expect(faultsOf({ check: { ...CHECKED, number: '' } })).toEqual([['number', 'identity.fault.number_missing']])
    expect(faultsOf({ isKnown: true })).toEqual([['application', 'paper.fault.application']])
    expect(faultsOf({ held: { room: '', started: '', finished: '', result: '' } }).map(([field]) => field)).toEqual([
      'room',
      'started',
      'finished',
      'result',
    ])
  })

  it('has no reception of whoever was not let in', () => {
    const unwritten = { check: { ...CHECKED, checked: '' as const } }
    const refused = [['result', 'error.paper.not_let_in']]
    expect(faultsOf(unwritten)).toEqual(refused)
    expect(faultsOf({ ...unwritten, isHeld: false })).toEqual([])
    expect(faultsOf({ check: MISSING })).toEqual(refused)
    expect(faultsOf({ check: MISSING, reason: 'Танимын' })).toEqual(refused)
  })

  it("has one by the lead's written word, which the lead alone enters, with its reason", () => {
    const lead = { mayAdmit: true }
    expect(faultsOf({ check: MISSING }, lead)).toEqual([['reason', 'identity.admit.reason_missing']])
    const expired = { ...CHECKED, checked: 'expired' as const }
    expect(faultsOf({ check: expired, reason: 'Танимын' }, lead)).toEqual([
      ['comment', 'identity.fault.comment_missing'],
    ])
    const known = line({ check: { ...expired, comment: 'Мерзімі өткен' }, reason: ' Танимын ' })
    expect(entryOf(known, { ...around, ...lead }).asked).toMatchObject({
      checks: [{ check: { result: 'matched', expired: true }, personal: { validTo: null } }],
      admitted: 'Танимын',
    })
    // Whoever passed needs no word of the lead, whatever is left in the field.
    expect(entryOf(line({ reason: 'Танимын' }), { ...around, ...lead }).asked?.admitted).toBeNull()
  })
})

describe('a delegation', () => {
  const member = (surname: string, change: Partial<CheckForm> = {}) => ({ ...CHECKED, surname, given: '', ...change })
  const came = [member('сағынова'), member('әбенов', { checked: 'absent', number: '' })]

  it('is entered whole, member by member', () => {
    const { faults, asked, people } = entryOf(line({ people: '3', members: came }), around)
    expect([faults, people]).toEqual([[], 3])
    expect(asked?.who).toMatchObject({
      registration: { delegation: 3 },
      personal: { members: [{ surname: 'Сағынова' }, { surname: 'Әбенов' }] },
    })
    expect(asked?.checks.map(({ check: { member, result } }) => [member, result])).toEqual([
      [null, 'matched'],
      [0, 'matched'],
      [1, 'absent'],
    ])
  })

  it('tells beside each member what is missing, and never gives a name to another place', () => {
    const half = [member(''), member('әбенов', { number: '' })]
    expect(faultsOf({ people: '3', members: half })).toEqual([
      ['members.0.surname', 'paper.fault.member'],
      ['members.1.number', 'identity.fault.number_missing'],
    ])
    expect(faultsOf({ people: '51' })).toEqual([['people', 'paper.fault.people']])
    expect(faultsOf({ people: '2', members: [member('сағынова', { checked: '' })] })).toEqual([
      ['result', 'error.paper.not_let_in'],
    ])
  })
})

describe('what is typed', () => {
  it('outlives a power failure with the press that will save it', () => {
    expect(entryOfDraft(JSON.stringify(line()))).toEqual(line())
    expect(entryOfDraft('{')).toBeNull()
    expect(entryOfDraft(null)).toBeNull()
  })

  it('of the line before only what goes for the next one too', () => {
    const next = nextEntry(line({ language: 'ru' }), {
      request: 'q000000000000001',
      serial: '9003',
      day: '',
      language: 'kk',
    })
    expect(next).toMatchObject({
      request: 'q000000000000001',
      serial: '9003',
      day: '23.11.2026',
      language: 'ru',
      isHeld: true,
    })
    expect([next.surname, next.check.number, next.came, next.held.started, next.held.room]).toEqual([
      '',
      '',
      '',
      '',
      '110',
    ])
  })

  it('is a number with the letter of the desk or without', () => {
    expect(['9001', 'А-9001', ' а 9001 ', '901', 'x90011'].map(typedSerial)).toEqual([9001, 9001, 9001, null, null])
  })
})
