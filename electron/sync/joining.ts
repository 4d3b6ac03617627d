import { dirname } from 'node:path'
import { z } from 'zod'
import { entityId, InstallationId } from '#shared/change/action.ts'
import type { FoundInvitation, FoundServer, JoiningPerson } from '#shared/ipc/desks.ts'
import { type DeskLetter, freeLetter, type User } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type Invited, JoinRequest, type ServerAnswer } from '#shared/sync/invitation.ts'
import { Heads } from '#shared/sync/parcel.ts'
import { peopleOf } from '../access/services.ts'
import { beginTries } from '../access/tries.ts'
import { dropStaged } from '../backup/stage.ts'
import { decideSwap, placesOf } from '../backup/swap.ts'
import type { Act } from '../desk/act.ts'
import { dropKeys } from '../desk/erase.ts'
import { actorOf, findOffice, type OpenDesk, openDesk } from '../desk/open-desk.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import { createClock, machineTime } from '../journal/clock.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { openJournal } from '../journal/journal.ts'
import { checkStamp } from '../journal/stamp-file.ts'
import { createKeys, placeOf } from '../security/key-store.ts'
import { openKeyring } from '../security/keyring.ts'
import { newDoor, withPassword, writeDoor } from '../security/office-key.ts'
import type { Cost } from '../security/password.ts'
import { randomText } from '../security/random-text.ts'
import { type SafeStorage, unwrapKey, wrapKey } from '../security/safe-storage.ts'
import { type Random, systemRandom } from '../security/seal.ts'
import { SyncFailure } from './database.ts'
import { readInvitation } from './invitation.ts'
import { openMemory } from './memory.ts'
import { lettersOf } from './office-desks.ts'
import type { ParcelParts } from './parcel.ts'
import { openParcels } from './parcel-memory.ts'
import { databasesFor, type OfficeDatabases, type PulledOffice, pullOffice, type Wait } from './pull-office.ts'
import { makeRequest, type OwnRequest } from './request.ts'
import { findAnswer, openAnswer, shownOf, takeAnswer } from './server-answer.ts'
import { type OfficeServer, writeServer } from './server-file.ts'
import { checkParcel, takeParcel } from './take-parcel.ts'

/** What a computer joins an office with. */
export interface JoinParts {
  readonly userData: string
  readonly app: string
  readonly storage: SafeStorage
  readonly files: FileSystem
  readonly floor: () => number
  readonly now: () => number
  readonly reportBug: (error: unknown) => void
  readonly progress: ParcelParts['progress']
  readonly signal?: AbortSignal
  /** The databases of the office's server; its own, but in tests. */
  readonly connect?: (server: OfficeServer, installation: InstallationId) => OfficeDatabases
  readonly wait?: Wait
  readonly random?: Random
  readonly cost?: Cost
}

/** The request of this computer as it is kept until the invitation comes: its private key wrapped by the system's key store. */
const KeptRequest = z.strictObject({ format: z.literal(1), request: JoinRequest, wrapped: z.base64() })

const pathOf = ({ userData }: Pick<JoinParts, 'userData'>) => `${userData}/desk-join.json`

/** The request that waits for its invitation, or null: there is none, or this computer does not open it any more. */
export async function findRequest(
  parts: Pick<JoinParts, 'userData' | 'files' | 'storage'>,
): Promise<OwnRequest | null> {
  const bytes = await parts.files.readFile(pathOf(parts))
  try {
    const { request, wrapped } = KeptRequest.parse(JSON.parse(bytes?.toString('utf8') ?? 'null'))
    return { request, privateKey: unwrapKey(parts.storage, wrapped) }
  } catch {
    return null
  }
}

async function demandRequest(parts: Pick<JoinParts, 'userData' | 'files' | 'storage'>): Promise<OwnRequest> {
  const own = await findRequest(parts)
  if (own === null) throw new ExpectedError('join.not_asked')
  return own
}

/** A request under this name, kept here; one that was made before is given up. Throws ExpectedError `start.key_unavailable`, `file.*`. */
export async function askToJoin(parts: JoinParts, name: string): Promise<JoinRequest> {
  const installation = InstallationId.parse(randomText(16, parts.random ?? systemRandom))
  const { request, privateKey } = makeRequest(name, installation)
  const kept = { format: 1, request, wrapped: wrapKey(parts.storage, privateKey) }
  privateKey.fill(0)
  await writeAtomically(parts.files, pathOf(parts), Buffer.from(JSON.stringify(kept)))
  return request
}

/** An office put beside this desk's empty data: nothing of this desk has changed. */
export interface StagedOffice {
  readonly desk: OpenDesk
  readonly found: FoundInvitation
}

/** Where the records of an office are: in a file beside its invitation, on its server, or in both. */
interface Sources {
  readonly parcel: string | null
  readonly server: OfficeServer | null
}

/** An invitation that was chosen, with the answer of the server's administrator beside it (null: none) as it was read. */
export interface ChosenInvitation {
  readonly path: string
  readonly answer: ServerAnswer | null
}

