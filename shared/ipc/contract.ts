import { z } from 'zod'
import { Language, ReceptionResult } from '../application/model.ts'
import {
  CorrectionGround,
  Registration,
  RegistrationNumber,
  RegistrationPersonal,
  ReprintReason,
  RequestId,
  TalonShape,
} from '../application/registration.ts'
import { Moment } from '../application/working-time.ts'
import { Action, ActionId, Cursor, EntityId, InstallationId, Intent, SubjectId } from '../change/action.ts'
import { ErasureGround, ImportKind } from '../change/action-types.ts'
import { Contact, ContactPersonal } from '../contact/model.ts'
import { OutgoingNumber } from '../letter/model.ts'
import { DeskLetter, Office, User } from '../office/model.ts'
import { Bilingual } from '../official/model.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'
import { CheckInPersonal, UndoGround } from '../visit/model.ts'
import { WHO_MAY } from './access.ts'
import { AROUND_CHANNELS } from './around.ts'
import { AUDIT_CHANNELS } from './audit.ts'
import { CONTROL_CHANNELS } from './control.ts'
import { DIAGNOSTICS_CHANNELS } from './diagnostics.ts'
import { BatchDone, BatchJob, MOST_LISTED, Saved } from './documents.ts'
import { DRAFT_CHANNELS } from './drafts.ts'
import { FILE_CHANNELS } from './files.ts'
import { HALL_CHANNELS } from './hall.ts'
import { ImportPreview, ImportProgress, PreviewRow } from './imports.ts'
import { KEEPING_CHANNELS } from './keeping.ts'
import { PLAN_CHANNELS } from './planning.ts'
import { RECEPTION_DAY_CHANNELS } from './reception-day.ts'
import { RECOVERY_CHANNELS } from './recovery.ts'
import { REPORT_CHANNELS } from './reports.ts'
import { RETENTION_CHANNELS } from './retention.ts'
import { SITE_CHANNELS } from './site.ts'
import { SURVEY_CHANNELS } from './survey.ts'

export { Saved } from './documents.ts'

const Nothing = z.strictObject({})

/** How the office key is protected on this machine. `plain`: by no key store of the system; said loudly on screen. */
export const KeyProtection = z.enum(['system', 'plain'])
export type KeyProtection = z.infer<typeof KeyProtection>

