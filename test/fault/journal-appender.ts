import { writeSync } from 'node:fs'
import { argv } from 'node:process'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { draft, openDesk } from './desk-rig.ts'

// A child of journal-kill.test.ts: appends until it is killed, and says each number only when it was acknowledged.
const [, , folder = '', first = '0'] = argv
const desk = await openDesk({ files: nodeFiles, folder, segmentBytes: 20_000 })
for (let n = Number(first); ; ) {
  const size = 1 + (n % 3)
  const numbers = Array.from({ length: size }, (_, i) => n + i)
  const subjects = await desk.keyring.create(numbers.map(number => `tag${number}`))
  await desk.journal.append(numbers.map((number, i) => draft(number, `a${number}`, subjects[i] ?? null)))
  writeSync(1, `${numbers.join('\n')}\n`)
  n += size
}
