import type { Language } from '../application/model.ts'
import { partFaults, type TwinFault } from '../letter/parity.ts'
import type { DateWords } from '../time/official-date.ts'
import type { Narrative } from './report-paper.ts'

/** Where the words of a report say different things in the two languages, paragraph by paragraph, as of letters. */
export function narrativeFaults(narrative: Narrative, words: Readonly<Record<Language, DateWords>>): TwinFault[] {
  return narrative.flatMap((paragraph, at) => partFaults(at, paragraph, words))
}
