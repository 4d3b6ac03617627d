import { describe, expect, it } from 'vitest'
import { type EntryForm, entryOfDraft, nextEntry, typedSerial } from '#renderer/features/paper-bridge/entry-form.ts'
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
}

/** A line as it is written on the sheet. */
function line(change: Partial<EntryForm> = {}): EntryForm {
  const blank = nextEntry(null, { request: REQUEST, serial: '9001', day: '23.11.2026', language: 'kk' })
  return {
    ...blank,
    came: '1005',
    surname: 'қанарейқызы',
    given: 'әсел',
    essence: 'Көше жарығын жөндеуді сұраймын',
    number: '912',
    held: { room: '110', started: '10:30', finished: '10:45', result: 'explained' },
    ...change,
  }
}

const faultsOf = (change: Partial<EntryForm>) =>
  entryOf(line(change), around).faults.map(({ field, key }) => [field, key])

describe('a line of the register', () => {
  it('is what is sent, with the day and the time of the paper', () => {
    const { faults, asked } = entryOf(line(), around)
    expect(faults).toEqual([])
    expect(asked).toMatchObject({
      request: REQUEST,
      talon: { serial: 9001, day: '2026-11-23', at: '10:05' },
      who: { kind: 'new', personal: { surname: 'Қанарейқызы', given: 'Әсел' } },
      officialId: null,
      check: { check: { result: 'matched', document: 'id_card' }, personal: { number: '912' } },
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
    expect(faultsOf({ number: '' })).toEqual([['number', 'identity.fault.number_missing']])
    expect(faultsOf({ isKnown: true })).toEqual([['application', 'paper.fault.application']])
    expect(faultsOf({ held: { room: '', started: '', finished: '', result: '' } }).map(([field]) => field)).toEqual([
      'room',
      'started',
      'finished',
      'result',
    ])
  })

  it('has no reception of whoever was not let in', () => {
    expect(faultsOf({ isChecked: false })).toEqual([['result', 'error.paper.not_let_in']])
    expect(faultsOf({ isChecked: false, isHeld: false })).toEqual([])
    expect(faultsOf({ checked: 'no_document', comment: 'Үйде қалған' })).toEqual([['result', 'error.paper.not_let_in']])
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
    expect([next.surname, next.number, next.came, next.held.started, next.held.room]).toEqual(['', '', '', '', '110'])
  })

  it('is a number with the letter of the desk or without', () => {
    expect(['9001', 'А-9001', ' а 9001 ', '901', 'x90011'].map(typedSerial)).toEqual([9001, 9001, 9001, null, null])
  })
})
