import { findEntry } from './find.ts'
import type { Entry } from './model.ts'

/** The topics of the first level: what applications are counted by. */
export function topicsOf(topics: readonly Entry[]): Entry[] {
  return topics.filter(one => one.parent === null)
}

/** The topics of the second level that stand under a topic. */
export function subtopicsOf(topics: readonly Entry[], topic: string): Entry[] {
  return topics.filter(one => one.parent === topic)
}

/** The topic of the first level that a code stands under, or is; null where no topic has the code. */
export function topicOf(topics: readonly Entry[], code: string): string | null {
  const found = findEntry(topics, code)
  return found === null ? null : (found.parent ?? found.code)
}

/**
 * The topics as files are read by: a text of the second level stands for the topic it is under, since a record of a file
 * holds the first level alone. A text that stands under two topics is ambiguous and so not understood.
 */
export function topicsForFiles(topics: readonly Entry[]): Entry[] {
  return topicsOf(topics).map(topic => ({
    ...topic,
    synonyms: [...topic.synonyms, ...subtopicsOf(topics, topic.code).flatMap(one => [one.kk, one.ru, ...one.synonyms])],
  }))
}
