import type { Language } from '#shared/application/model.ts'
import type { Channel, EventName, EventOf, ParsedArgsOf, ResultOf, Saved } from '#shared/ipc/contract.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { CHANNEL_NAMES } from '#shared/ipc/names.ts'
import type { AppError } from '#shared/result/result.ts'
import type { Log, LogFields } from '../diagnostics/log.ts'
import type { NamedFile } from '../journal/atomic-file.ts'
import type { OwnStore } from '../journal/stamp-file.ts'
import type { Printer } from '../print/printers.ts'
import type { SheetPrinter } from '../print/sheet.ts'
import type { PageKind } from '../security/origin.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { Caller } from './sender.ts'

/** One channel's work: parsed argument in, value out. Throws ExpectedError for what a person is told. */
export type Service<C extends Channel> = (args: ParsedArgsOf<C>, caller: Caller) => Promise<ResultOf<C>>

/** Channels of the page of a failed start: none of them is served while a desk stands open. */
export const RECOVERY_ONLY = [
  'recovery.state',
  'recovery.again',
  'recovery.paper',
  'recovery.admit',
  'recovery.rescue',
  'recovery.report',
] as const satisfies readonly Channel[]

/** Channels that are served with a desk. */
export type DeskChannel = Exclude<Channel, (typeof RECOVERY_ONLY)[number]>

/** The same by name. */
export const DESK_CHANNELS: readonly DeskChannel[] = CHANNEL_NAMES.filter(isOfDesk)

function isOfDesk(channel: Channel): channel is DeskChannel {
  return !RECOVERY_ONLY.some(one => one === channel)
}

export type Services = { readonly [C in DeskChannel]: Service<C> }

/** Channels the shell itself serves; all others are the desk's. */
export const SHELL_CHANNELS = [
  'app.setLanguage',
  'app.diagnostics',
  'app.reload',
  'settings.get',
  'settings.set',
  'sheet.save',
  'sheet.job',
  'sheet.ready',
  'file.reveal',
  'hall.screen',
  'hall.open',
  'hall.close',
] as const satisfies readonly Channel[]

export type ShellServices = Pick<Services, (typeof SHELL_CHANNELS)[number]>
export type DeskServices = Omit<Services, (typeof SHELL_CHANNELS)[number]>

/** What puts the audit around all services, the shell's own too. */
export interface Audited {
  readonly audited: (services: Services) => Services
}

/** What the page of a failed start may call; where there is no desk nothing else is served to anybody. */
export const CHANNELS_OF_RECOVERY = [
  ...RECOVERY_ONLY,
  // Putting a copy back is the same where no desk is open.
  'backup.choose',
  'backup.stage',
  'backup.restore',
  'backup.drop',
  'app.setLanguage',
  'app.diagnostics',
] as const satisfies readonly Channel[]

export type RecoveryServices = { readonly [C in (typeof CHANNELS_OF_RECOVERY)[number]]: Service<C> }

/** What a page may call. The sheet window gets its job, says it is ready or why it cannot be, and nothing else. */
export const CHANNELS_OF_SHEET: readonly Channel[] = ['sheet.job', 'sheet.ready', 'app.diagnostics']

/** The page of the hall asks for what it shows. */
export const CHANNELS_OF_HALL: readonly Channel[] = ['hall.board', 'app.diagnostics']

export function mayCall(page: PageKind, channel: Channel): boolean {
  if (page === 'sheet') return CHANNELS_OF_SHEET.includes(channel)
  if (page === 'hall') return CHANNELS_OF_HALL.includes(channel)
  if (page === 'recovery') return CHANNELS_OF_RECOVERY.some(one => one === channel)
  if (!isOfDesk(channel)) return false
  return channel === 'app.diagnostics' || ![...CHANNELS_OF_SHEET, ...CHANNELS_OF_HALL].includes(channel)
}

/** The event the page of the hall hears; every other one is the desk's. */
export const EVENT_OF_HALL: EventName = 'hall.changed'

/** The event that the page of a failed start hears as well. */
export const EVENT_OF_RECOVERY: EventName = 'language.changed'

/** Sends an event to every window it is for. */
export type SendEvent = <E extends EventName>(event: E, value: EventOf<E>) => void

/** Kinds of files a person opens or saves. */
export type FileKind =
  | 'pdf'
  | 'letter'
  | 'workbook'
  | 'table'
  | 'csv'
  | 'calendar'
  | 'site'
  | 'paper_pdf'
  | 'paper_jpeg'
  | 'paper_png'
  | 'report'

/** What a folder is chosen for; the dialog says it. */
export type FolderPurpose = 'backup' | 'site' | 'parcel'

/** Files that desks of one office exchange. */
export type ExchangeKind = 'parcel' | 'request' | 'invitation' | 'answer' | 'key_request' | 'key_answer'

