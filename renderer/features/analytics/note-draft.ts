import { z } from 'zod'
import { Bilingual } from '#shared/official/model.ts'

/** The note as it is being written: what the figures made of it, and what a hand made of that. */
const NoteDraft = z.strictObject({ made: z.array(Bilingual), paragraphs: z.array(Bilingual) })
export interface NoteDraft {
  readonly made: readonly Bilingual[]
  readonly paragraphs: readonly Bilingual[]
}

/** Under which name the note of a period is kept at this desk. */
export function noteDraftName(period: string): string {
  return `analytics-note.${period.toLowerCase()}`
}

/** The note as it was kept; null where there is none, it does not read, or no hand changed what the figures made. */
export function decodeNote(text: string | null): NoteDraft | null {
  if (text === null) return null
  const read = NoteDraft.safeParse(parsedOf(text))
  return read.success && !isSame(read.data.made, read.data.paragraphs) ? read.data : null
}

/** Whether the figures make another note by now than the one that was changed by hand. */
export function isMadeOfOther(draft: NoteDraft, made: NoteDraft['made']): boolean {
  return !isSame(draft.made, made)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
