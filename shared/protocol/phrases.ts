import type { Language } from '../application/model.ts'
import { type Directories, type Entry, validOn } from '../directory/model.ts'
import { topicOf } from '../directory/topics.ts'
import type { PlainDate } from '../time/plain-date.ts'

/** Parts of a protocol for which the office keeps phrases, each with its directory. */
export const PHRASES = {
  said: 'phrase_said',
  decision: 'phrase_decision',
  action: 'phrase_action',
} as const
export type PhrasePart = keyof typeof PHRASES

/** The phrases offered for a part of a protocol: those of its topic first, then those of every topic. */
export function phrasesFor(
  directories: Directories,
  part: PhrasePart,
  topic: string | null,
  today: PlainDate,
): readonly Entry[] {
  const all = validOn(directories[PHRASES[part]], today)
  const own = topic === null ? null : (topicOf(directories.topic, topic) ?? topic)
  return [...all.filter(one => one.parent !== null && one.parent === own), ...all.filter(one => one.parent === null)]
}

/** A text with a phrase where the caret stands, or over what is selected, set off by spaces; and where the caret is then. */
export function withPhrase(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  phrase: Pick<Entry, 'kk' | 'ru'>,
  language: Language,
): { readonly text: string; readonly caret: number } {
  const [before, after] = [text.slice(0, start), text.slice(end)]
  const put = `${/\S$/.test(before) ? ' ' : ''}${phrase[language]}`
  const gap = /^\S/.test(after) ? ' ' : ''
  return { text: `${before}${put}${gap}${after}`, caret: before.length + put.length }
}
