import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type FileSystem, nodeFiles, type OpenFile } from '#electron/journal/file-system.ts'
import { openJournal } from '#electron/journal/journal.ts'
import type { ActionDraft, SubjectKeyring } from '#electron/journal/types.ts'
import { type DeskKeys, openKeys } from '#electron/security/key-store.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import type { Action, SubjectId } from '#shared/change/action.ts'
import { hostStorage } from '#test/fault/host-storage.ts'
import { type HistoryOptions, history } from '#test/fixtures/history/history.ts'

/** The journal and the keys of a desk that has ended, written without a flush: what is made here is made again when it is lost. */
const unflushed: FileSystem = {
  ...nodeFiles,
  open: async (...asked) => withoutFlush(await nodeFiles.open(...asked)),
  flushFolder: async () => undefined,
  freeSpace: async () => Number.MAX_SAFE_INTEGER,
}

function withoutFlush(file: OpenFile): OpenFile {
  return { ...file, flush: async () => undefined }
}

/**
 * Writes a history into the journal of a desk that has ended, as its main process would have day by day: sealed, chained,
 * signed, each person under a key of their own. A day at a time is held. Answers with how many records were written.
 */
export async function writeHistory(
  userData: string,
  options: Omit<HistoryOptions, 'installation' | 'after'>,
): Promise<number> {
  const folder = path.join(userData, 'desk-data')
  await mkdir(folder, { recursive: true })
  const where = { folder, files: unflushed }
  const keys = await openKeys({ ...where, storage: hostStorage(userData) })
  const keyring = await openKeyring({ ...where, keys })
  let now = 0
  const clock = { now: () => now, start: () => undefined }
  const journal = await openJournal({ ...where, keys, keyring, clock, floor: () => 0 })
  const people = new Map<string, SubjectId>()
  const after = journal.head().count
  for (const day of history({ ...options, installation: journal.installation, after })) {
    await meet(day, people, keyring, keys)
    for (const action of day) {
      now = Date.parse(action.at)
      const [appended] = await journal.append([draftOf(action, people)])
      // Actions name one another by their ids: one that fell elsewhere would tell of another.
      if (appended?.id !== action.id) throw new Error(`${action.id} became ${appended?.id}`)
    }
  }
  await journal.close()
  return journal.head().count - after
}

/** Keys for those of a day who come for the first time, found again by their IIN. */
async function meet(
  day: readonly Action[],
  people: Map<string, SubjectId>,
  keyring: SubjectKeyring,
  keys: DeskKeys,
): Promise<void> {
  const fresh = new Map<string, string>()
  for (const { personal } of day) {
    const iin = personal?.value?.iin
    if (personal === null || people.has(personal.subject) || typeof iin !== 'string') continue
    fresh.set(personal.subject, keys.tagOf('iin', iin))
  }
  const made = await keyring.create([...fresh.values()])
  for (const [at, subject] of [...fresh.keys()].entries()) people.set(subject, made[at] as SubjectId)
}

function draftOf(action: Action, people: ReadonlyMap<string, SubjectId>): ActionDraft {
  const { id: _, stamp: __, at: ___, personal, ...facts } = action
  if (personal === null) return { ...facts, personal }
  const subject = people.get(personal.subject)
  if (subject === undefined || personal.value === null) throw new Error(`${personal.subject} was never met`)
  return { ...facts, personal: { subject, value: personal.value } }
}
