import type { AuditedChannel } from '#shared/audit/channels.ts'
import type { AuditLine } from '#shared/audit/model.ts'
import { EntityId, InstallationId } from '#shared/change/action.ts'
import { SMALL_DOCUMENT } from '#test/fixtures/frozen-report.ts'

/** A call of a channel, what its service answers, and what its line says. */
interface Tried {
  readonly args: unknown
  readonly result: unknown
  readonly line?: Partial<AuditLine>
}

const ENTITY = 'application:2026-k3v9q0w8z1m5t7ab-000001'
const LETTER = 'letter:k3j9x0qpl2m4n6ra'
const PROTOCOLS = ['protocol:k3j9x0qpl2m4n6ra', 'protocol:k3j9x0qpl2m4n6rb']
const SUBJECT = 'a'.repeat(20)
const ACT = 'destruction:k3v9q0w8z1m5t7ab-2026-0001'
const TODAY = '2026-11-23'
const FILE = { fileName: 'x' }
const IN_FOLDER = { state: 'saved', fileName: 'x.qsync', records: 1 } as const
const TAKEN = {
  from: InstallationId.parse('k3v9q0w8z1m5t7ab'),
  madeAt: '2026-11-18T07:06:40.000Z',
  taken: 1,
  records: 1,
  gaps: [],
  held: [],
}
const SAVED = { state: 'saved', path: '/x', bytes: 1 } as const
const READ = { actions: [], next: {}, atEnd: true, begun: [] }
const PASSWORD = 'long enough 1'
const TEXT = { kk: 'x', ru: 'x' }

const LIST = {
  ...{ kind: 'list', paper: 'A4', language: 'kk', title: 'x', columns: [{ title: 'x', under: false }] },
  ...{ rows: [['x'], ['y']], narrowed: [], printedOn: TODAY, printedBy: 'x' },
}
const TABLE = { title: 'x', columns: ['x'], rows: [['x'], ['y'], ['z']] }
const STATISTICS = { what: 'statistics', fields: [], count: 7 }
const JOURNAL = { what: 'journal', fields: ['name', 'iin_masked'], count: 3 } as const
const CARD = {
  ...{ language: 'kk', office: 'x', person: 'x', facts: [], blocked: null, parts: [] },
  ...{ preparedOn: TODAY, preparedBy: 'x' },
}
const PREVIEW = {
  ...{ importId: 'i', kind: 'journal', fileName: 'x', sheet: 'x', sheets: [], headerRow: 1, columns: [], fields: [] },
  ...{ counts: { records: 1, marked: 0, badIin: 0, skipped: 0, already: 0 }, problems: [] },
}
const SHEET = {
  ...{ language: 'kk', draft: true, office: { name: TEXT, address: TEXT, phone: '' }, number: '', on: null },
  ...{ reference: null, addressee: [], heading: '', paragraphs: [], signer: { position: '', name: '' } },
  ...{ executor: { name: '', phone: '' }, attachment: '' },
}
const COMPLIANCE = {
  ...{ language: 'kk', office: 'x', act: 'x', status: 'x', source: 'x', from: TODAY, to: TODAY, preparedOn: TODAY },
  ...{ preparedBy: 'x', notJudged: 0, clauses: [], records: [] },
}

const COPY = {
  ...{ place: 'own', name: 'x', madeAt: '2026-11-23T04:00:00.000Z', kind: 'asked', records: 1, bytes: 1, app: '0.1.0' },
  isWhole: true,
}
const STAGED = {
  ...{ office: null, records: 1, joined: 0, present: null, isCut: false, goesOn: null, people: 1, administrators: [] },
}

const depersonalised: Partial<AuditLine> = { kind: 'depersonalised', what: 'statistics', fields: [], count: 7 }

