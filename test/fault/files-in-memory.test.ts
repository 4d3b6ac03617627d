import { expect, test } from 'vitest'
import { AREAS } from './areas/all.ts'
import { type Area, attempting, Told, type Word } from './areas/area.ts'
import { count } from './counted.ts'
import { FailFiles, type Fault } from './fail-files.ts'
import { diceOf, MemoryFiles } from './memory-files.ts'
import { FULL } from './product-rig.ts'

const FOLDER = '/desk-data'

/** A kind of fault: once, or from then on; and whether the power goes after it. */
interface Way {
  readonly fault: Fault
  readonly lasting: boolean
  readonly power: boolean
}

const WAYS: readonly Way[] = [
  { fault: 'kill', lasting: true, power: false },
  { fault: 'kill', lasting: true, power: true },
  { fault: 'ENOSPC', lasting: false, power: false },
  { fault: 'ENOSPC', lasting: true, power: false },
  { fault: 'EIO', lasting: false, power: false },
  { fault: 'EIO', lasting: true, power: true },
  { fault: 'EPERM', lasting: false, power: false },
]

/** The whole form takes every call, the short one every third, other ones for each way. */
const STRIDE = FULL ? 1 : 3

/** One fault at one call. Null: there is no such call. */
async function tried(area: Area, made: MemoryFiles, { fault, lasting, power }: Way, at: number) {
  const files = made.copy()
  const failing = new FailFiles(files, at, fault, lasting)
  const words: Word[] = []
  await area.work(
    { folder: FOLDER, files: failing },
    attempting(word => words.push(word)),
  )
  if (!failing.hit) return null
  if (power) files.losePower(diceOf(at))
  // Who is killed says nothing more, what it would have said is no refusal.
  const told = new Told(words)
  const came = await area.judge({ folder: FOLDER, files }, told)
  return { ...came, unclear: fault === 'kill' ? [] : told.unclear }
}

test.each(AREAS.filter(({ onDiskOnly }) => !onDiskOnly))('$name: a fault at every call, in memory', async area => {
  const made = new MemoryFiles()
  await area.prepare({ folder: FOLDER, files: made })
  const wrong: string[] = []
  const harm = { lost: 0, doubled: 0, torn: 0, unclear: 0 }
  let faults = 0
  for (const [index, way] of WAYS.entries()) {
    for (let at = 1 + (index % STRIDE); ; at += STRIDE) {
      const came = await tried(area, made, way, at).catch((cause: unknown) => {
        throw new Error(`${JSON.stringify(way)} at call ${at}`, { cause })
      })
      if (came === null) break
      faults += 1
      for (const [name, found] of Object.entries(came)) {
        harm[name as keyof typeof harm] += found.length
        if (found.length > 0) wrong.push(`${JSON.stringify(way)} at call ${at}: ${name} ${found.join()}`)
      }
    }
  }
  if (wrong.length > 0) console.log(`${area.name}\n${wrong.join('\n')}`)
  count('faults of files', `${area.name}, in memory`, faults, harm)
  expect(faults).toBeGreaterThan(90 / STRIDE)
})
