import { AuditHead } from '../audit/model.ts'

/** The audit's own action, composed by main alone. Part of `ACTION_TYPES`. */
export const AUDIT_TYPES = {
  /** So many lines the log of this desk had, and this was the hash of the last: whoever rewrites the log contradicts it (ADR 23). */
  'audit.anchored': { noun: 'audit', version: 1, body: AuditHead, personal: null },
} as const
