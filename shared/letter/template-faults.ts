import { type BothDateWords, type FillFault, fillTemplate } from './fill.ts'
import type { LetterKind, LetterTemplate } from './model.ts'
import { APPEAL_WORDS } from './seed-appeal.ts'
import { SAMPLE_FACTS } from './seed-sample.ts'
import { NEEDS_APPEAL } from './sign-faults.ts'

/** What keeps a text from being the office's own: as of a filling, or -5 as a whole: it names no way to appeal. */
export type TemplateFault = FillFault | { readonly paragraph: -5; readonly fact: ''; readonly code: 'no_appeal' }

/** All that is wrong with the text of a kind of letter, seen on an application where every fact is known. */
export function templateFaults(kind: LetterKind, template: LetterTemplate, words: BothDateWords): TemplateFault[] {
  const made = fillTemplate(template, SAMPLE_FACTS, ['kk', 'ru'], words)
  const faults: TemplateFault[] = made.ok ? [] : [...made.faults]
  const kept = template.paragraphs.filter(one => !one.optional)
  const says = (language: 'kk' | 'ru') =>
    kept.some(one => APPEAL_WORDS[language].some(word => one[language].toLowerCase().includes(word)))
  const isSilent = NEEDS_APPEAL.includes(kind) && !(says('kk') && says('ru'))
  return isSilent ? [...faults, { paragraph: -5, fact: '', code: 'no_appeal' }] : faults
}
