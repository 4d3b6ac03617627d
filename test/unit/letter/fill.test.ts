import { expect, it } from 'vitest'
import { type Facts, factsNamed, fillTemplate } from '#shared/letter/fill.ts'
import { LetterTemplate } from '#shared/letter/model.ts'
import { plainDate } from '#shared/time/plain-date.ts'
import { DATE_WORDS } from '#test/fixtures/words.ts'

const BOTH = ['kk', 'ru'] as const

const FACTS: Facts = {
  registered: { kind: 'date', date: plainDate(2026, 11, 20) },
  number: { kind: 'text', text: 'А-2026-000123' },
  eotinish: { kind: 'text', text: '' },
  official: { kind: 'both', texts: { kk: 'облыс әкімі', ru: 'аким области' } },
  half: { kind: 'both', texts: { kk: 'тек қазақша', ru: '' } },
}

function template(kk: string, ru: string, optional = false): LetterTemplate {
  return LetterTemplate.parse({ heading: { kk: '', ru: '' }, paragraphs: [{ kk, ru, optional }, PLAIN] })
}

const PLAIN = { kk: 'Осымен хабарлаймыз.', ru: 'Настоящим сообщаем.', optional: false }

function faultsOf(kk: string, ru: string) {
  const filled = fillTemplate(template(kk, ru), FACTS, BOTH, DATE_WORDS)
  return filled.ok ? [] : filled.faults
}

it('facts stand in both languages, dates in the case the text asks for', () => {
  const kk = '{{registered|on}} тіркелген № {{ number }} өтінішіңізді {{official}} қарады.'
  const ru = 'Ваше обращение № {{number}}, зарегистрированное {{registered}}, рассмотрел {{official}}.'
  const filled = fillTemplate(template(kk, ru), FACTS, BOTH, DATE_WORDS)
  expect(filled.ok && filled.text.paragraphs[0]).toEqual({
    kk: '2026 жылғы 20 қарашада тіркелген № А-2026-000123 өтінішіңізді облыс әкімі қарады.',
    ru: 'Ваше обращение № А-2026-000123, зарегистрированное 20 ноября 2026 года, рассмотрел аким области.',
  })
})

it('a letter is not made where a fact is empty, unknown, of one language only, or no date', () => {
  expect(faultsOf('№ {{eotinish}}', '№ {{eotinish}}')).toEqual([{ paragraph: 0, fact: 'eotinish', code: 'empty_fact' }])
  expect(faultsOf('{{nobody}}', '{{nobody}}')).toEqual([{ paragraph: 0, fact: 'nobody', code: 'unknown_fact' }])
  expect(faultsOf('{{number}}', 'без номера')).toEqual([{ paragraph: 0, fact: 'number', code: 'facts_differ' }])
  expect(faultsOf('{{number|on}}', '{{number}}')).toEqual([{ paragraph: 0, fact: 'number', code: 'not_a_date' }])
  expect(faultsOf('{{half}}', '{{half}}')).toEqual([{ paragraph: 0, fact: 'half', code: 'empty_fact' }])
})

it('an optional paragraph goes without its fact, and only then', () => {
  const without = fillTemplate(template('№ {{eotinish}}', '№ {{eotinish}}', true), FACTS, BOTH, DATE_WORDS)
  expect(without.ok && without.text.paragraphs).toEqual([{ kk: PLAIN.kk, ru: PLAIN.ru }])
  const unknown = fillTemplate(template('{{number}}', '{{number}}', true), FACTS, BOTH, DATE_WORDS)
  expect(unknown.ok && unknown.text.paragraphs).toHaveLength(2)
})

it('a sheet of one language asks nothing of the other', () => {
  const filled = fillTemplate(template('{{half}}', '{{half}}'), FACTS, ['kk'], DATE_WORDS)
  expect(filled.ok && filled.text.paragraphs[0]).toEqual({ kk: 'тек қазақша', ru: '' })
  expect(fillTemplate(template('{{half}}', '{{half}}'), FACTS, ['ru'], DATE_WORDS).ok).toBe(false)
})

it('what an applicant wrote is text, not a template', () => {
  const facts: Facts = { essence: { kind: 'text', text: '{{number}} <b>$& $1' } }
  const filled = fillTemplate(template('«{{essence}}»', '«{{essence}}»'), facts, BOTH, DATE_WORDS)
  expect(filled.ok && filled.text.paragraphs[0]?.kk).toBe('«{{number}} <b>$& $1»')
})

it('names each fact once', () => {
  expect(factsNamed('{{a}} {{ b | on }} {{a|to}} {c} {{D}}')).toEqual(['a', 'b'])
})
