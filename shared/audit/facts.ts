import { entityId } from '../change/action.ts'
import type { Channel, ParsedArgsOf } from '../ipc/contract.ts'
import type { SheetJob } from '../ipc/documents.ts'
import { AUDIT_OF_CHANNELS } from './channels.ts'
import { type AuditLine, type AuditWhat, auditLine, FIELD_GROUPS, type FieldGroup, type ListAbout } from './model.ts'

type Said = Partial<AuditLine>

const PERSON: FieldGroup[] = ['name', 'iin_masked', 'contacts', 'matter', 'course']
const LISTED: FieldGroup[] = ['name', 'matter', 'course']
const PAPER: FieldGroup[] = ['name', 'matter', 'papers']
/** Whatever it may be: an IIN as it is. */
const ALL = FIELD_GROUPS.filter(group => group !== 'iin_masked')

/** What a sheet of each kind holds of people; empty: nobody stands on it but officials. */
const ON_SHEET: Record<SheetJob['kind'], readonly [AuditWhat, FieldGroup[]]> = {
  schedule: ['schedule', []],
  annex: ['schedule', []],
  persons: ['persons', LISTED],
  calls: ['calls', ['name', 'contacts', 'matter']],
  briefing: ['briefing', PERSON],
  door_sign: ['door_sign', []],
  pack: ['blank', []],
  survey: ['blank', []],
  report: ['report', []],
  letter: ['letter', ['name', 'contacts', 'matter']],
  protocols: ['protocols', LISTED],
  slips: ['slips', LISTED],
  talon: ['talon', ['name', 'course']],
  talons: ['talon', ['name', 'course']],
  list: ['list', ALL],
  compliance: ['compliance', ['course']],
  subject: ['subject', FIELD_GROUPS.filter(group => group !== 'iin')],
  test_page: ['blank', []],
  destruction: ['destruction', []],
}

function ofSheet(job: SheetJob): Said {
  const [what, fields] = ON_SHEET[job.kind]
  switch (job.kind) {
    case 'subject':
      return { kind: 'subject_card', what, fields, subject: job.subject ?? null, count: 1 }
    case 'list':
      return ofList(job.about, job.rows.length)
    case 'protocols':
      return { what, fields, count: job.sheets.length }
    case 'slips':
      return { what, fields, count: job.slips.length }
    case 'talons':
      return { what, fields, count: job.talons.length }
    default:
      return { what, fields }
  }
}

function ofList(about: ListAbout | undefined, rows: number | null): Said {
  if (about === undefined) return { what: 'list', fields: ALL, count: rows }
  const { what, fields, count } = about
  return { what, fields, count: count ?? rows, ...(what === 'statistics' ? { kind: 'depersonalised' } : {}) }
}

const ofUser = (user: string) => entityId('user', user)

const FACTS: { readonly [C in Channel]?: (args: ParsedArgsOf<C>) => Said } = {
  'access.enter': () => ({ reason: 'password' }),
  'access.byPaper': () => ({ reason: 'paper' }),
  'access.byPin': () => ({ reason: 'pin' }),
  'access.givePin': () => ({ reason: 'pin' }),
  'access.confirm': ({ code }) => ({ reason: code === undefined ? 'password' : 'code' }),
  'access.saveFactor': () => ({ reason: 'set' }),
  'access.dropFactor': ({ user }) => ({ reason: 'removed', entity: ofUser(user) }),
  'access.password': () => ({ reason: 'own' }),
  'access.drawPaper': () => ({ reason: 'drawn' }),
  'access.printPaper': () => ({ what: 'paper_key', count: 1 }),
  'access.savePaper': () => ({ reason: 'written' }),
  'access.drawKey': () => ({ reason: 'drawn' }),
  'access.changeKey': ({ reason }) => ({ reason }),
  'access.protect': () => ({ reason: 'first' }),
  'access.add': () => ({ reason: 'added' }),
  'access.reset': ({ user }) => ({ reason: 'given', entity: ofUser(user) }),
  'store.open': () => ({ fields: ALL }),
  'journal.read': () => ({ fields: ALL }),
  'journal.hot': () => ({ fields: ALL }),
  'import.choose': () => ({ fields: ALL }),
  'import.remap': () => ({ fields: ALL }),
  'import.rows': () => ({ fields: ALL }),
  'eotinish.choose': () => ({ fields: ['course'] }),
  'draft.load': () => ({ fields: ALL }),
  'paper.save': ({ entity }) => ({ what: 'paper', fields: PAPER, entity }),
  'letter.print': ({ letter }) => ({
    what: 'letter',
    fields: ['name', 'contacts', 'matter'],
    entity: letter,
    count: 1,
  }),
  'letter.docx': () => ({ what: 'letter', fields: ['name', 'contacts', 'matter'] }),
  'protocol.print': ({ protocols, what }) => ({
    what: what === 'slips' ? 'slips' : 'protocols',
    fields: LISTED,
    entity: protocols.length === 1 ? (protocols[0] ?? null) : null,
    count: protocols.length,
  }),
  'report.docx': () => ({ what: 'report' }),
  'parcel.write': () => ({ fields: ALL }),
  'parcel.take': () => ({ fields: ALL }),
  'invite.write': () => ({ fields: ALL }),
  'key.take': ({ from }) => ({ entity: entityId('desk', from) }),
  'key.give': ({ installation }) => ({ entity: entityId('desk', installation) }),
  'subject.erase': ({ subject, entity, ground }) => ({ subject, entity, reason: ground }),
  'retention.preview': () => ({ what: 'destruction', fields: ['iin_masked', 'course'] }),
  'retention.destroy': ({ people }) => ({ what: 'destruction', count: people.length, reason: 'retention' }),
  'retention.print': ({ act }) => ({ what: 'destruction', entity: act, count: 1 }),
  'sheet.save': ({ job }) => ofSheet(job),
  'site.save': () => ({ what: 'site' }),
  'workbook.save': ({ job }) =>
    job.kind === 'report' ? { what: 'report' } : { what: 'compliance', fields: ['course'] },
  'table.end': ({ about }) => ofList(about, null),
  'table.save': ({ table }) => ofList(table.about, table.rows.length),
}

/** The line a call writes, as far as it says itself; null: none. Nothing of a person is taken out of what crosses. */
export function lineOfCall<C extends Channel>(channel: C, args: ParsedArgsOf<C>): AuditLine | null {
  const kind = AUDIT_OF_CHANNELS[channel]
  if (kind === null) return null
  const facts = FACTS[channel] as ((args: ParsedArgsOf<C>) => Said) | undefined
  return auditLine(kind, facts?.(args))
}

/** Channels whose answer or file carries data of people: each is told with the groups it carries. */
export const CARRIES_PEOPLE = [
  'store.open',
  'retention.preview',
  'journal.read',
  'journal.hot',
  'import.choose',
  'import.remap',
  'import.rows',
  'eotinish.choose',
  'draft.load',
  'paper.save',
  'letter.print',
  'letter.docx',
  'protocol.print',
  'sheet.save',
  'workbook.save',
  'table.end',
  'table.save',
  'parcel.write',
  'parcel.take',
  'invite.write',
] as const satisfies readonly Channel[]

/** Whether what was asked came to nothing: a dialog was closed, nothing lay there. Then nobody has seen anything. */
export function cameToNothing(result: unknown): boolean {
  if (typeof result !== 'object' || result === null) return false
  const { state, saved, preview, file, value } = result as Record<string, unknown>
  if (preview === null || file === null || value === null) return true
  return state === 'canceled' || (saved !== undefined && cameToNothing(saved))
}
