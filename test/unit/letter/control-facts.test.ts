import { expect, it } from 'vitest'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { controlFacts } from '#shared/letter/control-facts.ts'
import { Protocol, ProtocolNumber } from '#shared/protocol/model.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

it('rule 37: the letter a protocol goes with names it by itself, though no instruction was given', () => {
  const protocol = Protocol.parse({
    ...{ application: 'application:one', visit: null, batch: null, instead: null, reception: null, officialId: 'o1' },
    ...{ official: 'Серіков Асқар, әкім', place: '110', on: '2026-11-23', from: '10:00', to: '10:20', language: 'kk' },
    ...{ secretary: 'А. Рахимова', participants: [], media: null, profile: 'KZ-2026', instructions: [] },
  })
  const number = ProtocolNumber.parse({ letter: 'А', year: 2026, serial: 7, suffix: null })
  const signed = { number, on: PlainDate.parse('2026-11-23'), officialId: 'o1', by: 'u1' }
  const known = { officials: [], directories: SEED_DIRECTORIES }
  expect(controlFacts({ instruction: null, protocol: { protocol, signed } }, known)).toEqual({
    received_on: { kind: 'date', date: '2026-11-23' },
    protocol_number: { kind: 'text', text: '7/А-2026' },
  })
})
