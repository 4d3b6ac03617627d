import { describe, expect, test } from 'vitest'
import { SearchIndex } from '#renderer/db/search-index.ts'
import type { PersonName } from '#shared/applicant/person-name.ts'
import { foldRecords } from '#shared/change/project.ts'
import { NO_RELATED } from '#shared/change/related.ts'
import { expectedJournal, QUARTERS } from '#test/fixtures/import/expected.ts'
import { SPELLINGS, seededRandom } from '#test/fixtures/spellings.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'

const SEED = 20261122
const SHOWN = 5
const ASKED = 200
const LEAST = 0.95

const people: readonly PersonName[] = QUARTERS.flatMap(quarter =>
  expectedJournal(quarter).records.map(({ surname, given, patronymic }) => ({ surname, given, patronymic })),
)

/** The index of everyone in both journals; the id tells the place in `people`. */
function indexAll(): SearchIndex {
  const index = new SearchIndex()
  const desk = new TestDesk(0)
  const actions = people.map((name, place) => desk.imported(`p${place}`, 'b', 's', {}, name))
  for (const { after } of foldRecords({ records: new Map(), related: NO_RELATED }, actions).changes)
    index.put(after, [])
  return index
}

/** Names spelled at random, kind after kind; the same for the same seed. */
function* askedNames(seed: number, kinds: readonly string[]) {
  const random = seededRandom(seed)
  for (let asked = 0; asked < ASKED; ) {
    const name = people[Math.floor(random() * people.length)]
    const kind = kinds[asked % kinds.length] ?? ''
    const at = random()
    const typed = name && SPELLINGS[kind]?.(name, at)
    if (!name || !typed) continue
    asked += 1
    yield { kind, name, typed, at }
  }
}

/** Whether a found person is the one meant: of the same name, or of one that this spelling makes the same. */
function isMeant(id: string, asked: { kind: string; typed: string; at: number }): boolean {
  const other = people[Number(id.slice('application:p'.length))]
  return other !== undefined && SPELLINGS[asked.kind]?.(other, asked.at) === asked.typed
}

describe('the search by name', () => {
  test(`finds the person among the first ${SHOWN} however the name is spelled`, () => {
    const index = indexAll()
    const misses: Record<string, string>[] = []
    for (const asked of askedNames(SEED, Object.keys(SPELLINGS))) {
      const found = index.search(asked.typed, SHOWN)
      if (found.some(({ id }) => isMeant(id, asked))) continue
      const name = [asked.name.surname, asked.name.given, asked.name.patronymic].join(' ')
      const first = people[Number(found[0]?.id.slice('application:p'.length))]
      misses.push({ kind: asked.kind, name, typed: asked.typed, found: first ? Object.values(first).join(' ') : '' })
    }
    console.info(`search quality, seed ${SEED}: ${ASKED - misses.length} of ${ASKED}`)
    if (misses.length > 0) console.table(misses)
    expect((ASKED - misses.length) / ASKED).toBeGreaterThanOrEqual(LEAST)
  })
})
