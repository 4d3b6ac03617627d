import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '../../..')

export interface Source {
  readonly file: string
  readonly text: string
}

/** Files under version control (and new ones not ignored), as paths from the root. */
export function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return listed.split('\n').filter(file => file !== '')
}

/** TypeScript sources of the given top folders. */
export function sourcesOf(...folders: string[]): Source[] {
  return trackedFiles()
    .filter(file => folders.some(folder => file.startsWith(`${folder}/`)) && /\.(ts|tsx|mjs)$/.test(file))
    .map(file => ({ file, text: readText(file) }))
    .filter(source => source.text !== '')
}

/** A file's text, empty when it was deleted and not yet recorded. */
export function readText(file: string): string {
  try {
    return readFileSync(path.join(ROOT, file), 'utf8')
  } catch {
    return ''
  }
}

/** Module names a source imports, exports from or loads on demand. */
export function importsOf(text: string): string[] {
  const found = text.matchAll(
    /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
  )
  return [...found].map(match => match[1] ?? match[2] ?? '')
}

/** Source without comments. Good enough for scans: strings that hold comment marks are not expected in this code. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
}
