import { createHash } from 'node:crypto'
import { RequestId, type TalonShape } from '#shared/application/registration.ts'
import { isHandedOut, type TalonMade } from '#shared/application/transitions.ts'
import type { EntityId } from '#shared/change/action.ts'
import type { ParsedArgsOf, ResultOf } from '#shared/ipc/contract.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { Caller } from '../ipc/sender.ts'
import { TICKET_WIDTHS } from '../print/paper-size.ts'
import type { DeskState } from './desk-state.ts'
import type { Prints } from './prints.ts'
import { type TalonApplication, talonApplication, talonData, talonDay } from './talon-sources.ts'
import type { TalonContext } from './talons.ts'

/** What a batch takes of the one who makes single talons: one line for both, and the same record. */
export interface TalonDesk {
  readonly context: TalonContext
  readonly state: Pick<DeskState, 'desk' | 'actor'>
  readonly serially: <T>(work: () => Promise<T>) => Promise<T>
  readonly prints: () => Prints
  readonly record: (application: EntityId, body: Omit<TalonMade, 'at'>) => Promise<void>
  readonly noteSaved: (application: EntityId, shape: TalonShape) => Promise<void>
}

type Asked = ParsedArgsOf<'talon.printMany'>
type Printed = ResultOf<'talon.printMany'>
type Given = ResultOf<'talon.saveMany'>
type Sheets = Extract<SheetJob, { kind: 'talons' }>

/** Who needs a first talon, and the job by which it is known whether one was on its way. */
interface Due extends TalonApplication {
  readonly job: RequestId
}

/** What lies among the prints of a talon that is on its way with others: that it is, not what it says. */
const ON_ITS_WAY = Buffer.alloc(0)

/** Makes first talons of many people. A second one of a person is never made here: it needs its reason. */
export class TalonBatch {
  readonly #desk: TalonDesk
  /** Requests under way and done as a whole. What was stopped goes on by the same request. */
  readonly #prints = new Map<string, Promise<Printed>>()
  readonly #saves = new Map<string, Promise<Given>>()

  constructor(desk: TalonDesk) {
    this.#desk = desk
  }

  print({ request, applications }: Asked): Promise<Printed> {
    return once(
      this.#prints,
      request,
      () => this.#printAll(applications),
      ({ state }) => state === 'done',
    )
  }

  save({ request, applications }: Asked, caller: Caller): Promise<Given> {
    return once(
      this.#saves,
      request,
      () => this.#saveAll(applications, caller),
      ({ given }) => given.length > 0,
    )
  }

