import type { PaperFile } from '#shared/application/transitions.ts'

/** What a scanned paper may be. */
export type PaperKind = PaperFile['kind']

/** The first bytes of each kind: a name may say anything. */
const BEGINNINGS: Record<PaperKind, readonly number[]> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

/** The kind of a file by its own bytes, or null for any other. */
export function paperKindOf(bytes: Uint8Array): PaperKind | null {
  const kinds = Object.keys(BEGINNINGS) as PaperKind[]
  return kinds.find(kind => BEGINNINGS[kind].every((byte, at) => bytes[at] === byte)) ?? null
}
