import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SegmentBytes } from '#electron/journal/segment-bytes.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function counted() {
  const files = new MemoryFiles()
  for (let n = 1; n <= 9; n++) files.put(`/j/${n}.seg`, Buffer.from(`segment ${n}`))
  const read = vi.spyOn(files, 'readFile')
  return { files, read, segments: new SegmentBytes() }
}

test('a segment is read once as long as it is among the last that were asked for', async () => {
  const { files, read, segments } = counted()
  const ask = async (n: number) => String(await segments.read(`/j/${n}.seg`, files))
  expect(await ask(1)).toBe('segment 1')
  for (const n of [2, 3, 4, 5, 1, 6, 1]) expect(await ask(n)).toBe(`segment ${n}`)
  expect(read).toHaveBeenCalledTimes(6)
  await ask(7)
  await ask(1)
  expect(read).toHaveBeenCalledTimes(7)
  await ask(2)
  expect(read).toHaveBeenCalledTimes(8)
})

test('what nobody asked for any more is let go', async () => {
  const { files, read, segments } = counted()
  await segments.read('/j/1.seg', files)
  vi.advanceTimersByTime(4000)
  await segments.read('/j/1.seg', files)
  vi.advanceTimersByTime(4000)
  await segments.read('/j/1.seg', files)
  expect(read).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(5001)
  await segments.read('/j/1.seg', files)
  expect(read).toHaveBeenCalledTimes(2)
})

test('what could not be read is read again; what is not there is nothing', async () => {
  const { files, read, segments } = counted()
  read.mockRejectedValueOnce(Object.assign(new Error('EIO'), { code: 'EIO' }))
  await expect(segments.read('/j/1.seg', files)).rejects.toThrow('EIO')
  expect(String(await segments.read('/j/1.seg', files))).toBe('segment 1')
  expect(await segments.read('/j/none.seg', files)).toBeNull()
})
