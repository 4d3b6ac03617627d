import { type ReprintReason, RequestId, type TalonShape } from '#shared/application/registration.ts'
import type { TalonData } from '#shared/application/talon.ts'
import { isHandedOut, type TalonMade } from '#shared/application/transitions.ts'
import { type EntityId, keyOf, type SubjectId } from '#shared/change/action.ts'
import type { ParsedArgsOf, ResultOf } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import { randomText } from '../security/random-text.ts'
import { systemRandom } from '../security/seal.ts'
import { intentNow } from './act.ts'
import type { DeskState } from './desk-state.ts'
import { inTurn } from './in-turn.ts'
import { openPrints, type Prints } from './prints.ts'
import { TalonBatch } from './talon-batch.ts'
import { type TalonApplication, talonApplication, talonData, talonDay } from './talon-sources.ts'

/** The talons of a desk. */
export interface Talons {
  readonly services: Pick<
    DeskServices,
    'talon.print' | 'talon.save' | 'talon.printMany' | 'talon.saveMany' | 'printer.list' | 'printer.test'
  >
  /** For the erasure of a person: kept talons are unreadable already, now they go. */
  removeOf(subjects: readonly SubjectId[]): Promise<void>
}

type Answer = ResultOf<'talon.print'>

/** What talons take of the program: sheets, printers, settings, files. */
export type TalonContext = Pick<
  ServiceContext,
  'dataFolder' | 'settings' | 'log' | 'printSheet' | 'printSheetOn' | 'listPrinters' | 'saveFile' | 'onQuit'
>

/** How one talon is made. */
interface Making {
  readonly shape: TalonShape
  readonly printer: string | null
  readonly reason: ReprintReason | null
}

type TalonState = Pick<DeskState, 'desk' | 'findDesk' | 'actor'>

/** How often kept talons are looked through, in milliseconds: what an erased person left must not lie long. */
const SWEEP_EVERY = 10 * 60_000

/** Opens the talons of a desk. `moved` is told when something was appended. */
export function createTalons(context: TalonContext, state: TalonState, moved: () => void): Talons {
  const maker = new TalonMaker(context, state, moved)
  const sweep = () => void maker.sweep().catch(error => context.log.bug('prints', error))
  const timer = setInterval(sweep, SWEEP_EVERY)
  context.onQuit(async () => clearInterval(timer))
  sweep()
  return {
    services: servicesOf(context, maker),
    async removeOf(subjects) {
      // Not in the line: a printer that does not answer must not keep what is to go. What is being written goes after it.
      await maker.removeOf(subjects)
      sweep()
    },
  }
}

function servicesOf(context: TalonContext, maker: TalonMaker): Talons['services'] {
  const batch = maker.batch()
  return {
    'talon.print': asked => maker.print(asked),
    'talon.printMany': asked => batch.print(asked),
    'talon.saveMany': (asked, caller) => batch.save(asked, caller),
    'talon.save': async ({ application }, caller) => {
      const { pdf, number } = await maker.toSave(application)
      const saved = await context.saveFile(caller, 'pdf', `talon-${number}`, pdf)
      if (saved.state === 'saved') await maker.noteSaved(application, context.settings.current.talon.shape)
      return saved
    },
    'printer.list': async (_nothing, caller) => ({ printers: [...(await context.listPrinters(caller))] }),
    'printer.test': async ({ shape, printer }, caller) => {
      const job = { kind: 'test_page', shape } as const
      if (printer !== null) {
        const taken = await context.printSheetOn(job, printer, async () => undefined)
        return { state: taken ? 'printed' : 'failed' }
      }
      const saved = await context.saveFile(caller, 'pdf', `test-${shape}`, await context.printSheet(job))
      return { state: saved.state }
    },
  }
}

/** Makes talons one after another, so that a second press sees what the first has done. */
class TalonMaker {
  readonly #context: TalonContext
  readonly #state: TalonState
  readonly #moved: () => void
  readonly #serially = inTurn()
  /** Jobs of this run, under way and done: the same job is answered, not printed again. */
  readonly #jobs = new Map<string, Promise<Answer>>()

  constructor(context: TalonContext, state: TalonState, moved: () => void) {
    this.#context = context
    this.#state = state
    this.#moved = moved
  }

