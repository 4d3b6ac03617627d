import { useMemo } from 'react'
import { invitedByClause } from '#shared/directory/invited.ts'
import { type Board, boardOf, type Visitor } from '#shared/plan/readiness.ts'
import { type PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'
import { useOffered } from '../../../components/use-directories.ts'
import { useToday } from '../../../components/use-office-time.ts'
import type { PlannedRow } from '../../../db/query-types.ts'
import { monthAfter } from '../../schedule/months.ts'
import { loadsOf } from '../people/people-lists.ts'
import type { PlanKnown } from '../use-plan.ts'
import { type Preparations, usePreparations } from '../use-preparations.ts'

/** The boards of the receptions to come in a month and the next, and the heads acts are based on. */
export interface Boards {
  readonly boards: readonly Board[]
  readonly prepared: Preparations
}

export function useBoards(known: PlanKnown, month: PlainMonth): Boards | undefined {
  const today = useToday()
  const bodies = useOffered('body', today)
  const loads = useMemo(() => {
    const { from } = rangeOfMonth(month)
    return loadsOf(known.plan, from < today ? today : from, rangeOfMonth(monthAfter(month, 1)).to)
  }, [known.plan, month, today])
  const prepared = usePreparations(useMemo(() => loads.map(({ reception }) => reception.id), [loads]))
  return useMemo(() => {
    if (prepared === undefined) return undefined
    const { plan, rows } = known
    const invited = invitedByClause(plan.profile, bodies).map(({ code }) => code)
    const akims = new Set(plan.officials.filter(({ category }) => category === 'akim').map(({ id }) => id))
    const boards = loads.map(({ reception, booked }) =>
      boardOf({
        plan,
        reception,
        visitors: booked.flatMap(({ application }) => visitorsOf(rows.get(application))),
        state: prepared.of(reception.id),
        invitedByAct: akims.has(reception.officialId) ? invited : [],
      }),
    )
    return { boards, prepared }
  }, [known, loads, prepared, bodies])
}

function visitorsOf(row: PlannedRow | undefined): Visitor[] {
  if (row === undefined) return []
  const { person, applicant } = row
  return [
    {
      person,
      interpreter: row.row.needs.some(one => one !== 'wheelchair'),
      foreign: applicant === 'foreigner' || applicant === 'stateless',
    },
  ]
}
