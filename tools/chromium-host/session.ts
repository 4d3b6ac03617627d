import { EventEmitter } from 'node:events'
import { app } from './app.ts'

export type SchemeHandler = (request: Request) => Response | Promise<Response>
export type RequestDetails = {
  id: number
  url: string
  method: string
  resourceType: string
  webContentsId?: number
  referrer: string
}
type Headers = Record<string, string[]>
type BeforeRequest = (
  details: RequestDetails,
  callback: (answer: { cancel?: boolean; redirectURL?: string }) => void,
) => void
type HeadersReceived = (
  details: RequestDetails & { responseHeaders: Headers; statusCode: number },
  callback: (answer: { cancel?: boolean; responseHeaders?: Headers }) => void,
) => void
type Answers = (...args: never[]) => unknown

/** `protocol` of one session: who answers a scheme. Privileged schemes are named once for all, before `ready`. */
export class Protocol {
  readonly handlers = new Map<string, SchemeHandler>()

  registerSchemesAsPrivileged(_schemes: { scheme: string }[]): void {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  }

  handle(scheme: string, handler: SchemeHandler): void {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    this.handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    this.handlers.delete(scheme)
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme)
  }
}

/** `webRequest`: the two hooks a closed desk needs. A filter of addresses is accepted and ignored: every request is asked about. */
class WebRequest {
  beforeRequest: BeforeRequest | null = null
  headersReceived: HeadersReceived | null = null

  onBeforeRequest(filter: unknown, listener?: BeforeRequest | null): void {
    this.beforeRequest = listener !== undefined ? listener : (filter as BeforeRequest | null)
  }

  onHeadersReceived(filter: unknown, listener?: HeadersReceived | null): void {
    this.headersReceived = listener !== undefined ? listener : (filter as HeadersReceived | null)
  }
}

/**
 * A session of Electron. Chromium itself refuses every permission, device, capture and download; the handlers of the
 * product are kept so that a test can ask them what they would say (control.ts).
 */
export class Session extends EventEmitter {
  readonly partition: string
  readonly protocol = new Protocol()
  readonly webRequest = new WebRequest()
  readonly answers = new Map<string, Answers | null>()
  /** Clears what Chromium stored, by its own names of the kinds; set by the window layer, which knows the engines. */
  clear: (kinds: string) => Promise<void> = async () => {}

  constructor(partition: string) {
    super()
    this.partition = partition
  }

  setPermissionRequestHandler(handler: Answers | null): void {
    this.answers.set('permission-request', handler)
  }

  setPermissionCheckHandler(handler: Answers | null): void {
    this.answers.set('permission-check', handler)
  }

  setDevicePermissionHandler(handler: Answers | null): void {
    this.answers.set('device-permission', handler)
  }

  setDisplayMediaRequestHandler(handler: Answers | null): void {
    this.answers.set('display-media', handler)
  }

  setUSBProtectedClassesHandler(handler: Answers | null): void {
    this.answers.set('usb-classes', handler)
  }

  setBluetoothPairingHandler(handler: Answers | null): void {
    this.answers.set('bluetooth-pairing', handler)
  }

  setCertificateVerifyProc(handler: Answers | null): void {
    this.answers.set('certificate', handler)
  }

  setSpellCheckerEnabled(): void {}
  setSpellCheckerLanguages(): void {}
  setSpellCheckerDictionaryDownloadURL(): void {}

  async setProxy(): Promise<void> {}
  async clearCache(): Promise<void> {}
  async flushStorageData(): Promise<void> {}

  async clearStorageData({ storages }: { storages?: string[] } = {}): Promise<void> {
    await this.clear(storages?.map(each => (each === 'indexdb' ? 'indexeddb' : each)).join() ?? 'all')
  }

  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:')
  }
}

const sessions = new Map<string, Session>()

function sessionOf(partition: string): Session {
  const known = sessions.get(partition)
  if (known) return known
  const made = new Session(partition)
  sessions.set(partition, made)
  app.emit('session-created', made)
  return made
}

export const session = {
  get defaultSession() {
    return sessionOf('')
  },
  fromPartition: sessionOf,
}

export const protocol = session.defaultSession.protocol