  print(asked: ParsedArgsOf<'talon.print'>): Promise<Answer> {
    const key = `${asked.application} ${asked.job}`
    const known = this.#jobs.get(key)
    if (known) return known
    const made = this.#serially(() => this.#make(asked))
    this.#jobs.set(key, made)
    // What was refused may be tried again; whether anything was sent is found on disk.
    made.catch(() => this.#jobs.delete(key))
    return made
  }

  /** Talons of many people, made in the same line. */
  batch(): TalonBatch {
    return new TalonBatch({
      context: this.#context,
      state: this.#state,
      serially: this.#serially,
      prints: () => this.#prints(),
      record: (application, body) => this.#record(application, body),
      noteSaved: (application, shape) => this.noteSaved(application, shape),
    })
  }

  /** The talon as it was kept, or rendered anew. */
  async toSave(application: EntityId): Promise<{ pdf: Uint8Array; number: string }> {
    const found = await talonApplication(this.#state.desk(), application)
    const { registered } = found
    const last = registered.talons.at(-1)
    const reprint = last === undefined ? null : markOf(registered.talons.slice(0, -1), last.reprint)
    const { shape } = this.#context.settings.current.talon
    const data = await this.#data(found, { shape, reprint })
    const kept = last?.result === 'kept' ? await this.#prints().find(last.job as RequestId) : null
    // Of a talon that was on its way with many others nothing but that is kept.
    return { pdf: kept?.length ? kept : await this.#context.printSheet({ kind: 'talon', data }), number: data.number }
  }

  /** The file is the person's talon where none was handed out before; what was kept for printing goes. */
  noteSaved(application: EntityId, shape: TalonShape): Promise<void> {
    return this.#serially(async () => {
      const { talons } = (await talonApplication(this.#state.desk(), application)).registered
      if (talons.some(isHandedOut)) return
      const job = RequestId.parse(randomText(16, systemRandom))
      await this.#record(application, { job, shape, result: 'saved', reprint: null })
      for (const made of talons) await this.#prints().drop(made.job as RequestId)
    })
  }

  /** Between jobs: what is being written looks to a sweep like what a kill cut short. */
  sweep(): Promise<void> {
    return this.#serially(async () => {
      if (this.#state.findDesk() !== null) await this.#prints().sweep(this.#state.actor().date)
    })
  }

  removeOf(subjects: readonly SubjectId[]): Promise<void> {
    return this.#prints().removeOf(subjects)
  }

  async #make({ job, application, reprint }: ParsedArgsOf<'talon.print'>): Promise<Answer> {
    const found = await talonApplication(this.#state.desk(), application)
    const { talons } = found.registered
    const before = talons.find(made => made.job === job)
    if (before) return before.result === 'printed' ? PRINTED : this.#kept()
    const reason = reasonFor(talons, reprint)
    // Settings may change while a sheet is rendered: what is recorded is what was made.
    const setting = this.#context.settings.current.talon
    // A job that lies here unrecorded was cut short on its way to the printer: it may be on paper, so it is not sent again.
    const isPrinted = !(await this.#prints().has(job)) && (await this.#send(job, found, { ...setting, reason }))
    const result = isPrinted ? 'printed' : 'kept'
    await this.#record(application, { job, shape: setting.shape, result, reprint: reason })
    if (!isPrinted) return this.#kept()
    for (const done of [job, ...talons.map(made => made.job as RequestId)]) await this.#prints().drop(done)
    return PRINTED
  }

  /** Keeps the PDF first, then prints it: whatever happens on the way, it is known that it was on its way. */
  async #send(job: RequestId, found: TalonApplication, { shape, printer, reason }: Making): Promise<boolean> {
    const { date } = this.#state.actor()
    const data = await this.#data(found, { shape, reprint: markOf(found.registered.talons, reason) })
    const keep = (pdf: Uint8Array) => this.#prints().keep(job, found.subject, date, pdf)
    const sheet = { kind: 'talon', data } as const
    if (printer !== null) return this.#context.printSheetOn(sheet, printer, keep)
    await keep(await this.#context.printSheet(sheet))
    return false
  }

  async #data(found: TalonApplication, made: Pick<TalonData, 'shape' | 'reprint'>): Promise<TalonData> {
    const desk = this.#state.desk()
    return talonData(desk, found, await talonDay(desk, this.#state.actor().date), made)
  }

  async #record(application: EntityId, body: Omit<TalonMade, 'at'>): Promise<void> {
    const { gate, journal } = this.#state.desk()
    const act = () => {
      const intent = intentNow(journal, 'application', keyOf(application), 'application.talon_made', body)
      return gate.act([{ intent }], this.#state.actor())
    }
    // Another act on the application may have gone ahead in the line; what was printed was printed all the same.
    await act().catch(error => {
      if (error instanceof ExpectedError && error.detail.code === 'change.conflict') return act()
      throw error
    })
    this.#moved()
  }

  #kept(): Answer {
    const { printer } = this.#context.settings.current.talon
    return { state: 'kept', why: printer === null ? 'no_printer' : 'printer_failed' }
  }

  #prints(): Prints {
    return openPrints({ folder: this.#context.dataFolder, keyring: this.#state.desk().keyring })
  }
}

const PRINTED: Answer = { state: 'printed', why: null }

/** Why a talon is made. A second one needs its reason; after one that was only kept it is plain. Throws `talon.needs_reason`. */
function reasonFor(talons: readonly TalonMade[], asked: ReprintReason | null): ReprintReason | null {
  const last = talons.at(-1)
  if (last === undefined) return null
  if (asked === null && isHandedOut(last)) throw new ExpectedError('talon.needs_reason')
  return asked ?? 'not_printed'
}

/** What the talon itself says of being a copy: nothing as long as none was handed out. */
function markOf(talons: readonly TalonMade[], reason: ReprintReason | null): ReprintReason | null {
  return talons.some(isHandedOut) ? reason : null
}
