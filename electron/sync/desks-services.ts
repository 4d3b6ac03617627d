import { basename, dirname } from 'node:path'
import type { SubjectId } from '#shared/change/action.ts'
import type { DESKS_CHANNELS, FoundParcel, ParcelState } from '#shared/ipc/desks.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { JoinRequest } from '#shared/sync/invitation.ts'
import { chainsToSend, Heads, parcelName } from '#shared/sync/parcel.ts'
import { intentNow } from '../desk/act.ts'
import type { DeskState } from '../desk/desk-state.ts'
import { dropKeys } from '../desk/erase.ts'
import { inTurn } from '../desk/in-turn.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { letterOf } from '../desk/registrations.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import { nodeFiles } from '../journal/file-system.ts'
import { readLinks } from '../security/older-keys.ts'
import type { SafeStorage } from '../security/safe-storage.ts'
import { systemRandom } from '../security/seal.ts'
import { goingOnServices } from './going-on.ts'
import { writeInvitation } from './invitation.ts'
import { Joining } from './join-services.ts'
import { keyHandingServices } from './key-handing.ts'
import { memoryOf } from './memory.ts'
import { officeDesks } from './office-desks.ts'
import { type ParcelParts, recordsOf, writeParcel } from './parcel.ts'
import { type KeptParcels, openParcels } from './parcel-memory.ts'
import { readRequest, told } from './request.ts'
import { findAnswer } from './server-answer.ts'
import type { DeskSync } from './services.ts'
import { type CheckedParcel, checkParcel, takeParcel } from './take-parcel.ts'

type DesksChannel = keyof typeof DESKS_CHANNELS
type DesksServices = Pick<DeskServices, DesksChannel>

/** What several desks of one office rest on. */
export interface DesksParts {
  readonly context: ServiceContext
  readonly state: Pick<DeskState, 'desk' | 'findDesk' | 'actor' | 'access' | 'clock' | 'start' | 'place' | 'atDoor'>
  readonly storage: SafeStorage
  readonly moved: () => void
  readonly sync: Pick<DeskSync, 'isStopped' | 'commonWithServer' | 'end'>
  /** A copy of the data as they are now, because of a new office key; false: it could not be made, and was told. */
  readonly copy: () => Promise<boolean>
  /** What this desk holds of erased people beside the journal. */
  readonly erased: (subjects: readonly SubjectId[]) => Promise<void>
}

/** Files between the desks of an office, joining it, and retiring a desk. One after another: each moves the same memory. */
export function desksServices(parts: DesksParts): DesksServices {
  const serially = inTurn()
  const progress = progressOf(parts.context)
  const parcels = new Parcels(parts, serially, progress)
  return {
    ...parcels.services,
    ...goingOnServices({ ...parts, serially, behind: () => parcels.behind }),
    ...new Invitations(parts, serially, progress).services,
    ...new Joining(parts, serially, progress).services,
    ...keyHandingServices(parts),
  }
}

type Serially = ReturnType<typeof inTurn>
type Progress = ParcelParts['progress']

/** Pages are told a few times a second at most. */
const TOLD_EVERY = 300

function progressOf({ send }: Pick<ServiceContext, 'send'>): Progress {
  let last = 0
  return (done, all) => {
    const now = performance.now()
    if (done < all && now - last < TOLD_EVERY) return
    last = now
    send('parcel.progress', { done, all })
  }
}

/** What a desk writes for others and takes in from them. */
class Parcels {
  readonly #parts: DesksParts
  readonly #serially: Serially
  readonly #progress: Progress
  #chosen: CheckedParcel | null = null
  /** A file in which another desk has more of this desk's chain than it has itself. */
  #behind: string | null = null
  #running: AbortController | null = null

  constructor(parts: DesksParts, serially: Serially, progress: Progress) {
    this.#parts = parts
    this.#serially = serially
    this.#progress = progress
  }

  get behind(): string | null {
    return this.#behind
  }

  readonly services: Pick<
    DesksServices,
    'parcel.state' | 'parcel.write' | 'parcel.choose' | 'parcel.take' | 'parcel.stop' | 'desk.retire'
  > = {
    'parcel.state': () => this.#state(),
    'parcel.write': async ({ whole }, caller) => {
      const folder = await this.#parts.context.chooseFolder(caller, 'parcel')
      if (folder === null) return { state: 'canceled' }
      return this.#serially(() => this.#write(folder, whole))
    },
    'parcel.choose': async (_, caller) => {
      const path = await this.#parts.context.chooseExchange(caller, 'parcel')
      return { found: path === null ? null : await this.#serially(() => this.#choose(path)) }
    },
    'parcel.take': () => this.#serially(() => this.#take()),
    'parcel.stop': async () => {
      this.#running?.abort()
      return {}
    },
    'desk.retire': async ({ installation, reason }) => {
      const { desk, actor } = this.#parts.state
      const { gate, journal } = desk()
      if (installation === journal.installation) throw new ExpectedError('desk.retire_own')
      await gate.act([{ intent: intentNow(journal, 'desk', installation, 'desk.retired', { reason }) }], actor())
      this.#parts.moved()
      return {}
    },
  }

  async #state(): Promise<ParcelState> {
    const desk = this.#parts.state.desk()
    const kept = await keptOf(this.#parts, desk)
    const { sent, written, taken } = kept.current
    const fresh = recordsOf(chainsToSend(Heads.parse(desk.journal.head().cursor), sent))
    const isBehind = this.#behind !== null || this.#parts.sync.isStopped
    const desks = await officeDesks(desk.journal)
    return { desks, fresh, written, taken, busy: this.#running !== null, isBehind }
  }

  async #write(folder: string, whole: boolean) {
    const desk = this.#parts.state.desk()
    const { letter } = await letterOf(desk.journal)
    const fileName = parcelName(letter, new Date(this.#parts.state.clock.now()).toISOString())
    return this.#run(async parts => {
      const { records } = await writeParcel(parts, `${folder}/${fileName}`, { whole })
      return { state: 'saved' as const, fileName, records }
    })
  }

  async #choose(path: string): Promise<FoundParcel> {
    const desk = this.#parts.state.desk()
    this.#chosen = null
    const checked = await checkParcel({ desk, files: nodeFiles }, path).catch(error => {
      if (error instanceof ExpectedError && error.detail.code === 'parcel.data_behind') this.#behind = path
      throw error
    })
    this.#chosen = checked
    const { manifest, file, end } = checked
    const { cursor } = desk.journal.head()
    const fresh = manifest.chains.reduce((sum, { installation, after, last }) => {
      return sum + Math.max(0, last - Math.max(after, cursor[installation] ?? 0))
    }, 0)
    const from = (await officeDesks(desk.journal)).find(({ installation }) => installation === file.head.i)
    return {
      ...{ fileName: basename(path), from: file.head.i, letter: from?.letter ?? null },
      ...{ madeAt: manifest.madeAt, records: end.records, fresh },
    }
  }

