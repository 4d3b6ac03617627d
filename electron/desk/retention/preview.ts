import { numberText } from '#shared/application/number.ts'
import type { EntityId } from '#shared/change/action.ts'
import type { View } from '#shared/change/project-view.ts'
import { MOST_DESTROYED, type NamedApplication } from '#shared/destruction/model.ts'
import { MOST_KEPT_SHOWN, type RetainedPerson, type RetentionPreview } from '#shared/ipc/retention.ts'
import { maskedPerson } from '#shared/retention/masked.ts'
import { RETAINED_KINDS, type RetentionTerms } from '#shared/retention/model.ts'
import { type Judged, judgeSubject, KEPT_WHYS } from '#shared/retention/rules.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { OpenDesk } from '../open-desk.ts'
import { openEntity, type SubjectEntry } from './ledger.ts'

/** A person with what the terms say of them. */
export interface JudgedEntry {
  readonly entry: SubjectEntry
  readonly judged: Judged
}

/** Everybody judged by the office's terms, those first who have been past them longest. */
export function judgedAll(
  entries: readonly SubjectEntry[],
  terms: RetentionTerms | null,
  today: PlainDate,
): JudgedEntry[] {
  if (terms === null) return []
  const lastOf = ({ records }: SubjectEntry) =>
    records
      .map(({ last }) => last ?? '')
      .toSorted()
      .at(-1) ?? ''
  return entries
    .map(entry => ({ entry, judged: judgeSubject(entry, terms, today) }))
    .toSorted((a, b) => (lastOf(a.entry) < lastOf(b.entry) ? -1 : 1))
}

/** The list a person looks through before anything is destroyed. */
export async function previewOf(
  desk: OpenDesk,
  all: readonly JudgedEntry[],
  {
    basedOn,
    terms,
    today,
  }: { readonly terms: RetentionTerms | null; readonly today: PlainDate } & Pick<RetentionPreview, 'basedOn'>,
): Promise<RetentionPreview> {
  const due = all.filter(({ judged }) => judged.state === 'due')
  const shown = (entry: SubjectEntry) => personOf(desk, entry)
  return {
    basedOn: terms === null ? null : basedOn,
    people: all.length,
    due: await inOrder(due.slice(0, MOST_DESTROYED), ({ entry }) => shown(entry)),
    dueInAll: due.length,
    held: await inOrder(all.filter(isHeld), async ({ entry }) => ({
      ...(await shown(entry)),
      subject: entry.heldAs ?? entry.subject,
      ground: entry.held ?? 'asked',
      since: entry.heldSince ?? today,
      isDue: isPastTerm(entry, terms, today),
    })),
    kept: await keptOf(all, shown),
  }
}

/** Whether a person would be due, if nobody kept them. */
export function isPastTerm(entry: SubjectEntry, terms: RetentionTerms | null, today: PlainDate): boolean {
  return terms !== null && judgeSubject({ ...entry, held: null }, terms, today).state === 'due'
}

/** The applications of a person as a list and an act name them. */
export function applicationOf(view: View): NamedApplication | null {
  if (view.noun !== 'application' || view.state.status === 'absent' || view.state.status === 'undone') return null
  const { registered, facts } = view.state
  return { number: registered === null ? null : numberText(registered.number), on: facts?.registered ?? null }
}

function isHeld({ judged }: JudgedEntry): boolean {
  return judged.state === 'kept' && judged.why === 'held'
}

async function keptOf(
  all: readonly JudgedEntry[],
  shown: (entry: SubjectEntry) => Promise<RetainedPerson>,
): Promise<RetentionPreview['kept']> {
  const kept: RetentionPreview['kept'] = []
  for (const why of KEPT_WHYS) {
    if (why === 'held') continue
    const own = all.filter(({ judged }) => judged.state === 'kept' && judged.why === why)
    const some = await inOrder(own.slice(0, MOST_KEPT_SHOWN), async ({ entry, judged }) => ({
      ...(await shown(entry)),
      until: judged.state === 'kept' ? judged.until : null,
    }))
    if (own.length > 0) kept.push({ why, count: own.length, some })
  }
  return kept
}

async function personOf(desk: OpenDesk, entry: SubjectEntry): Promise<RetainedPerson> {
  const applications: (NamedApplication & { entity: EntityId })[] = []
  let masked = ''
  for (const entity of entry.entities) {
    const [isApplication, isContact] = [entity.startsWith('application:'), entity.startsWith('contact:')]
    if (!isApplication && (!isContact || masked !== '')) continue
    const { view } = await openEntity(desk, entity)
    masked ||= maskedOf(view)
    const named = applicationOf(view)
    if (named !== null) applications.push({ ...named, entity })
  }
  const inDays = applications.toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))
  return {
    subject: entry.subject,
    entity: inDays.at(-1)?.entity ?? null,
    masked,
    applications: inDays.map(({ number, on }) => ({ number, on })),
    counts: countsOf(entry),
    last:
      entry.records
        .flatMap(({ last }) => last ?? [])
        .toSorted()
        .at(-1) ?? null,
    pending: entry.pending,
  }
}

function maskedOf(view: View): string {
  if (view.noun === 'application' && view.state.personal !== null) return maskedPerson(view.state.personal)
  if (view.noun !== 'contact' || view.state.personal === null) return ''
  const { surname = '', given = '' }: { surname?: string; given?: string } = view.state.personal
  return maskedPerson({ surname, given, organisation: '', iin: '' })
}

function countsOf({ records }: SubjectEntry): RetainedPerson['counts'] {
  const counts: RetainedPerson['counts'] = {}
  for (const kind of RETAINED_KINDS) {
    const count = records.filter(record => record.kind === kind).length
    if (count > 0) counts[kind] = count
  }
  return counts
}

async function inOrder<T, U>(all: readonly T[], of: (one: T) => Promise<U>): Promise<U[]> {
  const made: U[] = []
  for (const one of all) made.push(await of(one))
  return made
}
