import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import { counted, NO_TRIES, Tries, UNKNOWN_TRIES, waited } from '#shared/access/lockout.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { openBytes, type Random, sealBytes } from '../security/seal.ts'

/** Milliseconds that only run while the program does. */
export type Elapsed = () => number

const TriesFile = z.record(z.string(), Tries)
const CONTEXT = 'keys/tries|1'

/** How often the wait that has passed is written down, in milliseconds: a restart gives no more than this back. */
const NOTE_EVERY = 30_000

/** Tries at the door, kept sealed so that a restart forgives nothing. */
export interface TriesKeeper {
  /** Milliseconds this person still waits; 0: may try. */
  waitOf(user: string): number
  /** Counts a try and is flushed before it resolves: only then is the password looked at. */
  count(user: string): Promise<void>
  /** The try was right, or an administrator lets the person try again. */
  forgive(user: string): Promise<void>
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
  const tries = await readTries(place)
  let at = elapsed()
  let noted = at

  function pass(): void {
    const now = elapsed()
    for (const [user, one] of tries) tries.set(user, waited(one, now - at))
    at = now
  }
  async function write(): Promise<void> {
    noted = at
    await writeTries(place, Object.fromEntries(tries))
  }
  return {
    waitOf(user) {
      pass()
      return (tries.get(user) ?? NO_TRIES).wait
    },
    async count(user) {
      pass()
      tries.set(user, counted(tries.get(user) ?? NO_TRIES))
      await write()
    },
    async forgive(user) {
      pass()
      tries.delete(user)
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
  return writeTries(place, {})
}

async function readTries({ folder, files, machine, people }: TriesPlace): Promise<Map<string, Tries>> {
  const bytes = await files.readFile(pathOf(folder))
  const plain = bytes && openBytes(machine, bytes, CONTEXT)
  try {
    if (plain) return new Map(Object.entries(TriesFile.parse(JSON.parse(plain.toString()))))
  } catch {
    // Falls through: a record of another form is as good as none.
  }
  return new Map(people.map(user => [user, UNKNOWN_TRIES]))
}

async function writeTries(
  { folder, files, machine, random }: Omit<TriesPlace, 'people'>,
  tries: Record<string, Tries>,
): Promise<void> {
  const sealed = sealBytes(machine, Buffer.from(JSON.stringify(tries)), CONTEXT, random)
  await writeAtomically(files, pathOf(folder), sealed)
}

function pathOf(folder: string): string {
  return `${folder}/keys/tries`
}
