import { type Directories, withSet } from '#shared/directory/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { type Official, OfficialCategory } from '#shared/official/model.ts'
import type { QueryContext } from './query-context.ts'
import { findState, openRecords } from './rows.ts'
import { openStates } from './states.ts'
import type { StoredEntity } from './store.ts'

/** The directories of the office: the seeds, and over them what was set, the first set first. */
export async function openDirectories({ sealer }: QueryContext, rows: readonly StoredEntity[]): Promise<Directories> {
  const oldestFirst = rows.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
  const entries = await openStates(sealer, 'entry', oldestFirst)
  const set = entries.flatMap(({ directory, entry }) => (directory && entry ? [{ directory, entry }] : []))
  return withSet(SEED_DIRECTORIES, set)
}

/** Officials who stand, in the order of clause 2, then as they were first entered: a change moves nobody. */
export async function openOfficials({ sealer }: QueryContext, rows: readonly StoredEntity[]): Promise<Official[]> {
  const standing = (await openRecords(sealer, rows)).flatMap(record => {
    const state = findState('official', record)
    const since = record.actions[0]?.stamp ?? ''
    return state?.status === 'active' && state.official ? [{ official: state.official, since }] : []
  })
  const placeOf = ({ category }: Official) => OfficialCategory.options.indexOf(category)
  return standing
    .sort((a, b) => placeOf(a.official) - placeOf(b.official) || (a.since < b.since ? -1 : 1))
    .map(({ official }) => official)
}
