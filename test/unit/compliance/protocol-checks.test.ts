import { describe, expect, it } from 'vitest'
import type { ProtocolFact } from '#shared/compliance/facts.ts'
import type { ProtocolState } from '#shared/protocol/transitions.ts'
import { briefly, visitOf } from '#test/fixtures/compliance.ts'

const ON = '2026-11-23'

function protocol(profile: string, state: object = {}, change: object = {}): ProtocolFact {
  const body = { profile, visit: 'visit:20261123-a', application: 'application:one', media: null, ...change }
  const signed = { number: { letter: 'А', suffix: null, year: 2026, serial: 1 }, on: ON, officialId: 'o1', by: 'u1' }
  const whole = { status: 'signed', protocol: body, personal: {}, signed, dispatches: [], ...state }
  return { id: 'protocol:20261123-a' as never, state: whole as unknown as ProtocolState }
}

const received = visitOf('a', ON, { status: 'finished' })

describe('the clauses of protocols, watched', () => {
  it('clause 23: who was received and has no signed protocol is found on the next day', () => {
    const at = (today: string, protocols: ProtocolFact[], visit = received) =>
      briefly('WKO-2020/2023', '23', today, { visits: [visit], protocols })
    expect(at(ON, [])).toEqual(['minuted due - -'])
    expect(at('2026-11-24', [])).toEqual(['minuted broken - - no_protocol'])
    expect(at('2026-11-24', [protocol('WKO-2020/2023', { status: 'annulled' })])).toEqual([
      'minuted broken - - no_protocol',
    ])
    expect(at('2026-11-24', [protocol('WKO-2020/2023', { status: 'drafted', signed: null })])).toEqual([
      'minuted broken - - no_protocol',
    ])
    expect(at('2026-11-24', [protocol('WKO-2020/2023', {}, { visit: 'visit:20261123-b' })])).toHaveLength(1)
    expect(at('2026-11-24', [protocol('WKO-2020/2023')])).toEqual([`minuted kept - ${ON}`])
    expect(at('2026-11-24', [], visitOf('a', ON, { status: 'left' }))).toEqual([])
  })

  it('rule 21: a protocol that does not say where the recording lies is found', () => {
    const at = (media: object | null) =>
      briefly('KZ-2026', '21', '2026-11-24', { visits: [received], protocols: [protocol('KZ-2026', {}, { media })] })
    expect(at(null)).toEqual([`recorded broken - ${ON} no_recording`])
    expect(at({ kind: 'audio', reference: '1' })).toEqual([`recorded kept - ${ON}`])
  })

  it('rule 35: who was received and has no protocol is found', () => {
    const at = (protocols: ProtocolFact[]) => briefly('KZ-2026', '35', '2026-11-24', { visits: [received], protocols })
    expect(at([])).toEqual(['minuted broken - - no_protocol'])
    expect(at([protocol('KZ-2026')])).toEqual([`minuted kept - ${ON}`])
  })

  it('rule 37: a protocol that went later than three working days after the signature is found', () => {
    const sent = (on: string) => ({ status: 'sent', dispatches: [{ channel: 'eotinish', on }] })
    const at = (today: string, state: object = {}) =>
      briefly('KZ-2026', '37', today, { protocols: [protocol('KZ-2026', state)] })
    expect(at('2026-11-26')).toEqual(['protocol_sent due 2026-11-26 -'])
    expect(at('2026-11-27')).toEqual(['protocol_sent broken 2026-11-26 -'])
    expect(at('2026-12-01', sent('2026-11-26'))).toEqual(['protocol_sent kept 2026-11-26 2026-11-26'])
    expect(at('2026-12-01', sent('2026-11-27'))).toEqual(['protocol_sent broken 2026-11-26 2026-11-27'])
    expect(at('2026-12-01', { personal: null })).toEqual([])
    expect(briefly('WKO-2020/2023', '37', '2026-12-01', { protocols: [protocol('WKO-2020/2023')] })).toEqual([])
  })
})
