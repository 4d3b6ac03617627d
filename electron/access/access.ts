import { performance } from 'node:perf_hooks'
import { has, RIGHT_OF_CHANNEL, type Right, rightOfType, STEP_UP } from '#shared/access/rights.ts'
import type { Channel } from '#shared/ipc/contract.ts'
import type { User } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { type Door, enter, type OfficeKeyPlace, withPassword, writeDoor } from '../security/office-key.ts'
import { findRecovery, openRecovery } from '../security/recovery-file.ts'
import { beginTries, type Elapsed, openTries, type TriesKeeper } from './tries.ts'

/** For how long the password asked once more is good, in milliseconds. */
const CONFIRMED_FOR = 5 * 60_000

/** Every try by paper counts under this name: the paper is nobody's own. */
const PAPER = 'paper'

/** What access rests on. */
export interface AccessParts {
  readonly place: OfficeKeyPlace
  /** The door as it was found at start; null: the desk is opened without a password. */
  readonly door: Door | null
  /** The open desk, or null before anybody has entered. */
  readonly findDesk: () => OpenDesk | null
  /** Opens the desk by its office key, whose bytes are filled with zeros. */
  readonly openWith: (office: Buffer, door: Door) => Promise<void>
  /** The person as the journal has them, or null where they are suspended or unknown. */
  readonly findPerson: (user: string) => Promise<User | null>
  readonly elapsed?: Elapsed
}

/** Who stands at the desk, and what they may do. Decided here and nowhere else. */
export interface Access {
  readonly door: Door | null
  /** The person who has entered; null: nobody, or the desk has no passwords. */
  readonly person: User | null
  /** Who entered last: what they began goes on in their name while the desk is locked. */
  readonly last: User | null
  readonly tries: TriesKeeper | null
  /** Throws `access.locked`, `access.not_allowed`, `access.confirm`. `type`: the act where the argument decides. */
  demand(channel: Channel, types?: readonly string[]): void
  enter(user: string, password: string): Promise<void>
  byPaper(asked: { user: string; paper: string; password: string }): Promise<void>
  confirm(password: string): Promise<void>
  leave(): void
  /** Puts another door in the place of this one, flushed; the first one too. `as`: who stands there then. */
  change(door: Door, as?: User): Promise<void>
  /** The person here as the journal has them now. */
  refresh(): Promise<void>
}

/** Access of a desk as it was found at start. */
export async function createAccess(parts: AccessParts): Promise<Access> {
  const { door } = parts
  return new DeskAccess(parts, door === null ? null : await triesOf(parts, door))
}

function triesOf({ place, elapsed }: AccessParts, { machine, people }: Door): Promise<TriesKeeper> {
  const known = [...people.map(one => one.id), PAPER]
  return openTries({ ...place, machine, people: known, ...(elapsed && { elapsed }) })
}

class DeskAccess implements Access {
  readonly #parts: AccessParts
  #door: Door | null
  #tries: TriesKeeper | null
  #person: User | null = null
  #last: User | null = null
  #confirmedAt = Number.NEGATIVE_INFINITY

  constructor(parts: AccessParts, tries: TriesKeeper | null) {
    this.#parts = parts
    this.#door = parts.door
    this.#tries = tries
  }

  get door(): Door | null {
    return this.#door
  }

  get person(): User | null {
    return this.#person
  }

  get last(): User | null {
    return this.#last
  }

  get tries(): TriesKeeper | null {
    return this.#tries
  }

  demand(channel: Channel, types: readonly string[] = []): void {
    this.#judge(RIGHT_OF_CHANNEL[channel] ?? 'see')
    for (const type of types) this.#judge(rightOfType(type))
  }

  async enter(user: string, password: string): Promise<void> {
    const { door } = this
    if (door !== null && !door.envelopes.some(one => one.user === user)) throw new ExpectedError('access.wrong')
    await this.#admit(user, await this.#tried(user, one => enter(one, user, password), 'access.wrong'))
  }

  async byPaper({ user, paper, password }: { user: string; paper: string; password: string }): Promise<void> {
    const { place } = this.#parts
    const file = await findRecovery(place)
    const open = async () => (file === null ? null : openRecovery(file, paper))
    const office = await this.#tried(PAPER, open, 'access.wrong_paper')
    const own = Buffer.from(office)
    try {
      await this.#admit(user, office)
      const person = this.#person
      if (person?.role !== 'administrator') {
        this.leave()
        throw new ExpectedError('access.administrator_only')
      }
      await this.change(await withPassword(this.#guarded().door, own, { person, password }, place))
      await this.#tries?.forgive(user)
    } finally {
      own.fill(0)
    }
  }

  async confirm(password: string): Promise<void> {
    const id = this.#person?.id
    if (id === undefined) throw new ExpectedError('access.locked')
    const office = await this.#tried(id, one => enter(one, id, password), 'access.wrong')
    office.fill(0)
    this.#confirmedAt = this.#elapsed()
  }

  leave(): void {
    this.#person = null
    this.#confirmedAt = Number.NEGATIVE_INFINITY
  }

  async change(next: Door, as?: User): Promise<void> {
    const { place } = this.#parts
    if (this.#door === null) {
      // First the record of tries: a door without one makes everybody wait.
      await beginTries({ ...place, machine: next.machine })
      this.#tries = await triesOf(this.#parts, next)
    }
    await writeDoor(place, next)
    this.#door = next
    if (as === undefined) return
    this.#stand(as)
  }

  async refresh(): Promise<void> {
    if (this.#person === null) return
    this.#person = await this.#parts.findPerson(this.#person.id)
    this.#last = this.#person ?? this.#last
  }

  #judge(right: Right): void {
    if (right === 'door' || this.#door === null) return
    if (this.#person === null) throw new ExpectedError('access.locked')
    if (!has(this.#person.role, right)) throw new ExpectedError('access.not_allowed')
    const isFresh = this.#elapsed() - this.#confirmedAt <= CONFIRMED_FOR
    if (STEP_UP.includes(right) && !isFresh) throw new ExpectedError('access.confirm')
  }

  /** The office key, if the try is right. Counted and flushed before it is looked at. */
  async #tried(user: string, look: (door: Door) => Promise<Buffer | null>, wrong: string): Promise<Buffer> {
    const { door, tries } = this.#guarded()
    const wait = tries.waitOf(user)
    if (wait > 0) throw new ExpectedError('access.wait', { minutes: Math.ceil(wait / 60_000) })
    await tries.count(user)
    const office = await look(door)
    if (office === null) throw new ExpectedError(wrong)
    await tries.forgive(user)
    return office
  }

  async #admit(user: string, office: Buffer): Promise<void> {
    const { findDesk, openWith, findPerson } = this.#parts
    if (findDesk() === null) await openWith(office, this.#guarded().door)
    else office.fill(0)
    const person = await findPerson(user)
    if (person === null) throw new ExpectedError('access.wrong')
    this.#stand(person)
  }

  #stand(person: User): void {
    this.#person = person
    this.#last = person
    this.#confirmedAt = this.#elapsed()
  }

  #guarded(): { door: Door; tries: TriesKeeper } {
    if (this.#door === null || this.#tries === null) throw new ExpectedError('access.not_guarded')
    return { door: this.#door, tries: this.#tries }
  }

  #elapsed(): number {
    return this.#parts.elapsed?.() ?? performance.now()
  }
}
