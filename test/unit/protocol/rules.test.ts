import { describe, expect, it } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { EntityId } from '#shared/change/action.ts'
import { extensionLimit, FINAL_LETTERS, instructionFaults, vagueWordsIn } from '#shared/instruction/rules.ts'
import type { Protocol, ProtocolPersonal } from '#shared/protocol/model.ts'
import { protocolFaults, protocolTerm } from '#shared/protocol/rules.ts'
import { foldProtocol } from '#shared/protocol/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { readSamples } from '#test/fixtures/action-samples.ts'

const day = (text: string) => PlainDate.parse(text)
const sample = readSamples().find(({ type }) => type === 'protocol.drafted')!.value as {
  body: { protocol: Protocol }
  personal: { value: ProtocolPersonal }
}
const { protocol } = sample.body
const words = sample.personal.value
const faults = (change: Partial<Protocol>, said: Partial<ProtocolPersonal> = {}, result: 'instruction' | null = null) =>
  protocolFaults({ ...protocol, ...change }, { ...words, ...said }, { result, calendar: SEED_CALENDAR }).map(
    ({ level, code, key }) => `${level} ${code}${key === null ? '' : ' of one'}`,
  )

describe('what a protocol lacks', () => {
  it('rule 35: result, decision, instruction and date; a reception that ended with an instruction names it', () => {
    expect(faults({})).toEqual([])
    expect(faults({ instructions: [] }, {}, 'instruction')).toEqual(['stop no_instruction'])
    expect(faults({ officialId: null, to: null }, { essence: '', decision: '' })).toEqual([
      'stop essence_empty',
      'stop decision_empty',
      'stop official_missing',
      'stop end_missing',
    ])
    expect(faults({}, { actions: [] })).toEqual(['stop text_empty of one'])
  })

  it('rule 21: a reception that was not recorded is told of where the act demands a recording, and only there', () => {
    expect(faults({ media: null })).toEqual(['warning no_recording'])
    expect(faults({ media: null, profile: 'WKO-2020/2023' })).toEqual([])
  })
})

describe('clause 23: an exact date for each instruction', () => {
  it('words in place of a date are found in both languages, in any case; a word of them inside another is none', () => {
    for (const text of [
      'Жарықты ТЕЗ АРАДА жөндесін',
      'Исправить в  кратчайшие сроки.',
      'По возможности помочь',
      'мумкиндигинше',
    ]) {
      expect(vagueWordsIn(text), text).not.toBeNull()
    }
    for (const text of ['Исправить незамедлительно', 'Жарықты жөндесін', 'несвоевременность устранить', '']) {
      expect(vagueWordsIn(text), text).toBeNull()
    }
  })

  it('a date before the reception is none; on a day off or in a year whose calendar is not set it is warned of', () => {
    const codes = (dueOn: string) =>
      instructionFaults({ dueOn: day(dueOn) }, 'Жөндеу', day('2026-11-23'), SEED_CALENDAR).map(({ code }) => code)
    expect(codes('2026-11-22')).toContain('due_before')
    expect(codes('2026-11-23')).toEqual([])
    expect(codes('2026-11-28')).toEqual(['due_day_off'])
    expect(codes('2031-03-03')).toEqual(['due_unsure'])
  })
})

it('rule 37: a signed protocol is to be sent within three working days of its signature; No. 289 sets no day', () => {
  const actions = readSamples()
    .filter(({ type }) => type.startsWith('protocol.') && type !== 'protocol.annulled')
    .map(({ value }) => value as never)
  const state = foldProtocol(actions)
  expect(state.status).toBe('sent')
  expect(protocolTerm(state, SEED_CALENDAR)?.by).toBe('2026-11-26')
  const older = { ...state, protocol: { ...protocol, profile: 'WKO-2020/2023' as const } }
  expect(protocolTerm(older, SEED_CALENDAR)).toBeNull()
  expect(protocolTerm({ ...state, signed: null }, SEED_CALENDAR)).toBeNull()
})

it('an extension is limited only for what was handed in at the reception, by the act of its application', () => {
  const limit = (profile: Protocol['profile'], atReception: string | null) =>
    extensionLimit(
      { profile, on: day('2026-11-23'), atReception: atReception as EntityId | null },
      day('2026-12-04'),
      SEED_CALENDAR,
    )
  expect(limit('WKO-2020/2023', null)).toBeNull()
  expect(limit('WKO-2020/2023', 'visit:v1')).toBe('2027-01-25')
  expect(limit('KZ-2026', 'visit:v1')).toBe('2027-02-04')
})

it('clause 33: no notice and no request is ever a final answer', () => {
  expect(FINAL_LETTERS).toEqual(['final_answer'])
})
