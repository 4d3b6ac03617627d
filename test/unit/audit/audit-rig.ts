import { createSecretKey, hkdfSync } from 'node:crypto'
import { type AuditEntry, type AuditLog, openAuditLog } from '#electron/audit/log.ts'
import { auditKeys } from '#electron/audit/record.ts'
import { type AuditHead, auditLine } from '#shared/audit/model.ts'
import { EntityId, InstallationId } from '#shared/change/action.ts'
import type { MemoryFiles } from '#test/fault/memory-files.ts'

export const FOLDER = 'desk-data/audit/k3v9q0w8z1m5t7ab'

/** Keys of the audit as a desk has them: derived from 32 bytes. */
export function keysOf(byte: number) {
  const office = Buffer.alloc(32, byte)
  return {
    installation: InstallationId.parse('k3v9q0w8z1m5t7ab'),
    keyId: `0000000${byte}`,
    derive: (label: string) =>
      createSecretKey(Buffer.from(hkdfSync('sha256', office, Buffer.alloc(0), `qabyldau/${label}`, 32))),
  }
}

export const KEYS = auditKeys(keysOf(1))

/** A look at a card; another one for another number. */
export function entryOf(number: number, said: Partial<AuditEntry> = {}): AuditEntry {
  const entity = EntityId.parse(`application:2026-k3v9q0w8z1m5t7ab-${String(number % 900).padStart(6, '0')}`)
  const at = Date.parse('2026-11-23T04:00:00Z') + number * 1000
  return { ...auditLine('viewed', { entity, fields: ['name'] }), at, wall: at, user: 'u1', role: 'clerk', ...said }
}

/** A log of so many lines, written in groups, and heads of it as it grew. */
export async function writtenLog(
  files: MemoryFiles,
  count: number,
  group = 50,
  segmentBytes = 16 * 1024,
): Promise<AuditHead[]> {
  const log = await openAuditLog({ folder: FOLDER, keys: keysOf(1), files, segmentBytes })
  const heads: AuditHead[] = []
  for (let number = 1; number <= count; number++) {
    log.note(entryOf(number))
    if (number % group === 0) {
      await log.flush()
      heads.push(log.head())
    }
  }
  await log.close()
  return heads
}

/** The log as a new start of the program opens it. */
export function opened(files: MemoryFiles, more: Partial<Parameters<typeof openAuditLog>[0]> = {}): Promise<AuditLog> {
  return openAuditLog({ folder: FOLDER, keys: keysOf(1), files, segmentBytes: 16 * 1024, ...more })
}
