import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createGate, type Gate } from '#electron/desk/act.ts'
import { officeDate, officeTime } from '#electron/desk/office-date.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { openKeys } from '#electron/security/key-store.ts'
import { EntityId } from '#shared/change/action.ts'
import { type Desk, openDesk, opening, testStorage } from '#test/fault/desk-rig.ts'
import { hostStorage } from '#test/fault/host-storage.ts'

/** Another desk of the same office, which knows what the first one had when they were cut apart. */
export interface SecondDesk {
  /** Does what is lawful there, on the entity as it stands there. */
  readonly act: (entity: string, type: string, body: object) => Promise<void>
  /** Puts its chain beside the first desk's own, which has ended: as if it had come over the wire. */
  readonly bringTo: (userData: string) => Promise<void>
  readonly folder: string
}

/** Opens a second desk of the office whose first desk has ended. */
export async function secondDesk(userData: string, user: string, letter = 'Ә'): Promise<SecondDesk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'second-desk-'))
  const keys = await openKeys({ folder: path.join(userData, 'desk-data'), storage: hostStorage(userData) })
  const options = { files: nodeFiles, folder, storage: testStorage(), now: () => Date.now() }
  // Made with the office's key; then the first desk's chain lies beside its own, and it is opened once more.
  await openDesk({ ...options, office: { keys } as Desk })
  const own = path.join('journal', keys.installation)
  await cp(path.join(userData, 'desk-data', own), path.join(folder, own), { recursive: true })
  const desk = await openDesk(options)
  await desk.journal.append([{ ...opening(desk, letter), date: officeDate(Date.now()), basedOn: null }])
  const gate = await createGate(desk.journal)
  return {
    folder,
    act: (entity, type, body) => actAt(desk, gate, { user, entity: EntityId.parse(entity), type, body }),
    bringTo: async to => {
      const chain = path.join('journal', desk.journal.installation)
      await cp(path.join(folder, chain), path.join(to, 'desk-data', chain), { recursive: true })
    },
  }
}

interface Asked {
  readonly user: string
  readonly entity: EntityId
  readonly type: string
  readonly body: object
}

async function actAt({ journal }: Desk, gate: Gate, { user, entity, type, body }: Asked): Promise<void> {
  const now = Date.now()
  const actor = { user, role: 'head' as const, date: officeDate(now), time: officeTime(now), now }
  const intent = { entity, type, basedOn: journal.headOf(entity), body: { ...body } }
  await gate.act([{ intent }], actor)
}
