import { expect, it } from 'vitest'
import { numberText } from '#shared/application/number.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { vagueWordsIn } from '#shared/instruction/rules.ts'
import { Protocol, ProtocolNumber, ProtocolPersonal } from '#shared/protocol/model.ts'
import { protocolNumberText } from '#shared/protocol/number.ts'
import { phrasesFor, withPhrase } from '#shared/protocol/phrases.ts'
import { protocolSheet, slipsOf } from '#shared/protocol/sheet.ts'
import { protocolLines } from '#shared/protocol/sheet-lines.ts'
import { foldProtocol, PROTOCOL_ACTS } from '#shared/protocol/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { DATE_WORDS } from '#test/fixtures/words.ts'

const KEY = '0'.repeat(16)
const protocol = (change: object = {}) =>
  Protocol.parse({
    ...{ application: 'application:one', visit: null, batch: null, instead: null, reception: null, officialId: 'o1' },
    ...{ official: 'Серіков Асқар, әкім', place: '110', on: '2026-11-23', from: '10:00', to: '10:20', language: 'kk' },
    ...{ secretary: 'А. Рахимова', participants: [], media: null, profile: 'WKO-2020/2023' },
    instructions: [
      {
        key: KEY,
        executor: { officialId: null, unit: 'Бөлім', body: 'police', who: 'Ахметов Бауыржан' },
        ...{ action: null, dueOn: '2026-12-08', earlier: [] },
      },
    ],
    ...change,
  })
const personal = ProtocolPersonal.parse({
  ...{ applicant: 'Омаров Нұрлан', essence: 'Жарық', said: '', decision: 'Тексерілсін', note: '', others: '' },
  actions: [{ key: KEY, text: 'Жөндеу' }],
})
const sources = { office: { name: { kk: 'Әкімдік', ru: 'Акимат' } }, directories: SEED_DIRECTORIES, registered: null }
const sheetOf = (change: object = {}) =>
  protocolSheet({ status: 'drafted', protocol: protocol(change), personal, signed: null }, sources)

it('clause 23: the sheet carries every instruction with its own term, and a slip nothing of the applicant', () => {
  const sheet = sheetOf()
  expect(sheet?.instructions).toEqual([
    { action: 'Жөндеу', executor: expect.stringMatching(/^Ахметов Бауыржан, Бөлім, ./), dueOn: '2026-12-08' },
  ])
  expect(sheet?.draft).toBe(true)
  expect(JSON.stringify(slipsOf(sheet!))).not.toMatch(/Омаров|Жарық|Тексерілсін/)
  expect(protocolSheet({ status: 'signed', protocol: protocol(), personal: null, signed: null }, sources)).toBeNull()
})

it('the number of a protocol is not taken for that of its application', () => {
  const number = ProtocolNumber.parse({ letter: 'А', year: 2026, serial: 1, suffix: null })
  expect(protocolNumberText(number)).toBe('1/А-2026')
  expect(protocolNumberText({ ...number, suffix: 84 })).toBe('1/А-2026/84')
  expect(protocolNumberText(number)).not.toBe(numberText(number))
})

it('annex 2 says appeal and its owner in its own words, the regulation in those of its own', () => {
  const t = (key: string) => key.slice('protocol.sheet.'.length)
  const number = ProtocolNumber.parse({ letter: 'А', year: 2026, serial: 1, suffix: null })
  const registered = { number, on: PlainDate.parse('2026-11-20') }
  const labels = (profile: string) => {
    const sheet = protocolSheet(
      { status: 'drafted', protocol: protocol({ profile }), personal, signed: null },
      { ...sources, registered },
    )
    expect(slipsOf(sheet!)[0]?.annex).toBe(profile === 'KZ-2026')
    return protocolLines(sheet!, { t, dates: DATE_WORDS.kk }).map(({ label }) => label)
  }
  for (const key of ['applicant', 'reference', 'essence']) {
    expect(labels('KZ-2026')).toContain(`${key}_annex`)
    expect(labels('WKO-2020/2023')).toContain(key)
  }
})

it('rule 35: the form of annex 2 stands in its order, and an act without a form does not name it', () => {
  const t = (key: string) => key.slice('protocol.sheet.'.length)
  const labels = (profile: string) =>
    protocolLines(sheetOf({ profile })!, { t, dates: DATE_WORDS.kk }).map(({ label, text }) => label || text)
  expect(labels('KZ-2026').slice(0, 2)).toEqual(['draft', 'annex'])
  expect(labels('WKO-2020/2023')).not.toContain('annex')
  expect(
    labels('WKO-2020/2023')
      .filter(label => label !== 'executor')
      .slice(2),
  ).toEqual([
    ...['place', 'when', 'official', 'secretary', 'participants', 'applicant', 'essence', 'said', 'decision'],
    ...['instruction', 'due', 'ended', 'signature'],
  ])
})

it('rule 36: scans are attached to a protocol that was signed, and to no draft', () => {
  expect(PROTOCOL_ACTS.drafted).not.toContain('protocol.scanned')
  expect(PROTOCOL_ACTS.signed).toContain('protocol.scanned')
  expect(PROTOCOL_ACTS.sent).toContain('protocol.scanned')
  expect(foldProtocol([]).scans).toEqual([])
})

it('phrases of the topic come first, others of a topic never; none of an instruction is a word in place of a date', () => {
  const today = PlainDate.parse('2026-11-23')
  const land = phrasesFor(SEED_DIRECTORIES, 'decision', 'land', today)
  expect(land[0]?.parent).toBe('land')
  expect(land.some(({ parent }) => parent !== null && parent !== 'land')).toBe(false)
  const [sub] = SEED_DIRECTORIES.topic.filter(({ parent }) => parent === 'land')
  expect(phrasesFor(SEED_DIRECTORIES, 'decision', sub?.code ?? '', today)).toEqual(land)
  const all = [...SEED_DIRECTORIES.phrase_action, ...SEED_DIRECTORIES.phrase_decision]
  expect(all.flatMap(({ kk, ru }) => [vagueWordsIn(kk), vagueWordsIn(ru)]).filter(Boolean)).toEqual([])
  expect(all.length + SEED_DIRECTORIES.phrase_said.length).toBeGreaterThan(35)
})

it('a phrase is put where the caret stands, set off by spaces', () => {
  const phrase = { kk: 'Б.', ru: 'В.' }
  const put = (text: string, start: number, end = start) => withPhrase(text, { start, end }, phrase, 'ru').text
  expect(put('', 0)).toBe('В.')
  expect(put('А.', 2)).toBe('А. В.')
  expect(put('А. Г.', 3)).toBe('А. В. Г.')
  expect(put('А. ХХ Г.', 3, 5)).toBe('А. В. Г.')
  expect(withPhrase('А.', { start: 2, end: 2 }, phrase, 'kk').caret).toBe(5)
})
