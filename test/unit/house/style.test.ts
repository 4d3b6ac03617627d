import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readText, sourcesOf, trackedFiles, withoutComments } from './sources.ts'

const PRODUCT = ['shared', 'electron', 'renderer', 'tools'] as const

/** Where Cyrillic stands in code lawfully: alphabets, import headers, seeds of directories, calendar and repeats, profiles. */
const CYRILLIC_DATA = [
  /^shared\/text\/alphabet[^/]*\.ts$/,
  /^shared\/import\/headers[^/]*\.ts$/,
  /^shared\/directory\/seed[^/]*\.ts$/,
  /^shared\/calendar\/seed[^/]*\.ts$/,
  /^shared\/repeat\/seed[^/]*\.ts$/,
  /^shared\/regulation\/profiles\//,
  /^shared\/letter\/seed[^/]*\.ts$/,
  /^shared\/instruction\/seed[^/]*\.ts$/,
]

describe('house rules', () => {
  it('no file is longer than 400 lines', () => {
    const long = sourcesOf(...PRODUCT)
      .map(({ file, text }) => ({ file, lines: text.split('\n').length }))
      .filter(({ lines }) => lines > 400)
    expect(long).toEqual([])
  })

  it('no drawer files and no drawer folders', () => {
    const drawers = trackedFiles().filter(file =>
      file.split('/').some(part => /^(utils?|helpers?|constants?|common|misc|lib)(\.\w+)?$/.test(part)),
    )
    expect(drawers).toEqual([])
  })

  it('files are kebab-case, components PascalCase, hooks use-thing or useThing', () => {
    const odd = sourcesOf('shared', 'electron', 'renderer')
      .map(({ file }) => path.posix.basename(file))
      .filter(
        name =>
          !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d|worker))?\.(ts|mjs)$/.test(name) &&
          !/^[A-Z][A-Za-z0-9]*\.tsx$/.test(name) &&
          !/^[a-z0-9]+(-[a-z0-9]+)*\.tsx$/.test(name),
      )
    expect(odd).toEqual([])
  })

  it('Cyrillic stands only in locales and in the named data files', () => {
    const breaches = sourcesOf(...PRODUCT)
      .filter(({ file }) => !CYRILLIC_DATA.some(pattern => pattern.test(file)))
      .filter(({ text }) => /[\u0400-\u04FF]{2,}/.test(withoutComments(text)))
      .map(({ file }) => file)
    expect(breaches).toEqual([])
  })

  it('a test of a unit that puts modules in the place of others has a process of its own', () => {
    const replacing = sourcesOf('test/unit')
      .filter(({ text }) => /^vi\.(mock|doMock)\(/m.test(text))
      .map(({ file }) => file)
    const apart = /const APART = \[([^\]]*)\]/.exec(readText('vitest.config.ts'))?.[1] ?? ''
    expect([...apart.matchAll(/'([^']+)'/g)].map(([, file]) => file)).toEqual(replacing)
  })

  it('no test is skipped, focused or left to do', () => {
    const off = sourcesOf('test')
      .filter(({ file }) => file !== 'test/unit/house/style.test.ts')
      .filter(({ text }) =>
        /\b(it|test|describe)(\.\w+)*\.(skip|only|todo|skipIf|runIf|fails)\b|\bx(it|describe)\(/.test(text),
      )
      .map(({ file }) => file)
    expect(off).toEqual([])
  })

  it('speaks of the product alone: no machine paths, no registry hosts', () => {
    const pattern = new RegExp(
      ['registry\\.np' + 'mjs', 'deb\\.deb' + 'ian', '/wo' + 'rk/', '/fa' + 'rm/', '/home/\\w+/'].join('|'),
    )
    const breaches = trackedFiles()
      .filter(file => /\.(ts|tsx|mjs|json|md|yml|html|css)$/.test(file) || file.startsWith('.ci/'))
      .filter(file => pattern.test(readText(file)))
    expect(breaches).toEqual([])
  })

  it('dates are never made of an ISO day through Date, and markup is never set as text', () => {
    const breaches = sourcesOf('shared', 'electron', 'renderer')
      .filter(({ text }) =>
        /new Date\(['"`]\d{4}-\d{2}-\d{2}['"`]\)|dangerouslySetInnerHTML|\.innerHTML\s*=/.test(withoutComments(text)),
      )
      .map(({ file }) => file)
    expect(breaches).toEqual([])
  })

  it('every top folder states its rule in a README of a few lines', () => {
    for (const folder of ['shared', 'electron', 'renderer', 'locales', 'test', 'tools', 'assets', 'docs']) {
      expect(readText(`${folder}/README.md`).trim().length, folder).toBeGreaterThan(60)
    }
  })
})
