import { useCallback, useMemo } from 'react'
import { type Directories, type DirectoryId, type Entry, validOn } from '#shared/directory/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useRows } from '../app/use-rows.ts'
import { useWords } from '../i18n/use-words.ts'
import { directoryName } from './directory-name.ts'

const NOTHING = {}

/** The directories as the office keeps them, ended entries too: to read by. The seeds until the store has answered. */
export function useDirectories(): Directories {
  return useRows('directories.all', NOTHING) ?? SEED_DIRECTORIES
}

/** What may be chosen on a day: an ended entry is read, never offered. */
export function useOffered(directory: DirectoryId, today: PlainDate): readonly Entry[] {
  const entries = useDirectories()[directory]
  return useMemo(() => validOn(entries, today), [entries, today])
}

/** The name of a directory code in the language of the screen; empty for none. */
export function useDirectoryName(): (directory: DirectoryId, code: string | null) => string {
  const directories = useDirectories()
  const { language } = useWords()
  return useCallback(
    (directory, code) => directoryName(directory, code, language, directories),
    [directories, language],
  )
}
