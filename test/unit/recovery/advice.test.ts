import { expect, it } from 'vitest'
import kk from '#locales/kk.json' with { type: 'json' }
import { actsFor, caseOf } from '#shared/recovery/advice.ts'
import { RECOVERY_CASES } from '#shared/recovery/model.ts'

const error = (code: string, params = {}) => ({ code, params })

it.each([
  ['start.disk_full', {}, 'disk_full'],
  ['start.newer_data', {}, 'newer_data'],
  ['start.keyring_damaged', {}, 'keyring_damaged'],
  ['start.journal_damaged', {}, 'journal_damaged'],
  ['start.key_unavailable', { reason: 'missing' }, 'key_missing'],
  ['start.key_unavailable', { reason: 'no_store' }, 'key_no_store'],
  ['start.key_unavailable', { reason: 'refused' }, 'key_refused'],
  ['start.key_unavailable', { reason: 'damaged' }, 'key_damaged'],
  ['start.key_unavailable', { reason: 'other_key' }, 'key_other_key'],
  ['start.key_unavailable', { reason: 'something new' }, 'key_damaged'],
  ['start.something_new', {}, 'unexpected'],
  ['file.disk_full', {}, 'disk_full'],
  ['file.busy', {}, 'folder'],
  ['file.write_failed', {}, 'folder'],
  ['journal.disk_full', {}, 'disk_full'],
  ['journal.write_failed', { code: 'EIO' }, 'folder'],
  ['keyring.write_failed', { code: 'EIO' }, 'folder'],
  ['desk.not_ready', {}, 'unexpected'],
] as const)('%s %j is told as %s', (code, params, which) => {
  expect(caseOf(error(code, params), '')).toBe(which)
})

it('what the system refused is told as the folder or the disk, anything else as a fault of the program', () => {
  expect(['EACCES', 'EROFS', 'ENOTDIR', 'EIO', 'ENOSPC', 'EMFILE', ''].map(code => caseOf(null, code))).toEqual([
    ...['folder', 'folder', 'folder', 'folder'],
    ...['disk_full', 'unexpected', 'unexpected'],
  ])
})

it('the key on paper is offered where it helps and was made, and first there', () => {
  for (const which of RECOVERY_CASES) {
    const byPaper = /^key_(?!no_store)(?!ring)/.test(which)
    expect(actsFor(which, { paperKey: true }).includes('paper'), which).toBe(byPaper)
    expect(actsFor(which, { paperKey: false }), which).toEqual(['again', 'report'])
  }
  expect(actsFor('key_refused', { paperKey: true })[0]).toBe('paper')
})

it('every disaster says what happened and what to press', () => {
  for (const which of RECOVERY_CASES) {
    for (const part of ['what', 'do'] as const) expect(kk[`recovery.${part}.${which}`].length).toBeGreaterThan(40)
  }
})
