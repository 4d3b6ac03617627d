import type { FileSystem } from '../journal/file-system.ts'
import type { OfficeKeyPlace } from '../security/office-key.ts'
import { renewed, writeOpenKey } from '../security/office-key.ts'
import { putInForce } from '../security/office-key-change.ts'
import { settleRecovery } from '../security/recovery-file.ts'
import type { KeyLetters } from '../sync/exchange.ts'
import { broughtBy, readLetters } from '../sync/key-letters.ts'
import type { DeskState } from './desk-state.ts'
import type { OpenDesk } from './open-desk.ts'

/** What a desk takes a changed office key with. */
export interface TakingKey {
  readonly place: OfficeKeyPlace & { readonly files: FileSystem }
  readonly access: Pick<DeskState['access'], 'door' | 'change'>
}

/**
 * The letters of a desk that stands open (ADR 37). A key that comes is put in force as one that was drawn here (ADR 29), without
 * any person: envelopes take it without their passwords. The keys of the store follow at the next start.
 */
export function keyLettersOf(desk: OpenDesk, { place, access }: TakingKey): KeyLetters {
  return {
    toGive: async () => (await readLetters(place)).filter(({ keyId }) => desk.keys.knows(keyId)),
    take: found =>
      desk.gate.inTurn(async () => {
        const coming = await broughtBy(found, desk)
        if (coming === null) return false
        const commit = (office: Buffer) => {
          const { door } = access
          return door === null ? writeOpenKey(place, office) : access.change(renewed(door, office, place.random))
        }
        await putInForce({ place, keys: desk.keys, commit }, coming)
        await settleRecovery(place, desk.keys.keyId).catch(error => desk.reportBug(error))
        return true
      }),
  }
}
