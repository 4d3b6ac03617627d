import type { ProtocolLine } from '../protocol/sheet-lines.ts'
import type { HoldGround, RetainedKind } from '../retention/model.ts'
import { type DateWords, officialDate } from '../time/official-date.ts'
import { DESTROYED_KINDS, type DestroyedKind, type NamedApplication } from './model.ts'
import type { DestructionSheetData } from './sheet.ts'

/** A line of the sheet, set as the lines of a protocol are. */
export type SheetLine = ProtocolLine

const SHEET_WORDS = [
  'unfinished',
  'title',
  'date',
  'commission',
  'chair',
  'member',
  'statement',
  'how',
  'terms',
  'term',
  'cut_off',
  'counted',
  'applications',
  'imported',
  'undated',
  'none',
  'figures',
  'excluded',
  'completed',
  'copies',
] as const

/** The words of the sheet: keys of locales/ in the language of the sheet. */
export type ActKey =
  | `destruction.sheet.${(typeof SHEET_WORDS)[number]}`
  | `destruction.kind.${DestroyedKind}`
  | `retention.kind.${RetainedKind}`
  | `retention.hold.${HoldGround}`

export interface ActWords {
  readonly t: (key: ActKey, params?: Readonly<Record<string, string | number>>) => string
  readonly dates: DateWords
}

/** The act line by line: paper, preview and DOCX set the same lines. */
export function destructionLines(data: DestructionSheetData, words: ActWords): SheetLine[] {
  const { t, dates } = words
  const { number, on, completedOn, commission, people } = data
  const date = officialDate(on, dates)
  const text = (label: string, said: string): SheetLine => ({ kind: 'text', label, text: said })
  return [
    ...(completedOn === null ? [{ kind: 'mark', label: '', text: t('destruction.sheet.unfinished') } as const] : []),
    { kind: 'title', label: '', text: data.office[data.language] },
    { kind: 'title', label: '', text: t('destruction.sheet.title', { number }) },
    { kind: 'line', label: t('destruction.sheet.date'), text: date },
    text(t('destruction.sheet.commission'), commission.map(({ name, post }) => `${name}, ${post}`).join('\n')),
    text('', t('destruction.sheet.statement', { count: people, date })),
    text('', t('destruction.sheet.how')),
    text(t('destruction.sheet.terms'), termText(data, words)),
    text(t('destruction.sheet.counted'), countText(data, words)),
    text(t('destruction.sheet.applications'), numbersText(data.applications, words)),
    ...(data.excluded.length === 0 ? [] : [text(t('destruction.sheet.excluded'), excludedText(data, words))]),
    text('', t('destruction.sheet.figures')),
    text('', t('destruction.sheet.copies')),
    ...(completedOn === null
      ? []
      : [text('', t('destruction.sheet.completed', { date: officialDate(completedOn, dates) }))]),
    ...commission.map(({ name, post }, at): SheetLine => {
      const role = t(at === 0 ? 'destruction.sheet.chair' : 'destruction.sheet.member')
      return { kind: 'signature', label: `${role}: ${post}`, text: name }
    }),
  ]
}

function termText({ terms }: DestructionSheetData, { t, dates }: ActWords): string {
  if (terms.how === 'day') {
    return t('destruction.sheet.cut_off', { date: officialDate(terms.until, dates), citation: terms.citation })
  }
  return terms.terms
    .map(({ kind, years, citation }) =>
      t('destruction.sheet.term', { kind: t(`retention.kind.${kind}`), count: years, citation }),
    )
    .join('\n')
}

function countText({ counts }: DestructionSheetData, { t }: ActWords): string {
  return DESTROYED_KINDS.filter(kind => counts[kind] > 0)
    .map(kind => `${t(`destruction.kind.${kind}`)}: ${counts[kind]}`)
    .join('; ')
}

/** Our numbers one after another; of rows from Excel, which have none, how many of each day. */
function numbersText(applications: readonly NamedApplication[], { t, dates }: ActWords): string {
  if (applications.length === 0) return t('destruction.sheet.none')
  const rows = new Map<NamedApplication['on'], number>()
  for (const { number, on } of applications) if (number === null) rows.set(on, (rows.get(on) ?? 0) + 1)
  const imported = [...rows].map(([on, count]) =>
    on === null
      ? t('destruction.sheet.undated', { count })
      : t('destruction.sheet.imported', { date: officialDate(on, dates), count }),
  )
  return [...applications.flatMap(({ number }) => number ?? []), ...imported].join('; ')
}

function excludedText({ excluded }: DestructionSheetData, words: ActWords): string {
  return excluded
    .map(({ ground, applications }) => {
      const named = numbersText(applications, words)
      return `${words.t(`retention.hold.${ground}`)}: ${named}`
    })
    .join('\n')
}
