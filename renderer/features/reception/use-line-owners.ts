import { useCallback, useMemo } from 'react'
import { type ActionId, type EntityId, InstallationId } from '#shared/change/action.ts'
import { lineEntity, othersAtWork } from '#shared/line/model.ts'
import { mayCall } from '#shared/line/transitions.ts'
import { officeTime } from '#shared/time/office-time.ts'
import type { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useRows } from '../../app/use-rows.ts'
import type { AnswerOf } from '../../db/query-types.ts'
import { ANYONE, type LineId } from './line.ts'

/** Another desk that calls from a line. */
export interface LineOwner {
  readonly entity: EntityId
  readonly head: ActionId | null
  readonly letter: string
  /** When it called last, or took the line over where it has not called since. */
  readonly at: PlainTime
}

/** Of a line the other desk that calls from it (ADR 35); null: this desk may call. */
export type OwnerOf = (line: LineId) => LineOwner | null

const NOTHING = {}

/** Whose the lines of a day are. Where no other desk is at work they are nobody's. */
export function useLineOwners(day: PlainDate): OwnerOf {
  const own = useDesk().start.installation ?? ''
  const desks = useRows('desks.all', NOTHING)
  const params = useMemo(() => ({ day }), [day])
  const lines = useRows('lines.day', params)
  const owners = useMemo(() => ownersOf(desks ?? [], lines ?? [], own), [desks, lines, own])
  return useCallback(
    line => (owners.size === 0 ? null : (owners.get(lineEntity(day, line === ANYONE ? null : line)) ?? null)),
    [owners, day],
  )
}

function ownersOf(desks: AnswerOf<'desks.all'>, lines: AnswerOf<'lines.day'>, own: string): Map<EntityId, LineOwner> {
  const known = desks.map(desk => ({ ...desk, installation: InstallationId.parse(desk.key) }))
  const others = othersAtWork(known, own)
  const owners = new Map<EntityId, LineOwner>()
  for (const { id, head, owner, since, calledAt } of lines) {
    if (since === null || mayCall({ owner }, own, others) !== 'other') continue
    const letter = others.find(({ installation }) => installation === owner)?.letter ?? ''
    owners.set(id, { entity: id, head, letter, at: officeTime(Date.parse(calledAt ?? since)) })
  }
  return owners
}
