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

const FOUND = { paperKey: true, journal: { files: 1, bytes: 10, written: 1 } }

it('the key on paper is offered where it helps and was made, and first there', () => {
  for (const which of RECOVERY_CASES) {
    const byPaper = /^key_(?!no_store)(?!ring)/.test(which)
    expect(actsFor(which, FOUND).includes('paper'), which).toBe(byPaper)
    expect(actsFor(which, { ...FOUND, paperKey: false }), which).not.toContain('paper')
  }
  expect(actsFor('key_refused', FOUND)[0]).toBe('paper')
})

it('a copy is offered where the data or their key are gone, and first where nothing else mends them', () => {
  expect(RECOVERY_CASES.filter(which => actsFor(which, FOUND)[0] === 'restore')).toEqual([
    'keyring_damaged',
    'journal_damaged',
  ])
  for (const which of ['disk_full', 'folder', 'newer_data', 'key_no_store', 'unexpected'] as const) {
    expect(actsFor(which, FOUND), which).toEqual(['again', 'rescue', 'report'])
  }
})

it('everything there is can be saved wherever there is anything', () => {
  const nothing = { ...FOUND, journal: { files: 0, bytes: 0, written: null } }
  for (const which of RECOVERY_CASES) {
    expect(actsFor(which, FOUND), which).toContain('rescue')
    expect(actsFor(which, nothing), which).not.toContain('rescue')
    expect(actsFor(which, FOUND), which).toContain('again')
  }
})

it('every disaster says what happened and what to press', () => {
  for (const which of RECOVERY_CASES) {
    for (const part of ['what', 'do'] as const) expect(kk[`recovery.${part}.${which}`].length).toBeGreaterThan(40)
  }
})
