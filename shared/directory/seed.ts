import type { Directories } from './model.ts'
import { CATEGORIES } from './seed-categories.ts'
import { CHANNELS } from './seed-channels.ts'
import { DISTRICTS } from './seed-districts.ts'
import { LANGUAGES, OUTCOMES, RESULTS } from './seed-outcomes.ts'
import { TOPICS } from './seed-topics.ts'

/** The directories an office begins with. */
export const SEED_DIRECTORIES: Directories = {
  topic: TOPICS,
  channel: CHANNELS,
  district: DISTRICTS,
  category: CATEGORIES,
  outcome: OUTCOMES,
  result: RESULTS,
  language: LANGUAGES,
}
