import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { createKeys, hasKeys, openKeys } from '#electron/security/key-store.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import { openBytes, sealBytes, systemRandom } from '#electron/security/seal.ts'
import { FOLDER, testRandom, testStorage } from '#test/fault/desk-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'

function where(files: MemoryFiles, storage = testStorage()) {
  return { folder: FOLDER, files, storage, random: testRandom('keys') }
}

test('keys are made once and open again the same', async () => {
  const files = new MemoryFiles()
  expect(await hasKeys(where(files))).toBe(false)
  const made = await createKeys(where(files))
  const opened = await openKeys(where(files))
  expect(opened.installation).toBe(made.installation)
  expect(opened.keyId).toMatch(/^[0-9a-f]{8}$/)
  expect(opened.publicKey).toBe(made.publicKey)
  expect(opened.open(made.seal(Buffer.from('x'), 'here'), 'here')?.toString()).toBe('x')
  expect(opened.open(made.seal(Buffer.from('x'), 'here'), 'there')).toBeNull()
  expect(opened.tagOf('iin', '850101300017')).toBe(made.tagOf('iin', '850101300017'))
  const key = createPublicKey({ key: Buffer.from(made.publicKey, 'base64'), format: 'der', type: 'spki' })
  expect(verify(null, Buffer.from('hash'), key, opened.sign(Buffer.from('hash')))).toBe(true)
  await expect(createKeys(where(files))).rejects.toThrow('this desk has keys')
})

test('a tag says nothing of its value, and kinds do not mix', async () => {
  const keys = await createKeys(where(new MemoryFiles()))
  const other = await createKeys({ ...where(new MemoryFiles()), random: testRandom('other') })
  const tags = [keys.tagOf('iin', '1'), keys.tagOf('bin', '1'), keys.tagOf('iin', '2'), other.tagOf('iin', '1')]
  expect(new Set(tags).size).toBe(4)
  for (const tag of tags) expect(tag).toMatch(/^[A-Za-z0-9_-]{43}$/)
})

test('the store key is new after an erasure and never the same twice', async () => {
  const files = new MemoryFiles()
  const keys = await createKeys(where(files))
  const before = keys.storeKeys()
  expect(before.storeKey.equals(before.indexKey)).toBe(false)
  const held = keys.storeKeys()
  held.storeKey.fill(0)
  expect(keys.storeKeys().storeKey.equals(before.storeKey)).toBe(true)
  await keys.rotateStoreKey()
  const after = keys.storeKeys()
  expect(after.storeKey.equals(before.storeKey)).toBe(false)
  expect(after.indexKey.equals(before.indexKey)).toBe(false)
  expect((await openKeys(where(files))).storeKeys().storeKey.equals(after.storeKey)).toBe(true)
})

test.each([
  ['dpapi', 'system'],
  ['gnome_libsecret', 'system'],
  ['kwallet6', 'system'],
  ['basic_text', 'plain'],
  ['unknown', 'plain'],
])('protection by %s is called %s', async (backend, protection) => {
  const keys = await createKeys(where(new MemoryFiles(), testStorage('machine', backend)))
  expect(keys.protection).toBe(protection)
})

test('a key store that is absent, changed, locked or throws: refused, never a new key, nothing changed', async () => {
  const files = new MemoryFiles()
  await createKeys(where(files))
  const before = files.paths().map(path => files.get(path).toString('base64'))
  const throwing = {
    ...testStorage(),
    decrypt: () => {
      throw new Error('locked')
    },
  }
  const cases = [
    [{ ...testStorage(), isAvailable: () => false }, 'no_store'],
    [throwing, 'refused'],
    [testStorage('another machine'), 'other_key'],
  ] as const
  for (const [storage, reason] of cases) {
    await expect(openKeys(where(files, storage))).rejects.toMatchObject({
      detail: { code: 'start.key_unavailable', params: { reason } },
    })
  }
  expect(files.paths().map(path => files.get(path).toString('base64'))).toEqual(before)
  await expect(createKeys(where(new MemoryFiles(), { ...testStorage(), isAvailable: () => false }))).rejects.toThrow(
    'start.key_unavailable',
  )
})

test('key files damaged or missing: refused; a journal without its key is no first start', async () => {
  for (const name of ['office.key', 'desk.key', 'store.key']) {
    const files = new MemoryFiles()
    await createKeys(where(files))
    files.put(`${FOLDER}/keys/${name}`, Buffer.from('{"format":1}'))
    await expect(openKeys(where(files))).rejects.toMatchObject({ detail: { params: { reason: 'damaged' } } })
  }
  const files = new MemoryFiles()
  files.put(`${FOLDER}/journal/0123456789abcdef/000001.seg`, Buffer.from('x'))
  await expect(hasKeys(where(files))).rejects.toMatchObject({ detail: { params: { reason: 'missing' } } })
  await expect(createKeys(where(files))).rejects.toMatchObject({ detail: { params: { reason: 'missing' } } })
})

test('nonces are unique over 100,000 sealings', () => {
  const key = systemRandom(32)
  const nonces = new Set<string>()
  for (let i = 0; i < 100_000; i++)
    nonces.add(sealBytes(key, Buffer.alloc(0), '', systemRandom).toString('latin1', 0, 12))
  expect(nonces.size).toBe(100_000)
}, 30_000)

test('sealed bytes open only whole, with their key and context', () => {
  const key = systemRandom(32)
  const sealed = sealBytes(key, Buffer.from('plain'), 'context', systemRandom)
  expect(openBytes(key, sealed, 'context')?.toString()).toBe('plain')
  expect(openBytes(systemRandom(32), sealed, 'context')).toBeNull()
  expect(openBytes(key, sealed, 'other')).toBeNull()
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(openBytes(key, changed, 'context')).toBeNull()
    expect(openBytes(key, sealed.subarray(0, at), 'context')).toBeNull()
  }
})

test('a person is one subject: found by tag, also when named twice in one call', async () => {
  const files = new MemoryFiles()
  const keys = await createKeys(where(files))
  const ring = await openKeyring({ folder: FOLDER, files, keys })
  const [a, b, c, d] = await ring.create(['x', null, 'x', null])
  expect(a).toBe(c)
  expect(b).not.toBe(d)
  expect(await ring.create(['x'])).toEqual([a])
  expect(ring.size).toBe(3)
  expect(await ring.create([])).toEqual([])
  const again = await openKeyring({ folder: FOLDER, files, keys })
  expect(again.findByTag('x')).toBe(a)
  expect(again.size).toBe(3)
  expect(await Promise.all([again.create(['y']), again.create(['y'])]).then(([p, q]) => p?.[0] === q?.[0])).toBe(true)
})

test('20,000 people load in well under two seconds', async () => {
  const files = new MemoryFiles()
  const keys = await createKeys(where(files))
  const ring = await openKeyring({ folder: FOLDER, files, keys })
  await ring.create(Array.from({ length: 20_000 }, (_, i) => `tag${i}`))
  const started = process.cpuUsage()
  const again = await openKeyring({ folder: FOLDER, files, keys })
  expect(again.size).toBe(20_000)
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(2000)
}, 30_000)

test('a key store that came later does not protect what was wrapped without one', async () => {
  const files = new MemoryFiles()
  await createKeys(where(files, testStorage('machine', 'basic_text')))
  expect((await openKeys(where(files, testStorage('machine', 'gnome_libsecret')))).protection).toBe('plain')
})