/**
 * Looks at an invitation, and at the answer of the server's administrator that lies beside it; nothing is taken. Throws
 * ExpectedError `join.not_asked`, `join.no_invitation`, `join.not_for_us`, `server.*`, `file.*`.
 */
export async function chooseInvitation(
  parts: Pick<JoinParts, 'userData' | 'files' | 'storage'>,
  path: string,
): Promise<{ readonly chosen: ChosenInvitation; readonly server: FoundServer | null }> {
  const own = await demandRequest(parts)
  await readInvitation(parts.files, path, own)
  const answer = await findAnswer(parts.files, dirname(path), own.request)
  return { chosen: { path, answer }, server: answer && shownOf(openAnswer(own, answer)) }
}

/**
 * Opens an invitation and puts the office beside: from the file that lies with it, and from the office's server where the
 * answer of its administrator lies with it and these are the digits of that answer. Throws ExpectedError `join.not_asked`,
 * `join.no_invitation`, `join.not_for_us`, `join.no_data`, `join.no_office`, `join.stopped`, `server.digits`, as `pullOffice`,
 * `server.*`, `parcel.*`, `file.*`.
 */
export async function stageOffice(
  parts: JoinParts,
  { path, answer }: ChosenInvitation,
  digits: string,
): Promise<StagedOffice> {
  const own = await demandRequest(parts)
  const invited = await readInvitation(parts.files, path, own)
  const server = answer && takeAnswer(own, answer, digits)
  const sources = await sourcesBeside(parts, dirname(path), { invited, server })
  const desk = await newDesk(parts, invited, own)
  try {
    const pulled = await takeOffice(parts, desk, sources)
    return { desk, found: await foundIn(desk, invited, pulled) }
  } catch (error) {
    await closeDesk(desk)
    const isStopped = parts.signal?.aborted === true && (error instanceof SyncFailure || error instanceof ExpectedError)
    throw isStopped ? new ExpectedError('join.stopped') : error
  }
}

async function sourcesBeside(
  { files }: JoinParts,
  folder: string,
  { invited, server }: { readonly invited: Invited; readonly server: OfficeServer | null },
): Promise<Sources> {
  const parcel = invited.parcel === null ? null : `${folder}/${invited.parcel}`
  // Where the server gives everything, the file may have been left behind.
  const isThere = parcel !== null && (server === null || (await files.sizeOf(parcel)) !== null)
  if (!isThere && server === null) throw new ExpectedError('join.no_data')
  return { parcel: isThere ? parcel : null, server }
}

async function newDesk(parts: JoinParts, invited: Invited, { request }: OwnRequest): Promise<OpenDesk> {
  const { files, storage, app, floor, reportBug, random = systemRandom } = parts
  const { next, folder } = placesOf(parts.userData)
  await dropStaged(next)
  await checkStamp({ folder: next, app, files })
  const settings = await files.readFile(`${folder}/settings.json`)
  if (settings !== null) await writeAtomically(files, `${next}/settings.json`, settings)
  const office = Buffer.from(invited.office, 'base64')
  const keys = await createKeys({ folder: next, storage, files, random }, office, {
    ...{ links: invited.older, installation: request.installation },
  })
  const paper = invited.recovery
  if (paper !== null) await writeAtomically(files, `${next}/keys/recovery.key`, Buffer.from(paper, 'base64'))
  const keyring = await openKeyring({ folder: next, keys, files })
  const clock = createClock(machineTime)
  const journal = await openJournal({ folder: next, keys, keyring, clock, floor, files })
  return openDesk({ keys, keyring, journal, reportBug })
}

/** Everything of the office: as the file with the invitation has it, and the rest from the server. */
async function takeOffice(parts: JoinParts, desk: OpenDesk, { parcel, server }: Sources): Promise<PulledOffice> {
  const { files, app, now, progress, signal } = parts
  const { next } = placesOf(parts.userData)
  const kept = await openParcels(files, next, desk.keys)
  const taking: ParcelParts = {
    ...{ desk, files, kept, app, now, progress, ...(signal && { signal }) },
    memory: await openMemory(files, next, desk.keys),
    taken: erased => (erased.length > 0 ? dropKeys(desk, erased) : Promise.resolve()),
  }
  if (parcel !== null) await takeFile(taking, parcel)
  const pulled = server === null ? ALL_HERE : await pullFrom(parts, taking, { server, isRest: parcel !== null })
  if (server !== null) await writeServer(files, next, desk.keys, server)
  // The office has all of this: the first file of this desk begins with its own work.
  await kept.keep({ ...kept.current, sent: Heads.parse(desk.journal.head().cursor) })
  return pulled
}

const ALL_HERE: PulledOffice = { letters: [], missing: 0, waiting: 0 }

async function takeFile(taking: ParcelParts, path: string): Promise<void> {
  const checked = await checkParcel(taking, path)
  if ((checked.manifest.heads[taking.desk.journal.installation] ?? 0) > 0) throw new ExpectedError('join.request_used')
  const { gaps, held } = await takeParcel(taking, checked)
  if (gaps.length > 0 || held.length > 0) throw new ExpectedError('join.no_office')
}

