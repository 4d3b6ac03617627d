import { type Entry, type EntryStanding, standingOn } from '#shared/directory/model.ts'
import { subtopicsOf, topicsOf } from '#shared/directory/topics.ts'
import { foldWords } from '#shared/text/fold.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** A line of the table: an entry, what it stands under, and how it stands today. */
export interface EntryRow {
  readonly entry: Entry
  readonly under: Entry | null
  readonly standing: EntryStanding
}

/** The lines of a directory: each topic with those under it below it; what has ended stands at the end of its level. */
export function entryRows(entries: readonly Entry[], today: PlainDate): EntryRow[] {
  const first = topicsOf(entries).map(entry => ({ entry, under: null, standing: standingOn(entry, today) }))
  return endedLast(first).flatMap(row => {
    const below = subtopicsOf(entries, row.entry.code).map(entry => {
      const own = standingOn(entry, today)
      return { entry, under: row.entry, standing: row.standing === 'offered' ? own : row.standing }
    })
    return [row, ...endedLast(below)]
  })
}

/** The lines of a directory of phrases: those of every topic, then those of each topic; what has ended stands at the end. */
export function phraseRows(entries: readonly Entry[], topics: readonly Entry[], today: PlainDate): EntryRow[] {
  const under = (code: string | null) => topics.find(one => one.code === code) ?? null
  const place = (code: string | null) => topics.findIndex(one => one.code === code)
  const rows = entries.map(entry => ({ entry, under: under(entry.parent), standing: standingOn(entry, today) }))
  return endedLast(rows.sort((a, b) => place(a.entry.parent) - place(b.entry.parent)))
}

/** The lines that have the typed text in any of their texts, in any spelling. */
export function rowsWith(rows: readonly EntryRow[], typed: string): readonly EntryRow[] {
  const sought = foldWords(typed)
  if (sought === '') return rows
  return rows.filter(({ entry }) => textsOf(entry).some(text => foldWords(text).includes(sought)))
}

/** Entries other than `code` that a file would take for this one: they have one of its texts. */
export function entriesWithText(
  entries: readonly Entry[],
  code: string | null,
  typed: Pick<Entry, 'kk' | 'ru' | 'synonyms'>,
): Entry[] {
  const own = new Set(textsOf(typed).map(foldWords))
  own.delete('')
  return entries.filter(one => one.code !== code && textsOf(one).some(text => own.has(foldWords(text))))
}

function textsOf({ kk, ru, synonyms }: Pick<Entry, 'kk' | 'ru' | 'synonyms'>): string[] {
  return [kk, ru, ...synonyms]
}

function endedLast(rows: readonly EntryRow[]): EntryRow[] {
  return [...rows.filter(row => row.standing !== 'ended'), ...rows.filter(row => row.standing === 'ended')]
}
