import { createGate, type Gate } from '#electron/desk/act.ts'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { runCycle } from '#electron/sync/cycle.ts'
import { SyncFailure } from '#electron/sync/database.ts'
import type { Exchange } from '#electron/sync/exchange.ts'
import { type KeptMemory, openMemory } from '#electron/sync/memory.ts'
import { type ParcelParts, writeParcel } from '#electron/sync/parcel.ts'
import { type KeptParcels, openParcels } from '#electron/sync/parcel-memory.ts'
import { checkParcel, takeParcel } from '#electron/sync/take-parcel.ts'
import type { Action, SubjectId } from '#shared/change/action.ts'
import { entityId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type Desk, draft, FOLDER, openDesk, opening, readAll, testRandom } from '#test/fault/desk-rig.ts'
import { type Dice, diceOf, MemoryFiles } from '#test/fault/memory-files.ts'
import { MemoryServer } from '#test/fixtures/sync/memory-server.ts'

const START = 1_790_000_000_000
const HOUR = 3_600_000
const STICK = '/stick/file.qsync'
/** So many files lie about. */
const STICKS = 12

/** One desk of a simulated office: its disk, its clock, and what it was told is saved. */
export class SimDesk {
  readonly files = new MemoryFiles()
  readonly name: string
  readonly acknowledged = new Set<string>()
  /** Version of its program. */
  app = '1.0.0'
  /** Documents that were ever set aside, with the cause. */
  readonly aside = new Set<string>()
  readonly numbers: string[] = []
  /** The databases it exchanges with, where they are not those of the office's server in memory. */
  databases: Pick<Exchange, 'actions' | 'people'> | null = null
  /** How far its clock is off, in milliseconds. */
  skew = 0
  desk!: Desk
  gate!: Gate
  memory!: KeptMemory
  kept!: KeptParcels
  #opened = 0
  readonly office: SimOffice

  constructor(office: SimOffice, name: string) {
    this.office = office
    this.name = name
  }

  async open(files: FileSystem = this.files): Promise<void> {
    const { first } = this.office
    this.#opened += 1
    this.desk = await openDesk({
      files,
      random: testRandom(`${this.office.seed} ${this.name} ${this.#opened}`),
      now: () => this.office.now + this.skew,
      segmentBytes: 6000,
      ...(first !== undefined && first !== this && { office: first.desk }),
    })
    this.gate = await createGate(this.desk.journal)
    this.memory = this.#watched(await openMemory(files, FOLDER, this.desk.keys))
    this.kept = await openParcels(files, FOLDER, this.desk.keys)
    const { journal, keyring } = this.desk
    // What a start does of what a power failure left of an erasure.
    for (const subject of this.gate.related().erasedSubjects.keys()) await keyring.erase([subject as SubjectId])
    if (journal.head().cursor[journal.installation] === undefined) await this.#append([opening(this.desk)])
  }

  /** Remembers what was ever set aside. */
  #watched(memory: KeptMemory): KeptMemory {
    const { aside } = this
    return {
      get current() {
        return memory.current
      },
      keep(next) {
        for (const { id, why } of next.quarantine) aside.add(`${why} ${id}`)
        return memory.keep(next)
      },
    }
  }

  /** A press at this desk: some new records, some of them of people, some on what other desks have begun. */
  async act(dice: Dice): Promise<void> {
    const { journal, keyring } = this.desk
    const person = dice() < 0.6 ? `tag${Math.floor(dice() * 12)}` : null
    const [subject = null] = person === null ? [] : await keyring.create([person])
    const erased = subject !== null && this.gate.related().erasedSubjects.has(subject)
    const many = 1 + Math.floor(dice() * 3)
    const drafts = Array.from({ length: many }, (_, i) => {
      const number = `${journal.installation}-2026-${String(this.numbers.length + 1).padStart(6, '0')}`
      const shared = dice() < 0.4
      if (!shared) this.numbers.push(number)
      const key = shared ? `shared${Math.floor(dice() * 6)}` : number
      return draft(i, key, erased ? null : subject)
    })
    await this.#append(drafts)
  }

  /** Erases somebody this desk knows. */
  async erase(dice: Dice): Promise<void> {
    const { keyring } = this.desk
    const subject = keyring.findByTag(`tag${Math.floor(dice() * 12)}`)
    if (subject === null || this.gate.related().erasedSubjects.has(subject)) return
    const entity = entityId('subject', subject)
    const intent = { entity, type: 'subject.erased', basedOn: null, body: { ground: 'retention' } }
    const actor = {
      user: 'u1',
      role: 'administrator' as const,
      date: draft(0).date,
      time: '10:00' as never,
      now: START,
    }
    const actions = await this.gate.act([{ intent }], actor)
    for (const { id } of actions) this.acknowledged.add(id)
    await keyring.erase([subject])
  }

  /** Power fails, and the desk is opened again. */
  async losePower(dice: Dice): Promise<void> {
    this.files.losePower(dice)
    await this.open()
  }

  async exchange(compare = false): Promise<void> {
    await runCycle(this.parts(), { compare })
  }

  /** A file for the other desks as it lies on a stick; null: there is nothing new. */
  async writeStick(whole: boolean): Promise<Buffer | null> {
    await this.files.remove(STICK)
    try {
      await writeParcel(this.parcelParts(), STICK, { whole })
    } catch (error) {
      if (error instanceof ExpectedError && error.detail.code === 'parcel.nothing_new') return null
      throw error
    }
    return this.files.get(STICK)
  }

  /** Takes a file in as a person would: looked through whole, then taken. */
  async takeStick(bytes: Uint8Array): Promise<void> {
    this.files.put(STICK, bytes)
    const parts = this.parcelParts()
    await takeParcel(parts, await checkParcel(parts, STICK))
  }

  parcelParts(): ParcelParts {
    return { ...this.parts(), files: this.files, kept: this.kept, progress: () => undefined }
  }

  parts(): Exchange {
    const { actions, people } = this.office
    return {
      desk: { ...this.desk, gate: this.gate },
      ...(this.databases ?? { actions: actions.database, people: people.database }),
      memory: this.memory,
      app: this.app,
      now: () => this.office.now,
      random: () => this.office.draw(),
      held: new Map(),
      taken: async erased => {
        for (const subject of erased) await this.desk.keyring.erase([subject])
      },
      progress: () => undefined,
    }
  }

  async #append(drafts: Parameters<Desk['journal']['append']>[0]): Promise<void> {
    for (const { id } of await this.desk.journal.append(drafts)) this.acknowledged.add(id)
  }
}

