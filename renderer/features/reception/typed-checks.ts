import { useEffect, useRef } from 'react'
import type { VisitRow } from '../../db/query-types.ts'
import type { IdentityForm } from './identity-form.ts'

/** What was typed of checks that are not recorded yet, in memory alone: another pane in between must not take it away. */
export type TypedChecks = Map<string, IdentityForm>

/** Under which key the check of one of those who came is held: of a visit as it stands now. */
export function typedKey({ head }: Pick<VisitRow, 'head'>, member: IdentityForm['member']): string {
  return `${head} ${String(member)}`
}

/** Forgets checks of visits that moved on since: they were recorded, or the visitor left. */
export function forgetMoved(typed: TypedChecks, visits: readonly Pick<VisitRow, 'head'>[]): void {
  const heads = new Set(visits.map(({ head }) => String(head)))
  for (const key of typed.keys()) if (!heads.has(key.slice(0, key.indexOf(' ')))) typed.delete(key)
}

/** The checks being typed on this screen; gone with it. */
export function useTypedChecks(visits: readonly VisitRow[] | undefined): TypedChecks {
  const typed = useRef<TypedChecks>(new Map())
  useEffect(() => {
    if (visits !== undefined) forgetMoved(typed.current, visits)
  }, [visits])
  return typed.current
}
