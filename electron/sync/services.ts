import { randomBytes } from 'node:crypto'
import os from 'node:os'
import type { SubjectId } from '#shared/change/action.ts'
import type { SYNC_CHANNELS } from '#shared/ipc/sync.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { ServerAnswer } from '#shared/sync/invitation.ts'
import type { DeskState } from '../desk/desk-state.ts'
import { dropKeys } from '../desk/erase.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { findTrust } from '../http/trust.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import { nodeFiles } from '../journal/file-system.ts'
import { askServer, endAsking, findAsked, openAsked, takeAsked } from './asking.ts'
import { type SyncDatabase, SyncFailure } from './database.ts'
import { commonWithServer } from './fork.ts'
import { type KeptMemory, memoryOf } from './memory.ts'
import { databasesFor } from './pull-office.ts'
import { told } from './request.ts'
import { Runner } from './runner.ts'
import { shownOf } from './server-answer.ts'
import { type OfficeServer, readServer, writeServer } from './server-file.ts'
import { type Going, statusOf } from './status.ts'

/** How often pages are told of a long exchange at most, in milliseconds. */
const TELL_EVERY = 500

/** What the exchange of a desk hangs on. */
export interface SyncParts {
  readonly context: Pick<
    ServiceContext,
    'dataFolder' | 'version' | 'log' | 'send' | 'batch' | 'chooseFolder' | 'chooseExchange'
  >
  readonly state: Pick<DeskState, 'findDesk' | 'desk'>
  /** Pages are to read what came. */
  readonly moved: () => void
  /** Files of a person whom another desk erased go. */
  readonly erased: (subject: SubjectId) => Promise<void>
}

interface Exchanging extends Going {
  readonly actions: SyncDatabase
  readonly runner: Runner
  readonly memory: KeptMemory
  readonly end: () => Promise<void>
}

/** The exchange of this desk with the office's server. Where no server is set nothing is asked of anybody. */
export class DeskSync {
  readonly #parts: SyncParts
  #at: Exchanging | null = null
  /** The answer of the server's administrator that was opened, as it was read. */
  #answer: ServerAnswer | null = null
  #isLooked = false
  #isStopped = false
  /** Records were taken that pages have not been told of. */
  #isUntold = false
  #toldAt = 0
  #telling: NodeJS.Timeout | null = null

  constructor(parts: SyncParts) {
    this.#parts = parts
  }

