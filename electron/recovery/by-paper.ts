import { type AuditLine, type AuditRecord, auditLine } from '#shared/audit/model.ts'
import { entityId } from '#shared/change/action.ts'
import type { User } from '#shared/office/model.ts'
import type { RecoveryPerson } from '#shared/recovery/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { forgetTelephone } from '../access/second-factors.ts'
import { peopleOf } from '../access/services.ts'
import { beginTries } from '../access/tries.ts'
import { openAuditLog } from '../audit/log.ts'
import { openData } from '../desk/desk-state.ts'
import type { ServiceContext } from '../ipc/services.ts'
import { createClock, machineTime } from '../journal/clock.ts'
import { openKeysWith } from '../security/key-store.ts'
import { keyIdOf } from '../security/keychain.ts'
import {
  kindOnDisk,
  newDoor,
  type OfficeKeyPlace,
  withPassword,
  writeDoor,
  writeOpenKey,
} from '../security/office-key.ts'
import { openByTyped } from '../security/recovery-file.ts'

/** What opening by the key on paper rests on. */
export interface PaperParts {
  readonly context: Pick<ServiceContext, 'dataFolder' | 'settings' | 'log'>
  readonly place: OfficeKeyPlace
}

/**
 * Protects the office key of a desk without passwords by this machine anew. A desk that has passwords is left as it is:
 * its administrators are told, and one of them must be chosen. Throws `access.wrong_paper`, `start.*`, `file.*`.
 */
export async function openByPaper(parts: PaperParts, paper: string): Promise<RecoveryPerson[]> {
  const { place } = parts
  return withOffice(place, paper, async office => {
    const people = await administratorsOf(parts, office)
    await tellAudit(parts, office, [{ ...auditLine('paper_key', { reason: 'used' }), ...NOBODY }])
    // A key file that is gone or garbled does not say whether there were passwords; where an administrator stands, there were.
    const kind = (await kindOnDisk(place)) ?? (people.length > 0 ? 'door' : 'open')
    if (kind === 'door') return people.map(({ id, name, position }) => ({ id, name, position }))
    await writeOpenKey(place, office)
    return []
  })
}

/** Puts a new door in the place of the one this machine no longer opens: this administrator alone enters by it. */
export async function admitByPaper(
  parts: PaperParts,
  { paper, user, password }: { paper: string; user: string; password: string },
): Promise<void> {
  const { place } = parts
  await withOffice(place, paper, async office => {
    const person = (await administratorsOf(parts, office)).find(one => one.id === user)
    if (person === undefined) throw new ExpectedError('access.administrator_only')
    const empty = newDoor(keyIdOf(office), place.storage, place.random)
    const door = await withPassword(empty, office, { person, password }, place)
    const by = { user, role: person.role }
    const entity = entityId('user', user)
    await tellAudit(parts, office, [{ ...auditLine('paper_key', { reason: 'used' }), ...by }])
    // First the record of tries: a door without one makes everybody wait.
    await beginTries({ ...place, machine: door.machine })
    const keys = await openKeysWith(place, Buffer.from(office), 'plain')
    const isForgotten = await forgetTelephone(keys, place, user).finally(() => keys.close())
    await writeDoor(place, door)
    await tellAudit(parts, office, [
      { ...auditLine('password_set', { reason: 'paper', entity }), ...by },
      ...(isForgotten ? [{ ...auditLine('second_factor', { reason: 'removed', entity }), ...by }] : []),
    ])
  })
}

async function withOffice<T>(place: OfficeKeyPlace, paper: string, use: (office: Buffer) => Promise<T>): Promise<T> {
  const office = await openByTyped(place, paper)
  if (office === null) throw new ExpectedError('access.wrong_paper')
  try {
    return await use(office)
  } finally {
    office.fill(0)
  }
}

/** Whoever holds the paper: nobody has said who they are. */
const NOBODY = { user: 'system', role: 'system' } as const

type Told = AuditLine & Pick<AuditRecord, 'user' | 'role'>

/**
 * Tells the audit what was done by the paper, at once: the key that opens the data opens its log. A log that takes nothing
 * keeps nobody out, as at the door (ADR 23); the program's own log says so.
 */
async function tellAudit({ context, place }: PaperParts, office: Buffer, lines: readonly Told[]): Promise<void> {
  const keys = await openKeysWith(place, Buffer.from(office), 'plain')
  try {
    const folder = `${context.dataFolder}/audit/${keys.installation}`
    const log = await openAuditLog({ folder, keys, onFailed: code => context.log.write('audit.failed', { code }) })
    const at = machineTime.wall()
    await log.recordAll(lines.map(line => ({ ...line, at, wall: at }))).finally(() => log.close())
  } catch (error) {
    if (!(error instanceof ExpectedError)) context.log.bug('audit', error)
  } finally {
    keys.close()
  }
}

/** Administrators as the journal has them. Opening it proves that this office key is the right one of these very data. */
async function administratorsOf({ context, place }: PaperParts, office: Buffer): Promise<User[]> {
  const keys = await openKeysWith(place, Buffer.from(office), 'plain')
  try {
    const desk = await openData(context, keys, createClock(machineTime))
    const people = await peopleOf(desk).finally(() => desk.journal.close())
    return people.flatMap(({ user, suspended }) => (user.role === 'administrator' && !suspended ? [user] : []))
  } finally {
    keys.close()
  }
}
