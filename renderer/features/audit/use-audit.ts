import { useCallback, useEffect, useRef, useState } from 'react'
import type { AuditFilter, AuditRecord } from '#shared/audit/model.ts'
import { type Call, useCall } from '../../components/use-call.ts'

const PAGE = 100

interface Read {
  readonly records: readonly AuditRecord[]
  readonly next: number | null
  readonly unread: number
}

/** The lines of the audit that pass, newest first, as far as they were read. */
export interface AuditLines extends Read {
  readonly call: Call
  readonly isRead: boolean
  readonly readMore: () => void
}

const NOTHING: Read = { records: [], next: null, unread: 0 }

export function useAudit(filter: AuditFilter): AuditLines {
  const call = useCall()
  const { run } = call
  const [read, setRead] = useState<Read | null>(null)
  const turn = useRef(0)
  const readFrom = useCallback(
    async (before: number | null, shown: Read) => {
      const asked = turn.current
      const page = await run(() => window.desk.auditRead({ filter, before, limit: PAGE }))
      if (page === null || asked !== turn.current) return
      const { records, next, unread } = page
      setRead({ records: [...shown.records, ...records], next, unread: shown.unread + unread })
    },
    [filter, run],
  )
  useEffect(() => {
    turn.current += 1
    void readFrom(null, NOTHING)
  }, [readFrom])
  const shown = read ?? NOTHING
  return { ...shown, call, isRead: read !== null, readMore: () => void readFrom(shown.next, shown) }
}

/** Sequences of lines that came to nothing: a dialog was closed, or it failed. */
export function undoneOf(records: readonly AuditRecord[]): ReadonlySet<number> {
  return new Set(records.flatMap(({ undoes }) => undoes ?? []))
}
