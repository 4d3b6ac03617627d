import type { DirectoryId, Entry } from './model.ts'

/** Directories whose entries stand in schedules and on sheets by their name alone, and how long a name may be there. */
export const PLACE_LENGTH = { room: 40, video_link: 60 } as const satisfies Partial<Record<DirectoryId, number>>
export type PlaceDirectory = keyof typeof PLACE_LENGTH

/** Whether the entries of a directory are places. */
export function isPlaceDirectory(directory: DirectoryId): directory is PlaceDirectory {
  return directory in PLACE_LENGTH
}

/**
 * A place as it prints on sheets of both languages: its name where both say the same, both names with a slash where they are
 * short enough, else the name in the state language.
 */
export function placeText(directory: PlaceDirectory, { kk, ru }: Pick<Entry, 'kk' | 'ru'>): string {
  if (kk === ru) return kk
  const both = `${kk} / ${ru}`
  return both.length <= PLACE_LENGTH[directory] ? both : kk
}
