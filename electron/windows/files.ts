import path from 'node:path'
import { BrowserWindow, dialog, type SaveDialogOptions, shell } from 'electron'
import type { Saved } from '#shared/ipc/contract.ts'
import { ANSWER_EXTENSION, INVITATION_EXTENSION, REQUEST_EXTENSION } from '#shared/sync/invitation.ts'
import { KEY_ANSWER_EXTENSION, KEY_ASK_EXTENSION } from '#shared/sync/key-handing.ts'
import { PARCEL_EXTENSION } from '#shared/sync/parcel.ts'
import type { Translate } from '../i18n.ts'
import type { Caller } from '../ipc/sender.ts'
import type { ExchangeKind, FileKind, FolderPurpose } from '../ipc/services.ts'
import type { NamedFile } from '../journal/atomic-file.ts'
import { safeFileName } from './file-name.ts'
import type { WindowRegistry } from './registry.ts'
import type { SaveFiles } from './save-file.ts'

const EXTENSIONS: Record<FileKind, string> = {
  pdf: 'pdf',
  workbook: 'xlsx',
  table: 'xlsx',
  csv: 'csv',
  calendar: 'json',
  site: 'zip',
  paper_pdf: 'pdf',
  letter: 'docx',
  paper_jpeg: 'jpg',
  paper_png: 'png',
  report: 'txt',
}

const EXCHANGES = {
  parcel: { title: 'dialog.open.parcel', extension: PARCEL_EXTENSION },
  request: { title: 'dialog.open.request', extension: REQUEST_EXTENSION },
  invitation: { title: 'dialog.open.invitation', extension: INVITATION_EXTENSION },
  answer: { title: 'dialog.open.answer', extension: ANSWER_EXTENSION },
  key_request: { title: 'dialog.open.key_request', extension: KEY_ASK_EXTENSION },
  key_answer: { title: 'dialog.open.key_answer', extension: KEY_ANSWER_EXTENSION },
} as const satisfies Record<ExchangeKind, { title: string; extension: string }>

const FOLDER_TITLES = {
  backup: 'dialog.open.backup_folder',
  site: 'dialog.open.site_folder',
  parcel: 'dialog.open.parcel_folder',
} as const satisfies Record<FolderPurpose, string>

/** The dialogs for files. What was saved in this run may be shown in its folder, nothing else. */
export class FileDialogs {
  readonly #windows: WindowRegistry
  readonly #folder: string
  readonly #translate: () => Translate
  readonly #write: SaveFiles
  readonly #saved = new Set<string>()

  constructor(windows: WindowRegistry, folder: string, translate: () => Translate, write: SaveFiles) {
    this.#windows = windows
    this.#folder = folder
    this.#translate = translate
    this.#write = write
  }

