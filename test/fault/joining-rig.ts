import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { actorOf, type OpenDesk, openDesk } from '#electron/desk/open-desk.ts'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { openJournal } from '#electron/journal/journal.ts'
import { createKeys, hasKeys, openKeys } from '#electron/security/key-store.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import { readLinks } from '#electron/security/older-keys.ts'
import { systemRandom } from '#electron/security/seal.ts'
import { writeInvitation } from '#electron/sync/invitation.ts'
import {
  type Beginning,
  beginInOffice,
  chooseInvitation,
  dropOffice,
  findRequest,
  type JoinParts,
  type StagedOffice,
  stageOffice,
} from '#electron/sync/joining.ts'
import { openMemory } from '#electron/sync/memory.ts'
import { writeParcel } from '#electron/sync/parcel.ts'
import { openParcels } from '#electron/sync/parcel-memory.ts'
import { answerDigits } from '#electron/sync/server-answer.ts'
import { entityId } from '#shared/change/action.ts'
import { DeskLetter, User } from '#shared/office/model.ts'
import type { JoinRequest } from '#shared/sync/invitation.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'
import { draft, testStorage } from './desk-rig.ts'

export const NOW = 1_790_000_000_000
const CLOCK = { now: () => NOW, start: () => undefined }
const CHEAP = { memory: 1024, rounds: 1 }

/** The first person of the office, and who is to work at the computer that joins. */
export const PERSON = User.parse({
  ...{ id: 'u0', name: 'А. Рахимова', role: 'administrator' },
  position: { kk: 'М', ru: 'С' },
})
export const NEW_PERSON = { name: 'Б. Сериков', position: { kk: 'М', ru: 'С' }, role: 'clerk' } as const

/** A new person at a desk with the next letter. */
export const AS_NEW: Beginning = { letter: DeskLetter.parse('Б'), person: { user: NEW_PERSON }, password: null }

/** A desk whose data lie in this folder; made where there is none. */
export async function deskAt(folder: string, storage = testStorage('first')): Promise<OpenDesk> {
  const where = { folder, storage, files: nodeFiles }
  const keys = (await hasKeys(where)) ? await openKeys(where) : await createKeys(where)
  const keyring = await openKeyring({ folder, keys })
  const journal = await openJournal({ folder, keys, keyring, clock: CLOCK, floor: () => 0 })
  return openDesk({ keys, keyring, journal, reportBug: () => undefined })
}

/** An office of one desk with two applications of one person, a stick, and computers that join. */
export class JoiningRig {
  readonly root: string
  readonly stick: string
  readonly office: OpenDesk

  private constructor(root: string, office: OpenDesk) {
    this.root = root
    this.stick = path.join(root, 'stick')
    this.office = office
  }

  static async make(): Promise<JoiningRig> {
    const root = await mkdtemp(path.join(os.tmpdir(), 'joining-'))
    for (const name of ['stick', 'new', 'other', 'nobody']) await nodeFiles.makeFolder(path.join(root, name))
    const office = await deskAt(path.join(root, 'office'))
    const { journal, keys, keyring } = office
    const body = { letter: 'А', provisional: true, publicKey: keys.publicKey }
    const first = [
      { entity: entityId('desk', journal.installation), type: 'desk.opened', body },
      { entity: entityId('user', PERSON.id), type: 'user.added', body: { user: PERSON } },
      { entity: entityId('office', 'main'), type: 'office.set', body: { office: FIRST_RUN.office } },
    ]
    await office.gate.act(
      first.map(act => ({ intent: { ...act, basedOn: null } })),
      actorOf(null, NOW),
    )
    const [subject = null] = await keyring.create(['somebody'])
    await journal.append([draft(1, 'a1', subject), draft(2, 'a2', subject)])
    return new JoiningRig(root, office)
  }

  async end(): Promise<void> {
    await this.office.journal.close()
    await rm(this.root, { recursive: true, force: true })
  }

  /** The computer that joins: its own key store, its own folder. */
  partsOf(name: string, files: FileSystem = nodeFiles): JoinParts {
    return {
      ...{ userData: path.join(this.root, name), app: '1.0.0', storage: testStorage(name), files, cost: CHEAP },
      ...{ floor: () => 0, now: () => NOW, reportBug: () => undefined, progress: () => undefined },
    }
  }

  /** An invitation for a request; with the whole office beside it, or without. */
  async invite(request: JoinRequest, { guarded = false, data = true } = {}): Promise<string> {
    const { office, stick } = this
    const folder = path.join(this.root, 'office')
    const parcel = data ? await this.#writeParcel(`office-${request.name}.qsync`) : null
    const older = await readLinks({ folder, files: nodeFiles })
    const giving = { keys: office.keys, guarded, older, recovery: null, parcel, random: systemRandom }
    return path.join(stick, await writeInvitation(nodeFiles, stick, request, giving))
  }

  async #writeParcel(parcel: string): Promise<string> {
    const folder = path.join(this.root, 'office')
    const parts = {
      ...{ desk: this.office, files: nodeFiles, app: '1.0.0', now: () => NOW, progress: () => undefined },
      kept: await openParcels(nodeFiles, folder, this.office.keys),
      memory: await openMemory(nodeFiles, folder, this.office.keys),
      taken: async () => undefined,
    }
    await rm(path.join(this.stick, parcel), { force: true })
    await writeParcel(parts, path.join(this.stick, parcel), { whole: true, toAll: false })
    return parcel
  }
}

/** Opens an invitation as a person does who was told these digits, or those of the answer that lies beside it. */
export async function stageBy(parts: JoinParts, invitation: string, told?: string): Promise<StagedOffice> {
  const { chosen } = await chooseInvitation(parts, invitation)
  const own = await findRequest(parts)
  const digits = own && chosen.answer && answerDigits(own.request, chosen.answer)
  return stageOffice(parts, chosen, told ?? digits ?? '')
}

/** Opens an invitation and begins in its office, or gives up what was put beside. */
export async function joinBy(parts: JoinParts, invitation: string, asked = AS_NEW): Promise<void> {
  const staged = await stageBy(parts, invitation)
  try {
    await beginInOffice(parts, staged, asked)
  } catch (error) {
    await dropOffice(parts, staged).catch(() => undefined)
    throw error
  }
}
