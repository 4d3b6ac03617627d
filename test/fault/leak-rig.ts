import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { filesUnder } from './product-rig.ts'

/** Looks for words in whatever a program leaves behind. */
export interface Search {
  readonly spelt: readonly { readonly word: string; readonly bytes: Buffer }[]
  readonly wordsIn: (bytes: Buffer) => string[]
  /** Where a word stands under a folder, in names of files too; how many files were looked at is added up. */
  readonly hitsUnder: (folder: string) => Promise<string[]>
  /** Of every process of the machine. */
  readonly hitsInCommandLines: () => Promise<string[]>
  readonly looked: { files: number; bytes: number }
}

/** Every spelling in which a word could lie in a file: letters large and small, one byte, two bytes either way round. */
function spellings(word: string): Buffer[] {
  const texts = new Set([word, word.toLowerCase(), word.toUpperCase()])
  return [...texts].flatMap(text => {
    const wide = Buffer.from(text, 'utf16le')
    const escaped = [...text].map(letter => encodeURIComponent(letter)).join('')
    return [Buffer.from(text), wide, Buffer.from(wide).swap16(), Buffer.from(escaped), Buffer.from(jsonEscaped(text))]
  })
}

function jsonEscaped(text: string): string {
  return [...text].map(letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
}

export function searchFor(words: readonly string[]): Search {
  const spelt = words.flatMap(word => spellings(word).map(bytes => ({ word, bytes })))
  const wordsIn = (bytes: Buffer) => spelt.filter(one => bytes.includes(one.bytes)).map(({ word }) => word)
  const looked = { files: 0, bytes: 0 }
  return {
    ...{ spelt, wordsIn, looked },
    async hitsUnder(folder) {
      const hits: string[] = []
      for (const file of await filesUnder(folder)) {
        const bytes = await readFile(path.join(folder, file)).catch(() => Buffer.alloc(0))
        looked.files += 1
        looked.bytes += bytes.length
        hits.push(...wordsIn(Buffer.from(file)).map(word => `name of ${file}: ${word}`))
        hits.push(...wordsIn(bytes).map(word => `${file}: ${word}`))
      }
      return [...new Set(hits)]
    },
    async hitsInCommandLines() {
      const pids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
      const lines = await Promise.all(pids.map(pid => readFile(`/proc/${pid}/cmdline`).catch(() => Buffer.alloc(0))))
      return lines.flatMap(wordsIn)
    },
  }
}
