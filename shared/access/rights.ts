import type { Role } from '../change/action.ts'
import type { ActionType } from '../change/action-types.ts'
import { SETTLED } from '../clash/model.ts'
import type { Channel } from '../ipc/contract.ts'

/**
 * Kinds of rights. `door`: before anybody has entered; `see`: what the desk shows; `work`: the day's work; `tell`: reports
 * and what the office answers for; `office`: how the office works, imports included; `export`: lists of people leave the
 * program; `erase`: a person's data goes; `restore`: a copy of the data takes their place; `people`: who may enter.
 */
export type Right = 'door' | 'see' | 'work' | 'tell' | 'office' | 'export' | 'erase' | 'restore' | 'people'

/** What each role may do. What is not here is refused. `system` is main itself, before anybody stands at the desk. */
export const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  viewer: ['door', 'see'],
  clerk: ['door', 'see', 'work', 'export'],
  department: ['door', 'see', 'work', 'tell', 'export'],
  head: ['door', 'see', 'work', 'tell', 'office', 'export', 'erase'],
  administrator: ['door', 'see', 'work', 'tell', 'office', 'export', 'erase', 'restore', 'people'],
  system: ['door', 'see', 'work', 'tell', 'office', 'export', 'erase', 'restore', 'people'],
}

/** Rights for which the password is asked once more, unless it was asked within the last minutes. */
export const STEP_UP: readonly Right[] = ['export', 'erase', 'restore', 'people']

/** Rights for which a person who has a second factor gives a code of it too. */
export const SECOND_FACTOR: readonly Right[] = ['erase', 'restore', 'people']

/**
 * What each channel asks for. A new channel does not compile without its right. `null`: the act in the argument decides
 * (`RIGHT_OF_TYPE`).
 */
