import type { StateOf } from '#shared/change/project-view.ts'
import { openRequests } from '#shared/subject/transitions.ts'
import { answerOne } from './application-queries.ts'
import type { QueryContext } from './query-context.ts'
import type { EntityState, ParamsOf } from './query-types.ts'
import { demandOf, feedbackOf, instructionOf, letterOf, protocolOf } from './rows.ts'
import { openStates } from './states.ts'
import type { StoredEntity } from './store.ts'
import type { SubjectAskedRow, SubjectRecords } from './subject-query-types.ts'

/** What was asked of a person's data; null: nothing was. */
export async function openSubject(
  { db, sealer }: QueryContext,
  { subject }: ParamsOf<'subject.one'>,
): Promise<EntityState<'subject'> | null> {
  const row = await db.entities.get(`subject:${subject}`)
  return (await openStates(sealer, 'subject', row ? [row] : []))[0] ?? null
}

/** People whose requests wait for an answer: few ever ask. */
export async function openAsked({ db, sealer }: QueryContext): Promise<SubjectAskedRow[]> {
  const rows = await db.entities.where('noun').equals('subject').toArray()
  const asked = (await openStates(sealer, 'subject', rows)).filter(state => openRequests(state).length > 0)
  return Promise.all(
    asked.map(async state => {
      const own = await db.applications.where('subjects').equals(state.key).toArray()
      const listed = own.filter(({ day }) => day >= 0).toSorted((a, b) => b.day - a.day || (a.id < b.id ? 1 : -1))
      return { state, application: listed[0]?.id ?? null }
    }),
  )
}

/** All that is kept about a person: what is sealed under their key, and what stands about their applications. */
export async function openSubjectRecords(
  context: QueryContext,
  { subject }: ParamsOf<'subject.records'>,
): Promise<SubjectRecords> {
  const { db, sealer } = context
  const ids = (await db.applications.where('subjects').equals(subject).primaryKeys()).map(String)
  const opened = await Promise.all(ids.map(id => answerOne(context, { id })))
  const applications = opened
    .flatMap(one => one ?? [])
    .filter(one => one.subject === subject && one.status !== 'absent' && one.status !== 'undone')
    .toSorted((a, b) => (a.day ?? 0) - (b.day ?? 0))
  const rows = await entitiesOf(
    context,
    subject,
    applications.map(({ id, registered }) => ({ id, visit: registered?.visit ?? null })),
  )
  const of = <N extends keyof StateOf>(noun: N) =>
    openStates(
      sealer,
      noun,
      rows.filter(row => row.noun === noun).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    )
  const own = new Set<string>([...ids, ...rows.map(({ id }) => id)])
  const surveys = await openStates(sealer, 'survey', await db.entities.where('noun').equals('survey').toArray())
  return {
    applications,
    visits: await of('visit'),
    letters: await of('letter'),
    protocols: await of('protocol'),
    instructions: await of('instruction'),
    demands: await of('demand'),
    feedback: await of('feedback'),
    contacts: await of('contact'),
    surveys: surveys.filter(({ survey }) => survey?.drawn.some(({ entity }) => own.has(entity)) ?? false),
  }
}

async function entitiesOf(
  { db, sealer }: QueryContext,
  subject: string,
  applications: readonly { readonly id: string; readonly visit: string | null }[],
): Promise<StoredEntity[]> {
  const texts = applications.flatMap(({ id }) =>
    [letterOf, protocolOf, instructionOf, demandOf, feedbackOf].map(textOf => textOf(id)),
  )
  const tags = await Promise.all(texts.map(text => sealer.tag(text)))
  const visits = applications.flatMap(({ visit }) => visit ?? [])
  const found = await Promise.all([
    db.entities.where('subjects').equals(subject).toArray(),
    db.entities.where('tags').anyOf(tags).distinct().toArray(),
    db.entities.where('id').anyOf(visits).toArray(),
  ])
  return [...new Map(found.flat().map(row => [row.id, row])).values()]
}
