import { useMemo } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { invitedByClause } from '#shared/directory/invited.ts'
import { type Board, boardOf, type Visitor } from '#shared/plan/readiness.ts'
import { type PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'
import { useRows } from '../../../app/use-rows.ts'
import { useOffered } from '../../../components/use-directories.ts'
import { useToday } from '../../../components/use-office-time.ts'
import type { PlannedRow } from '../../../db/query-types.ts'
import { monthAfter } from '../../schedule/months.ts'
import { loadsOf, type ReceptionLoad, withOwed } from '../people/people-lists.ts'
import type { PlanKnown } from '../use-plan.ts'
import { type Preparations, usePreparations } from '../use-preparations.ts'

/** The boards of receptions, and the heads acts are based on. */
export interface Boards {
  readonly boards: readonly Board[]
  readonly prepared: Preparations
}

const NOTHING = {}

/**
 * The boards of the receptions to come in a month and the next, after those of which something is owed whatever their day:
 * a refusal that was not reported is not lost from sight once its reception is over, or was taken out of the schedule.
 */
export function useBoards(known: PlanKnown, month: PlainMonth): Boards | undefined {
  const today = useToday()
  const bodies = useOffered('body', today)
  const owing = useRows('receptions.owing', NOTHING)
  const loads = useMemo(() => {
    const { from } = rangeOfMonth(month)
    const own = loadsOf(known.plan, from < today ? today : from, rangeOfMonth(monthAfter(month, 1)).to)
    return owing && withOwed(own, owing, known.plan)
  }, [known.plan, month, today, owing])
  const prepared = usePreparations(useMemo(() => loads?.map(({ reception }) => reception.id) ?? [], [loads]))
  const letters = useRows(
    'letters.requests',
    useMemo(() => ({ applications: askedAbout(loads ?? [], prepared) }), [loads, prepared]),
  )
  return useMemo(() => {
    if (loads === undefined || prepared === undefined || letters === undefined) return undefined
    const { plan, rows } = known
    const invited = invitedByClause(plan.profile, bodies).map(({ code }) => code)
    const akims = new Set(plan.officials.filter(({ category }) => category === 'akim').map(({ id }) => id))
    const boards = loads.map(({ reception, booked }) =>
      boardOf({
        plan,
        reception,
        visitors: booked.flatMap(({ application }) => visitorsOf(rows.get(application))),
        state: prepared.of(reception.id),
        letters,
        invitedByAct: akims.has(reception.officialId) ? invited : [],
      }),
    )
    return { boards, prepared }
  }, [known, loads, prepared, letters, bodies])
}

/** Those whose applicants may have to be told of a request to a body. */
function askedAbout(loads: readonly ReceptionLoad[], prepared: Preparations | undefined): EntityId[] {
  const asked = loads.filter(({ reception }) => prepared !== undefined && prepared.of(reception.id).invited.length > 0)
  return asked.flatMap(({ booked }) => booked.map(({ application }) => application))
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