  get services(): Pick<DeskServices, keyof typeof SYNC_CHANNELS> {
    const { state } = this.#parts
    return {
      'sync.state': async () => statusOf(state.desk(), this.#at),
      'sync.setServer': async ({ authority, ...asked }) => {
        await this.#change({ ...asked, trust: trustOf(authority) })
        return {}
      },
      'sync.asked': async () => {
        const own = await findAsked(nodeFiles, this.#folder, state.desk())
        return { asked: own && told(own.request) }
      },
      'sync.ask': async (_, caller) => {
        const desk = state.desk()
        const to = await this.#parts.context.chooseFolder(caller, 'parcel')
        if (to === null) return { state: 'canceled' }
        const { request, fileName } = await askServer(nodeFiles, { folder: this.#folder, to }, desk)
        return { state: 'saved', fileName, asked: told(request) }
      },
      'sync.open': async (_, caller) => {
        const desk = state.desk()
        const path = await this.#parts.context.chooseExchange(caller, 'answer')
        this.#answer = null
        if (path === null) return { found: null }
        const { answer, server } = await openAsked(nodeFiles, { folder: this.#folder, path }, desk)
        this.#answer = answer
        return { found: shownOf(server) }
      },
      'sync.take': async ({ digits }) => {
        await this.#take(digits)
        return {}
      },
      'sync.leave': async () => {
        await this.#change(null)
        return {}
      },
      'sync.now': async () => {
        this.wake()
        return {}
      },
    }
  }

  get #folder(): string {
    return this.#parts.context.dataFolder
  }

  /** Looks whether there is a desk with a server to begin with; never throws. */
  look(): void {
    void this.#look().catch(error => this.#reportBug(error))
  }

  /** Something was written here, the machine woke, or a person asks. */
  wake(): void {
    this.#at?.runner.wake()
  }

  /** Others have more of this desk's chain than it has, or something else: nothing goes on until a person decides. */
  get isStopped(): boolean {
    return this.#isStopped
  }

  /**
   * Where the exchange is stopped: the last record of this desk's chain that the server has too (null: all of them).
   * Throws ExpectedError `desk.no_server` where the server does not answer.
   */
  async commonWithServer(): Promise<number | null> {
    if (this.#at === null) return null
    try {
      return await commonWithServer(this.#parts.state.desk(), this.#at.actions)
    } catch (error) {
      if (error instanceof SyncFailure) throw new ExpectedError('desk.no_server')
      throw error
    }
  }

  async end(): Promise<void> {
    if (this.#telling !== null) clearTimeout(this.#telling)
    await this.#at?.end()
  }

  async #look(): Promise<void> {
    const { context, state } = this.#parts
    const desk = state.findDesk()
    if (desk === null || this.#isLooked || context.batch !== null) return
    this.#isLooked = true
    const server = await readServer(nodeFiles, context.dataFolder, desk.keys)
    if (server !== null) await this.#begin(desk, server)
  }

  async #take(digits: string): Promise<void> {
    const answer = this.#answer
    if (answer === null) throw new ExpectedError('server.no_answer')
    const asked = { folder: this.#folder, answer, digits }
    await this.#change(await takeAsked(nodeFiles, asked, this.#parts.state.desk()))
    this.#answer = null
    await endAsking(nodeFiles, this.#folder)
  }

  async #change(server: OfficeServer | null): Promise<void> {
    const { context, state } = this.#parts
    const desk = state.desk()
    this.#isLooked = true
    await writeServer(nodeFiles, context.dataFolder, desk.keys, server)
    await this.#at?.end()
    this.#at = null
    if (server !== null) await this.#begin(desk, server)
    this.#tell()
  }

  async #begin(desk: OpenDesk, server: OfficeServer): Promise<void> {
    const { dataFolder, version } = this.#parts.context
    const databases = databasesFor(server, desk.journal.installation)
    const memory = await memoryOf(nodeFiles, dataFolder, desk)
    const exchange = {
      ...{ desk, memory, app: version },
      actions: databases.actions,
      people: databases.people,
      now: () => Date.now(),
      random: () => randomBytes(16).toString('hex'),
      taken: (subjects: readonly SubjectId[], isMore = false) => this.#taken(desk, subjects, isMore),
    }
    const reportBug = (error: unknown) => this.#reportBug(error)
    const runner = new Runner({ exchange, told: () => this.#tell(), reportBug, wires: wiresOfMachine })
    const end = async () => {
      await runner.end()
      databases.close()
    }
    this.#at = { server, runner, memory, end, actions: exchange.actions }
    runner.begin()
  }

  /**
   * While a long exchange takes page after page the pages of the desk are not told: they would fold what comes at once, and what is not
   * on the disk yet would wait for that.
   */
  async #taken(desk: OpenDesk, subjects: readonly SubjectId[], isMore: boolean): Promise<void> {
    const { erased } = this.#parts
    const gone = subjects.filter(subject => desk.keyring.keyOf(subject) !== null)
    if (gone.length > 0) await dropKeys(desk, gone)
    for (const subject of subjects) await erased(subject).catch(error => this.#reportBug(error))
    this.#isUntold = true
    if (!isMore) this.#tellTaken()
  }

  #tellTaken(): void {
    if (!this.#isUntold) return
    this.#isUntold = false
    this.#parts.moved()
  }

  #tell(): void {
    // A try that is under way, or failed for want of a wire, takes nothing back: an exchange that passed does.
    const standing = this.#at?.runner.state.standing ?? 'alone'
    if (standing !== 'working') this.#tellTaken()
    if (standing === 'stopped') this.#isStopped = true
    if (standing === 'agreed' || standing === 'alone') this.#isStopped = false
    if (this.#telling !== null) return
    const wait = Math.max(0, this.#toldAt + TELL_EVERY - Date.now())
    this.#telling = setTimeout(() => {
      this.#telling = null
      this.#toldAt = Date.now()
      this.#parts.context.send('sync.told', {})
    }, wait)
    this.#telling.unref()
  }

  #reportBug(error: unknown): void {
    void this.#parts.context.log.bug('sync', error)
  }
}

/** Throws ExpectedError `sync.authority` where the certificates cannot be read. */
function trustOf(authority: string | null): OfficeServer['trust'] {
  const trust = findTrust(authority)
  if (trust === null) throw new ExpectedError('sync.authority')
  return trust
}

function wiresOfMachine(): string {
  return JSON.stringify(
    Object.entries(os.networkInterfaces()).map(([name, all]) => [name, all?.map(one => one.address)]),
  )
}
