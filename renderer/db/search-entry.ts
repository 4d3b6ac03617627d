import { claimsOf } from '#shared/change/claims.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import { countableOf, dayOf, marksOf, peopleOf } from '#shared/change/project-view.ts'
import { facetOf } from '#shared/report/counts.ts'
import { findState } from './rows.ts'
import { CODES, type Entry, type IndexedCode } from './search-block.ts'

/** What the index keeps of an application with its tags as stored; null where it is not live. */
export function entryOf(record: EntityRecord, tags: readonly string[]): Entry | null {
  const state = findState('application', record)
  const day = dayOf(record.view)
  const countable = countableOf(record.view)
  if (state === null || day === null || countable === null) return null
  const { surname = '', given = '', patronymic = '', organisation = '' } = state.personal ?? {}
  const others = peopleOf(record.view).map(one => [one.surname, one.given, one.patronymic, one.organisation].join(' '))
  const ownCodes: Partial<Record<IndexedCode, string>> = {
    batch: state.batch ?? '',
    status: state.status,
    marks: marksOf(record.view).join(' '),
  }
  return {
    id: record.id,
    day,
    marked: countable.marked,
    // Claims stand first among the tags.
    claims: tags.slice(0, claimsOf(record).length).map(hashOf),
    codes: CODES.map(code =>
      code === 'batch' || code === 'status' || code === 'marks' ? (ownCodes[code] ?? '') : facetOf(countable, code),
    ),
    texts: [surname, given, patronymic, [organisation, ...others].join(' ').trim()],
  }
}

/** 30 bits of a tag. */
export function hashOf(tag: string): number {
  let hash = 0
  for (const letter of tag.slice(0, 8)) hash = (hash * 61 + letter.charCodeAt(0)) % 0x3fff_ffff
  return hash
}
