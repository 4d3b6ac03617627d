import type { DESKS_CHANNELS, FoundInvitation } from '#shared/ipc/desks.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { floorOf } from '../backup/services.ts'
import type { DeskState } from '../desk/desk-state.ts'
import type { inTurn } from '../desk/in-turn.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import { nodeFiles } from '../journal/file-system.ts'
import type { SafeStorage } from '../security/safe-storage.ts'
import {
  askToJoin,
  type Beginning,
  beginInOffice,
  type ChosenInvitation,
  chooseInvitation,
  dropOffice,
  findRequest,
  type JoinParts,
  type StagedOffice,
  stageOffice,
} from './joining.ts'
import { told, writeRequest } from './request.ts'

type JoinChannel = keyof Pick<
  typeof DESKS_CHANNELS,
  'join.state' | 'join.ask' | 'join.open' | 'join.take' | 'join.stop' | 'join.begin'
>

/** What a computer that joins rests on. */
export interface JoiningParts {
  readonly context: ServiceContext
  readonly state: Pick<DeskState, 'clock' | 'start'>
  readonly storage: SafeStorage
}

/** A computer that is no desk yet. Every call is refused where it is one. */
export class Joining {
  readonly #context: ServiceContext
  readonly #state: JoiningParts['state']
  readonly #parts: JoinParts
  readonly #serially: ReturnType<typeof inTurn>
  /** The invitation whose server is to be taken by its digits. */
  #chosen: ChosenInvitation | null = null
  #staged: StagedOffice | null = null
  #running: AbortController | null = null

  constructor(
    { context, state, storage }: JoiningParts,
    serially: ReturnType<typeof inTurn>,
    progress: JoinParts['progress'],
  ) {
    this.#context = context
    this.#state = state
    this.#serially = serially
    this.#parts = {
      ...{ userData: context.userData, app: context.version, storage, files: nodeFiles, progress },
      floor: floorOf(context),
      now: () => state.clock.now(),
      reportBug: error => void context.log.bug('join', error),
    }
  }

  readonly services: Pick<DeskServices, JoinChannel> = {
    'join.state': async () => {
      const own = await findRequest(this.#parts)
      return { asked: own && told(own.request) }
    },
    'join.ask': async ({ name }, caller) => {
      await this.#demandNone()
      const folder = await this.#context.chooseFolder(caller, 'parcel')
      if (folder === null) return { state: 'canceled' }
      const request = await askToJoin(this.#parts, name)
      return { state: 'saved', fileName: await writeRequest(nodeFiles, folder, request), records: 0 }
    },
    'join.open': async (_, caller) => {
      await this.#demandNone()
      const path = await this.#context.chooseExchange(caller, 'invitation')
      if (path === null) return { found: null, server: null }
      return this.#serially(async () => {
        await this.#drop()
        this.#chosen = null
        const { chosen, server } = await chooseInvitation(this.#parts, path)
        if (server === null) return { found: await this.#stage(chosen, ''), server }
        this.#chosen = chosen
        return { found: null, server }
      })
    },
    'join.take': ({ digits }) =>
      this.#serially(async () => {
        await this.#demandNone()
        if (this.#chosen === null) throw new ExpectedError('join.not_asked')
        return { found: await this.#stage(this.#chosen, digits) }
      }),
    'join.stop': async () => {
      this.#running?.abort()
      return {}
    },
    'join.begin': asked => this.#serially(() => this.#begin(asked)),
  }

  async #demandNone(): Promise<void> {
    if ((await this.#state.start()).phase !== 'first_run') throw new ExpectedError('desk.already_set_up')
  }

  async #drop(): Promise<void> {
    if (this.#staged !== null) await dropOffice(this.#parts, this.#staged)
    this.#staged = null
  }

  async #stage(chosen: ChosenInvitation, digits: string): Promise<FoundInvitation> {
    await this.#drop()
    this.#running = new AbortController()
    const { signal } = this.#running
    try {
      this.#staged = await stageOffice({ ...this.#parts, signal }, chosen, digits)
    } finally {
      this.#running = null
    }
    return this.#staged.found
  }

  async #begin(asked: Beginning): Promise<Record<string, never>> {
    await this.#demandNone()
    if (this.#staged === null) throw new ExpectedError('join.not_asked')
    try {
      await beginInOffice(this.#parts, this.#staged, asked)
    } catch (error) {
      // What a person can put right is asked again; anything else begins with the invitation.
      const isAsked = error instanceof ExpectedError && error.detail.code.startsWith('join.')
      if (!isAsked) await this.#drop().catch(() => undefined)
      throw error
    }
    this.#staged = null
    setImmediate(this.#context.restart)
    return {}
  }
}
