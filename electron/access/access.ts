import { performance } from 'node:perf_hooks'
import { has, RIGHT_OF_CHANNEL, type Right, rightOfType, SECOND_FACTOR, STEP_UP } from '#shared/access/rights.ts'
import { type AuditLine, auditLine } from '#shared/audit/model.ts'
import { entityId, type Role } from '#shared/change/action.ts'
import type { Channel } from '#shared/ipc/contract.ts'
import type { User } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { keyIdOf } from '../security/keychain.ts'
import { type Door, enter, isRenewable, type OfficeKeyPlace, withPassword, writeDoor } from '../security/office-key.ts'
import { findRecovery, openRecovery } from '../security/recovery-file.ts'
import { createPins, type Pins } from './pins.ts'
import { openSecondFactors, type SecondFactors } from './second-factors.ts'
import { beginTries, type Elapsed, openTries, type TriedBy, type TriesKeeper } from './tries.ts'

/** For how long the password asked once more is good, in milliseconds. */
const CONFIRMED_FOR = 5 * 60_000

/** Every try by paper counts under this name: the paper is nobody's own. */
const PAPER = 'paper'

/** What the audit is told of the door; by whom and when, where it is not the person here and now. */
export interface DoorLine {
  readonly line: AuditLine
  readonly user?: string
  readonly role?: Role
  readonly at?: number
  readonly wall?: number
}

/** Resolves when the lines are on the disk. */
export type TellDoor = (lines: readonly DoorLine[]) => Promise<void>

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
  /** Believed time, milliseconds. */
  readonly now?: () => number
}

/** Who stands at the desk, and what they may do. Decided here and nowhere else. */
export interface Access {
  readonly door: Door | null
  /** The person who has entered; null: nobody, or the desk has no passwords. */
  readonly person: User | null
  /** Who entered last: what they began goes on in their name while the desk is locked. */
  readonly last: User | null
  readonly tries: TriesKeeper | null
  /** Throws `access.locked`, `access.not_allowed`, `access.confirm`, `access.confirm_code`. `type`: the act where the argument decides. */
  demand(channel: Channel, types?: readonly string[]): void
  enter(user: string, password: string): Promise<void>
  byPaper(asked: { user: string; paper: string; password: string }): Promise<void>
  /** Unlocks a desk that was opened by the password in this run. Throws `access.pin_over` where only the password does. */
  byPin(user: string, pin: string): Promise<void>
  /** One's PIN for this run, by the password; null: none any more. */
  givePin(password: string, pin: string | null): Promise<void>
  readonly pins: Pick<Pins, 'has' | 'drop'>
  /** `code`: of the second factor, where the person has one and it is asked for. */
  confirm(password: string, code?: string): Promise<void>
  /** The second factors of an open desk. Throws `access.locked` before it is open. */
  factors(): SecondFactors
  leave(): void
  /** Puts another door in the place of this one, flushed; the first one too. `as`: who stands there then. */
  change(door: Door, as?: User): Promise<void>
  /** The person here as the journal has them now. */
  refresh(): Promise<void>
  /** Whom to tell what the audit is to hold of the door. Wrong tries from before the desk was open wait for it on disk. */
  follow(tell: TellDoor): void
  /** Tells it, once the desk is open. Never rejects. */
  tell(line: AuditLine): Promise<void>
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

/** What is tried: counted under `key`, under whose name, by what. */
interface Try {
  readonly key: string
  readonly user: string
  readonly by: TriedBy
}

const WRONG = {
  password: 'access.wrong',
  paper: 'access.wrong_paper',
  code: 'access.wrong_code',
  pin: 'access.wrong_pin',
} as const

class DeskAccess implements Access {
  readonly #parts: AccessParts
  #door: Door | null
  #tries: TriesKeeper | null
  #person: User | null = null
  #last: User | null = null
  #confirmedAt = Number.NEGATIVE_INFINITY
  #codeAt = Number.NEGATIVE_INFINITY
  #tell: TellDoor | null = null
  #factors: SecondFactors | null = null
  readonly pins: Pins

