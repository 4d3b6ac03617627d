import type { PlanAct } from '#shared/plan/model.ts'
import type { PlannedRow } from '../../../db/query-types.ts'

/** Everybody to the official he or she asked for. */
export const BY_WISH = 'wish'

type Asked = Pick<PlannedRow, 'person'> & {
  readonly row: { readonly facts: Pick<PlannedRow['row']['facts'], 'officialId'> }
}

/** The acts by which the chosen are appointed. By wish: only those who named somebody who still receives. */
export function appointments(
  rows: readonly Asked[],
  by: string,
  video: ReadonlySet<string>,
  officials: readonly { readonly id: string }[],
): PlanAct[] {
  return rows.flatMap(({ person, row }) => {
    const wish = officials.some(({ id }) => id === row.facts.officialId) ? row.facts.officialId : null
    const officialId = by === BY_WISH ? wish : by
    if (officialId === null) return []
    const body = { officialId, video: video.has(person.application) }
    return [{ entity: person.application, type: 'application.appointed' as const, body }]
  })
}
