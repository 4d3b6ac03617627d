import type { Directories } from '#shared/directory/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { useRows } from '../../app/use-rows.ts'

const NOTHING = {}

/** The directories as the office keeps them; those it began with until the store has answered. */
export function useDirectories(): Directories {
  return useRows('directories.all', NOTHING) ?? SEED_DIRECTORIES
}
