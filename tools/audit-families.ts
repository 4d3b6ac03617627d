import { AUDIT_FAULTS, AUDIT_KINDS, AUDIT_WHATS, DOOR_REASONS, FIELD_GROUPS } from '../shared/audit/model.ts'
import { KeyReason } from '../shared/office/model.ts'
import type { LocaleFamily } from './locale-families.ts'

/** Families of keys of the audit. */
export const AUDIT_FAMILIES: readonly LocaleFamily[] = [
  { prefix: 'audit.how.', source: 'DOOR_REASONS, shared/audit/model.ts', members: DOOR_REASONS },
  { prefix: 'access.key_reason.', source: 'KeyReason, shared/office/model.ts', members: KeyReason.options },
  { prefix: 'audit.kind.', source: 'AUDIT_KINDS, shared/audit/model.ts', members: AUDIT_KINDS },
  { prefix: 'audit.what.', source: 'AUDIT_WHATS, shared/audit/model.ts', members: [...AUDIT_WHATS, 'any'] },
  { prefix: 'audit.field.', source: 'FIELD_GROUPS, shared/audit/model.ts', members: FIELD_GROUPS },
  { prefix: 'audit.fault.', source: 'AUDIT_FAULTS, shared/audit/model.ts', members: AUDIT_FAULTS },
  { prefix: 'audit.incident.', source: 'columns of the list for an incident; the compiler checks them', members: null },
]