  async #printAll(applications: readonly EntityId[]): Promise<Printed> {
    const all = [...new Set(applications)]
    const isTicket = this.#desk.context.settings.current.talon.shape in TICKET_WIDTHS
    const [printed, unsure]: [EntityId[], EntityId[]] = [[], []]
    for (const group of isTicket ? all.map(one => [one]) : [all]) {
      // A turn each: who stands at the desk does not wait for hundreds of others.
      const done = await this.#desk.serially(() => this.#printGroup(group))
      printed.push(...done.printed)
      unsure.push(...done.unsure)
      if (done.state !== 'done') return { state: done.state, printed, unsure }
    }
    return { state: 'done', printed, unsure }
  }

  async #printGroup(group: readonly EntityId[]): Promise<Printed> {
    const { context, record, prints } = this.#desk
    const { shape, printer } = context.settings.current.talon
    const { due, unsure } = await this.#sortOut(group)
    const nothing = { printed: [], unsure }
    if (due.length === 0) return { state: 'done', ...nothing }
    if (printer === null) return { state: 'no_printer', ...nothing }
    if (!(await this.#send(due, shape, printer))) return { state: 'printer_failed', ...nothing }
    for (const { application, job, registered } of due) {
      await record(application, { job, shape, result: 'printed', reprint: plainReason(registered.talons) })
      for (const done of [job, ...registered.talons.map(made => made.job as RequestId)]) await prints().drop(done)
    }
    return { state: 'done', printed: due.map(({ application }) => application), unsure }
  }

  /** Says of each that it is on its way, then sends all of them; false: not taken, and nothing is said any more. */
  async #send(due: readonly Due[], shape: TalonShape, printer: string): Promise<boolean> {
    const { context, prints, state } = this.#desk
    const sheet = await this.#sheet(due, shape)
    const keep = async () => {
      for (const { job, subject } of due) await prints().keep(job, subject, state.actor().date, ON_ITS_WAY)
    }
    let isTaken = false
    try {
      isTaken = await context.printSheetOn(sheet, printer, keep)
    } finally {
      if (!isTaken) for (const { job } of due) await prints().drop(job)
    }
    return isTaken
  }

  async #saveAll(applications: readonly EntityId[], caller: Caller): Promise<Given> {
    const { context, state, serially, noteSaved } = this.#desk
    const shape = sheetOf(context.settings.current.talon.shape)
    const { due } = await serially(() => this.#sortOut([...new Set(applications)]))
    if (due.length === 0) return { saved: null, given: [] }
    const pdf = await context.printSheet(await this.#sheets(due, shape, shape === 'A6'))
    const saved = await context.saveFile(caller, 'pdf', `talons-${state.actor().date}`, pdf)
    if (saved.state !== 'saved') return { saved, given: [] }
    const given = due.map(({ application }) => application)
    for (const application of given) await noteSaved(application, shape)
    return { saved, given }
  }

  /**
   * Who needs a first talon. What lies here unrecorded was cut short on its way to the printer and may be on paper: it is
   * recorded as kept and told, and a person looks before it is printed again.
   */
  async #sortOut(group: readonly EntityId[]): Promise<{ due: Due[]; unsure: EntityId[] }> {
    const { context, state, record, prints } = this.#desk
    const [due, unsure]: [Due[], EntityId[]] = [[], []]
    for (const application of group) {
      const found = await this.#find(application)
      const talons = found?.registered.talons ?? []
      if (found === null || talons.some(isHandedOut)) continue
      const job = jobOf(state.desk().journal.installation, application, talons.length)
      if (await prints().has(job)) {
        const { shape } = context.settings.current.talon
        await record(application, { job, shape, result: 'kept', reprint: plainReason(talons) })
        await prints().drop(job)
        unsure.push(application)
      } else due.push({ ...found, job })
    }
    return { due, unsure }
  }

  /** Null: of whom no talon can be made, imported or erased meanwhile. */
  async #find(application: EntityId): Promise<TalonApplication | null> {
    try {
      return await talonApplication(this.#desk.state.desk(), application)
    } catch (error) {
      if (error instanceof ExpectedError && error.detail.code.startsWith('talon.')) return null
      throw error
    }
  }

  async #sheet(due: readonly Due[], shape: TalonShape): Promise<SheetJob> {
    if (!(shape in TICKET_WIDTHS)) return this.#sheets(due, sheetOf(shape), false)
    const [data] = await this.#data(due, shape)
    if (data === undefined) throw new Error('no talon')
    return { kind: 'talon', data }
  }

  async #sheets(due: readonly Due[], shape: Sheets['shape'], cut: boolean): Promise<Sheets> {
    return { kind: 'talons', shape, cut, talons: await this.#data(due, shape) }
  }

  async #data(due: readonly Due[], shape: TalonShape): Promise<Sheets['talons']> {
    const desk = this.#desk.state.desk()
    const day = await talonDay(desk, this.#desk.state.actor().date)
    return Promise.all(due.map(one => talonData(desk, one, day, { shape, reprint: null })))
  }
}

/** What a ticket printer would have made stands on sheets where there is none. */
function sheetOf(shape: TalonShape): Sheets['shape'] {
  return shape === '58mm' || shape === '80mm' ? 'A6' : shape
}

/** A first talon needs no reason; after those that only lay here it says that they were not printed. */
function plainReason(talons: readonly TalonMade[]): 'not_printed' | null {
  return talons.length === 0 ? null : 'not_printed'
}

/** The same for the same talon whoever asks and whenever, so that one on its way is found after a kill. */
function jobOf(installation: string, application: EntityId, made: number): RequestId {
  const hash = createHash('sha256').update(`talon|${installation}|${application}|${made}`).digest('hex')
  return RequestId.parse(BigInt(`0x${hash}`).toString(36).padStart(16, '0').slice(-16))
}

/** The same request is answered by the same work, unless that did not come to its end. */
function once<T>(
  known: Map<string, Promise<T>>,
  request: string,
  work: () => Promise<T>,
  isWhole: (done: T) => boolean,
): Promise<T> {
  const under = known.get(request)
  if (under) return under
  const made = work()
  known.set(request, made)
  made.then(
    done => isWhole(done) || known.delete(request),
    () => known.delete(request),
  )
  return made
}
