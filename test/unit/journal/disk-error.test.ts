import { open } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { diskError } from '#electron/journal/disk-error.ts'

const refused = (code: string) => Object.assign(new Error(code), { code, syscall: 'fdatasync' })

it('a disk that refuses is told with its code, a full one by its own sentence', () => {
  expect(diskError(refused('EIO'))?.detail).toEqual({ code: 'disk.failed', params: { code: 'EIO' } })
  expect(diskError(refused('ENOSPC'))?.detail).toEqual({ code: 'disk.full', params: {} })
})

it('a fault of ours is no fault of the disk', async () => {
  const missing = await open('/nowhere/at/all').catch((cause: unknown) => cause)
  const faults = [missing, Object.assign(new Error('EIO'), { code: 'EIO' }), new TypeError('x'), 'EIO', null]
  for (const fault of faults) expect(diskError(fault)).toBeNull()
})
