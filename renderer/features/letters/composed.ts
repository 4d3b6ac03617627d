import { z } from 'zod'
import { Language } from '#shared/application/model.ts'
import type { Registered } from '#shared/application/transitions.ts'
import { applicantShort, signerName } from '#shared/letter/facts.ts'
import { type BothDateWords, type Facts, fillAsFar } from '#shared/letter/fill.ts'
import { GOES_TO, type LetterKind, LetterPersonal, type LetterTemplate } from '#shared/letter/model.ts'
import type { Answered } from '#shared/letter/sheet.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { Bilingual, Official } from '#shared/official/model.ts'

/** A letter while it is written: its sheets and its text. */
export const Composed = z.object({ languages: z.array(Language).min(1).max(2), text: LetterPersonal })
export type Composed = z.infer<typeof Composed>

/** What a new letter begins with. */
export interface Beginning {
  readonly kind: LetterKind
  readonly profile: ProfileId
  /** The application it answers; null where it answers none. */
  readonly answered: Answered | null
  /** The languages its sheets have before anyone chooses. */
  readonly languages: readonly Language[]
  readonly addressee: LetterPersonal['addressee']
  readonly template: LetterTemplate
  readonly facts: Facts
  readonly officials: readonly Official[]
  readonly executor: { readonly name: string; readonly phone: string }
  readonly words: BothDateWords
  /** What goes with it; nothing where it is not said. */
  readonly attachment?: Bilingual
}

/** The languages a letter has before anyone chooses: the applicant's own; to a body both. */
export function languagesOf(kind: LetterKind, { registration }: Registered): Language[] {
  return GOES_TO[kind] === 'body' ? ['kk', 'ru'] : [registration.language]
}

/** A letter as the program proposes it: a person writes over what does not fit. */
export function begin(beginning: Beginning, languages: readonly Language[]): Composed {
  const { template, facts, words, addressee, attachment = { kk: '', ru: '' } } = beginning
  const text = fillAsFar(template, facts, languages, words)
  return {
    languages: [...languages],
    text: {
      ...text,
      paragraphs: text.paragraphs.length === 0 ? [{ kk: '', ru: '' }] : text.paragraphs,
      addressee,
      signer: signerOf(beginning.officials),
      executor: beginning.executor,
      attachment,
    },
  }
}

/** The text with the facts as they stand now; addressee and signer stay as they were typed. */
export function filledAnew(before: Composed, beginning: Beginning, languages: readonly Language[]): Composed {
  const { heading, paragraphs } = begin(beginning, languages).text
  return { languages: [...languages], text: { ...before.text, heading, paragraphs } }
}

/** Whom a letter of an application goes to: the body it names, else the applicant, not inflected. */
export function addresseeOf(kind: LetterKind, registered: Registered, facts: Facts): LetterPersonal['addressee'] {
  if (GOES_TO[kind] === 'body') {
    const body = facts.body
    const of = (language: Language) => (body?.kind === 'both' ? [body.texts[language]] : [''])
    return { kk: of('kk'), ru: of('ru') }
  }
  const lines = [applicantShort(registered), registered.personal?.address ?? ''].filter(line => line !== '')
  return { kk: lines, ru: lines }
}

/** Letters are signed by the head of the apparatus where the office has one, else by the first of its officials. */
function signerOf(officials: readonly Official[]): { position: Bilingual; name: Bilingual } {
  const signer = officials.find(({ category }) => category === 'head_of_apparatus') ?? officials[0]
  const nothing = { kk: '', ru: '' }
  return signer === undefined
    ? { position: nothing, name: nothing }
    : { position: signer.position, name: signerName(signer) }
}

/** The text of a kept draft; null where it is none. */
export function decodeComposed(text: string | null): Composed | null {
  try {
    return Composed.safeParse(JSON.parse(text ?? 'null')).data ?? null
  } catch {
    return null
  }
}
