import { z } from 'zod'
import { DeskLetter } from '../office/model.ts'
import { Bilingual } from '../official/model.ts'
import { Pack } from './model.ts'

/** What an emergency pack is printed of: its numbers and the office; it names nobody. */
export const PackSheetData = z.strictObject({
  letter: DeskLetter,
  pack: Pack,
  office: Bilingual,
  /** Room of the reception, as it stands on signs. */
  room: z.string().max(40),
})
export type PackSheetData = z.infer<typeof PackSheetData>
