import { expect, test } from 'vitest'
import { namesIn } from '#renderer/features/analytics/analytics-names.ts'
import { decodeNote, isMadeOfOther, noteDraftName } from '#renderer/features/analytics/note-draft.ts'
import { noteText } from '#renderer/features/analytics/note-text.ts'
import { repeatTable, tableForOutside } from '#renderer/features/analytics/repeat-table.ts'
import { analyticsOf } from '#shared/analytics/analytics.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { twinFaults } from '#shared/letter/parity.ts'
import { dateWordsOfLanguage } from '#shared/time/date-words.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { sampleApplications } from '#test/fixtures/analytics.ts'
import { keptOf } from '#test/fixtures/analytics-kept.ts'
import { reportText } from '#test/fixtures/report.ts'

const facts = {
  kept: keptOf(sampleApplications()),
  applications: sampleApplications(),
  visits: [],
  instructions: [],
  promise: 90,
  today: PlainDate.parse('2026-10-05'),
}
const analytics = analyticsOf(facts, '2026-Q3')
const NOBODY = { kk: '', ru: '' }

const dates = {
  kk: dateWordsOfLanguage(reportText('kk') as never),
  ru: dateWordsOfLanguage(reportText('ru') as never),
}
const wordsIn = (language: 'kk' | 'ru') => {
  const words = { t: reportText(language) as never, dates: dates[language] }
  return { ...words, names: namesIn(language, words, { directories: SEED_DIRECTORIES, officials: [] }) }
}

test('the note of the sample says the same in both languages, figure by figure, and names nobody', () => {
  const paragraphs = noteText(analytics, { kk: wordsIn('kk'), ru: wordsIn('ru') })
  const letter = {
    addressee: { kk: [], ru: [] },
    heading: NOBODY,
    paragraphs,
    signer: { position: NOBODY, name: NOBODY },
    executor: { name: '', phone: '' },
    attachment: NOBODY,
  }
  expect(twinFaults(letter, [], dates)).toEqual([])
  expect(paragraphs[0]?.ru).toContain('430')
  expect(paragraphs.every(({ kk, ru }) => kk !== ru && !`${kk}${ru}`.includes('{{'))).toBe(true)
  console.info(paragraphs.map(({ kk, ru }) => `${kk}\n${ru}`).join('\n\n'))
})

test('the matrix for outside shows no count from 1 to 4', () => {
  const texts = tableForOutside(repeatTable(analytics.repeats)).flat()
  expect(texts.filter(text => /^[1-4]$/.test(text))).toEqual([])
  expect(texts.some(text => text === '< 5')).toBe(true)
})

test('a note changed by hand is kept; one that no hand changed is made anew, and figures that moved since are told', () => {
  const made = noteText(analytics, { kk: wordsIn('kk'), ru: wordsIn('ru') })
  const paragraphs = made.map((one, at) => (at === 4 ? { kk: 'Ұсыныс: 12', ru: 'Предложение: 12' } : one))
  const kept = decodeNote(JSON.stringify({ made, paragraphs }))
  expect(kept).toEqual({ made, paragraphs })
  expect(kept && isMadeOfOther(kept, made)).toBe(false)
  expect(kept && isMadeOfOther(kept, made.slice(1))).toBe(true)
  expect([decodeNote(JSON.stringify({ made, paragraphs: made })), decodeNote('{'), decodeNote(null)]).toEqual([
    null,
    null,
    null,
  ])
  expect(noteDraftName('2026-Q3')).toMatch(/^[a-z0-9.-]{1,90}$/)
})
