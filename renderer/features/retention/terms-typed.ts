import { RETAINED_KINDS, type RetainedKind, RetentionTerms } from '#shared/retention/model.ts'

/** The terms as they are typed: a kind without years has no term. */
export interface TermsTyped {
  readonly how: RetentionTerms['how']
  readonly years: Readonly<Record<RetainedKind, string>>
  readonly citations: Readonly<Record<RetainedKind, string>>
  readonly until: string | null
  readonly citation: string
}

/** What the form begins with: what stands, and nothing where nothing does. */
export function typedOf(terms: RetentionTerms | null): TermsTyped {
  const of = (kind: RetainedKind) => (terms?.how === 'years' ? terms.terms.find(one => one.kind === kind) : undefined)
  const each = (text: (kind: RetainedKind) => string) =>
    Object.fromEntries(RETAINED_KINDS.map(kind => [kind, text(kind)])) as Record<RetainedKind, string>
  return {
    how: terms?.how ?? 'years',
    years: each(kind => String(of(kind)?.years ?? '')),
    citations: each(kind => of(kind)?.citation ?? ''),
    until: terms?.how === 'day' ? terms.until : null,
    citation: terms?.how === 'day' ? terms.citation : '',
  }
}

/** The terms that were typed; null while they are not whole. */
export function termsOf(typed: TermsTyped): RetentionTerms | null {
  const { how, years, citations, until, citation } = typed
  const kinds = RETAINED_KINDS.filter(kind => years[kind].trim() !== '' || citations[kind].trim() !== '')
  const terms = kinds.map(kind => ({ kind, years: Number(years[kind]), citation: citations[kind] }))
  const told = how === 'day' ? { how, until, citation } : { how, terms }
  return RetentionTerms.safeParse(told).data ?? null
}
