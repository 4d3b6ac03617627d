import { z } from 'zod'
import { EntityId, InstallationId, Role, SubjectId } from '../change/action.ts'
import { KeyReason } from '../office/model.ts'
import { PlainDate } from '../time/plain-date.ts'

/**
 * What is written of what leaves no act in the journal. `lists_opened`: the lists were handed to a page; `not_recorded`:
 * so many lines could not be written and are lost (`count`). How a door was opened, locked or tried stands in `reason`.
 */
export const AUDIT_KINDS = [
  'desk_opened',
  'desk_locked',
  'wrong_password',
  'confirmed',
  'password_set',
  'lockout_released',
  'paper_key',
  'key_changed',
  'key_given',
  'key_taken',
  'second_factor',
  'lists_opened',
  'viewed',
  'searched',
  'import_read',
  'draft_opened',
  'printed',
  'saved',
  'paper_opened',
  'subject_card',
  'depersonalised',
  'erased',
  'copied',
  'copy_opened',
  'parcel_written',
  'parcel_taken',
  'desk_invited',
  'diagnostics',
  'verified',
  'audit_read',
  'program_updated',
  'program_returned',
  'pack_accepted',
  'exchange_set',
  'not_recorded',
] as const
export const AuditKind = z.enum(AUDIT_KINDS)
export type AuditKind = z.infer<typeof AuditKind>

/** Lines that tell who entered, who tried to, and by what. */
export const DOOR_KINDS = [
  'desk_opened',
  'desk_locked',
  'wrong_password',
  'confirmed',
  'password_set',
  'lockout_released',
  'paper_key',
  'key_changed',
  'key_given',
  'key_taken',
  'second_factor',
] as const satisfies readonly AuditKind[]

/** How it was done, where the line is of the door: by what it was opened or tried, what locked it, what became of a password or a key. */
export const DOOR_REASONS = [
  'password',
  'paper',
  'asked',
  'still',
  'suspend',
  'screen',
  'first',
  'added',
  'own',
  'given',
  'drawn',
  'written',
  'used',
  'code',
  'pin',
  'set',
  'removed',
  ...KeyReason.options,
] as const
export const DoorReason = z.enum(DOOR_REASONS)
export type DoorReason = z.infer<typeof DoorReason>

/** Groups of fields that were seen or left the desk. A group is named, never a value of it. */
export const FIELD_GROUPS = ['name', 'iin', 'iin_masked', 'contacts', 'matter', 'category', 'course', 'papers'] as const
export const FieldGroup = z.enum(FIELD_GROUPS)
export type FieldGroup = z.infer<typeof FieldGroup>

/** What it was: a kind of number that was looked for, of a sheet, of a list. */
export const AUDIT_WHATS = [
  'iin',
  'phone',
  'number',
  'talon',
  'letter',
  'protocols',
  'slips',
  'persons',
  'calls',
  'briefing',
  'schedule',
  'door_sign',
  'blank',
  'report',
  'compliance',
  'subject',
  'list',
  'applications',
  'journal',
  'statistics',
  'incident',
  'site',
  'paper',
  'paper_key',
  'destruction',
] as const
export const AuditWhat = z.enum(AUDIT_WHATS)
export type AuditWhat = z.infer<typeof AuditWhat>

/** What a list that leaves the desk holds, told by the page that writes it. Untold, it may hold anything. */
export const ListAbout = z.strictObject({
  what: AuditWhat,
  fields: z.array(FieldGroup).max(FIELD_GROUPS.length),
  /** People or records in it. */
  count: z.int().nonnegative().nullable(),
})
export type ListAbout = z.infer<typeof ListAbout>

/** What a line says besides when and by whom. */
export const AuditLine = z.strictObject({
  kind: AuditKind,
  entity: EntityId.nullable(),
  subject: SubjectId.nullable(),
  count: z.int().nonnegative().nullable(),
  fields: z.array(FieldGroup).max(FIELD_GROUPS.length),
  what: AuditWhat.nullable(),
  /** A code the program knows (ground of an erasure), never a text that was typed. */
  reason: z
    .string()
    .regex(/^[a-z_]{1,30}$/)
    .nullable(),
  /** HMAC of an IIN that was looked for (base64url). */
  tag: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .nullable(),
  /** Sequence of a line that came to nothing: the dialog was closed, or it failed. */
  undoes: z.int().positive().nullable(),
})
export type AuditLine = z.infer<typeof AuditLine>

/**
 * One line of the audit. `at` is the believed time and `wall` what the wall clock said, milliseconds since 1970. There is
 * no field in which a name, an IIN, a telephone or the name of a file could stand.
 */
export const AuditRecord = z.strictObject({
  sequence: z.int().positive(),
  at: z.int(),
  wall: z.int(),
  user: z.string().regex(/^[0-9a-zA-Z_-]{1,40}$/),
  role: Role,
  ...AuditLine.shape,
})
export type AuditRecord = z.infer<typeof AuditRecord>

/** The end of the log: how many lines it has, and the hash of the last of them (SHA-256, hex). */
export const AuditHead = z.strictObject({ count: z.int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) })
export type AuditHead = z.infer<typeof AuditHead>

/** What is asked of the log. An absent bound or choice narrows nothing. */
export const AuditFilter = z.strictObject({
  /** Legal days, both included. */
  from: PlainDate.nullable(),
  to: PlainDate.nullable(),
  user: z.string().max(40).nullable(),
  /** `door`: whoever entered, locked or tried (`DOOR_KINDS`). */
  kind: z.union([AuditKind, z.literal('door')]).nullable(),
  /** An application: what touched it, its person, or a list that may have held it. */
  entity: EntityId.nullable(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** Why a log does not hold: a line was changed; the order is not the written one; lines are missing at the end; an anchor says otherwise. */
export const AUDIT_FAULTS = ['edited', 'order', 'cut', 'rewritten'] as const
export type AuditFault = (typeof AUDIT_FAULTS)[number]

/** What a verification found. `broken.since` to `broken.line`: where the first fault lies, counted in lines from 1. */
export const AuditVerified = z.strictObject({
  installation: InstallationId,
  records: z.int().nonnegative(),
  /** Anchors of the journal that were met. */
  anchors: z.int().nonnegative(),
  broken: z.strictObject({ since: z.int().positive(), line: z.int().positive(), why: z.enum(AUDIT_FAULTS) }).nullable(),
})
export type AuditVerified = z.infer<typeof AuditVerified>

/** A line that says nothing yet but its kind. */
export function auditLine(kind: AuditKind, said: Partial<AuditLine> = {}): AuditLine {
  const nothing = { entity: null, subject: null, count: null, what: null, reason: null, tag: null, undoes: null }
  return { kind, fields: [], ...nothing, ...said }
}

/** A head as a QR code on paper says it: whose log, how many lines, and the whole hash. */
export function textOfHead(installation: string, { count, hash }: AuditHead): string {
  return `QABYLDAU-AUDIT ${installation} ${count} ${hash}`
}

/** The mark of a head on paper: the first 16 digits of its hash in four groups. */
export function markOfHead({ hash }: AuditHead): string {
  return (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ')
}
