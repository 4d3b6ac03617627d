import { suffixOf } from '#shared/application/number.ts'
import { type EntityId, entityId, keyOf, type SubjectId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { View } from '#shared/change/project-view.ts'
import { type Erasing, keptSumsOf } from '#shared/destruction/kept-sums.ts'
import type { Confirmed, DestroyedCounts, DestroyedKind, DestructionNumber } from '#shared/destruction/model.ts'
import { DESTROYED_KINDS } from '#shared/destruction/model.ts'
import { destructionKey, foldDestruction } from '#shared/destruction/transitions.ts'
import type { ParsedArgsOf, ResultOf } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { RetentionTerms } from '#shared/retention/model.ts'
import { judgeSubject } from '#shared/retention/rules.ts'
import { foldRetention, RETENTION_KEY } from '#shared/retention/transitions.ts'
import { type PlainDate, partsOf } from '#shared/time/plain-date.ts'
import { readableActionsOf } from '../../journal/readable.ts'
import { type Act, type Actor, intentNow } from '../act.ts'
import { dropKeys } from '../erase.ts'
import type { KeptDrafts, Named } from '../kept-drafts.ts'
import type { OpenDesk } from '../open-desk.ts'
import { letterOf } from '../registrations.ts'
import { erasedView, openEntity, type RetentionLedger, type SubjectEntry } from './ledger.ts'
import { applicationOf, isPastTerm } from './preview.ts'

/** What an act is carried out with. */
export interface DestroyParts {
  readonly desk: OpenDesk
  readonly ledger: RetentionLedger
  readonly drafts: Pick<KeptDrafts, 'dropNaming'>
  /** What holds files of people: scans, talons on their way to paper. */
  readonly files: readonly { removeOf(people: readonly SubjectId[]): Promise<void> }[]
}

type Asked = ParsedArgsOf<'retention.destroy'>

/** The terms as they stand, and the act that set them. */
export async function termsOf({ journal }: OpenDesk) {
  const entity = entityId('retention', RETENTION_KEY)
  const actions = journal.has(entity) ? await readableActionsOf(journal, entity) : []
  return { terms: foldRetention(actions).terms, basedOn: journal.headOf(entity) }
}

/**
 * Confirms an act: it and the erasure of each of its people stand in the journal by one flush, all or nobody. Everybody is judged
 * again in the turn. The same request is one act. Throws `retention.no_terms`, `retention.moved` (count), `change.conflict`.
 */
export async function confirmDestruction(parts: DestroyParts, asked: Asked, actor: Actor): Promise<EntityId> {
  const { desk, ledger } = parts
  // The long reading, before the turn is taken.
  await ledger.refresh()
  return desk.gate.inTurn(async actNow => {
    const before = await findAct(desk, asked.request)
    if (before !== null) return before
    await ledger.refresh()
    const { terms, basedOn } = await termsOf(desk)
    if (terms === null) throw new ExpectedError('retention.no_terms')
    if (basedOn !== asked.basedOn) throw new ExpectedError('change.conflict', { type: 'destruction.confirmed' })
    const entries = ledger.entries()
    const chosen = dueOf(entries, asked.people, terms, actor.date)
    const excluded = entries.filter(entry => entry.held !== null && isPastTerm(entry, terms, actor.date))
    const number = await nextNumber(desk, actor.date)
    const { people, counts, kept, named } = await contentsOf(desk, chosen)
    const confirmed: Confirmed = {
      ...{ request: asked.request, number, terms, commission: asked.commission, people, counts, kept },
      excluded: await excludedOf(desk, excluded),
    }
    // Before the fact, while it can still be told of whom they are.
    await parts.drafts.dropNaming(named)
    const key = destructionKey(desk.journal.installation, number.year, number.serial)
    const acts: Act[] = [
      { intent: intentNow(desk.journal, 'destruction', key, 'destruction.confirmed', confirmed) },
      ...people.map(({ subject }) => ({
        intent: intentNow(desk.journal, 'subject', subject, 'subject.erased', { ground: 'retention' }),
      })),
    ]
    await actNow(acts, actor)
    return entityId('destruction', key)
  })
}

/** Carries an act that was confirmed to its end: keys, then files; only then is it told as done. One that is done stays as it is. */
export async function finishDestruction(
  parts: Omit<DestroyParts, 'ledger'>,
  act: EntityId,
  actor: Actor,
): Promise<void> {
  const { desk, files } = parts
  const { status, confirmed } = foldDestruction(await readableActionsOf(desk.journal, act))
  if (status !== 'confirmed' || confirmed === null) return
  const people = confirmed.people.map(({ subject }) => subject)
  const left = people.filter(subject => desk.keyring.keyOf(subject) !== null)
  if (left.length > 0) await dropKeys(desk, left)
  for (const one of files) await one.removeOf(people)
  await desk.gate.act(
    [{ intent: intentNow(desk.journal, 'destruction', keyOf(act), 'destruction.completed', {}) }],
    actor,
  )
}

/** What was confirmed at this desk and is not at its end. */
export async function unfinished({ journal }: OpenDesk): Promise<EntityId[]> {
  const found: EntityId[] = []
  for (const act of journal.entitiesOf('destruction')) {
    if (!keyOf(act).startsWith(`${journal.installation}-`)) continue
    if (foldDestruction(await readableActionsOf(journal, act)).status === 'confirmed') found.push(act)
  }
  return found
}

/** The act as it is told to whoever asked for it. */
export async function toldOf({ journal }: OpenDesk, entity: EntityId): Promise<ResultOf<'retention.destroy'>> {
  const { confirmed } = foldDestruction(await readableActionsOf(journal, entity))
  if (confirmed === null) throw new ExpectedError('retention.no_act')
  return { entity, number: confirmed.number }
}

async function findAct({ journal }: OpenDesk, request: string): Promise<EntityId | null> {
  for (const entity of journal.entitiesOf('destruction')) {
    const first = (await readableActionsOf(journal, entity)).find(({ type }) => type === 'destruction.confirmed')
    if (first !== undefined && bodyOf('destruction.confirmed', first).request === request) return entity
  }
  return null
}

function dueOf(
  entries: readonly SubjectEntry[],
  asked: readonly SubjectId[],
  terms: RetentionTerms,
  today: PlainDate,
): SubjectEntry[] {
  const wanted = new Set(asked)
  const due = entries.filter(entry => wanted.has(entry.subject) && judgeSubject(entry, terms, today).state === 'due')
  const count = wanted.size - due.length
  if (count > 0) throw new ExpectedError('retention.moved', { count })
  return due
}

async function nextNumber({ journal }: OpenDesk, today: PlainDate): Promise<DestructionNumber> {
  const { letter, provisional } = await letterOf(journal)
  const { year } = partsOf(today)
  const start = `${journal.installation}-${year}-`
  const serials = journal.entitiesOf('destruction').flatMap(entity => {
    const key = keyOf(entity)
    return key.startsWith(start) ? [Number(key.slice(start.length))] : []
  })
  const suffix = provisional ? suffixOf(journal.installation) : null
  return { letter, suffix, year, serial: Math.max(0, ...serials) + 1 }
}

/** What the act says of its people: their applications, how much it was, and the sums that stay. */
async function contentsOf(desk: OpenDesk, chosen: readonly SubjectEntry[]) {
  const related = desk.gate.related()
  const gone = new Set<string>(chosen.flatMap(({ subjects }) => subjects))
  const people: Confirmed['people'] = []
  const erasing: Erasing[] = []
  const named: Named[] = []
  const counted = Object.fromEntries(DESTROYED_KINDS.map(kind => [kind, 0])) as DestroyedCounts
  const seen = new Set<EntityId>()
  for (const { subject, subjects, entities } of chosen) {
    const applications: Confirmed['people'][number]['applications'] = []
    for (const entity of entities) {
      const { view, readable } = await openEntity(desk, entity)
      const one = applicationOf(view)
      if (one !== null) applications.push(one)
      if (view.noun === 'application' || view.noun === 'contact') {
        named.push(...subjects.map(one => ({ subject: one, entity })))
      }
      if (seen.has(entity)) continue
      seen.add(entity)
      count(counted, view)
      erasing.push({ live: view, erased: erasedView(entity, readable, related, gone) })
    }
    const others = subjects.filter(one => one !== subject)
    people.push({ subject, applications }, ...others.map(one => ({ subject: one, applications: [], same: subject })))
  }
  return { people, counts: counted, kept: keptSumsOf(erasing), named }
}

async function excludedOf(desk: OpenDesk, entries: readonly SubjectEntry[]): Promise<Confirmed['excluded']> {
  const excluded: Confirmed['excluded'] = []
  for (const { held, entities } of entries) {
    const applications: Confirmed['excluded'][number]['applications'] = []
    for (const entity of entities) {
      const one = entity.startsWith('application:') ? applicationOf((await openEntity(desk, entity)).view) : null
      if (one !== null) applications.push(one)
    }
    if (held !== null) excluded.push({ ground: held, applications })
  }
  return excluded
}

const COUNTED: Readonly<Partial<Record<View['noun'], DestroyedKind>>> = {
  visit: 'visits',
  letter: 'letters',
  protocol: 'protocols',
  instruction: 'instructions',
  demand: 'demands',
  feedback: 'exchanges',
  contact: 'contacts',
}

function count(counted: DestroyedCounts, view: View): void {
  if (applicationOf(view) !== null) counted.applications += 1
  const kind = COUNTED[view.noun]
  if (kind !== undefined) counted[kind] += 1
  if (view.noun === 'subject') counted.requests += view.state.requests.length
  if (view.noun === 'application') counted.files += view.state.registered?.files.length ?? 0
  if (view.noun === 'letter' || view.noun === 'protocol') counted.files += view.state.scans.length
}
