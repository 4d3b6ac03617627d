import path from 'node:path'
import { expect, it } from 'vitest'
import { findSamples, samplePath } from '#electron/desk/import/samples.ts'
import { ROOT } from '../house/sources.ts'

const SAMPLES = path.join(ROOT, 'assets/sample')

it('the samples of the product are found with their kinds', async () => {
  expect(await findSamples(SAMPLES)).toEqual(
    expect.arrayContaining([
      { id: 'officials.csv', kind: 'officials' },
      { id: 'journal-2026-q3.xlsx', kind: 'journal' },
    ]),
  )
  expect(await findSamples(path.join(SAMPLES, 'nowhere'))).toEqual([])
})

it('only what is listed has a path', async () => {
  expect(await samplePath(SAMPLES, 'officials.csv')).toBe(path.join(SAMPLES, 'officials.csv'))
  for (const id of ['', '.', '..', '../sample/officials.csv', '/etc/passwd', 'officials.csv\0', 'C:officials.csv']) {
    await expect(samplePath(SAMPLES, id), id).rejects.toMatchObject({ detail: { code: 'import.gone' } })
  }
})
