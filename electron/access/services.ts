import { auditLine } from '#shared/audit/model.ts'
import { entityId } from '#shared/change/action.ts'
import type { ACCESS_CHANNELS } from '#shared/ipc/access.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import type { User } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { foldUser } from '#shared/user/transitions.ts'
import type { Actor } from '../desk/act.ts'
import type { inTurn } from '../desk/in-turn.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { type Door, newDoor, type OfficeKeyPlace, renamed, without, withPassword } from '../security/office-key.ts'
import { randomText } from '../security/random-text.ts'
import { findRecovery } from '../security/recovery-file.ts'
import type { Access } from './access.ts'
import { paperServices } from './paper.ts'

/** What the services of access rest on. */
export interface AccessServiceParts {
  readonly access: Access
  readonly place: OfficeKeyPlace
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  /** The person of a desk without passwords. */
  readonly standing: () => User | null
  readonly moved: () => void
  /** What changes the door, one after another. */
  readonly atDoor: ReturnType<typeof inTurn>
  /** Somebody is at the keys. */
  readonly alive: () => void
  /** Locks the desk once its page has kept what is typed. */
  readonly leave: () => void
  readonly printer: Pick<ServiceContext, 'printSheetOn'>
  /** A copy of the data as they are now, because of a new office key; false: it could not be made, and was told. */
  readonly copy: () => Promise<boolean>
  /** A paper key was written down; who tells whether there is one tells it anew. */
  readonly onPaper: () => void
}

type AccessChannel = keyof typeof ACCESS_CHANNELS

/** Everybody ever added, with how they stand. */
export async function peopleOf(desk: OpenDesk): Promise<{ user: User; suspended: boolean }[]> {
  const found: { user: User; suspended: boolean }[] = []
  for (const entity of desk.journal.entitiesOf('user')) {
    const { user, status } = foldUser(await readableActionsOf(desk.journal, entity))
    if (user) found.push({ user, suspended: status === 'suspended' })
  }
  return found
}

/** People, passwords and the paper key, one call after another: each changes the one door. */
export function accessServices(parts: AccessServiceParts): Pick<DeskServices, AccessChannel> {
  const people = new People(parts)
  const { atDoor: serially } = parts
  const said = (work: () => Promise<unknown>) => serially(work).then(() => ({}))
  return {
    ...paperServices(parts),
    'access.enter': ({ user, password }) => said(() => parts.access.enter(user, password).then(parts.alive)),
    'access.byPin': ({ user, pin }) => said(() => parts.access.byPin(user, pin).then(parts.alive)),
    'access.givePin': ({ password, pin }) => said(() => parts.access.givePin(password, pin)),
    'access.byPaper': asked => said(() => parts.access.byPaper(asked).then(parts.alive)),
    'access.leave': async () => {
      parts.leave()
      return {}
    },
    'access.alive': async () => {
      parts.alive()
      return {}
    },
    'access.confirm': ({ password, code }) => said(() => parts.access.confirm(password, code)),
    'access.drawFactor': async () => ({ text: parts.access.factors().draw(parts.actor().user) }),
    'access.saveFactor': ({ password, code }) => said(() => people.ownFactor(password, code)),
    'access.dropFactor': ({ user }) => said(() => parts.access.factors().drop(user)),
    'access.password': ({ password, next }) => said(() => people.ownPassword(password, next)),
    'access.people': () => people.list(),
    'access.protect': ({ password }) => said(() => people.protect(password).then(parts.alive)),
    'access.add': ({ password, ...facts }) => serially(() => people.add(facts, password)),
    'access.change': ({ user, ...facts }) => said(() => people.change(user, facts)),
    'access.reset': ({ user, password }) => said(() => people.reset(user, password)),
    'access.suspend': ({ user }) => said(() => people.suspend(user)),
  }
}

type Facts = Omit<User, 'id'>

/** Who may enter: the journal says who they are, the door who has a password. */
class People {
  readonly #parts: AccessServiceParts

  constructor(parts: AccessServiceParts) {
    this.#parts = parts
  }

