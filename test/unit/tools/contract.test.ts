import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { CONTRACT } from '../../../tools/chromium-host/contract.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const sources = readdirSync(path.join(root, 'electron'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && name !== 'preload.ts')
  .map(name => ({ name, text: readFileSync(path.join(root, 'electron', name), 'utf8') }))

/** Values (not types) that a file imports from the module `electron`. */
function importsOf(text: string): string[] {
  const lists = [...text.matchAll(/import \{([^}]+)\} from 'electron'/g)].map(found => found[1] ?? '')
  return lists
    .flatMap(list => list.split(',').map(each => each.trim()))
    .filter(each => each !== '' && !each.startsWith('type '))
}

/** `module.name` in code; in a text (a locale key such as `dialog.save`) it is no use. */
function usesOf(module: string): RegExp {
  return new RegExp(`(?<![\\w.#'"\`])${module}\\.(\\w+)`, 'g')
}

test('the product imports nothing of Electron but what the host holds', () => {
  const imported = new Set(sources.flatMap(({ text }) => importsOf(text)))
  expect(imported.size).toBeGreaterThan(5)
  expect([...imported].filter(name => !Object.hasOwn(CONTRACT, name))).toEqual([])
})

test('the product uses nothing of those modules but what the host holds', () => {
  const missing = sources.flatMap(({ name, text }) =>
    importsOf(text).flatMap(module => {
      const known: readonly string[] = CONTRACT[module as keyof typeof CONTRACT] ?? []
      const used = [...text.matchAll(usesOf(module))].map(found => found[1] ?? '')
      return used.filter(each => !known.includes(each)).map(each => `${name}: ${module}.${each}`)
    }),
  )
  expect(missing).toEqual([])
})
