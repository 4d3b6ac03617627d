import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { flushTimes } from '#electron/diagnostics/flush-times.ts'
import { judgeSpeed, median, SPEED_CODES } from '#shared/diagnostics/speed.ts'

const PAGE = { list: 20, search: 30, report: 40, start: 900 }

test('a desk where nobody waits: every figure once, none of them slow, what was not done is said to be so', () => {
  const figures = judgeSpeed({ appends: [], flushes: [3, 1, 2] }, PAGE)
  expect(figures.map(({ code }) => code)).toEqual([...SPEED_CODES])
  expect(figures.filter(({ slow }) => slow !== null)).toEqual([])
  expect(figures.map(({ milliseconds }) => milliseconds)).toEqual([null, 2, 20, 30, 40, 900])
})

test('what is slow says what slows it: the disk where writing is, the computer where the lists are', () => {
  const slow = judgeSpeed({ appends: [400, 500, 600], flushes: [90] }, { ...PAGE, search: 151, start: 4001 })
  expect(slow.map(figure => figure.slow)).toEqual(['disk', 'disk', null, 'computer', null, 'computer'])
  const atLimit = judgeSpeed({ appends: [150], flushes: [50] }, { list: 150, search: 150, report: 500, start: 4000 })
  expect(atLimit.every(figure => figure.slow === null)).toBe(true)
})

test('one act that waited long does not make a desk slow', () => {
  expect(median([9, 10, 11, 12, 4000])).toBe(11)
  expect(median([])).toBeNull()
})

test('the disk is measured in the data folder, and nothing of it stays there', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'speed-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const times = await flushTimes(folder)
  expect(times).toHaveLength(20)
  expect(times.every(one => one > 0)).toBe(true)
  expect(await readdir(folder)).toEqual([])
  await expect(flushTimes(path.join(folder, 'gone'))).rejects.toThrow()
})
