import type { AppError } from '../result/result.ts'
import { type FoundData, RECOVERY_CASES, type RecoveryAct, type RecoveryCase } from './model.ts'

/** Codes of the system that mean: the folder itself is not to be had. */
const FOLDER_CODES: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EEXIST',
  'EIO',
  'ENODEV',
])

/**
 * Which disaster an error of the start is. `system`: the code of the system where nothing of the program threw it
 * (`EACCES`), or an empty text. What is not known is `unexpected`, never another disaster.
 */
export function caseOf(error: AppError | null, system: string): RecoveryCase {
  if (error === null) return system === 'ENOSPC' ? 'disk_full' : FOLDER_CODES.has(system) ? 'folder' : 'unexpected'
  const { code, params } = error
  if (code === 'start.key_unavailable') return known(`key_${params.reason}`, 'key_damaged')
  if (code.startsWith('start.')) return known(code.slice('start.'.length), 'unexpected')
  if (/^(file|journal)\.disk_(full|floor)$/.test(code)) return 'disk_full'
  // What a start finishes of the run before may write to the journal and to the keys as well.
  return /^(file|journal|keyring)\./.test(code) ? 'folder' : 'unexpected'
}

function known(name: string, otherwise: RecoveryCase): RecoveryCase {
  return RECOVERY_CASES.find(one => one === name) ?? otherwise
}

/** Disasters of the office key that another way to the same key mends; without a key store it could not be kept. */
const BY_PAPER: readonly RecoveryCase[] = ['key_missing', 'key_refused', 'key_damaged', 'key_other_key']

/** Disasters of the data themselves: nothing but a copy mends them. */
const BY_COPY: readonly RecoveryCase[] = ['keyring_damaged', 'journal_damaged']

/** What helps, the first before the others. */
export function actsFor(which: RecoveryCase, found: Pick<FoundData, 'paperKey' | 'journal'>): RecoveryAct[] {
  const first: RecoveryAct[] = []
  if (BY_COPY.includes(which)) first.push('restore')
  if (BY_PAPER.includes(which) && found.paperKey) first.push('paper')
  const then: RecoveryAct[] = BY_PAPER.includes(which) ? ['again', 'restore'] : ['again']
  return [...first, ...then, ...(found.journal.files > 0 ? (['rescue'] as const) : []), 'report']
}
