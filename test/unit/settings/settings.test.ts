import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSettings } from '#electron/settings/settings.ts'
import { USUAL_HALL } from '#shared/hall/model.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const ACCEPTED = () => true
const DEFAULTS = {
  language: 'kk',
  theme: 'system',
  floorMegabytes: 500,
  talon: { shape: 'A5', printer: null },
  looked: null,
  window: null,
  backup: { folder: null, checked: null },
  hall: USUAL_HALL,
  hallPlace: { isWanted: false, isHidden: false, display: null },
}

it.each(['', '{', 'null', '[]', '{"language":"en","theme":7,"floorMegabytes":1,"window":{"x":"a"}}'])(
  'the damaged file %j gives defaults',
  async text => {
    writeFileSync(path.join(folder, 'settings.json'), text)
    expect((await openSettings(folder, ACCEPTED)).current).toEqual(DEFAULTS)
  },
)

it('one damaged value leaves the others', async () => {
  writeFileSync(path.join(folder, 'settings.json'), '{"language":"ru","floorMegabytes":-5}')
  expect((await openSettings(folder, ACCEPTED)).current).toEqual({ ...DEFAULTS, language: 'ru' })
})

it('many changes at once are all there at the next start, and nothing else is left in the folder', async () => {
  const settings = await openSettings(folder, ACCEPTED)
  const window = { x: 1, y: 2, width: 1000, height: 700, maximized: true }
  await Promise.all([
    settings.change({ language: 'ru' }),
    settings.change({ floorMegabytes: 900 }),
    settings.change({ window }),
  ])
  expect((await openSettings(folder, ACCEPTED)).current).toEqual({
    ...DEFAULTS,
    language: 'ru',
    floorMegabytes: 900,
    window,
  })
  expect(readdirSync(folder)).toEqual(['settings.json'])
  expect(readFileSync(path.join(folder, 'settings.json'), 'utf8')).toMatch(/\n$/)
})

it('a folder that cannot be made is not an error of the settings', async () => {
  writeFileSync(path.join(folder, 'file'), '')
  const settings = await openSettings(path.join(folder, 'file', 'desk-data'), ACCEPTED)
  expect(settings.current).toEqual(DEFAULTS)
  await expect(settings.change({ language: 'ru' })).rejects.toThrow()
})

it('a folder that a newer program wrote keeps every byte of its settings; what was chosen meanwhile holds for this run', async () => {
  const newer = '{"language":"ru","theme":"dim","panes":3}'
  writeFileSync(path.join(folder, 'settings.json'), newer)
  let accepted = false
  const settings = await openSettings(folder, () => accepted)
  await settings.change({ language: 'kk' })
  await settings.change({})
  expect(settings.current.language).toBe('kk')
  expect(readFileSync(path.join(folder, 'settings.json'), 'utf8')).toBe(newer)
  expect(readdirSync(folder)).toEqual(['settings.json'])
  accepted = true
  await settings.change({})
  expect((await openSettings(folder, ACCEPTED)).current.language).toBe('kk')
})
