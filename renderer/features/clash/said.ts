import type { Difference } from '#shared/clash/differences.ts'
import { DIRECTORY_IDS, type DirectoryId } from '#shared/directory/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import type { CellWords } from '../applications/columns.ts'

/** So much of what sides say otherwise is told in a line. */
const MOST = 8

/** Fields whose codes are entries of another directory than they are named by. */
const DIRECTORY_OF_FIELD: Readonly<Record<string, DirectoryId>> = { subtopic: 'topic' }

/** The id of an office key: it stands on the sheet of its paper. */
const KEY_ID = /^[0-9a-f]{8}$/

/** What a side says otherwise than the other, in words: names for codes of directories and officials, dates as they are read. */
export function saidOf(differs: readonly Difference[], { dates, entryOf, officialOf }: CellWords): string {
  const texts = differs.flatMap(({ name, text }) => {
    const date = PlainDate.safeParse(text)
    if (date.success) return [screenDate(date.data, dates)]
    if (name === 'to' && KEY_ID.test(text)) return [text.toUpperCase()]
    if (name === 'officialId') return [officialOf(text)]
    const directory = DIRECTORY_IDS.find(id => id === (DIRECTORY_OF_FIELD[name] ?? name))
    if (directory !== undefined) return [entryOf(directory, text)]
    // A code of the program says nothing to a reader; a word, a number or a time does.
    return /[\u0400-\u04ff]|^[\d:.,+ /-]+$/.test(text) ? [text] : []
  })
  const told = [...new Set(texts)]
  return told.length > MOST ? `${told.slice(0, MOST).join('; ')} …` : told.join('; ')
}
