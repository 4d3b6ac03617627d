import { type DateWords, officialDate } from '../time/official-date.ts'
import type { ProtocolSheetData } from './sheet.ts'

/** How a line of the sheet is set: its mark, its head, a field in one line, a field of running text, the place of the signature. */
export type LineKind = 'mark' | 'annex' | 'title' | 'line' | 'text' | 'signature'

/** A line of the sheet: the label of annex 2 and what stands beside it. */
export interface ProtocolLine {
  readonly kind: LineKind
  readonly label: string
  readonly text: string
}

/** The words of the sheet: keys `protocol.sheet.*` of locales/, in the language of the sheet. */
export interface LineWords {
  readonly t: (key: SheetKey, params?: Readonly<Record<string, string | number>>) => string
  readonly dates: DateWords
}

/** The fields of annex 2 in their order, and what stands around them. */
export type SheetKey = `protocol.sheet.${(typeof SHEET_WORDS)[number]}`
export const SHEET_WORDS = [
  'draft',
  'annulled',
  'annex',
  'title',
  'title_annex',
  'number',
  'place',
  'when',
  'official',
  'secretary',
  'participants',
  'applicant',
  'applicant_annex',
  'applicants',
  'applicants_annex',
  'essence',
  'essence_annex',
  'said',
  'decision',
  'instruction',
  'due',
  'no_instruction',
  'ended',
  'signature',
  'media',
  'audio',
  'video',
  'note',
  'reference',
  'reference_annex',
  'signed_on',
  'executor',
] as const

/** The sheet line by line, in the order of annex 2: paper, preview and DOCX set the same lines. */
export function protocolLines(data: ProtocolSheetData, { t, dates }: LineWords): ProtocolLine[] {
  const line = (key: SheetKey, text: string): ProtocolLine => ({ kind: 'line', label: t(key), text })
  const words = (key: SheetKey, text: string): ProtocolLine => ({ kind: 'text', label: t(key), text })
  const when = [officialDate(data.on, dates), data.from ?? ''].filter(part => part !== '').join(', ')
  const of = ofAct(data)
  const { media } = data
  return [
    ...(data.draft ? [mark(t('protocol.sheet.draft'))] : data.annulled ? [mark(t('protocol.sheet.annulled'))] : []),
    ...(data.annex ? [{ kind: 'annex', label: '', text: t('protocol.sheet.annex') } as const] : []),
    {
      kind: 'title',
      label: '',
      text: `${t(of('title'))}${NO_BREAK}${t('protocol.sheet.number', { number: data.number || BLANK })}`,
    },
    line('protocol.sheet.place', data.place),
    line('protocol.sheet.when', when),
    line('protocol.sheet.official', data.official),
    line('protocol.sheet.secretary', data.secretary),
    words('protocol.sheet.participants', data.participants.join('\n')),
    ...applicantLines(data, { t, dates }),
    words(of('essence'), data.essence),
    words('protocol.sheet.said', data.said),
    words('protocol.sheet.decision', data.decision),
    ...instructionLines(data, { t, dates }),
    ...(media === null
      ? []
      : [line('protocol.sheet.media', `${t(`protocol.sheet.${media.kind}`)}, ${media.reference}`)]),
    ...(data.note === '' ? [] : [words('protocol.sheet.note', data.note)]),
    line('protocol.sheet.ended', data.to ?? ''),
    ...(data.signedOn === null ? [] : [line('protocol.sheet.signed_on', officialDate(data.signedOn, dates))]),
    { kind: 'signature', label: t('protocol.sheet.signature'), text: data.official },
  ]
}

/** The applicant and the application; in a joint protocol each on a line of their own. */
function applicantLines(data: ProtocolSheetData, { t, dates }: LineWords): ProtocolLine[] {
  const { applicant, reference, joint } = data
  const of = ofAct(data)
  const told = (one: typeof reference) => (one === null ? '' : `${one.number}, ${officialDate(one.on, dates)}`)
  if (joint.length > 0) {
    const all = [{ applicant, reference }, ...joint].map(
      (one, at) => `${at + 1}) ${[one.applicant, told(one.reference)].filter(part => part !== '').join(' \u2013 ')}`,
    )
    return [{ kind: 'text', label: t(of('applicants')), text: `\n${all.join('\n')}` }]
  }
  const own: ProtocolLine = { kind: 'line', label: t(of('applicant')), text: applicant }
  return reference === null ? [own] : [own, { kind: 'line', label: t(of('reference')), text: told(reference) }]
}

/** What was handed in, and by whom, the acts name by other words in Kazakh. */
function ofAct({ annex }: ProtocolSheetData) {
  return (key: 'title' | 'applicant' | 'applicants' | 'reference' | 'essence'): SheetKey =>
    annex ? `protocol.sheet.${key}_annex` : `protocol.sheet.${key}`
}

/** Each instruction with its executor, and its own term under it. Numbered where there are more than one. */
function instructionLines({ instructions }: ProtocolSheetData, { t, dates }: LineWords): ProtocolLine[] {
  if (instructions.length === 0) {
    return [{ kind: 'line', label: t('protocol.sheet.instruction'), text: t('protocol.sheet.no_instruction') }]
  }
  return instructions.flatMap(({ action, executor, dueOn }, at): ProtocolLine[] => {
    const number = instructions.length === 1 ? '' : `${at + 1}) `
    return [
      { kind: 'text', label: at === 0 ? t('protocol.sheet.instruction') : '', text: `${number}${action}` },
      { kind: 'line', label: t('protocol.sheet.executor'), text: executor },
      { kind: 'line', label: t('protocol.sheet.due'), text: officialDate(dueOn, dates) },
    ]
  })
}

const NO_BREAK = '\u00a0'
const BLANK = '________'

function mark(text: string): ProtocolLine {
  return { kind: 'mark', label: '', text }
}