/** `isRest`: most came from a file, and what the server does not give now comes with the first exchange. */
async function pullFrom(
  { connect = databasesFor, signal, wait }: JoinParts,
  taking: ParcelParts,
  { server, isRest }: { readonly server: OfficeServer; readonly isRest: boolean },
): Promise<PulledOffice> {
  const databases = connect(server, taking.desk.journal.installation)
  const { memory, taken } = taking
  try {
    const pulled = await pullOffice({ ...taking, databases, erased: taken, ...(wait && { wait }) })
    // What came from the server need not be handed on to it.
    await memory.keep({ ...memory.current, relay: isRest })
    return pulled
  } catch (error) {
    const isAway = error instanceof ExpectedError && error.detail.code === 'join.no_server'
    if (!isRest || !isAway || signal?.aborted === true) throw error
    return ALL_HERE
  } finally {
    databases.close()
  }
}

async function foundIn(desk: OpenDesk, { guarded }: Invited, pulled: PulledOffice): Promise<FoundInvitation> {
  const { missing, waiting } = pulled
  const office = await findOffice(desk)
  if (office === null) throw new ExpectedError('join.no_office')
  const letters = [...new Set([...(await lettersOf(desk.journal)), ...pulled.letters])].sort()
  const people = (await peopleOf(desk)).flatMap(({ user, suspended }) => (suspended ? [] : [user]))
  const { count: records } = desk.journal.head()
  return { office: office.name, letters, free: freeLetter(letters), records, missing, waiting, people, guarded }
}

/** Who shall work here, and by what letter and password. */
export interface Beginning {
  readonly letter: DeskLetter
  readonly person: JoiningPerson
  readonly password: string | null
}

/**
 * Begins this desk's own chain in the office that was put beside, and decides: the next start puts it in the place of the
 * empty data. Cut short before, nothing has changed. Throws ExpectedError `join.letter_taken`, `join.no_person`,
 * `join.password_needed`, `journal.*`, `file.*`.
 */
export async function beginInOffice(parts: JoinParts, { desk, found }: StagedOffice, asked: Beginning): Promise<void> {
  if (found.letters.includes(asked.letter)) throw new ExpectedError('join.letter_taken', { letter: asked.letter })
  if (found.guarded !== (asked.password !== null)) throw new ExpectedError('join.password_needed')
  const known = 'known' in asked.person ? asked.person.known : null
  const person = known === null ? newPerson(asked.person) : found.people.find(({ id }) => id === known)
  if (person === undefined) throw new ExpectedError('join.no_person')
  if (asked.password !== null) await giveDoor(parts, desk, person, asked.password)
  await appendFirst(parts, desk, { letter: asked.letter, person, isNew: known === null })
  await closeDesk(desk)
  await decideSwap(parts.userData, parts.files)
  // It has done its work; where it cannot be removed it opens nothing more.
  await parts.files.remove(pathOf(parts)).catch(() => undefined)
}

function newPerson(person: JoiningPerson): User | undefined {
  return 'user' in person ? { id: randomText(16, systemRandom), ...person.user } : undefined
}

/** The desk and its first person in one flush. Nothing of the office is set again. */
async function appendFirst(
  { now }: JoinParts,
  { gate, journal, keys }: OpenDesk,
  { letter, person, isNew }: { letter: DeskLetter; person: User; isNew: boolean },
): Promise<void> {
  const opened = { letter, provisional: true, publicKey: keys.publicKey }
  const acts: Act[] = [actOf('desk', journal.installation, 'desk.opened', opened)]
  if (isNew) acts.push(actOf('user', person.id, 'user.added', { user: person }))
  await gate.act(acts, actorOf(isNew ? null : person, now()))
}

function actOf(noun: 'desk' | 'user', key: string, type: string, body: Record<string, unknown>): Act {
  return { intent: { entity: entityId(noun, key), type, basedOn: null, body } }
}

/** The office enters by passwords: so does this desk, by one of its own. */
async function giveDoor(parts: JoinParts, { keys }: OpenDesk, person: User, password: string): Promise<void> {
  const { storage, files, random = systemRandom, cost } = parts
  const { next: folder } = placesOf(parts.userData)
  const place = placeOf({ folder, storage, files, random, ...(cost && { cost }) })
  const door = await keys.lend(office =>
    withPassword(newDoor(keys.keyId, storage, random), office, { person, password }, place),
  )
  await beginTries({ ...place, machine: door.machine })
  await writeDoor(place, door)
}

/** Gives up an office that was put beside. */
export async function dropOffice(parts: Pick<JoinParts, 'userData'>, { desk }: StagedOffice): Promise<void> {
  await closeDesk(desk)
  await dropStaged(placesOf(parts.userData).next)
}

async function closeDesk({ journal, keys }: OpenDesk): Promise<void> {
  await journal.close()
  keys.close()
}