  /** Asks where and writes; says `saved` only when the bytes are on disk. Throws ExpectedError `file.*`. */
  async save(caller: Caller, kind: FileKind, fileName: string, bytes: Uint8Array): Promise<Saved> {
    const t = this.#translate()
    const extension = EXTENSIONS[kind]
    const options: SaveDialogOptions = {
      title: t(`dialog.save.${kind}`),
      defaultPath: path.join(this.#folder, safeFileName(fileName, extension)),
      filters: [{ name: t(`dialog.filter.${kind}`), extensions: [extension] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    }
    const owner = this.#windowOf(caller)
    const chosen = owner ? await dialog.showSaveDialog(owner, options) : await dialog.showSaveDialog(options)
    if (chosen.canceled || !chosen.filePath) return { state: 'canceled' }
    const file = path.extname(chosen.filePath) === '' ? `${chosen.filePath}.${extension}` : chosen.filePath
    await this.#write(path.dirname(file), [{ name: path.basename(file), bytes }])
    this.#saved.add(file)
    return { state: 'saved', path: file, bytes: bytes.byteLength }
  }

  /** Asks for a folder and writes files into it, all of them or none; others of the folder stay. Throws ExpectedError `file.*`. */
  async saveInFolder(caller: Caller, files: readonly NamedFile[]): Promise<Saved> {
    const options = {
      title: this.#translate()('dialog.open.site_folder'),
      defaultPath: this.#folder,
      properties: ['openDirectory' as const, 'createDirectory' as const],
    }
    const owner = this.#windowOf(caller)
    const chosen = owner ? await dialog.showOpenDialog(owner, options) : await dialog.showOpenDialog(options)
    const [folder] = chosen.filePaths
    if (chosen.canceled || folder === undefined) return { state: 'canceled' }
    await this.#write(folder, files)
    this.#saved.add(folder)
    return { state: 'saved', path: folder, bytes: files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) }
  }

  /** Asks for a table to import; null when the person closed the dialog. */
  chooseTable(caller: Caller): Promise<string | null> {
    const t = this.#translate()
    return this.#choose(caller, t('dialog.open.table'), t('dialog.filter.import'), ['xlsx', 'csv'])
  }

  /** Asks for a file of calendar years; null when the person closed the dialog. */
  chooseCalendar(caller: Caller): Promise<string | null> {
    const t = this.#translate()
    return this.#choose(caller, t('dialog.open.calendar'), t('dialog.filter.calendar_open'), ['json', 'xlsx', 'csv'])
  }

  /** Asks for a scanned paper; null when the person closed the dialog. */
  choosePaper(caller: Caller): Promise<string | null> {
    const t = this.#translate()
    return this.#choose(caller, t('dialog.open.paper'), t('dialog.filter.paper'), ['pdf', 'jpg', 'jpeg', 'png'])
  }

  /** Asks for a copy of the data; null when the person closed the dialog. */
  chooseBackup(caller: Caller): Promise<string | null> {
    const t = this.#translate()
    return this.#choose(caller, t('dialog.open.backup'), t('dialog.filter.backup'), ['qbackup'])
  }

  /** Asks for a file that another desk wrote; null when the person closed the dialog. */
  chooseExchange(caller: Caller, kind: ExchangeKind): Promise<string | null> {
    const t = this.#translate()
    const { title, extension } = EXCHANGES[kind]
    return this.#choose(caller, t(title), t(`dialog.filter.${kind}`), [extension])
  }

  /** Asks for a folder; null when the person closed the dialog. */
  async chooseFolder(caller: Caller, purpose: FolderPurpose = 'backup'): Promise<string | null> {
    const options = {
      title: this.#translate()(FOLDER_TITLES[purpose]),
      properties: ['openDirectory' as const, 'createDirectory' as const],
    }
    const owner = this.#windowOf(caller)
    const chosen = owner ? await dialog.showOpenDialog(owner, options) : await dialog.showOpenDialog(options)
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  }

  /** Asks for a package of an update; null when the person closed the dialog. */
  choosePackage(caller: Caller): Promise<string | null> {
    const t = this.#translate()
    return this.#choose(caller, t('dialog.open.update'), t('dialog.filter.update'), ['qupdate'])
  }

  /** Lets a file that main put there be revealed. */
  letReveal(file: string): void {
    this.#saved.add(file)
  }

  async #choose(caller: Caller, title: string, name: string, extensions: string[]): Promise<string | null> {
    const options = { title, filters: [{ name, extensions }], properties: ['openFile' as const] }
    const owner = this.#windowOf(caller)
    const chosen = owner ? await dialog.showOpenDialog(owner, options) : await dialog.showOpenDialog(options)
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  }

  reveal(file: string): boolean {
    if (!this.#saved.has(file)) return false
    shell.showItemInFolder(file)
    return true
  }

  #windowOf(caller: Caller): BrowserWindow | null {
    const own = this.#windows.findById(caller.window)
    return own ? BrowserWindow.fromWebContents(own.contents) : null
  }
}
