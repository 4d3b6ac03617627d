import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useRows } from '../../app/use-rows.ts'
import type { StoreClient } from '../../db/client.ts'
import type { ApplicationFilter, ApplicationListRow, ApplicationPage, PageKey } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import type { Sort } from './narrowing.ts'

const PAGE = 100

/** The rows read so far, in the order asked for, and how to get more. */
export interface ApplicationRows {
  readonly rows: readonly ApplicationListRow[] | undefined
  readonly total: number | null
  readonly more: boolean
  readonly readMore: () => void
}

/**
 * The list under a filter, a page at a time as it is scrolled. The first page is live; when it changes, the pages after it
 * are read anew, so that nothing is shown twice or lost between two pages.
 */
export function useApplications(filter: ApplicationFilter, sort: Sort): ApplicationRows {
  const store = useStore()
  const params = useMemo(() => ({ filter, after: null, limit: PAGE, sort }), [filter, sort])
  const first = useRows('applications.page', params)
  const [later, setLater] = useState<readonly ApplicationListRow[]>([])
  const next = useRef<PageKey | null>(null)
  const turn = useRef(0)
  const reading = useRef(false)
  useEffect(() => {
    turn.current += 1
    reading.current = false
    next.current = first?.next ?? null
    setLater([])
  }, [first])
  const readMore = useCallback(() => {
    const after = next.current
    if (after === null || reading.current) return
    reading.current = true
    const asked = turn.current
    const read = (page: ApplicationPage) => {
      if (asked !== turn.current) return
      reading.current = false
      next.current = page.next
      setLater(rows => [...rows, ...page.rows])
    }
    // The page is asked for again as the list is scrolled.
    const failed = () => {
      if (asked === turn.current) reading.current = false
    }
    void store.query('applications.page', { filter, after, limit: PAGE, sort }).then(read, failed)
  }, [filter, sort, store])
  const rows = first === undefined ? undefined : [...first.rows, ...later]
  const total = first?.total ?? null
  return { rows, total, more: rows !== undefined && rows.length < (total ?? 0), readMore }
}

/** Every row under a filter, for writing the list out; at most `most`, where more could not be used. */
export async function allApplications(
  store: StoreClient,
  filter: ApplicationFilter,
  sort: Sort,
  most = Number.POSITIVE_INFINITY,
): Promise<ApplicationListRow[]> {
  const rows: ApplicationListRow[] = []
  for (let after: PageKey | null = null, end = false; !end; ) {
    const page: ApplicationPage = await store.query('applications.page', { filter, after, limit: 1000, sort })
    rows.push(...page.rows)
    after = page.next
    end = after === null || rows.length >= most
  }
  return rows
}
