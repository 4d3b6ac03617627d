import { useEffect, useMemo, useState } from 'react'
import type { Period } from '#shared/compliance/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'
import type { JournalPage, JournalRow } from '../../db/journals/model.ts'
import { useStore } from '../../db/use-query.ts'
import type { JournalDefinition, JournalWords, Value } from './column.ts'

/** So many lines are shown: more are written to a file, or looked at in a shorter period. */
export const MOST_SHOWN = 20_000

/** Rows of a page; a page ends with a whole day. */
export const PAGE = 500

/** A line of a journal: the values of all its columns, whole. */
export interface Line {
  readonly id: string
  readonly application: string | null
  readonly values: readonly Value[]
}

/** The line of a row. */
export function lineOf({ columns }: JournalDefinition, row: JournalRow, words: JournalWords): Line {
  return { id: row.id, application: row.application, values: columns.map(column => column.value(row, words)) }
}

/** The lines of a journal as they come. */
export interface Journal {
  /** Undefined until the first have come. */
  readonly lines: readonly Line[] | undefined
  /** More are on their way. */
  readonly isReading: boolean
  /** There are more than are shown. */
  readonly isCut: boolean
}

/** All lines of a period: the first page is live, the others follow it. Their values are made once. */
export function useJournal(definition: JournalDefinition, { from, to }: Period, words: JournalWords): Journal {
  const store = useStore()
  const { id: journal } = definition
  const first = useRows(
    'journals.page',
    useMemo(() => ({ journal, from, to, after: null, limit: PAGE }), [journal, from, to]),
  )
  const [later, setLater] = useState<{ of: unknown; pages: readonly JournalPage[] }>({ of: null, pages: [] })
  useEffect(() => {
    let left = false
    const read = async () => {
      const pages: JournalPage[] = []
      let count = first?.rows.length ?? 0
      for (let after = first?.next ?? null; after !== null && !left && count < MOST_SHOWN; ) {
        const page: JournalPage = await store.query('journals.page', { journal, from, to, after, limit: PAGE })
        pages.push(page)
        count += page.rows.length
        after = page.next
        if (!left) setLater({ of: first, pages: [...pages] })
      }
    }
    // What fails is told by the status line, and read again with the next change.
    void read().catch(() => undefined)
    return () => {
      left = true
    }
  }, [store, journal, from, to, first])
  const pages = later.of === first ? later.pages : []
  const linesOf = useMadeLines(definition, words)
  return useMemo(() => {
    if (first === undefined) return { lines: undefined, isReading: true, isCut: false }
    const lines = [first, ...pages].flatMap(linesOf)
    const next: PlainDate | null = (pages.at(-1) ?? first).next
    const isCut = next !== null && lines.length >= MOST_SHOWN
    return { lines, isReading: next !== null && !isCut, isCut }
  }, [first, pages, linesOf])
}

/** The values of a page, made once however often it is asked for. */
function useMadeLines(definition: JournalDefinition, words: JournalWords): (page: JournalPage) => readonly Line[] {
  return useMemo(() => {
    const made = new WeakMap<JournalPage, readonly Line[]>()
    return page => {
      const lines = made.get(page) ?? page.rows.map(row => lineOf(definition, row, words))
      made.set(page, lines)
      return lines
    }
  }, [definition, words])
}