export const RIGHT_OF_CHANNEL: Readonly<Record<Channel, Right | null>> = {
  'app.start': 'door',
  'app.firstRun': 'door',
  'app.setLanguage': 'door',
  'app.diagnostics': 'door',
  'app.reload': 'door',
  'settings.get': 'door',
  'settings.set': 'see',
  'clock.confirm': 'work',
  'access.enter': 'door',
  'access.byPaper': 'door',
  'access.byPin': 'door',
  'access.givePin': 'see',
  'access.leave': 'door',
  'access.alive': 'see',
  'access.confirm': 'see',
  'access.password': 'see',
  'access.people': 'see',
  'access.drawFactor': 'see',
  'access.saveFactor': 'see',
  'access.dropFactor': 'people',
  'access.drawPaper': 'people',
  'access.printPaper': 'people',
  'access.savePaper': 'people',
  'access.drawKey': 'people',
  'access.changeKey': 'people',
  'access.protect': 'people',
  'access.add': 'people',
  'access.change': 'people',
  'access.reset': 'people',
  'access.suspend': 'people',
  'backup.state': 'see',
  'backup.make': 'work',
  'backup.folder': 'office',
  'backup.check': 'office',
  'backup.choose': 'restore',
  'backup.stage': 'restore',
  'backup.restore': 'restore',
  'backup.drop': 'see',
  'sync.state': 'see',
  'sync.setServer': 'people',
  'sync.leave': 'people',
  'sync.now': 'work',
  'parcel.state': 'see',
  'parcel.write': 'work',
  'parcel.choose': 'work',
  'parcel.take': 'work',
  'parcel.stop': 'work',
  'desk.retire': 'people',
  'join.state': 'door',
  'join.ask': 'door',
  'join.open': 'door',
  'join.begin': 'door',
  'invite.open': 'people',
  'invite.write': 'people',
  'update.state': 'see',
  'update.choose': 'office',
  'update.install': 'people',
  'update.return': 'people',
  'update.accept': 'office',
  'store.open': 'see',
  'store.mark': 'see',
  'journal.read': 'see',
  'journal.hot': 'see',
  'journal.act': null,
  'journal.verify': 'see',
  'import.choose': 'office',
  'import.samples': 'office',
  'import.remap': 'office',
  'import.rows': 'office',
  'import.run': 'office',
  'import.running': 'see',
  'import.stop': 'office',
  'import.drop': 'office',
  'import.undo': 'office',
  'application.register': 'work',
  'application.correct': 'work',
  'visit.checkIn': 'work',
  'visit.finish': 'work',
  'visit.finishUndo': 'work',
  'contact.log': 'work',
  'talon.print': 'work',
  'talon.save': 'work',
  'talon.printMany': 'work',
  'talon.saveMany': 'work',
  'printer.list': 'see',
  'printer.test': 'work',
  'paper.attach': 'work',
  'paper.save': 'work',
  'letter.sign': 'work',
  'letter.print': 'work',
  'letter.annul': 'work',
  'letter.scan': 'work',
  'letter.docx': 'work',
  'protocol.sign': 'work',
  'protocol.print': 'work',
  'protocol.scan': 'work',
  'survey.open': 'tell',
  'survey.attempt': 'work',
  'survey.answer': 'work',
  'survey.close': 'tell',
  'report.freeze': 'tell',
  'report.docx': 'see',
  'plan.apply': null,
  'plan.undo': 'work',
  'pack.print': 'work',
  'paper.enter': 'work',
  'paper.serve': 'work',
  'day.close': 'work',
  'hall.board': 'door',
  'hall.screen': 'see',
  'hall.open': 'see',
  'hall.close': 'see',
  'hall.hide': 'see',
  'hall.settings': 'see',
  'hall.configure': 'see',
  'help.call': 'see',
  'help.end': 'see',
  'eotinish.choose': 'work',
  'eotinish.note': 'work',
  'audit.note': 'see',
  'audit.read': 'office',
  'audit.verify': 'office',
  'audit.head': 'see',
  'recovery.state': 'door',
  'recovery.again': 'door',
  'recovery.paper': 'door',
  'recovery.admit': 'door',
  'recovery.rescue': 'door',
  'recovery.report': 'door',
  'diagnostics.look': 'see',
  'diagnostics.save': 'see',
  'subject.erase': 'erase',
  'retention.preview': 'office',
  'retention.destroy': 'erase',
  'retention.print': 'see',
  'draft.save': 'see',
  'draft.load': 'see',
  'draft.drop': 'see',
  'draft.list': 'see',
  'sheet.save': 'see',
  'sheet.job': 'door',
  'sheet.ready': 'door',
  'site.save': 'work',
  'site.state': 'see',
  'site.folder': 'office',
  'site.configure': 'office',
  'site.try': 'office',
  'site.publish': 'work',
  'site.stop': 'work',
  'workbook.save': 'see',
  // What is begun is written to its end, however long it takes.
  'table.begin': 'export',
  'table.add': 'see',
  'table.drop': 'see',
  'table.end': 'see',
  'table.save': 'export',
  'calendar.save': 'office',
  'calendar.choose': 'office',
  'file.reveal': 'see',
  'batch.job': 'see',
  'batch.done': 'see',
}

/** Acts that ask for more than the day's work; every other act asks for `work`. */
export const RIGHT_OF_TYPE: Readonly<Partial<Record<ActionType, Right>>> = {
  'office.set': 'office',
  'office.key_changed': 'people',
  'calendar.year_set': 'office',
  'official.added': 'office',
  'official.changed': 'office',
  'entry.set': 'office',
  'template.set': 'office',
  'user.changed': 'people',
  'report.withdrawn': 'tell',
  'desk.retired': 'people',
  'retention.set': 'office',
  'subject.held': 'office',
  'subject.released': 'office',
}

/** What settling what desks did apart with an entity asks for: as much as the acts it is about. By the noun; of every other `work`. */
const TYPE_OF_SETTLING: Readonly<Partial<Record<string, ActionType>>> = {
  office: 'office.set',
  calendar: 'calendar.year_set',
  official: 'official.changed',
  entry: 'entry.set',
  template: 'template.set',
  report: 'report.withdrawn',
  user: 'user.changed',
}

/** The act whose right a settlement asks for, by the entity it is about. */
export function typeOfSettling(entity: string): ActionType {
  return TYPE_OF_SETTLING[entity.slice(0, Math.max(0, entity.indexOf(':')))] ?? SETTLED
}

/** Whether a role has a right. */
export function has(role: Role, right: Right): boolean {
  return RIGHTS[role].includes(right)
}

/** The right an act asks for. */
export function rightOfType(type: string): Right {
  return RIGHT_OF_TYPE[type as ActionType] ?? 'work'
}
