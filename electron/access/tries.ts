import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import { counted, NO_TRIES, Tries, UNKNOWN_TRIES, waited } from '#shared/access/lockout.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { openBytes, type Random, sealBytes } from '../security/seal.ts'

/** Milliseconds that only run while the program does. */
export type Elapsed = () => number

/** By what somebody tried. */
export const TRIED_BY = ['password', 'paper', 'code', 'pin'] as const
export type TriedBy = (typeof TRIED_BY)[number]

/** A try that did not open, and that the audit was not told of yet: under whose name, and by what. */
const UntoldTry = z.strictObject({ user: z.string(), by: z.enum(TRIED_BY), at: z.int(), wall: z.int() })
export type UntoldTry = z.infer<typeof UntoldTry>

const TriesFile = z.union([
  z.strictObject({ people: z.record(z.string(), Tries), untold: z.array(UntoldTry) }),
  // As it was before the audit was told of tries.
  z.record(z.string(), Tries).transform(people => ({ people, untold: [] })),
])
type TriesFile = z.output<typeof TriesFile>
const CONTEXT = 'keys/tries|1'

/** How often the wait that has passed is written down, in milliseconds: a restart gives no more than this back. */
const NOTE_EVERY = 30_000

/** So many tries wait for the audit at most, the newest: a guesser makes some thirty a day. */
const MOST_UNTOLD = 1_000

/** Tries at the door, kept sealed so that a restart forgives nothing. */
export interface TriesKeeper {
  /** Milliseconds this person still waits; 0: may try. */
  waitOf(user: string): number
  /** Counts a try and is flushed before it resolves: only then is the password looked at. */
  count(key: string, tried: UntoldTry): Promise<void>
  /** The last try was right: it is no wrong one, and those before it wait no more. */
  right(key: string): Promise<void>
  /** An administrator lets the person try again. */
  forgive(user: string): Promise<void>
  /** Wrong tries the audit does not hold yet, oldest first. */
  untold(): readonly UntoldTry[]
  /** The audit holds the first so many of them. */
  told(count: number): Promise<void>
  /** Writes down how much of the waits has passed. */
  note(): Promise<void>
}

/** Where tries are kept. `machine`: the secret of this machine, which seals them. */
export interface TriesPlace {
  readonly folder: string
  readonly files: FileSystem
  readonly random: Random
  readonly machine: Buffer
  readonly people: readonly string[]
  readonly elapsed?: Elapsed
}

/** Reads what was tried. A record that is gone or changed counts as the longest wait for everybody. */
export async function openTries(place: TriesPlace): Promise<TriesKeeper> {
  const { elapsed = () => performance.now() } = place
  const read = await readTries(place)
  const tries = new Map(Object.entries(read.people))
  let untold: readonly UntoldTry[] = read.untold
  let at = elapsed()
  let noted = at

  function pass(): void {
    const now = elapsed()
    for (const [user, one] of tries) tries.set(user, waited(one, now - at))
    at = now
  }
  async function write(): Promise<void> {
    noted = at
    await writeTries(place, { people: Object.fromEntries(tries), untold: [...untold] })
  }
  return {
    waitOf(user) {
      pass()
      return (tries.get(user) ?? NO_TRIES).wait
    },
    async count(key, tried) {
      pass()
      tries.set(key, counted(tries.get(key) ?? NO_TRIES))
      untold = [...untold, tried].slice(-MOST_UNTOLD)
      await write()
    },
    async right(key) {
      pass()
      tries.delete(key)
      untold = untold.slice(0, -1)
      await write()
    },
    async forgive(user) {
      pass()
      tries.delete(user)
      await write()
    },
    untold: () => untold,
    async told(count) {
      pass()
      untold = untold.slice(count)
      await write()
    },
    async note() {
      pass()
      if (at - noted >= NOTE_EVERY && [...tries.values()].some(one => one.wait > 0)) await write()
    },
  }
}

/** Begins the record of a door that has none: nobody has tried yet. */
export function beginTries(place: Omit<TriesPlace, 'people'>): Promise<void> {
  return writeTries(place, { people: {}, untold: [] })
}

async function readTries({ folder, files, machine, people }: TriesPlace): Promise<TriesFile> {
  const bytes = await files.readFile(pathOf(folder))
  const plain = bytes && openBytes(machine, bytes, CONTEXT)
  try {
    if (plain) return TriesFile.parse(JSON.parse(plain.toString()))
  } catch {
    // Falls through: a record of another form is as good as none.
  }
  return { people: Object.fromEntries(people.map(user => [user, UNKNOWN_TRIES])), untold: [] }
}

async function writeTries(
  { folder, files, machine, random }: Omit<TriesPlace, 'people'>,
  tries: TriesFile,
): Promise<void> {
  const sealed = sealBytes(machine, Buffer.from(JSON.stringify(tries)), CONTEXT, random)
  await writeAtomically(files, pathOf(folder), sealed)
}

function pathOf(folder: string): string {
  return `${folder}/keys/tries`
}
