import { diskError } from '#electron/journal/disk-error.ts'
import { type FileSystem, systemCode } from '#electron/journal/file-system.ts'
import kk from '#locales/kk.json' with { type: 'json' }
import ru from '#locales/ru.json' with { type: 'json' }
import { caseOf } from '#shared/recovery/advice.ts'
import { ExpectedError } from '#shared/result/result.ts'

/** Where an area writes; `folder` is `desk-data`. */
export interface Place {
  readonly folder: string
  readonly files: FileSystem
}

/** What was said of a fact: it was asked for, the product acknowledged it, or refused it with this code. */
export type Word = { readonly fact: string; readonly said: 'begun' | 'done' | 'refused'; readonly code?: string }

/** Asks the product for a fact and tells what it answered; whether it was acknowledged. `open` is what a start does. */
export type Attempt = (fact: string, work: () => Promise<unknown>) => Promise<boolean>

/** What came of a fault, by the names of facts and files. */
export interface Came {
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly torn: readonly string[]
}

export const NOTHING: Came = { lost: [], doubled: [], torn: [] }

/** A part of the product that writes files, with the work that is disturbed and the checker of what is left. */
export interface Area {
  readonly name: string
  /** Writes through the file system of the machine alone: it cannot be played in memory. */
  readonly onDiskOnly?: true
  /** What stands before. */
  prepare(place: Place): Promise<void>
  work(place: Place, attempt: Attempt): Promise<void>
  /** A new start over what is left, without faults: it must finish. */
  judge(place: Place, told: Told): Promise<Came>
}

/** All that was said in one trial. */
export class Told {
  readonly words: readonly Word[]
  constructor(words: readonly Word[]) {
    this.words = words
  }

  /** Facts that were asked for, acknowledged or not. */
  get begun(): string[] {
    return this.#of('begun')
  }

  get done(): string[] {
    return this.#of('done')
  }

  has(said: Word['said'], fact: string): boolean {
    return this.#of(said).includes(fact)
  }

  /** Refusals that no sentence tells in both languages. */
  get unclear(): string[] {
    return this.words.flatMap(({ fact, said, code = '' }) =>
      said === 'refused' && !hasSentence(code) ? `${fact}: ${code}` : [],
    )
  }

  #of(wanted: Word['said']): string[] {
    return this.words.filter(({ said }) => said === wanted).map(({ fact }) => fact)
  }
}

function hasSentence(code: string): boolean {
  return [kk, ru].every(words => Object.hasOwn(words, code) || Object.hasOwn(words, `error.${code}`))
}

/** Attempts whose words go to whoever listens. A refusal is told as the product's own door tells it. */
export function attempting(tell: (word: Word) => void): Attempt {
  return async (fact, work) => {
    tell({ fact, said: 'begun' })
    try {
      await work()
      tell({ fact, said: 'done' })
      return true
    } catch (cause) {
      tell({ fact, said: 'refused', code: codeOf(fact === 'open', cause) })
      return false
    }
  }
}

function codeOf(isStart: boolean, cause: unknown): string {
  if (isStart) return startCodeOf(cause)
  const told = diskError(cause) ?? cause
  return told instanceof ExpectedError ? told.detail.code : `(${String(cause)})`
}

/** A start that fails is told as one of the disasters that the recovery screen knows. */
function startCodeOf(cause: unknown): string {
  const known = caseOf(cause instanceof ExpectedError ? cause.detail : null, systemCode(cause))
  return known === 'unexpected' ? `(${String(cause)})` : `recovery.what.${known}`
}

/** Names that an unfinished write leaves and the next start takes away. */
export async function leftIn({ folder, files }: Place, folders: readonly string[]): Promise<string[]> {
  const left: string[] = []
  for (const each of folders) {
    const names = await files.list(each === '' ? folder : `${folder}/${each}`)
    left.push(...names.filter(name => /\.(tmp|new|old)$/.test(name)).map(name => `${each}/${name}`))
  }
  return left
}
