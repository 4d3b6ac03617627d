import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, sourcesOf, withoutComments } from './sources.ts'

type Folder = 'shared' | 'electron' | 'renderer'

const MAY_IMPORT: Record<Folder, readonly Folder[]> = {
  shared: ['shared'],
  electron: ['electron', 'shared'],
  renderer: ['renderer', 'shared'],
}

const PACKAGES_OF_SHARED = ['zod']

/** Top folder an import leads to, or null for a package. */
function targetFolder(file: string, name: string): string | null {
  if (name.startsWith('#')) return name.slice(1).split('/')[0] ?? null
  if (name.startsWith('.'))
    return path.posix.normalize(path.posix.join(path.posix.dirname(file), name)).split('/')[0] ?? null
  return null
}

describe('three worlds, three folders', () => {
  it.each(Object.keys(MAY_IMPORT) as Folder[])('%s imports only what its rule allows', folder => {
    const sources = sourcesOf(folder)
    expect(sources.length).toBeGreaterThan(5)
    const breaches = sources.flatMap(({ file, text }) =>
      importsOf(text)
        .map(name => ({ file, name, target: targetFolder(file, name) }))
        .filter(
          ({ target }) => target !== null && target !== 'locales' && !MAY_IMPORT[folder].includes(target as Folder),
        ),
    )
    expect(breaches).toEqual([])
  })

  it('shared is pure: no package but the schema library, no clock, no randomness, no world outside', () => {
    const breaches = sourcesOf('shared').flatMap(({ file, text }) => {
      const code = withoutComments(text)
      const packages = importsOf(text).filter(name => !/^[.#]/.test(name) && !PACKAGES_OF_SHARED.includes(name))
      const reached = code.match(
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bprocess\.|\bwindow\.|\bdocument\.|\bfetch\(/g,
      )
      return [...packages, ...(reached ?? [])].map(what => ({ file, what }))
    })
    expect(breaches).toEqual([])
  })

  it('the renderer reaches neither Node nor Electron', () => {
    const breaches = sourcesOf('renderer').flatMap(({ file, text }) =>
      importsOf(text)
        .filter(name => name.startsWith('node:') || name === 'electron')
        .map(name => ({ file, name })),
    )
    expect(breaches).toEqual([])
  })

  it('sees a breach where there is one', () => {
    expect(
      importsOf("import { app } from 'electron'\nexport * from './a.ts'\nconst x = await import('node:fs')"),
    ).toEqual(['electron', './a.ts', 'node:fs'])
    expect(targetFolder('shared/time/a.ts', '../../electron/main.ts')).toBe('electron')
    expect(targetFolder('shared/time/a.ts', '#renderer/db/store.ts')).toBe('renderer')
  })
})
