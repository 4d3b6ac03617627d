import { describe, expect, it } from 'vitest'
import { readText, sourcesOf } from '#test/unit/house/sources.ts'
import {
  ageOf,
  compareVersions,
  INSTALL_SCRIPTS,
  isAllowed,
  isInRange,
  lockedOf,
  MOST_PRODUCTION,
  matchedAdvisories,
  packagesOf,
  WITHOUT_LICENCE,
} from '../../../tools/packing/packages.mjs'
import { billOfMaterials } from '../../../tools/sbom.mjs'

const lock = JSON.parse(readText('package-lock.json'))
const advisories = JSON.parse(readText('tools/packing/advisories.json'))
const packages = packagesOf(lock)

describe('what stands in the lockfile', () => {
  it('everything is bundled: production has at most 25 direct dependencies, today none', () => {
    const { dependencies = {} } = JSON.parse(readText('package.json')) as { dependencies?: object }
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(MOST_PRODUCTION)
    expect(readText('electron-builder.yml')).toContain("'!node_modules/**/*'")
  })

  it('no package runs a script when it is installed but those named with a reason, and ours are never run', () => {
    const scripted = packages.filter(({ script }) => script).map(({ name }) => name)
    expect([...new Set(scripted)]).toEqual(Object.keys(INSTALL_SCRIPTS))
    for (const why of Object.values(INSTALL_SCRIPTS)) expect(why.length).toBeGreaterThan(40)
    const installs = sourcesOf('tools').flatMap(({ file, text }) =>
      [...text.matchAll(/'ci'[^\n]*/g)].map(([line]) => ({ file, line })),
    )
    expect(installs.length).toBeGreaterThan(0)
    expect(installs.filter(({ line }) => !line.includes('--ignore-scripts'))).toEqual([])
  })

  it('every licence is one we know, and what states none is named and not shipped', () => {
    const unknown = packages.filter(({ name, licence }) => !isAllowed(licence) && !WITHOUT_LICENCE.includes(name))
    expect(unknown).toEqual([])
    expect(packages.filter(({ licence }) => licence === null).map(({ name }) => name)).toEqual(WITHOUT_LICENCE)
    expect(readText('electron.vite.config.ts')).toContain('WITHOUT_UNZIPPER')
    expect(sourcesOf('electron').filter(({ text }) => /WorkbookReader|\.xlsx\.(read|load)\b/.test(text))).toEqual([])
  })

  it.each([
    ['MIT', true],
    ['GPL-3.0', false],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0', false],
    ['SEE LICENSE IN X', false],
    [null, false],
  ])('the licence %s is allowed: %s', (licence, allowed) => {
    expect(isAllowed(licence)).toBe(allowed)
  })

  it('the bill of materials is the lockfile, package by package, made without a network', async () => {
    const { bomFormat, components } = await billOfMaterials()
    expect([bomFormat, components.length]).toEqual(['CycloneDX', lockedOf(lock).length])
  }, 60_000)
})

describe('advisories', () => {
  it('the lockfile is open to none that is known, and the list says of when it is', () => {
    expect(matchedAdvisories(lock, advisories)).toEqual([])
    const { days, isOld } = ageOf(advisories, new Date().toISOString().slice(0, 10))
    expect(days).toBeGreaterThanOrEqual(0)
    if (isOld) console.warn(`the advisories are of ${advisories.date}, ${days} days ago: npm run advisories`)
  })

  it('each is of a package that stands in the lockfile, and in a form that can be read', () => {
    for (const { id, package: name, range, title } of advisories.advisories) {
      expect(id).toMatch(/^GHSA(-[0-9a-z]{4}){3}$/)
      expect(packages.map(one => one.name)).toContain(name)
      expect(() => isInRange('1.0.0', range)).not.toThrow()
      expect(title.length).toBeGreaterThan(10)
    }
  })

  it('a package within the range of one is found, deep in the tree too', () => {
    const opened = { packages: { '': {}, 'node_modules/a/node_modules/tmp': { version: '0.2.3' } } }
    expect(matchedAdvisories(opened, advisories)).toEqual([
      { id: 'GHSA-52f5-9888-hmc6', title: expect.any(String), package: 'tmp@0.2.3' },
    ])
  })

  it.each([
    ['1.2.2', '>=1.0.0 <1.2.3', true],
    ['1.2.3', '>=1.0.0 <1.2.3', false],
    ['1.2.3-beta.4', '>=1.0.0 <1.2.3', true],
    ['38.0.0-beta.5', '>=38.0.0-alpha.1 <38.0.0-beta.6', true],
    ['38.0.0-beta.10', '>=38.0.0-alpha.1 <38.0.0-beta.6', false],
    ['0.4.0', '>=1.0.0 <1.2.3 || <0.5.0', true],
    ['1.10.0', '<=1.9.9', false],
    ['2.0.1', '= 2.0.1', true],
    ['2.0.1', '>= 2.0.0, < 2.0.2', true],
  ])('%s is in %s: %s', (version, range, isIn) => {
    expect(isInRange(version, range)).toBe(isIn)
  })

  it('a range in another form is an error and not a pass', () => {
    expect(() => isInRange('1.0.0', '^1.0.0')).toThrow()
    expect(compareVersions('1.0.0', '1.0.0')).toBe(0)
  })

  it.each([
    ['2026-11-23', 0, false],
    ['2026-12-23', 30, false],
    ['2026-12-24', 31, true],
  ])('a list of 23 November is old on %s after %i days: %s', (today, days, isOld) => {
    expect(ageOf({ date: '2026-11-23' }, today)).toEqual({ days, isOld })
  })
})
