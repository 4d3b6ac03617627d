import type { Channel } from '../ipc/contract.ts'
import type { AuditKind } from './model.ts'

/**
 * Which line each call between page and main writes; null: none, because it is an act (it stands in the journal, by whom and
 * when), or gives nothing of a person. A channel that is not decided here does not compile.
 */
export const AUDIT_OF_CHANNELS = {
  'app.start': null,
  'app.firstRun': null,
  'app.setLanguage': null,
  'app.diagnostics': 'diagnostics',
  'app.reload': null,
  'settings.get': null,
  'settings.set': null,
  'clock.confirm': null,
  'access.enter': 'desk_opened',
  'access.byPaper': 'desk_opened',
  // Each lock is told when it is done, whoever or whatever asked for it.
  'access.leave': null,
  'access.alive': null,
  'access.confirm': 'confirmed',
  'access.password': 'password_set',
  'access.people': null,
  'access.drawFactor': null,
  'access.saveFactor': 'second_factor',
  'access.dropFactor': 'second_factor',
  'access.drawPaper': 'paper_key',
  'access.printPaper': 'printed',
  'access.savePaper': 'paper_key',
  'access.protect': 'password_set',
  'access.add': 'password_set',
  'access.change': null,
  'access.reset': 'password_set',
  'access.suspend': null,
  'backup.state': null,
  'backup.make': 'copied',
  'backup.folder': null,
  'backup.check': null,
  'backup.choose': null,
  'backup.stage': 'copy_opened',
  // It is an act.
  'backup.restore': null,
  'backup.drop': null,
  'store.open': 'lists_opened',
  'store.mark': null,
  'journal.read': 'lists_opened',
  'journal.hot': 'lists_opened',
  'journal.act': null,
  'journal.verify': 'verified',
  'import.choose': 'import_read',
  'import.samples': null,
  'import.remap': 'import_read',
  'import.rows': 'import_read',
  'import.run': null,
  'import.running': null,
  'import.stop': null,
  'import.drop': null,
  'import.undo': null,
  'application.register': null,
  'application.correct': null,
  'visit.checkIn': null,
  'visit.finish': null,
  'visit.finishUndo': null,
  'contact.log': null,
  // Each talon is an act, whether printed, kept or saved.
  'talon.print': null,
  'talon.save': null,
  'talon.printMany': null,
  'talon.saveMany': null,
  'printer.list': null,
  'printer.test': null,
  'paper.attach': null,
  'paper.save': 'paper_opened',
  'letter.sign': null,
  // The journal counts final sheets alone: drafts leave the desk too.
  'letter.print': 'printed',
  'letter.annul': null,
  'letter.scan': null,
  'protocol.sign': null,
  'protocol.print': 'printed',
  'protocol.scan': null,
  'survey.open': null,
  'survey.attempt': null,
  'survey.answer': null,
  'survey.close': null,
  'report.freeze': null,
  'report.docx': 'saved',
  'plan.apply': null,
  'plan.undo': null,
  'pack.print': null,
  'paper.enter': null,
  'paper.serve': null,
  'day.close': null,
  'hall.board': null,
  'hall.screen': null,
  'hall.open': null,
  'hall.close': null,
  'hall.hide': null,
  'hall.settings': null,
  'hall.configure': null,
  'help.call': null,
  'help.end': null,
  'eotinish.choose': 'import_read',
  'eotinish.note': null,
  // It writes its own line.
  'audit.note': null,
  'audit.read': 'audit_read',
  'audit.verify': 'verified',
  'audit.head': null,
  // Where no desk is open there is no key to write a line with.
  'recovery.state': null,
  'recovery.again': null,
  'recovery.paper': null,
  'recovery.admit': null,
  'recovery.report': null,
  'subject.erase': 'erased',
  'draft.save': null,
  'draft.load': 'draft_opened',
  'draft.drop': null,
  'draft.list': null,
  'sheet.save': 'printed',
  // What the sheet's own window renders was asked for by a call that is written.
  'sheet.job': null,
  'sheet.ready': null,
  'letter.docx': 'saved',
  'site.save': 'saved',
  'workbook.save': 'saved',
  // A list is told where it leaves the desk.
  'table.begin': null,
  'table.add': null,
  'table.drop': null,
  'table.end': 'saved',
  'table.save': 'saved',
  'calendar.save': null,
  'calendar.choose': null,
  'file.reveal': null,
  'batch.job': null,
  'batch.done': null,
} as const satisfies Record<Channel, AuditKind | null>

/** A channel that writes a line. */
export type AuditedChannel = {
  [C in Channel]: (typeof AUDIT_OF_CHANNELS)[C] extends null ? never : C
}[Channel]

/** What must be on the disk before it is done; what cannot be recorded is not done. */
export const RECORDED_FIRST: ReadonlySet<AuditKind> = new Set<AuditKind>([
  'printed',
  'saved',
  'paper_opened',
  'subject_card',
  'depersonalised',
  'erased',
])

/** Looks that say nothing new when they are repeated: one line in so many milliseconds of the same by the same person. */
export const SAME_LOOK = 5 * 60_000

/** Kinds of which repeated looks are one. */
export const LOOKS: ReadonlySet<AuditKind> = new Set<AuditKind>([
  'viewed',
  'searched',
  'import_read',
  'draft_opened',
  'audit_read',
])