  constructor(parts: AccessParts, tries: TriesKeeper | null) {
    this.#parts = parts
    this.#door = parts.door
    this.#tries = tries
    const { random, cost } = parts.place
    this.pins = createPins({ elapsed: () => this.#elapsed(), random, ...(cost && { cost }) })
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
    const office = await this.#tried({ key: user, user, by: 'password' }, one => enter(one, user, password))
    await this.#admit(user, await this.#newest(office))
    await this.#makeRenewable(user, password)
    this.pins.renew(user)
  }

  async byPin(user: string, pin: string): Promise<void> {
    if (this.#parts.findDesk() === null || !this.pins.has(user)) throw new ExpectedError('access.pin_over')
    const look = async () => ((await this.pins.passes(user, pin)) ? Buffer.alloc(0) : null)
    await this.#admit(user, await this.#tried({ key: user, user, by: 'pin' }, look))
    // A PIN unlocks and confirms nothing: what asks for the password asks for it.
    this.#confirmedAt = Number.NEGATIVE_INFINITY
  }

  async givePin(password: string, pin: string | null): Promise<void> {
    await this.confirm(password)
    const id = this.#person?.id ?? ''
    if (pin === null) this.pins.drop(id)
    else await this.pins.give(id, pin)
  }

  async byPaper({ user, paper, password }: { user: string; paper: string; password: string }): Promise<void> {
    const { place } = this.#parts
    // The paper of an earlier office key opens this desk no more.
    const file = await findRecovery(place, this.#door?.keyId)
    const open = async () => (file === null ? null : openRecovery(file, paper))
    const office = await this.#tried({ key: PAPER, user, by: 'paper' }, open)
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
      if (this.factors().has(user)) {
        await this.factors().drop(user)
        await this.tell(auditLine('second_factor', { reason: 'removed', entity: entityId('user', user) }))
      }
      await this.tell(auditLine('paper_key', { reason: 'used' }))
    } finally {
      own.fill(0)
    }
  }

  async confirm(password: string, code?: string): Promise<void> {
    const id = this.#person?.id
    if (id === undefined) throw new ExpectedError('access.locked')
    const by = code === undefined ? 'password' : 'code'
    const office = await this.#tried({ key: id, user: id, by }, async door => {
      const key = await enter(door, id, password)
      // Password and code are right together or wrong together: neither is found out by itself.
      if (key === null || code === undefined || (await this.factors().passes(id, code, this.#now()))) return key
      key.fill(0)
      return null
    })
    office.fill(0)
    this.#confirmedAt = this.#elapsed()
    this.pins.renew(id)
    if (code !== undefined) this.#codeAt = this.#confirmedAt
  }

  factors(): SecondFactors {
    if (this.#factors === null) throw new ExpectedError('access.locked')
    return this.#factors
  }

  leave(): void {
    this.#person = null
    this.#confirmedAt = Number.NEGATIVE_INFINITY
    this.#codeAt = Number.NEGATIVE_INFINITY
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
    await this.#openFactors()
    this.#stand(as)
  }

  async refresh(): Promise<void> {
    if (this.#person === null) return
    this.#person = await this.#parts.findPerson(this.#person.id)
    this.#last = this.#person ?? this.#last
  }

  follow(tell: TellDoor): void {
    this.#tell = tell
  }

  async tell(line: AuditLine): Promise<void> {
    // It has told of its own failure; nobody is kept out because of it.
    if (this.#parts.findDesk() !== null) await this.#tell?.([{ line }]).catch(() => undefined)
  }

  #judge(right: Right): void {
    if (right === 'door' || this.#door === null) return
    if (this.#person === null) throw new ExpectedError('access.locked')
    if (!has(this.#person.role, right)) throw new ExpectedError('access.not_allowed')
    const isFresh = (at: number) => this.#elapsed() - at <= CONFIRMED_FOR
    const isCodeAsked = SECOND_FACTOR.includes(right) && this.#factors?.has(this.#person.id) === true
    if (isCodeAsked && !isFresh(this.#codeAt)) throw new ExpectedError('access.confirm_code')
    if (STEP_UP.includes(right) && !isFresh(this.#confirmedAt)) throw new ExpectedError('access.confirm')
  }

  /** The office key, if the try is right. Counted and flushed before it is looked at. */
  async #tried({ key, user, by }: Try, look: (door: Door) => Promise<Buffer | null>): Promise<Buffer> {
    const { door, tries } = this.#guarded()
    const wait = tries.waitOf(key)
    if (wait > 0) throw new ExpectedError('access.wait', { minutes: Math.ceil(wait / 60_000) })
    await tries.count(key, { user, by, at: this.#now(), wall: Date.now() })
    const office = await look(door)
    if (office === null) {
      await this.#tellWrong()
      throw new ExpectedError(WRONG[by])
    }
    await tries.right(key)
    return office
  }

  /**
   * The office key in force, where an envelope still holds an earlier one: who knows a password enters once somebody has opened
   * the desk by the key in force.
   */
  async #newest(office: Buffer): Promise<Buffer> {
    if (keyIdOf(office) === this.#guarded().door.keyId) return office
    office.fill(0)
    const keys = this.#parts.findDesk()?.keys
    if (keys === undefined) throw new ExpectedError('access.key_changed')
    return keys.lend(async newest => Buffer.from(newest))
  }

  /** From now on another office key goes into the person's envelope without their password. Who has entered is not kept out by it. */
  async #makeRenewable(user: string, password: string): Promise<void> {
    const { door } = this.#guarded()
    const person = door.people.find(one => one.id === user)
    const keys = this.#parts.findDesk()?.keys
    if (person === undefined || keys === undefined || isRenewable(door, user)) return
    const next = await keys.lend(office => withPassword(door, office, { person, password }, this.#parts.place))
    await this.change(next).catch(() => undefined)
  }

  /** Wrong tries, as soon as there is an audit that can hold them; until then they stay sealed beside their number. */
  async #tellWrong(): Promise<void> {
    const { door, tries } = this.#guarded()
    const untold = tries.untold()
    if (this.#parts.findDesk() === null || this.#tell === null || untold.length === 0) return
    const lines = untold.map(({ user, by, at, wall }) => {
      const role = door.people.find(({ id }) => id === user)?.role ?? 'viewer'
      return { line: auditLine('wrong_password', { reason: by }), user, role, at, wall }
    })
    await this.#tell(lines).then(
      () => tries.told(lines.length),
      // It has told of its own failure; the lines stay for the next time.
      () => undefined,
    )
  }

  async #admit(user: string, office: Buffer): Promise<void> {
    const { findDesk, openWith, findPerson } = this.#parts
    if (findDesk() === null) await openWith(office, this.#guarded().door)
    else office.fill(0)
    await this.#openFactors()
    await this.#tellWrong()
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

  async #openFactors(): Promise<void> {
    const keys = this.#parts.findDesk()?.keys
    if (keys) this.#factors ??= await openSecondFactors(keys, this.#parts.place)
  }

  #now(): number {
    return this.#parts.now?.() ?? Date.now()
  }

  #elapsed(): number {
    return this.#parts.elapsed?.() ?? performance.now()
  }
}
