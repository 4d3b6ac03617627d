import { expect, test } from 'vitest'
import { trustOf } from '#electron/update/trusted-keys.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'
import { publisher } from './package-kit.ts'

const developer = publisher('developer')
const built = publisher('built')
const published = { keys: [built.trusted], revoked: ['lost'] }

test('an installed program believes what it was built with, whatever lies in its folder', async () => {
  const files = new MemoryFiles()
  files.put('/updates/developer-keys.json', Buffer.from(JSON.stringify([developer.trusted])))
  expect(await trustOf({ packaged: true, folder: '/updates', files, published })).toEqual(published)
  expect((await trustOf({ packaged: true, folder: '/updates', files })).keys).not.toContainEqual(developer.trusted)
})

test('a program run from its sources believes its developer too, and revokes what is revoked', async () => {
  const files = new MemoryFiles()
  expect(await trustOf({ packaged: false, folder: '/updates', files, published })).toEqual(published)
  files.put('/updates/developer-keys.json', Buffer.from(JSON.stringify([developer.trusted])))
  const trust = await trustOf({ packaged: false, folder: '/updates', files, published })
  expect(trust).toEqual({ keys: [built.trusted, developer.trusted], revoked: ['lost'] })
})
