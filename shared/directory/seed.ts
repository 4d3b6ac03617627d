import { type Directories, type SetEntry, withSet } from './model.ts'
import { BODIES } from './seed-bodies.ts'
import { CATEGORIES } from './seed-categories.ts'
import { CHANNELS } from './seed-channels.ts'
import { DISTRICTS } from './seed-districts.ts'
import { DOCUMENTS, POWERS } from './seed-documents.ts'
import { LANGUAGES, OUTCOMES, RESULTS } from './seed-outcomes.ts'
import { PHRASES_ACTION, PHRASES_DECISION, PHRASES_SAID } from './seed-phrases.ts'
import { SUBTOPICS } from './seed-subtopics.ts'
import { TOPICS } from './seed-topics.ts'

/** The directories an office begins with. */
export const SEED_DIRECTORIES: Directories = {
  topic: [...TOPICS, ...SUBTOPICS],
  channel: CHANNELS,
  district: DISTRICTS,
  category: CATEGORIES,
  unit: [],
  body: BODIES,
  outcome: OUTCOMES,
  result: RESULTS,
  language: LANGUAGES,
  document: DOCUMENTS,
  powers: POWERS,
  room: [],
  video_link: [],
  phrase_said: PHRASES_SAID,
  phrase_decision: PHRASES_DECISION,
  phrase_action: PHRASES_ACTION,
}

/** The directories of an office: those it began with and, over them, what it has set. */
export function officeDirectories(set: readonly SetEntry[]): Directories {
  return withSet(SEED_DIRECTORIES, set)
}
