import { describe, expect, it } from 'vitest'
import { type Facts, factsNamed, fillTemplate } from '#shared/letter/fill.ts'
import { LETTER_KINDS, LetterTemplate } from '#shared/letter/model.ts'
import { twinFaults } from '#shared/letter/parity.ts'
import { signFaults } from '#shared/letter/sign-faults.ts'
import { findTemplate } from '#shared/letter/templates.ts'
import { ProfileId } from '#shared/office/model.ts'
import { plainDate } from '#shared/time/plain-date.ts'
import { LETTER_FACTS } from '#test/fixtures/letters.ts'
import { DATE_WORDS } from '#test/fixtures/words.ts'

const DATES = new Set([
  'registered',
  'decided_on',
  'until',
  'reception_date',
  'forwarded_on',
  'requested_on',
  'refused_on',
  'answer_by',
  'correct_by',
  'moved_from',
  'received_on',
  'earlier_date',
  'due_on',
  'frozen_on',
  'materials_by',
])

/** A fact of its own for each name, so that a place that is mixed up is seen. */
function factOf(name: string, at: number): Facts[string] {
  if (DATES.has(name)) return { kind: 'date', date: plainDate(2026, 1 + (at % 12), 1 + at) }
  return { kind: 'both', texts: { kk: `${name} қазақша ${100 + at}`, ru: `${name} по-русски ${100 + at}` } }
}

const ALL = ProfileId.options
  .flatMap(profile => LETTER_KINDS.map(kind => ({ profile, kind, found: findTemplate(kind, profile, []) })))
  .flatMap(({ found, ...one }) => (found === null ? [] : [{ ...one, template: found.template }]))

describe.each(ALL)('$kind under $profile', ({ kind, template }) => {
  const names = factsNamed(template.paragraphs.flatMap(({ kk, ru }) => [kk, ru]).join(' '))
  const facts = Object.fromEntries(names.map((name, at) => [name, factOf(name, at)]))

  it('both sheets carry the same dates, numbers and clauses', () => {
    expect(LetterTemplate.safeParse(template).success).toBe(true)
    const filled = fillTemplate(template, facts, ['kk', 'ru'], DATE_WORDS)
    if (!filled.ok) throw new Error(JSON.stringify(filled.faults))
    const none = { kk: '', ru: '' }
    const rest = { addressee: { kk: [], ru: [] }, signer: { position: none, name: none }, attachment: none }
    const letter = { ...filled.text, ...rest, executor: { name: '', phone: '' } }
    expect(twinFaults(letter, [], DATE_WORDS)).toEqual([])
    expect(filled.text.paragraphs.every(({ kk, ru }) => kk !== ru)).toBe(true)
    expect(JSON.stringify(filled.text)).not.toContain('{{')
  })

  it('a decision against the applicant says how to appeal, and a refusal on what it rests and where to turn', () => {
    const text = template.paragraphs.map(({ ru }) => ru).join('\n')
    if (['left', 'returned', 'refusal', 'extension', 'forwarded_notice', 'final_answer'].includes(kind)) {
      expect(text).toContain('в течение трех месяцев')
    }
    if (kind === 'refusal') {
      for (const name of ['facts', 'evidence', 'where_to_turn']) {
        expect(template.paragraphs.some(one => !one.optional && factsNamed(one.kk).includes(name))).toBe(true)
      }
    }
  })
})

it('clause 5 is left without consideration, rule 6 is put right and returned: neither act knows the other', () => {
  expect(ALL.filter(({ kind }) => kind === 'left').map(({ profile }) => profile)).toEqual(['WKO-2020/2023'])
  expect(ALL.filter(({ kind }) => kind === 'correction').map(({ profile }) => profile)).toEqual(['KZ-2026'])
  expect(ALL).toHaveLength(32)
})

it('the office’s own text stands before the product’s, and is taken back', () => {
  const template = LetterTemplate.parse({
    heading: { kk: '', ru: '' },
    paragraphs: [{ kk: 'а', ru: 'б', optional: false }],
  })
  const set = (own: LetterTemplate | null) =>
    [{ status: 'set', set: { kind: 'refusal', profile: 'KZ-2026', template: own, action: 'x' } }] as const
  expect(findTemplate('refusal', 'KZ-2026', set(template))).toEqual({ template, set: 'x' })
  expect(findTemplate('refusal', 'KZ-2026', set(null))?.set).toBeNull()
  expect(findTemplate('refusal', 'WKO-2020/2023', set(template))?.set).toBeNull()
})

it('clause 33: a final answer whose reasons are left unwritten, deleted or only announced is not signed off', () => {
  const { template } = ALL.find(({ kind }) => kind === 'final_answer')!
  const filled = fillTemplate(template, LETTER_FACTS, ['kk', 'ru'], DATE_WORDS)
  if (!filled.ok) throw new Error(JSON.stringify(filled.faults))
  const both = (text: string) => ({ kk: text, ru: text })
  const faultsOf = (change: (ru: string) => string | null) => {
    const paragraphs = filled.text.paragraphs.flatMap(({ kk, ru }) => {
      const to = change(ru)
      return to === ru ? [{ kk, ru }] : to === null ? [] : [{ kk: to, ru: to }]
    })
    const rest = { addressee: { kk: ['А'], ru: ['А'] }, executor: { name: '', phone: '' }, attachment: both('') }
    const signer = { position: both('Б'), name: both('В') }
    const letter = { heading: both(''), paragraphs, ...rest, signer }
    const faults = signFaults({ kind: 'final_answer', languages: ['kk', 'ru'] }, letter, [], DATE_WORDS)
    return [...new Set(faults.map(({ code }) => code))]
  }
  const reasons = (to: string | null) => (ru: string) => (ru.startsWith('Мотивы решения') ? to : ru)
  expect(faultsOf(ru => ru)).toEqual([])
  expect(faultsOf(reasons(null))).toEqual(['no_reasons'])
  expect(faultsOf(reasons('Мотивы решения: .'))).toContain('no_reasons')
  expect(faultsOf(reasons('Мотивы решения: {{motives}}.'))).toContain('place_left')
  expect(faultsOf(ru => (ru.includes('жалобу') ? null : ru))).toEqual(['no_appeal'])
})
