import type { Language } from '#shared/application/model.ts'
import { findEntry } from '#shared/directory/find.ts'
import type { Directories, DirectoryId } from '#shared/directory/model.ts'

/** The name of a directory code in a language; the code itself where no entry has it, empty for none. */
export function directoryName(
  directory: DirectoryId,
  code: string | null,
  language: Language,
  directories: Directories,
): string {
  if (code === null) return ''
  return findEntry(directories[directory], code)?.[language] ?? code
}
