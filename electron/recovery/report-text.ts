import os from 'node:os'
import type { RecoveryState } from '#shared/recovery/model.ts'

/** The report of a failed start: codes, counts, sizes, versions and lines of the log. No path: it may name a person. */
export function recoveryReport({ case: which, params, found, version }: RecoveryState, log: readonly string[]): string {
  const { journal, free, keyrings, papers, drafts, paperKey } = found
  const written = journal.written === null ? '-' : new Date(journal.written).toISOString()
  return [
    `start ${which} ${JSON.stringify(params)}`,
    `program ${version}`,
    ...['electron', 'chrome', 'node'].map(name => `${name} ${process.versions[name] ?? '-'}`),
    `system ${process.platform} ${process.arch} ${os.release()}`,
    `memory ${Math.round(os.totalmem() / 2 ** 20)} MB, free ${Math.round(os.freemem() / 2 ** 20)} MB`,
    `disk free ${free === null ? '-' : Math.floor(free / 2 ** 20)} MB`,
    `journal files ${journal.files}, bytes ${journal.bytes}, written ${written}`,
    `keyring copies ${keyrings}, papers ${papers}, drafts ${drafts}, paper key ${paperKey ? 'yes' : 'no'}`,
    '',
    ...log,
    '',
  ].join('\n')
}