/** An office of several desks and its server, all of it by dice. */
export class SimOffice {
  readonly seed: number
  readonly dice: Dice
  readonly actions: MemoryServer
  readonly people: MemoryServer
  readonly desks: SimDesk[] = []
  now = START
  /** Files that were written, some of them long ago. */
  sticks: Buffer[] = []
  /** How often something is done with a stick, and how many damaged files were refused. */
  stickRate = 0
  withoutServer = false
  refused = 0
  #drawn = 0

  constructor(seed: number) {
    this.seed = seed
    this.dice = diceOf(seed)
    this.actions = new MemoryServer(diceOf(seed + 1))
    this.people = new MemoryServer(diceOf(seed + 2), true)
  }

  get first(): SimDesk | undefined {
    return this.desks[0]
  }

  draw(): string {
    this.#drawn += 1
    return `epoch${this.seed}.${this.#drawn}`
  }

  async add(): Promise<SimDesk> {
    const desk = new SimDesk(this, `desk${this.desks.length}`)
    this.desks.push(desk)
    await desk.open()
    return desk
  }

  set faultRate(rate: number) {
    this.actions.faultRate = rate
    this.people.faultRate = rate
  }

  /** Everybody exchanges without faults until nothing moves any more. */
  async settle(): Promise<void> {
    this.faultRate = 0
    const compare = !this.actions.isFeedWhole
    for (let round = 0; round < 4; round++) for (const desk of this.desks) await desk.exchange(compare)
  }

  /** A server that never goes back, whose feed leaves nothing out and that is not compared with: what each step promises must be kept by itself. */
  beTold(): void {
    this.actions.isFeedWhole = true
    this.people.isFeedWhole = true
  }

  /** The same by files alone: everybody writes everything, and everybody takes it in. */
  async settleBySticks(): Promise<void> {
    for (let round = 0; round < 2; round++) {
      for (const from of this.desks) {
        const stick = await from.writeStick(true)
        for (const to of this.desks) if (stick !== null && to !== from) await to.takeStick(stick)
      }
    }
  }

  async step(): Promise<void> {
    const { dice } = this
    this.now += Math.floor(dice() * HOUR)
    const desk = this.desks[Math.floor(dice() * this.desks.length)]
    if (desk === undefined) return
    if (dice() < this.stickRate) return this.#stick(desk)
    const drawn = dice()
    if (drawn < 0.45) await desk.act(dice)
    else if (drawn < 0.8 && this.withoutServer) return
    else if (drawn < 0.8) await exchangeOrFail(desk, dice() < 0.1 && !this.actions.isFeedWhole)
    else if (drawn < 0.86) await desk.losePower(dice)
    else if (drawn < 0.9) await desk.erase(dice)
    else if (drawn < 0.93) desk.skew = Math.floor((dice() - 0.5) * 60 * HOUR)
    else if (drawn < 0.95) this.now += 24 * 60 * HOUR
    else if (drawn < 0.97 && !this.actions.isFeedWhole) await this.#serverGoesBack()
    else this.#copies = [this.actions.copy(), this.people.copy()]
  }

  /** A file is written and may be lost; or one that lies about, an old one perhaps, is taken in; some of them are damaged. */
  async #stick(desk: SimDesk): Promise<void> {
    const { dice } = this
    if (dice() < 0.5) {
      const stick = await desk.writeStick(dice() < 0.15)
      if (stick !== null && dice() < 0.8) this.sticks = [...this.sticks, stick].slice(-STICKS)
      return
    }
    const stick = this.sticks[Math.floor(dice() * this.sticks.length)]
    if (stick === undefined) return
    if (dice() < 0.8) return desk.takeStick(stick)
    const hurt = Buffer.from(stick)
    const at = Math.floor(dice() * hurt.length)
    hurt[at] = (hurt[at] ?? 0) ^ (1 << Math.floor(dice() * 8))
    try {
      await desk.takeStick(dice() < 0.3 ? hurt.subarray(0, at) : hurt)
      throw new Error('a damaged file was taken')
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error
      this.refused += 1
    }
  }

  #copies: (() => void)[] = []

  async #serverGoesBack(): Promise<void> {
    if (this.dice() < 0.3) {
      this.actions.wipe()
      this.people.wipe()
      return
    }
    for (const restore of this.#copies) restore()
  }
}

async function exchangeOrFail(desk: SimDesk, compare: boolean): Promise<void> {
  try {
    await desk.exchange(compare)
  } catch (error) {
    if (!(error instanceof SyncFailure)) throw error
  }
}

/** All a desk can tell, in an order that does not depend on what came first. */
export async function toldBy({ desk }: SimDesk): Promise<Action[]> {
  const actions = await readAll(desk.journal, 200)
  return actions.sort((a, b) => (a.id < b.id ? -1 : 1))
}