  async #take() {
    const chosen = this.#chosen
    if (chosen === null) throw new ExpectedError('parcel.none_chosen')
    return this.#run(parts => takeParcel(parts, chosen).finally(this.#parts.moved))
  }

  async #run<T>(work: (parts: ParcelParts) => Promise<T>): Promise<T> {
    const running = new AbortController()
    this.#running = running
    try {
      return await work(await parcelParts(this.#parts, this.#progress, running.signal))
    } finally {
      this.#running = null
    }
  }
}

const opened = new WeakMap<OpenDesk, Promise<KeptParcels>>()

function keptOf({ context }: DesksParts, desk: OpenDesk): Promise<KeptParcels> {
  const known = opened.get(desk)
  const kept = known ?? openParcels(nodeFiles, context.dataFolder, desk.keys)
  opened.set(desk, kept)
  return kept
}

async function parcelParts(parts: DesksParts, progress: Progress, signal?: AbortSignal): Promise<ParcelParts> {
  const { context, state, moved, erased } = parts
  const desk = state.desk()
  return {
    ...{ desk, files: nodeFiles, app: context.version, progress },
    kept: await keptOf(parts, desk),
    memory: await memoryOf(nodeFiles, context.dataFolder, desk),
    now: () => state.clock.now(),
    taken: async subjects => {
      const gone = subjects.filter(subject => desk.keyring.keyOf(subject) !== null)
      if (gone.length > 0) await dropKeys(desk, gone)
      if (subjects.length > 0) await erased(subjects)
      moved()
    },
    ...(signal && { signal }),
  }
}

/** An administrator lets a computer into the office. */
class Invitations {
  readonly #parts: DesksParts
  readonly #serially: Serially
  readonly #progress: Progress
  #asked: JoinRequest | null = null

  constructor(parts: DesksParts, serially: Serially, progress: Progress) {
    this.#parts = parts
    this.#serially = serially
    this.#progress = progress
  }

  readonly services: Pick<DesksServices, 'invite.open' | 'invite.write'> = {
    'invite.open': async (_, caller) => {
      this.#parts.state.desk()
      const path = await this.#parts.context.chooseExchange(caller, 'request')
      if (path === null) return { asked: null, answered: false }
      this.#asked = null
      this.#asked = await readRequest(nodeFiles, path)
      const answer = await findAnswer(nodeFiles, dirname(path), this.#asked)
      return { asked: told(this.#asked), answered: answer !== null }
    },
    'invite.write': async ({ data }, caller) => {
      const request = this.#asked
      if (request === null) throw new ExpectedError('join.no_request')
      const folder = await this.#parts.context.chooseFolder(caller, 'parcel')
      if (folder === null) return { state: 'canceled' }
      return this.#serially(() => this.#write(request, folder, data))
    },
  }

  async #write(request: JoinRequest, folder: string, data: boolean) {
    const { state, context } = this.#parts
    const { keys } = state.desk()
    const { parcel, records } = data ? await this.#writeOffice(folder) : { parcel: null, records: 0 }
    const recovery = await nodeFiles.readFile(`${context.dataFolder}/keys/recovery.key`)
    const guarded = state.access.door !== null
    const older = await readLinks({ folder: context.dataFolder, files: nodeFiles })
    const giving = { keys, guarded, older, recovery, parcel, random: systemRandom }
    const fileName = await writeInvitation(nodeFiles, folder, request, giving)
    return { state: 'saved' as const, fileName, records }
  }

  /** Everything of the office, for one desk alone. */
  async #writeOffice(folder: string): Promise<{ readonly parcel: string; readonly records: number }> {
    const { state } = this.#parts
    const { letter } = await letterOf(state.desk().journal)
    const parcel = parcelName(letter, new Date(state.clock.now()).toISOString())
    const parts = await parcelParts(this.#parts, this.#progress)
    const { records } = await writeParcel(parts, `${folder}/${parcel}`, { whole: true, toAll: false })
    return { parcel, records }
  }
}
