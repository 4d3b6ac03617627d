import { useDebouncedValue } from '@mantine/hooks'
import { useEffect } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { settled } from '../../app/desk.ts'
import { soughtNumber } from './sought.ts'

/** A typed text is looked for when nothing was typed for so long, in milliseconds. */
const SETTLED = 800

/** Tells main that the card of an application was opened. Whether it is a new line of the audit main decides. */
export function useViewNoted(entity: EntityId | null): void {
  useEffect(() => {
    if (entity !== null) void settled(window.desk.auditNote({ kind: 'viewed', entity }))
  }, [entity])
}

/** Tells main that a full number was looked for: once for each search that has settled, and never what else was typed. */
export function useSearchNoted(typed: string): void {
  const [text] = useDebouncedValue(typed, SETTLED)
  useEffect(() => {
    const sought = soughtNumber(text)
    if (sought !== null) void settled(window.desk.auditNote({ kind: 'searched', ...sought }))
  }, [text])
}
