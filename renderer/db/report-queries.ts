import type { EntityId } from '#shared/change/action.ts'
import { coversOf, reportEntity } from '#shared/report/addressees.ts'
import { standingVersion } from '#shared/report/transitions.ts'
import { PlainDate, Quarter } from '#shared/time/plain-date.ts'
import { openLettersOf } from './letter-queries.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, EntityState, ParamsOf } from './query-types.ts'
import type { StandingReport } from './report-rows.ts'
import { openStates } from './states.ts'

/** The report of a quarter with every version, or null where none was frozen. */
export async function openReport(
  { db, sealer }: QueryContext,
  { quarter }: ParamsOf<'reports.one'>,
): Promise<EntityState<'report'> | null> {
  const row = await db.entities.get(reportEntity(quarter))
  return (await openStates(sealer, 'report', row ? [row] : []))[0] ?? null
}

/** The version of each report that stands, and how far its cover letters have come. */
export async function openStanding(context: QueryContext): Promise<AnswerOf<'reports.standing'>> {
  const ofNoun = (noun: string) => context.db.entities.where('noun').equals(noun).toArray()
  const [rows, [office]] = await Promise.all([ofNoun('report'), ofNoun('office')])
  const states = await openStates(context.sealer, 'report', rows)
  const reports = await Promise.all(states.flatMap(state => standingOf(context, state)))
  return { since: office === undefined ? null : PlainDate.parse(office.since), reports }
}

function standingOf(context: QueryContext, state: EntityState<'report'>): Promise<StandingReport>[] {
  const version = standingVersion(state)
  return version === null ? [] : [withCovers(context, state.id, state.key, version)]
}

async function withCovers(
  context: QueryContext,
  id: EntityId,
  key: string,
  { version, profile, on }: NonNullable<ReturnType<typeof standingVersion>>,
): Promise<StandingReport> {
  const letters = (await openLettersOf(context, { application: id })).map(
    ({ id: letter, letter: of, status, sent }) => ({
      letter,
      about: of?.about ?? null,
      status,
      sentOn: sent?.on ?? null,
    }),
  )
  const covers = coversOf(profile, version, letters).map(({ to, letter }) => ({
    to,
    letter: letter?.letter ?? null,
    status: letter?.status ?? ('absent' as const),
    sentOn: letter?.sentOn ?? null,
  }))
  return { quarter: Quarter.parse(key), version, profile, frozenOn: on, covers }
}
