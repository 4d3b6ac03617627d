import type { Language } from '#shared/application/model.ts'
import { findEntry } from '#shared/directory/find.ts'
import type { DirectoryId } from '#shared/directory/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'

/** The name of a directory code in the language of the screen; the code itself where no entry has it, empty for none. */
export function directoryName(directory: DirectoryId, code: string | null, language: Language): string {
  if (code === null) return ''
  return findEntry(SEED_DIRECTORIES[directory], code)?.[language] ?? code
}