  async list(): Promise<ResultOf<'access.people'>> {
    const { access, place } = this.#parts
    const enters = new Set(access.door?.envelopes.map(one => one.user))
    const people = (await this.#all()).map(one => ({
      ...one,
      enters: enters.has(one.user.id),
      waits: access.tries?.waitOf(one.user.id) ?? 0,
      second: access.door !== null && access.factors().has(one.user.id),
    }))
    const { keyId } = this.#parts.desk().keys
    return { people, guarded: access.door !== null, paper: (await findRecovery(place, keyId)) !== null }
  }

  /** The person here becomes the first who enters by a password. */
  async protect(password: string): Promise<void> {
    const { access, place, standing, desk } = this.#parts
    const user = standing()
    if (access.door !== null || user === null) throw new ExpectedError('access.guarded')
    if ((await findRecovery(place, desk().keys.keyId)) === null) throw new ExpectedError('access.paper_first')
    const person: User = { ...user, role: 'administrator' }
    if (user.role !== 'administrator') await this.#act(person.id, 'user.changed', { user: person })
    const { keys } = desk()
    const empty = newDoor(keys.keyId, place.storage, place.random)
    await access.change(await keys.lend(office => withPassword(empty, office, { person, password }, place)), person)
  }

  async add(facts: Facts, password: string): Promise<{ user: string }> {
    this.#door()
    const user: User = { id: randomText(16, this.#parts.place.random), ...facts }
    await this.#act(user.id, 'user.added', { user })
    await this.#give(user, password)
    return { user: user.id }
  }

  async change(id: string, facts: Facts): Promise<void> {
    const { user } = await this.#get(id)
    const { access } = this.#parts
    if (user.role === 'administrator' && facts.role !== 'administrator') await this.#demandAnother(id)
    const person: User = { id, ...facts }
    await this.#act(id, 'user.changed', { user: person })
    await access.change(renamed(this.#door(), person))
    await access.refresh()
  }

  /** A new password; who was suspended enters again, and nobody waits for earlier tries. */
  async reset(id: string, password: string): Promise<void> {
    const { user, suspended } = await this.#get(id)
    const { access } = this.#parts
    if (suspended) await this.#act(id, 'user.resumed', {})
    await this.#give(user, password)
    if ((access.tries?.waitOf(id) ?? 0) > 0) {
      await access.tell(auditLine('lockout_released', { entity: entityId('user', id) }))
    }
    await access.tries?.forgive(id)
  }

  async suspend(id: string): Promise<void> {
    const { access } = this.#parts
    if ((await this.#get(id)).suspended) return
    await this.#demandAnother(id)
    // The door first: who may not enter any more must not, whatever happens next.
    access.pins.drop(id)
    await access.change(without(this.#door(), id))
    await this.#act(id, 'user.suspended', {})
    await access.refresh()
  }

  async ownPassword(password: string, next: string): Promise<void> {
    const { access } = this.#parts
    await access.confirm(password)
    await this.#give((await this.#get(access.person?.id ?? '')).user, next)
  }

  /** One's own telephone: by the password, so that nobody who finds the desk open sets theirs. */
  async ownFactor(password: string, code: string): Promise<void> {
    const { access, actor } = this.#parts
    await access.confirm(password)
    await access.factors().save(access.person?.id ?? '', code, actor().now)
  }

  #all() {
    return peopleOf(this.#parts.desk())
  }

  async #get(id: string): Promise<{ user: User; suspended: boolean }> {
    const one = (await this.#all()).find(({ user }) => user.id === id)
    if (one === undefined) throw new ExpectedError('access.unknown_person')
    return one
  }

  #door(): Door {
    const { door } = this.#parts.access
    if (door === null) throw new ExpectedError('access.not_guarded')
    return door
  }

  /** One administrator who may enter stays: without one nobody could let anybody in. */
  async #demandAnother(id: string): Promise<void> {
    const enters = new Set(this.#door().envelopes.map(one => one.user))
    const isAnother = (one: { user: User; suspended: boolean }) =>
      one.user.id !== id && one.user.role === 'administrator' && !one.suspended && enters.has(one.user.id)
    if (!(await this.#all()).some(isAnother)) throw new ExpectedError('access.last_administrator')
  }

  async #give(person: User, password: string): Promise<void> {
    const { access, desk, place } = this.#parts
    const door = this.#door()
    access.pins.drop(person.id)
    await access.change(await desk().keys.lend(office => withPassword(door, office, { person, password }, place)))
  }

  async #act(user: string, type: string, body: Record<string, unknown>): Promise<void> {
    const { desk, actor, moved } = this.#parts
    const entity = entityId('user', user)
    await desk().gate.act([{ intent: { entity, type, basedOn: desk().journal.headOf(entity), body } }], actor())
    moved()
  }
}