/** Every audited channel with calls as a page makes them: a channel that is not here fails the test of the table. */
export const ARGUMENTS: Readonly<Record<AuditedChannel, readonly Tried[]>> = {
  'app.diagnostics': [{ args: { code: 'page.exception', detail: '' }, result: { path: '/x' } }],
  'access.enter': [{ args: { user: 'u1', password: 'x' }, result: {}, line: { reason: 'password' } }],
  'access.byPaper': [{ args: { user: 'u1', paper: 'x', password: PASSWORD }, result: {}, line: { reason: 'paper' } }],
  'access.byPin': [{ args: { user: 'u1', pin: '123456' }, result: {}, line: { reason: 'pin' } }],
  'access.givePin': [{ args: { password: 'x', pin: '123456' }, result: {}, line: { reason: 'pin' } }],
  'access.confirm': [
    { args: { password: 'x' }, result: {}, line: { reason: 'password' } },
    { args: { password: 'x', code: '123456' }, result: {}, line: { reason: 'code' } },
  ],
  'access.saveFactor': [{ args: { password: 'x', code: '123456' }, result: {}, line: { reason: 'set' } }],
  'access.dropFactor': [
    { args: { user: 'u2' }, result: {}, line: { reason: 'removed', entity: EntityId.parse('user:u2') } },
  ],
  'access.password': [{ args: { password: 'x', next: PASSWORD }, result: {}, line: { reason: 'own' } }],
  'access.drawPaper': [{ args: {}, result: { text: 'x' }, line: { reason: 'drawn' } }],
  'access.printPaper': [
    { args: { printer: 'x', language: 'kk' }, result: { printed: true }, line: { what: 'paper_key', count: 1 } },
  ],
  'access.savePaper': [{ args: { paper: 'x' }, result: {}, line: { reason: 'written' } }],
  'access.drawKey': [{ args: {}, result: { text: 'x', late: [] }, line: { reason: 'drawn' } }],
  'access.changeKey': [
    { args: { paper: 'x', reason: 'person_left' }, result: { copied: true }, line: { reason: 'person_left' } },
  ],
  'access.protect': [{ args: { password: PASSWORD }, result: {}, line: { reason: 'first' } }],
  'access.add': [
    {
      args: { name: 'x', position: TEXT, role: 'clerk', password: PASSWORD },
      result: { user: 'u2' },
      line: { reason: 'added', entity: null },
    },
  ],
  'access.reset': [
    {
      args: { user: 'u2', password: PASSWORD },
      result: {},
      line: { reason: 'given', entity: EntityId.parse('user:u2') },
    },
  ],
  'backup.make': [{ args: {}, result: COPY, line: { kind: 'copied' } }],
  'backup.stage': [{ args: { paper: null }, result: STAGED, line: { kind: 'copy_opened' } }],
  'parcel.write': [{ args: { whole: false }, result: IN_FOLDER, line: { kind: 'parcel_written' } }],
  'parcel.take': [{ args: {}, result: TAKEN, line: { kind: 'parcel_taken' } }],
  'invite.write': [{ args: { data: true }, result: IN_FOLDER, line: { kind: 'desk_invited' } }],
  'key.take': [
    {
      args: { from: 'b2c4d6e8f0a1b3c5', digits: '0000 0000 0000 0000 0000' },
      result: { copied: true, late: [] },
      line: { kind: 'key_taken', entity: EntityId.parse('desk:b2c4d6e8f0a1b3c5') },
    },
  ],
  'key.give': [
    {
      args: { installation: 'b2c4d6e8f0a1b3c5' },
      result: { state: 'saved', fileName: 'x.qkey', fingerprint: '0' },
      line: { kind: 'key_given', entity: EntityId.parse('desk:b2c4d6e8f0a1b3c5') },
    },
  ],
  'store.open': [
    {
      args: {},
      result: { storeKey: new Uint8Array(1), indexKey: new Uint8Array(1), sentinel: null, head: {}, count: 0 },
    },
  ],
  'journal.read': [{ args: { after: {}, limit: 1 }, result: READ }],
  'journal.hot': [{ args: { after: null, offset: 0, limit: 1 }, result: { actions: [], next: null } }],
  'journal.verify': [{ args: {}, result: { records: 1, segments: 1, signatures: 1, brokenAt: null } }],
  'update.install': [
    { args: { token: '0123456789abcdef' }, result: { state: 'told', path: '/x' }, line: { kind: 'program_updated' } },
  ],
  'update.return': [
    { args: { version: '0.1.0' }, result: { state: 'told', path: '/x' }, line: { kind: 'program_returned' } },
  ],
  'sync.setServer': [
    {
      args: { address: 'https://sync.akimat.kz:6984', office: 'wko', password: 'x', authority: null },
      result: {},
      line: { kind: 'exchange_set' },
    },
  ],
  'sync.take': [{ args: { digits: '1'.repeat(20) }, result: {}, line: { kind: 'exchange_set' } }],
  'sync.leave': [{ args: {}, result: {}, line: { kind: 'exchange_set' } }],
  'update.accept': [{ args: { token: '0123456789abcdef' }, result: { changed: 1 }, line: { kind: 'pack_accepted' } }],
  'import.choose': [{ args: { kind: 'journal', sample: null }, result: { preview: PREVIEW } }],
  'import.remap': [{ args: { importId: 'i', sheet: 'x', fields: {} }, result: { preview: PREVIEW } }],
  'import.rows': [{ args: { importId: 'i', only: 'all', offset: 0, limit: 1 }, result: { rows: [], total: 0 } }],
  'eotinish.choose': [{ args: {}, result: { file: { name: 'x', rows: [], unread: [] } } }],
  'draft.load': [{ args: { name: 'register' }, result: { value: 'x' } }],
  'paper.save': [
    { args: { entity: ENTITY, paper: 'k3j9x0qpl2m4n6ra' }, result: SAVED, line: { entity: ENTITY as never } },
  ],
  'letter.print': [
    {
      args: { letter: LETTER, language: 'kk', form: 'docx', reprint: null },
      result: { saved: SAVED, action: null },
      line: { entity: LETTER as never, what: 'letter' },
    },
  ],
  'protocol.print': [
    {
      args: { protocols: PROTOCOLS, what: 'slips', form: 'pdf', reprint: null },
      result: { saved: SAVED, actions: [] },
      line: { entity: null, what: 'slips', count: 2 },
    },
    {
      args: { protocols: PROTOCOLS.slice(1), what: 'protocol', form: 'pdf', reprint: null },
      result: { saved: SAVED, actions: [] },
      line: { entity: PROTOCOLS[1] as never, what: 'protocols', count: 1 },
    },
  ],
  'report.docx': [{ args: { report: SMALL_DOCUMENT, language: 'kk', ...FILE }, result: SAVED }],
  'audit.read': [
    {
      args: { filter: { from: null, to: null, user: null, kind: null, entity: ENTITY }, before: null, limit: 1 },
      result: { records: [], next: null, unread: 0 },
    },
  ],
  'audit.verify': [{ args: {}, result: { installation: 'k3v9q0w8z1m5t7ab', records: 1, anchors: 0, broken: null } }],
  'diagnostics.look': [{ args: { persisted: null, chromium: null }, result: { checks: [] } }],
  'diagnostics.save': [
    {
      args: { persisted: null, chromium: null },
      result: { state: 'saved', path: '/x', bytes: 1 },
    },
  ],
  'subject.erase': [
    {
      args: { subject: SUBJECT, entity: ENTITY, ground: 'request' },
      result: { drafts: 0 },
      line: { subject: SUBJECT as never, entity: ENTITY as never, reason: 'request' },
    },
  ],
  'retention.preview': [
    {
      args: {},
      result: { basedOn: null, people: 0, due: [], dueInAll: 0, held: [], kept: [] },
      line: { what: 'destruction' },
    },
  ],
  'retention.destroy': [
    {
      args: {
        request: 'x'.repeat(16),
        basedOn: 'k3v9q0w8z1m5t7ab:000000000001',
        people: [SUBJECT],
        commission: [0, 1, 2].map(at => ({ name: `Ж. С. ${at}`, post: 'басшы' })),
      },
      result: { entity: ACT, number: { letter: 'А', suffix: null, year: 2026, serial: 1 } },
      line: { what: 'destruction', count: 1, reason: 'retention' },
    },
  ],
  'retention.print': [
    {
      args: { act: ACT, language: 'kk', form: 'pdf' },
      result: { saved: SAVED },
      line: { what: 'destruction', entity: ACT as never, count: 1 },
    },
  ],
  'sheet.save': [
    { args: { job: LIST, ...FILE }, result: SAVED, line: { what: 'list', count: 2 } },
    {
      args: { job: { ...LIST, about: { ...JOURNAL, count: null } }, ...FILE },
      result: SAVED,
      line: { what: 'journal', count: 2, fields: ['name', 'iin_masked'] },
    },
    {
      args: { job: { kind: 'subject', paper: 'A4', data: CARD, subject: SUBJECT }, ...FILE },
      result: SAVED,
      line: { kind: 'subject_card', subject: SUBJECT as never, count: 1 },
    },
    { args: { job: { kind: 'letter', paper: 'A4', data: SHEET }, ...FILE }, result: SAVED, line: { what: 'letter' } },
    { args: { job: { kind: 'test_page', shape: 'A4' }, ...FILE }, result: SAVED, line: { what: 'blank', fields: [] } },
  ],
  'letter.docx': [{ args: { sheet: SHEET, ...FILE }, result: SAVED, line: { what: 'letter' } }],
  'site.save': [
    { args: { months: ['2026-11'], quarter: null, as: 'archive', ...FILE }, result: SAVED, line: { what: 'site' } },
  ],
  'workbook.save': [
    { args: { job: { kind: 'report', data: SMALL_DOCUMENT }, ...FILE }, result: SAVED, line: { what: 'report' } },
    { args: { job: { kind: 'compliance', data: COMPLIANCE }, ...FILE }, result: SAVED, line: { what: 'compliance' } },
  ],
  'table.end': [
    { args: { id: 'x'.repeat(16), ...FILE, about: JOURNAL }, result: SAVED, line: { what: 'journal', count: 3 } },
    { args: { id: 'x'.repeat(16), ...FILE, about: STATISTICS }, result: SAVED, line: depersonalised },
    { args: { id: 'x'.repeat(16), ...FILE }, result: SAVED, line: { what: 'list', count: null } },
  ],
  'table.save': [{ args: { table: TABLE, ...FILE }, result: SAVED, line: { what: 'list', count: 3 } }],
}
