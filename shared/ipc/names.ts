import type { Channel, EventName } from './contract.ts'

/**
 * The channels by name. The preload is a single small file: it takes the names from here and not the schemas from
 * `contract.ts`. A test holds the lists equal.
 */
export const CHANNEL_NAMES = [
  'app.start',
  'app.firstRun',
  'app.setLanguage',
  'app.diagnostics',
  'app.reload',
  'settings.get',
  'settings.set',
  'clock.confirm',
  'store.open',
  'store.mark',
  'journal.read',
  'journal.hot',
  'journal.act',
  'journal.verify',
  'import.choose',
  'import.samples',
  'import.remap',
  'import.rows',
  'import.run',
  'import.stop',
  'import.drop',
  'import.undo',
  'application.register',
  'application.correct',
  'visit.checkIn',
  'visit.finish',
  'contact.log',
  'talon.print',
  'talon.save',
  'printer.list',
  'printer.test',
  'paper.attach',
  'paper.save',
  'subject.erase',
  'draft.save',
  'draft.load',
  'draft.drop',
  'sheet.save',
  'sheet.job',
  'sheet.ready',
  'workbook.save',
  'table.save',
  'file.reveal',
  'batch.job',
  'batch.done',
] as const satisfies readonly Channel[]

/** The events by name, as `CHANNEL_NAMES`. */
export const EVENT_NAMES = [
  'journal.damaged',
  'journal.moved',
  'import.progress',
  'menu.command',
  'language.changed',
  'disk.low',
  'clock.jumped',
] as const satisfies readonly EventName[]
