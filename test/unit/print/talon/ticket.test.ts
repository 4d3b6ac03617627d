import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import kk from '#locales/kk.json' with { type: 'json' }
import ru from '#locales/ru.json' with { type: 'json' }
import type { Translate } from '#renderer/i18n/use-words.ts'
import { talonBlocks } from '#renderer/print/talon/blocks.ts'
import { testTexts } from '#renderer/print/talon/test-texts.ts'
import type { MeasureIn, TicketLayout } from '#renderer/print/talon/ticket-column.ts'
import { ticketTalon } from '#renderer/print/talon/ticket-talon.ts'
import { ticketTest } from '#renderer/print/talon/ticket-test.ts'
import { ReprintReason } from '#shared/application/registration.ts'
import type { TalonData } from '#shared/application/talon.ts'
import { dateWordsOfLanguage } from '#shared/time/date-words.ts'
import { fullTalonOf, HOSTILE, talonOf } from '#test/fixtures/talon.ts'

const WIDTHS = [384, 576]
const KAZAKH = [...'ӘҒҚҢӨҰҮҺІәғқңөұүһі']
const measure: MeasureIn = (text, { size }) => [...text].length * size * 0.6

const words = i18next.createInstance()
beforeAll(async () => {
  await words.init({
    lng: 'kk',
    resources: { kk: { translation: kk }, ru: { translation: ru } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  })
})

function blocksOf(data: TalonData) {
  const t = words.getFixedT(data.language) as unknown as Translate
  return talonBlocks(data, t, dateWordsOfLanguage(t))
}

function textOf(layout: TicketLayout): string {
  return layout.marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : [])).join(' ')
}

function demandInside({ width, height, marks }: TicketLayout): void {
  let below = 0
  for (const mark of marks) {
    expect(mark.x).toBeGreaterThanOrEqual(0)
    if (mark.kind === 'text') {
      expect(mark.x + measure(mark.text, mark.font)).toBeLessThanOrEqual(width)
      expect(mark.y - mark.font.size).toBeGreaterThanOrEqual(below)
      below = mark.y
      expect(mark.y + mark.font.size * 0.3).toBeLessThanOrEqual(height)
    } else {
      const [right, low] =
        mark.kind === 'bar' ? [mark.x + mark.width, mark.y + mark.height] : [mark.x + mark.size, mark.y + mark.size]
      expect(right).toBeLessThanOrEqual(width + 1)
      expect(low).toBeLessThanOrEqual(height)
    }
  }
}

describe.each(WIDTHS)('a ticket of %i dots', width => {
  it.each(['kk', 'ru'] as const)('says all in %s, no line over another, nothing beyond its edges', language => {
    for (const data of [talonOf(language), fullTalonOf(language)]) {
      const blocks = blocksOf(data)
      const layout = ticketTalon(blocks, width, measure)
      demandInside(layout)
      const text = textOf(layout).replaceAll(' ', '')
      for (const said of [blocks.office, blocks.number.text, blocks.number.note, blocks.keep, data.applicant])
        expect(text).toContain(said.replaceAll(' ', ''))
    }
  })

  it('holds a name of hundreds of letters, and what turns or hides text is gone', () => {
    const layout = ticketTalon(blocksOf(fullTalonOf('kk', HOSTILE)), width, measure)
    demandInside(layout)
    expect(textOf(layout)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\n\t]/)
    expect(textOf(layout)).toContain('Иван')
  })

  it('of the test page has every Kazakh letter and a frame at its edges', () => {
    const layout = ticketTest(testTexts(words), width, measure)
    demandInside(layout)
    for (const letter of KAZAKH) expect(textOf(layout)).toContain(letter)
    const bars = layout.marks.filter(mark => mark.kind === 'bar')
    expect(bars.some(bar => bar.x === 0 && bar.height === layout.height)).toBe(true)
    expect(bars.some(bar => bar.x + bar.width === width && bar.height === layout.height)).toBe(true)
  })
})

it('the desk says that the number is its own and that the one of e-Otinish follows, or that one stands there', () => {
  const own = blocksOf(talonOf('ru'))
  expect(own.number.note).toContain('общественной приемной')
  expect(own.number.note).toContain('пункт 25')
  const known = blocksOf(fullTalonOf('ru'))
  expect(known.number.note).not.toContain('В тот же день')
  expect(known.pairs.map(pair => pair.text)).toContain('ЖТ-2026-01234567')
})

it('the term is said with the case of its date and its clause, by the profile of the office', () => {
  expect(blocksOf(talonOf('kk')).next.sentences[0]).toMatch(/^2026 жылғы 7 желтоқсаннан кешіктірілмей .*29-тармағы/)
  expect(blocksOf(talonOf('ru')).next.sentences[0]).toMatch(/^Не позднее 7 декабря 2026 года .*пункт 29/)
  expect(blocksOf(talonOf('ru', { profile: 'KZ-2026' })).next.sentences[0]).toContain('пункт 13 Правил')
  expect(blocksOf(talonOf('ru', { profile: 'KZ-2026' })).number.note).not.toContain('пункт 25')
})

it('who comes without a booking is told of the line; a missing ticket leaves no empty label', () => {
  const next = { kind: 'today', on: '2026-11-21', ticket: '', room: '110' } as TalonData['next']
  const { sentences, pairs } = blocksOf(talonOf('kk', { next })).next
  expect(sentences[0]).toBe('Сізді 2026 жылғы 21 қарашада кезек тәртібімен қабылдайды.')
  expect(pairs.map(pair => pair.text)).toEqual(['110-бөлме'])
})

it.each(ReprintReason.options)('a copy says so and why: %s', reason => {
  for (const language of ['kk', 'ru'] as const) {
    const { copy } = blocksOf(talonOf(language, { reprint: reason }))
    expect(copy?.mark).toBe(language === 'kk' ? 'Телнұсқа' : 'Дубликат')
    expect(copy?.why.length).toBeGreaterThan(12)
  }
  expect(blocksOf(talonOf('kk')).copy).toBeNull()
})
