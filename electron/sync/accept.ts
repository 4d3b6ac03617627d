import type { InstallationId, SubjectId } from '#shared/change/action.ts'
import type { SyncTrouble } from '#shared/sync/state.ts'
import { ReceiveError } from '../journal/receiving.ts'
import type { StoredAction } from '../journal/stored-action.ts'
import type { Exchange } from './exchange.ts'
import { adopt, erasedIn, learnTags, subjectsIn } from './people.ts'
import { type Arrived, type FoundKey, storedIn } from './wire.ts'

/** What records of other desks are taken with, whether a server or a stick brought them. */
export interface Acceptance extends Pick<Exchange, 'held' | 'taken' | 'progress'> {
  readonly desk: Pick<Exchange['desk'], 'keys' | 'keyring' | 'journal' | 'gate'>
  /** The key of a person whom this desk does not know, from where the records come; null: it is not there either. */
  readonly findKey: (subject: SubjectId) => Promise<FoundKey | null>
  readonly setAside: (id: string, why: SyncTrouble) => Promise<void>
}

/** Takes the records of a chain that follow what is held, in order and without a gap; answers how many. */
export async function takeRun(
  acceptance: Acceptance,
  installation: InstallationId,
  arrived: readonly Arrived[],
): Promise<number> {
  const { journal } = acceptance.desk
  if (installation === journal.installation) return 0
  const held = journal.head().cursor[installation] ?? 0
  const run = runAfter(held, arrived)
  return run.length === 0 ? 0 : takeChecked(acceptance, installation, run)
}

/** One record a sequence, from the one after `held` on, as long as none is missing. The desk's own copy goes before others'. */
function runAfter(held: number, arrived: readonly Arrived[]): Arrived[] {
  const bySequence = new Map<number, Arrived>()
  for (const record of arrived) {
    const known = bySequence.get(record.sequence)
    if (known === undefined || record.id.length < known.id.length) bySequence.set(record.sequence, record)
  }
  const run: Arrived[] = []
  for (let next = bySequence.get(held + 1); next !== undefined; next = bySequence.get(next.sequence + 1)) run.push(next)
  return run
}

async function takeChecked(
  acceptance: Acceptance,
  installation: InstallationId,
  run: readonly Arrived[],
): Promise<number> {
  const { desk, held } = acceptance
  const stored = run.map(({ payload }) => storedIn(payload, desk.keys))
  const missing = await missingKeys(acceptance, stored)
  const without = stored.findIndex(record => record?.personal && missing.has(record.personal.subject))
  const ready = without < 0 ? run : run.slice(0, without)
  const first = run[without]
  if (first !== undefined) held.set(installation, { sequence: first.sequence, why: 'no_key' })
  await learnTags(desk, stored.slice(0, ready.length))
  try {
    const taken = await desk.gate.take(
      installation,
      ready.map(({ payload }) => payload),
      stored,
    )
    if (taken.length === 0) return 0
    await acceptance.taken(erasedIn(stored.slice(0, taken.length)))
    acceptance.progress({ taken: taken.length })
    return taken.length
  } catch (error) {
    if (!(error instanceof ReceiveError)) throw error
    const [begin] = ready
    const reached = desk.journal.head().cursor[installation] ?? 0
    // Another exchange has taken some of them meanwhile: what is left is looked at anew.
    if (begin !== undefined && reached >= begin.sequence) return takeRun(acceptance, installation, run)
    return takeBefore(acceptance, installation, ready, error)
  }
}

/** What stands before the record that is not taken is taken; that one is set aside, and its chain waits. */
async function takeBefore(
  acceptance: Acceptance,
  installation: InstallationId,
  run: readonly Arrived[],
  { why, sequence }: ReceiveError,
): Promise<number> {
  const at = run.findIndex(record => record.sequence === sequence)
  const before = at <= 0 ? 0 : await takeChecked(acceptance, installation, run.slice(0, at))
  const guilty = run[Math.max(at, 0)]
  if (guilty !== undefined) await acceptance.setAside(guilty.id, why)
  acceptance.held.set(installation, { sequence, why })
  return before
}

/**
 * Of these records, the people whose key is neither here nor where the records come from, nor were they erased: whoever
 * folded such a record now would hold a person without a name for ever.
 */
async function missingKeys(
  { desk, findKey }: Acceptance,
  records: readonly (StoredAction | null)[],
): Promise<Set<SubjectId>> {
  const missing = new Set<SubjectId>()
  for (const subject of subjectsIn(records)) {
    if (desk.keyring.keyOf(subject) !== null || desk.gate.related().erasedSubjects.has(subject)) continue
    const found = await findKey(subject)
    if (found === null) missing.add(subject)
    else await adopt(desk, [found])
  }
  return missing
}
