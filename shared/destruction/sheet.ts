import { z } from 'zod'
import { Language } from '../application/model.ts'
import { Bilingual } from '../official/model.ts'
import { RetentionTerms } from '../retention/model.ts'
import { PlainDate } from '../time/plain-date.ts'
import { Commission, Confirmed, DestroyedCounts, MOST_DESTROYED, NamedApplication, peopleOf } from './model.ts'
import { destructionText } from './number.ts'
import type { DestructionState } from './transitions.ts'

/** An act of destruction as a sheet in one language: no name stands on it but of those who sign. */
export const DestructionSheetData = z.strictObject({
  language: Language,
  office: Bilingual,
  number: z.string().max(40),
  on: PlainDate,
  /** Null: it is not at its end yet, and the sheet says so. */
  completedOn: PlainDate.nullable(),
  terms: RetentionTerms,
  commission: Commission,
  people: z.int().positive(),
  applications: z.array(NamedApplication).max(MOST_DESTROYED * 50),
  counts: DestroyedCounts,
  excluded: Confirmed.shape.excluded,
})
export type DestructionSheetData = z.infer<typeof DestructionSheetData>

/** The sheet of an act; null: nothing was confirmed. Applications stand in the order of their days and numbers. */
export function destructionSheet(
  { confirmed, completedOn }: DestructionState,
  office: Bilingual,
  language: Language,
): DestructionSheetData | null {
  if (confirmed === null) return null
  const { number, on, terms, commission, people, counts, excluded } = confirmed
  const applications = people.flatMap(one => one.applications)
  const keyOf = (one: NamedApplication) => `${one.on ?? ''} ${one.number ?? ''}`
  return {
    ...{ language, office, number: destructionText(number), on, completedOn, terms, commission, counts, excluded },
    people: peopleOf({ people }),
    applications: applications.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  }
}