/** What the shell gives to the services of the desk. */
export interface ServiceContext {
  readonly host: 'electron' | 'chromium'
  readonly version: string
  /** Chromium's folder of this Electron. */
  readonly store: OwnStore
  /** Whether this is an installed program, not one run from its sources. */
  readonly packaged: boolean
  readonly userData: string
  /** `<userData>/desk-data`; made and writable for this user only. */
  readonly dataFolder: string
  /** Files that come with the product (`sample/`). */
  readonly assetsFolder: string
  readonly settings: SettingsStore
  readonly log: Log
  readonly send: SendEvent
  readonly language: () => Language
  /** The arguments after `--batch`, or null. */
  readonly batch: readonly string[] | null
  /** Asks for a table to import; null when the person closed the dialog. */
  readonly chooseTable: (caller: Caller) => Promise<string | null>
  /** Asks for a file of calendar years; null when the person closed the dialog. */
  readonly chooseCalendar: (caller: Caller) => Promise<string | null>
  /** Asks for a scanned paper to attach; null when the person closed the dialog. */
  readonly choosePaper: (caller: Caller) => Promise<string | null>
  /** Asks for a folder; null when the person closed the dialog. */
  readonly chooseFolder: (caller: Caller, purpose?: FolderPurpose) => Promise<string | null>
  /** Asks for a copy of the data; null when the person closed the dialog. */
  readonly chooseBackup: (caller: Caller) => Promise<string | null>
  /** Asks for a file of an exchange between desks; null when the person closed the dialog. */
  readonly chooseExchange: (caller: Caller, kind: ExchangeKind) => Promise<string | null>
  /** Ends the program and begins it anew. */
  readonly restart: () => void
  /** Asks for a package of an update; null when the person closed the dialog. */
  readonly choosePackage: (caller: Caller) => Promise<string | null>
  /** Begins an installer and ends the program, or answers that a person begins it; it may then be revealed. */
  readonly beginInstaller: (file: string) => Promise<'started' | 'told'>
  /** Asks where, then writes atomically. Throws `save.*`. The path may then be revealed. */
  readonly saveFile: (caller: Caller, kind: FileKind, fileName: string, bytes: Uint8Array) => Promise<Saved>
  /** Asks for a folder, then writes files into it, all of them or none. Throws `file.*`. The folder may then be revealed. */
  readonly saveInFolder: (caller: Caller, files: readonly NamedFile[]) => Promise<Saved>
  /** Renders a sheet to a checked PDF. Throws `sheet.*`. */
  readonly printSheet: (job: SheetJob) => Promise<Uint8Array>
  /** The same on a printer, after `before` has had the PDF; false: it was not taken. Throws `sheet.*`. */
  readonly printSheetOn: SheetPrinter['printOn']
  /** The printers of this machine, as the system names them. */
  readonly listPrinters: (caller: Caller) => Promise<readonly Printer[]>
  /** Whether anybody looks at what the hall is told. */
  readonly hallIsOpen: () => boolean
  /** Loads the pages of the desk and of its sheets anew: nothing of what they showed stays. */
  readonly reloadPages: () => void
  /** Runs before the program ends (closing the journal). */
  readonly onQuit: (task: () => Promise<void>) => void
}

/** The services of the desk, and who may call them. */
export type GuardedServices = DeskServices & {
  /** Throws `access.*` where the person here may not. Asked of every call, the shell's own too. */
  readonly demand: (channel: Channel, args: unknown) => Promise<void>
}

/** Makes the services of the desk. Throwing ends in the failure page: `ExpectedError` with its own sentence. */
export type CreateServices<Desk extends GuardedServices = GuardedServices> = (
  context: ServiceContext,
) => Promise<Desk & Audited>

/** Why a start failed. `error`: null where nobody expected it; `system`: the code of the system then, or an empty text. */
export interface StartFailure {
  readonly error: AppError | null
  readonly system: string
  readonly report: string | null
}

/** What the shell gives to the services of the page of a failed start. */
export interface RecoveryShell {
  readonly context: ServiceContext
  readonly failure: () => StartFailure
  /** Makes the services of the desk once more; true: they stand, and the desk takes the place of the page. */
  readonly again: () => Promise<boolean>
  /** The page has asked for what it shows: it stands. */
  readonly heard: () => void
  readonly speak: (language: Language) => Promise<void>
  readonly writeReport: (event: string, fields: LogFields) => string | null
}

/** Makes the services of the page of a failed start. */
export type CreateRecovery = (shell: RecoveryShell) => RecoveryServices

/** What a batch is given. `openDesk` loads the desk's page unseen. */
export interface BatchShell<Desk extends GuardedServices = GuardedServices> {
  readonly context: ServiceContext
  readonly services: Desk
  /** The arguments after `--batch`. */
  readonly argv: readonly string[]
  readonly openDesk: () => Promise<void>
}

/** Runs a batch instead of the desk; resolves to the exit code. */
export type RunBatch<Desk extends GuardedServices = GuardedServices> = (shell: BatchShell<Desk>) => Promise<number>
