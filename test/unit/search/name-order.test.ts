import { expect, test } from 'vitest'
import type { EntryFilter } from '#renderer/db/search-filter.ts'
import { SearchIndex } from '#renderer/db/search-index.ts'
import type { PersonName } from '#shared/applicant/person-name.ts'
import { type EntityRecord, foldRecords } from '#shared/change/project.ts'
import { NO_RELATED } from '#shared/change/related.ts'
import { seededRandom } from '#test/fixtures/spellings.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'

const ALL: EntryFilter = { from: 0, to: 99_999_999, codes: [], marked: null }
const SURNAMES = ['Әлиев', 'Алиев', 'әлиев', 'Ұзақов', 'Узаков', 'Ермеков', '', 'Яковлев', 'Іңкәров']
const GIVEN = ['Асхат', 'Әсел', 'Болат', '']
const MOVES = 300

const desk = new TestDesk(0)

/** An application of a number as it stands with this name; taken back where `isGone`. */
function recordOf(number: number, name: PersonName, isGone: boolean): EntityRecord {
  const related = isGone ? { ...NO_RELATED, undoneBatches: new Set(['b']) } : NO_RELATED
  const [change] = foldRecords({ records: new Map(), related }, [
    desk.imported(`p${number}`, 'b', 's', {}, name),
  ]).changes
  if (change === undefined) throw new Error('nothing was folded')
  return change.after
}

function namesOf(index: SearchIndex): string[] {
  const found = index.filterByName(ALL, '')
  return Array.from({ length: found.length }, (_, place) => {
    const one = found.at(place)
    return `${one?.id} ${one?.name.join(' ')}`
  })
}

test('people who come, are renamed and leave stand in the order of names as in an index that is made anew', () => {
  const random = seededRandom(20261123)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const index = new SearchIndex()
  const standing = new Map<number, EntityRecord>()
  for (let move = 0; move < MOVES; move += 1) {
    const number = Math.floor(random() * 60)
    const isGone = random() < 0.2
    const record = recordOf(number, { surname: pick(SURNAMES), given: pick(GIVEN), patronymic: '' }, isGone)
    index.put(record, [])
    if (isGone) standing.delete(number)
    else standing.set(number, record)
    const anew = new SearchIndex()
    for (const one of standing.values()) anew.put(one, [])
    expect(namesOf(index)).toEqual(namesOf(anew))
  }
  expect(standing.size).toBeGreaterThan(20)
})

test('a search that looks at the places of its rarest word finds what looking at everybody finds', () => {
  const random = seededRandom(20261124)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const index = new SearchIndex()
  const typed = ['Әлиев', 'али', 'Асхат', 'Ермеков Ас', 'узак бол', 'в', 'ә', 'Яковлев Болат', 'ков Әс', 'алиев алиев']
  let found = 0
  for (let move = 0; move < MOVES; move += 1) {
    const name = { surname: pick(SURNAMES), given: pick(GIVEN), patronymic: pick(SURNAMES) }
    index.put(recordOf(Math.floor(random() * 60), name, random() < 0.2), [])
    const text = pick(typed)
    const everybody = index.filter(ALL, text).map(({ id }) => id)
    // Just so many: where fewer are found, those one slip away come too.
    const ids = everybody.length === 0 ? [] : index.search(text, everybody.length).map(({ id }) => id)
    expect(new Set(ids)).toEqual(new Set(everybody))
    expect(ids).toHaveLength(everybody.length)
    found += ids.length
  }
  expect(found).toBeGreaterThan(MOVES)
})