/** What main found at start: the page shows the first-run form or the desk. A start that fails shows no page at all. */
export const StartState = z.strictObject({
  phase: z.enum(['first_run', 'locked', 'ready']),
  language: Language,
  version: z.string(),
  host: z.enum(['electron', 'chromium']),
  keyProtection: KeyProtection,
  installation: InstallationId.nullable(),
  user: User.nullable(),
  ...WHO_MAY,
  today: PlainDate,
  /** Believed time of the desk as it answers, milliseconds since 1970. */
  now: z.int(),
  /** Free space of the data folder's disk and the floor under which nothing is accepted, in bytes. */
  disk: z.strictObject({ free: z.number(), floor: z.number() }),
  /** Notices for the person (torn tail cut, clock behind the journal ...): `notice.<code>` in locales/. */
  notices: z.array(
    z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  /** A batch to run instead of the desk, or null. */
  batch: z.boolean(),
})
export type StartState = z.infer<typeof StartState>

/** What the first-run form asks. Everything has a sensible default. */
export const FirstRun = z.strictObject({
  language: Language,
  office: Office,
  /** `role`: a clerk where not said. */
  user: z.strictObject({
    name: z.string().trim().min(1).max(120),
    position: Bilingual,
    role: User.shape.role.optional(),
  }),
  letter: DeskLetter,
})
export type FirstRun = z.infer<typeof FirstRun>

/** What main remembers of the store outside IndexedDB. A store that knows less, or is another, is rebuilt. */
export const Sentinel = z.strictObject({ storeId: z.string().max(40), shape: z.int(), cursor: Cursor, rows: z.int() })
export type Sentinel = z.infer<typeof Sentinel>

/** Settings of this desk that are nobody's data. */
export const DeskSettings = z.strictObject({
  floorMegabytes: z.int().min(50).max(100_000),
  theme: z.enum(['light', 'dark', 'system']),
  /** Shape of the desk's talons and the printer they go to; null: there is none, and the PDF is kept. */
  talon: z.strictObject({ shape: TalonShape, printer: z.string().max(200).nullable() }),
  /** When the desk was last looked at for what falls due; null: never. */
  looked: Moment.nullable().default(null),
})
export type DeskSettings = z.infer<typeof DeskSettings>

/** What an open application is changed on: the entity and the head the screen saw. */
const On = { entity: EntityId, basedOn: ActionId }

const ImportRef = z.strictObject({ importId: z.string().max(40) })

/**
 * Every call between page and main: channel -> schema of its one argument and of its result. Main parses the argument
 * and the result before they cross; the page receives `{ok:true,value}` or `{ok:false,error:{code,params}}`.
 */
export const CHANNELS = {
  'app.start': { args: Nothing, result: StartState },
  'app.firstRun': { args: FirstRun, result: StartState },
  'app.setLanguage': { args: z.strictObject({ language: Language }), result: Nothing },
  'app.diagnostics': {
    args: z.strictObject({ code: z.string().max(80), detail: z.string().max(4000) }),
    result: z.strictObject({ path: z.string() }),
  },
  /** `dropStore`: what Chromium keeps of the lists is deleted first, once a run; for a store that does not open even anew. */
  'app.reload': { args: z.strictObject({ dropStore: z.boolean().default(false) }), result: Nothing },
  'settings.get': { args: Nothing, result: DeskSettings },
  'settings.set': { args: DeskSettings, result: Nothing },
  'clock.confirm': { args: Nothing, result: Nothing },
  ...KEEPING_CHANNELS,

  /** Gives the store's keys once per load of the page; a second call answers `store.keys_given`. */
  'store.open': {
    args: Nothing,
    result: z.strictObject({
      storeKey: z.instanceof(Uint8Array),
      indexKey: z.instanceof(Uint8Array),
      sentinel: Sentinel.nullable(),
      head: Cursor,
      count: z.int(),
    }),
  },
  'store.mark': { args: z.strictObject({ sentinel: Sentinel, rebuilt: z.string().nullable() }), result: Nothing },

  /** `begun`: the entities of these actions that have no action up to `after`. */
  'journal.read': {
    args: z.strictObject({ after: Cursor, limit: z.int().min(1).max(2000) }),
    result: z.strictObject({ actions: z.array(Action), next: Cursor, atEnd: z.boolean(), begun: z.array(EntityId) }),
  },
  /**
   * Whole entities, for a store that is far behind: those a desk needs first (`after` null), or those that have actions
   * beyond `after`. `offset` and `next` count entities.
   */
  'journal.hot': {
    args: z.strictObject({
      after: Cursor.nullable(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(2000),
    }),
    result: z.strictObject({ actions: z.array(Action), next: z.int().nullable() }),
  },
  /** `personal` where the type has a personal part: main seals it under the subject the entity is about. */
  'journal.act': {
    args: z.strictObject({ intent: Intent, personal: z.record(z.string(), z.unknown()).nullable().default(null) }),
    result: z.strictObject({ action: Action }),
  },
  'journal.verify': {
    args: Nothing,
    result: z.strictObject({
      ...{ records: z.int(), segments: z.int(), signatures: z.int() },
      brokenAt: z.string().nullable(),
    }),
  },

  /** Opens the dialog (or takes the sample), reads the file under caps and answers with the dry run, or null: closed. */
  'import.choose': {
    args: z.strictObject({ kind: ImportKind, sample: z.string().max(40).nullable() }),
    result: z.strictObject({ preview: ImportPreview.nullable() }),
  },
  'import.samples': {
    args: Nothing,
    result: z.strictObject({ samples: z.array(z.strictObject({ id: z.string(), kind: ImportKind })) }),
  },
  'import.remap': {
    args: z.strictObject({
      importId: z.string().max(40),
      sheet: z.string().max(100),
      fields: z.record(z.string(), z.string().nullable()),
    }),
    result: z.strictObject({ preview: ImportPreview }),
  },
  'import.rows': {
    args: z.strictObject({
      importId: z.string().max(40),
      only: z.enum(['all', 'marked', 'skipped']),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(200),
    }),
    result: z.strictObject({ rows: z.array(PreviewRow), total: z.int() }),
  },
  'import.run': { args: ImportRef, result: z.strictObject({ batch: z.string() }) },
  /** The import under way, for a page that was loaded after it began. */
  'import.running': { args: Nothing, result: z.strictObject({ progress: ImportProgress.nullable() }) },
  'import.stop': { args: ImportRef, result: Nothing },
  'import.drop': { args: ImportRef, result: Nothing },
  'import.undo': { args: z.strictObject({ batch: z.string().regex(/^[0-9A-Za-z_-]{1,40}$/) }), result: Nothing },

  /**
   * Registers an application: main checks it once more, gives the number, finds the person by IIN (or takes the one the
   * clerk recognised) and drops the draft. The same request twice is registered once and answered alike.
   */
  'application.register': {
    args: z.strictObject({
      request: RequestId,
      registration: Registration,
      personal: RegistrationPersonal,
      subject: SubjectId.nullable(),
      draft: z
        .string()
        .regex(/^[a-z0-9.-]{1,90}$/)
        .nullable(),
      /** The clerk has confirmed that it is registered as one that lacks something (point 6 of the Rules of 2026). */
      incomplete: z.boolean().optional(),
    }),
    result: z.strictObject({ action: Action, number: RegistrationNumber }),
  },
  'application.correct': {
    args: z.strictObject({
      ...On,
      registration: Registration,
      personal: RegistrationPersonal,
      ground: CorrectionGround,
    }),
    result: z.strictObject({ action: Action }),
  },
  /** A visitor came: main gives the ticket number. */
  'visit.checkIn': {
    args: z.strictObject({
      request: RequestId,
      application: EntityId,
      officialId: z.string().max(80).nullable(),
      booked: PlainTime.nullable(),
      outOfTurn: z.boolean(),
      /** Why out of turn, where no category is registered; else it is not kept. */
      note: CheckInPersonal.shape.note.optional(),
    }),
    result: z.strictObject({ action: Action }),
  },
  /**
   * Ends a visit and closes its application in one flush: both or neither. `closed`: false where the application was closed
   * already (withdrawn meanwhile), and only the visit has ended.
   */
  'visit.finish': {
    args: z.strictObject({ ...On, result: ReceptionResult }),
    result: z.strictObject({ action: Action, closed: z.boolean() }),
  },
  /** Takes the end of a reception back on its day, and with it the closing of the application: both or neither. */
  'visit.finishUndo': {
    args: z.strictObject({ ...On, ground: UndoGround }),
    result: z.strictObject({ action: Action }),
  },
  'contact.log': {
    args: z.strictObject({ request: RequestId, contact: Contact, personal: ContactPersonal.nullable() }),
    result: z.strictObject({ action: Action }),
  },
  /**
   * Makes the talon of an application: our own PDF first, checked, then sent to the desk's printer, or kept where there is
   * none or it fails. The same job twice is printed once. A second talon needs its reason.
   */
  'talon.print': {
    args: z.strictObject({ job: RequestId, application: EntityId, reprint: ReprintReason.nullable() }),
    result: z.strictObject({
      state: z.enum(['printed', 'kept']),
      /** Why it was not printed (`talon.not_printed.<code>`): no printer is set, or it refused. */
      why: z.enum(['no_printer', 'printer_failed']).nullable(),
    }),
  },
  /** Saves the talon as a PDF where the person says. */
  'talon.save': { args: z.strictObject({ application: EntityId }), result: Saved },
  /**
   * First talons of many people in one go, in the order asked; who has one is left out. A ticket printer gets one after another,
   * a printer of sheets all of them as one job. The first that is not taken ends it. The same request twice is printed once.
   * `printed`: who has a talon by this call. `unsure`: who was on the way to paper when the program was cut short before.
   */
  'talon.printMany': {
    args: z.strictObject({ request: RequestId, applications: z.array(EntityId).min(1).max(MOST_LISTED) }),
    result: z.strictObject({
      state: z.enum(['done', 'no_printer', 'printer_failed']),
      printed: z.array(EntityId),
      unsure: z.array(EntityId),
    }),
  },
  /** Saves them as one PDF where the person says: a talon of a ticket's width as A6, four of A6 to a page. Null: nobody needs one. */
  'talon.saveMany': {
    args: z.strictObject({ request: RequestId, applications: z.array(EntityId).min(1).max(MOST_LISTED) }),
    result: z.strictObject({ saved: Saved.nullable(), given: z.array(EntityId) }),
  },
  'printer.list': {
    args: Nothing,
    result: z.strictObject({ printers: z.array(z.strictObject({ name: z.string(), standard: z.boolean() })) }),
  },
  /** Prints the test page with every Kazakh letter in a shape, or saves it where there is no printer. */
  'printer.test': {
    args: z.strictObject({ shape: TalonShape, printer: z.string().max(200).nullable() }),
    result: z.strictObject({ state: z.enum(['printed', 'saved', 'canceled', 'failed']) }),
  },
  /** Chooses a file and keeps it sealed with the application; null: the dialog was closed. Throws `paper.*`. */
  'paper.attach': {
    args: z.strictObject({ ...On, title: z.string().trim().min(1).max(200) }),
    result: z.strictObject({ action: Action.nullable() }),
  },
  /** `entity`: the application or the letter it is kept with. */
  'paper.save': { args: z.strictObject({ entity: EntityId, paper: RequestId }), result: Saved },

  /**
   * Signs a letter off under the next outgoing number of the year. The same request twice is signed once and answered alike.
   * Throws `letter.faults`.
   */
  'letter.sign': {
    args: z.strictObject({ ...On, request: RequestId }),
    result: z.strictObject({ action: Action, number: OutgoingNumber }),
  },
  /** Makes a sheet as the journal has it and saves it where the person says; a final one on paper is counted: `action`. */
  'letter.print': {
    args: z.strictObject({
      letter: EntityId,
      language: Language,
      form: z.enum(['pdf', 'docx']),
      reprint: ReprintReason.nullable(),
    }),
    result: z.strictObject({ saved: Saved, action: Action.nullable() }),
  },
  'letter.annul': {
    args: z.strictObject({ ...On, ground: z.enum(['mistake', 'decision_changed', 'written_anew']) }),
    result: z.strictObject({ action: Action }),
  },
  /** Chooses a scan of the signed sheet and keeps it sealed with the letter; null: the dialog was closed. Throws `paper.*`. */
  'letter.scan': { args: z.strictObject(On), result: z.strictObject({ action: Action.nullable() }) },

  ...PLAN_CHANNELS,
  ...RECEPTION_DAY_CHANNELS,
  ...CONTROL_CHANNELS,
  ...SURVEY_CHANNELS,
  ...REPORT_CHANNELS,
  ...HALL_CHANNELS,
  ...AROUND_CHANNELS,
  ...AUDIT_CHANNELS,
  ...RECOVERY_CHANNELS,
  ...DIAGNOSTICS_CHANNELS,

  /** Erases the person of whom `entity` is, and what is being typed of them: `drafts` were dropped. Throws `subject.unknown`. */
  'subject.erase': {
    args: z.strictObject({ subject: SubjectId, entity: EntityId, ground: ErasureGround }),
    result: z.strictObject({ drafts: z.int().nonnegative() }),
  },

  ...RETENTION_CHANNELS,

  ...DRAFT_CHANNELS,

  ...FILE_CHANNELS,
  ...SITE_CHANNELS,
  'file.reveal': { args: z.strictObject({ path: z.string().max(1000) }), result: Nothing },
  /** For a batch only: what to do after the imports, and what came of it. */
  'batch.job': { args: Nothing, result: z.strictObject({ job: BatchJob.nullable() }) },
  'batch.done': { args: BatchDone, result: Nothing },
} as const satisfies Record<string, { args: z.ZodType; result: z.ZodType }>

export type Channel = keyof typeof CHANNELS
export type ArgsOf<C extends Channel> = z.input<(typeof CHANNELS)[C]['args']>
export type ParsedArgsOf<C extends Channel> = z.output<(typeof CHANNELS)[C]['args']>
export type ResultOf<C extends Channel> = z.output<(typeof CHANNELS)[C]['result']>

export { EVENTS, type EventName, type EventOf } from './events.ts'
