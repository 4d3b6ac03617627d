import { expect, test } from 'vitest'
import { createKeys, openKeys } from '#electron/security/key-store.ts'
import { Keychain, keyIdOf } from '#electron/security/keychain.ts'
import { writeOpenKey } from '#electron/security/office-key.ts'
import { changeOfficeKey, drawOfficeKey, settleOfficeKey } from '#electron/security/office-key-change.ts'
import { chainOf, joinedLinks, type Link, linkOf, readLinks } from '#electron/security/older-keys.ts'
import { sealBytes, systemRandom } from '#electron/security/seal.ts'
import { fromKeyDocument, toKeyDocument } from '#electron/sync/wire.ts'
import { FOLDER, testStorage } from '#test/fault/desk-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'

const key = (byte: number) => Buffer.alloc(32, byte)

function link(newer: number, older: number): Link {
  const ids = { from: keyIdOf(key(older)), to: keyIdOf(key(newer)) }
  return linkOf(key(newer), key(older), { ...ids, reason: 'planned', user: 'u1', role: 'administrator' }, systemRandom)
}

const ids = (keys: readonly Buffer[]) => keys.map(keyIdOf)

test('a chain opens what each of its keys sealed, by id and without, and seals under the newest', () => {
  const sealed = [1, 2, 3].map(byte => sealBytes(key(byte), Buffer.from(`by ${byte}`), 'here', systemRandom))
  const chain = new Keychain([key(3), key(2), key(1)])
  expect([chain.current, chain.first]).toEqual([keyIdOf(key(3)), keyIdOf(key(1))])
  for (const bytes of [...sealed, ...sealed.toReversed()]) {
    expect(chain.open(bytes, 'here')?.plain.toString()).toMatch(/^by [123]$/)
    expect(chain.open(bytes, 'there')).toBeNull()
  }
  expect(chain.find('00000000')).toBeNull()
  chain.adopt(key(4))
  expect([chain.current, chain.first]).toEqual([keyIdOf(key(4)), keyIdOf(key(1))])
  expect(sealed.map(bytes => chain.open(bytes, 'here')?.keyId)).toEqual(ids([key(1), key(2), key(3)]))
  // What another office sealed opens by none.
  expect(chain.open(sealBytes(key(9), Buffer.alloc(1), 'here', systemRandom), 'here')).toBeNull()
})

test('links are followed as far as they open, whatever stands beside them, and never in a circle', () => {
  const foreign = { ...link(3, 2), sealed: link(9, 8).sealed }
  const never = link(7, 3)
  const links = [foreign, never, link(2, 1), link(3, 2), link(1, 3)]
  const { keys, change } = chainOf(key(3), links)
  expect(ids(keys)).toEqual(ids([key(3), key(2), key(1)]))
  expect(change).toMatchObject({ from: keyIdOf(key(2)), to: keyIdOf(key(3)), user: 'u1' })
  expect(chainOf(key(1), [link(2, 1)])).toMatchObject({ keys: [key(1)], change: null })
  expect(joinedLinks([...links, ...links])).toHaveLength(4)
})

test('a desk that joins the office gets the links with the key: the same tags, all records; with the key alone they wait', async () => {
  const files = new MemoryFiles()
  const place = { folder: FOLDER, files, storage: testStorage(), random: systemRandom }
  const first = await createKeys(place)
  const [old, tag] = [first.keyId, first.tagOf('iin', '1')]
  const sealed = first.seal(Buffer.from('a record of before'), 'record')
  const person = { subject: 'abcdefghij0123456789' as never, key: key(5), tag }
  const told = toKeyDocument(person, first)
  const by = { user: 'u1', role: 'administrator', reason: 'planned' } as const
  const drawn = drawOfficeKey(systemRandom)
  await changeOfficeKey({ place, keys: first, drawn, by, commit: office => writeOpenKey(place, office) })
  await settleOfficeKey(place, first)
  const join = (links: readonly Link[]) =>
    first.lend(office => createKeys({ ...place, files: new MemoryFiles() }, Buffer.from(office), { links }))
  const joined = await join(await readLinks(place))
  expect([joined.keyId, joined.firstKeyId]).toEqual([first.keyId, old])
  expect(joined.tagOf('iin', '1')).toBe(tag)
  expect(joined.under(old)?.open(sealed, 'record')?.toString()).toBe('a record of before')
  expect(fromKeyDocument(told, joined)?.entry).toMatchObject({ tag })
  expect(fromKeyDocument(toKeyDocument(person, first), joined)?.entry).toMatchObject({ tag })
  const alone = await join([])
  expect(alone.knows(old)).toBe(false)
  expect(alone.under(old)).toBeNull()
  expect(fromKeyDocument(told, alone)).toBeNull()
  expect((await openKeys(place)).firstKeyId).toBe(old)
})
