import { describe, expect, it } from 'vitest'
import { importsOf, readText, sourcesOf, trackedFiles } from './sources.ts'

interface Package {
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
}

const PACKAGE = JSON.parse(readText('package.json')) as Package
const DIRECT = { ...PACKAGE.dependencies, ...PACKAGE.devDependencies }

/** The stack the product is fixed on, and where each must be found in real use. */
const FIXED = [
  { name: 'electron', folders: ['electron'] },
  { name: 'react', folders: ['renderer'] },
  { name: 'dexie', folders: ['renderer'] },
  { name: 'i18next', folders: ['renderer', 'electron'] },
  { name: 'react-hook-form', folders: ['renderer'] },
  { name: 'vitest', folders: ['test'] },
] as const

describe('dependencies', () => {
  it.each(FIXED)('$name is a direct dependency in real use', ({ name, folders }) => {
    expect(DIRECT).toHaveProperty([name])
    for (const folder of folders) {
      const users = sourcesOf(folder).filter(({ text }) => importsOf(text).includes(name))
      expect(users.length, `${name} in ${folder}`).toBeGreaterThan(0)
    }
  })

  it('electron-builder is a direct dependency and packs by electron-builder.yml', () => {
    expect(DIRECT).toHaveProperty(['electron-builder'])
    expect((JSON.parse(readText('package.json')) as { scripts: Record<string, string> }).scripts.dist).toContain(
      'electron-builder',
    )
    expect(readText('electron-builder.yml')).toContain('appId:')
  })

  it('every direct dependency is used somewhere', () => {
    const texts = trackedFiles()
      .filter(
        file => /\.(ts|tsx|mjs|json|css|yml)$/.test(file) && file !== 'package.json' && file !== 'package-lock.json',
      )
      .map(readText)
    const known = new Set([
      'typescript',
      'electron-builder',
      '@types/node',
      '@types/react',
      '@types/react-dom',
      '@types/yauzl',
      '@types/papaparse',
    ])
    const unused = Object.keys(DIRECT).filter(name => !known.has(name) && !texts.some(text => text.includes(name)))
    expect(unused).toEqual([])
  })

  it('the lockfile names no host', () => {
    expect(readText('package-lock.json')).not.toMatch(
      /https?:\/\/(?!opencollective|github|feross|www\.patreon|paulmillr|tidelift|.*sponsor|.*fund)[^"]*\.tgz/,
    )
  })
})
