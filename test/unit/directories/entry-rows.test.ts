import { describe, expect, test } from 'vitest'
import { EntryFields, entryOf, fieldsOf } from '#renderer/features/directories/entry-form.ts'
import { entriesWithText, entryRows, rowsWith } from '#renderer/features/directories/entry-rows.ts'
import { type Entry, entry } from '#shared/directory/model.ts'
import { plainDate } from '#shared/time/plain-date.ts'

const TODAY = plainDate(2026, 11, 22)
const ended = plainDate(2026, 11, 21)
const under = (parent: string, one: Entry): Entry => ({ ...one, parent })
const ENTRIES: Entry[] = [
  { ...entry('old', 'Ескі', 'Старая'), validTo: ended },
  entry('land', 'Жер', 'Земля', ['Земельный вопрос']),
  under('land', { ...entry('land_old', 'Ескі жер', 'Старая земля'), validTo: ended }),
  under('land', entry('land_lease', 'Жалға алу', 'Аренда')),
  under('old', entry('old_part', 'Бөлігі', 'Часть')),
]

describe('the lines of a directory', () => {
  const rows = entryRows(ENTRIES, TODAY)

  test('stand under their topic, what has ended at the end of its level, and nothing is lost', () => {
    expect(rows.map(row => row.entry.code)).toEqual(['land', 'land_lease', 'land_old', 'old', 'old_part'])
  })

  test('what stands under an ended topic is offered no more than the topic', () => {
    expect(rows.map(row => row.standing)).toEqual(['offered', 'offered', 'ended', 'ended', 'ended'])
  })

  test('are found by any of their texts in any spelling', () => {
    expect(rowsWith(rows, 'ЗЕМЕЛЬНЫЙ').map(row => row.entry.code)).toEqual(['land'])
    expect(rowsWith(rows, 'жалга').map(row => row.entry.code)).toEqual(['land_lease'])
    expect(rowsWith(rows, ' ')).toEqual(rows)
  })

  test('a text that another entry has is told, the own one is not', () => {
    const same = (code: string | null) => entriesWithText(ENTRIES, code, { kk: '', ru: 'земля', synonyms: [] })
    expect(same(null).map(one => one.code)).toEqual(['land'])
    expect(same('land')).toEqual([])
    expect(entriesWithText(ENTRIES, null, { kk: '', ru: ' ', synonyms: [] })).toEqual([])
  })
})

describe('the form of an entry', () => {
  test.each(ENTRIES)('gives back the entry it was filled with: $code', one => {
    expect(entryOf(fieldsOf(one), one.code, [])).toEqual(one)
  })

  test('makes a code that is free, and other spellings of lines, each once', () => {
    const typed = { ...fieldsOf(null), kk: 'Жер', ru: 'Земля', synonyms: ' а \n\nб\nа' }
    expect(entryOf(typed, null, ['zemlya'])).toMatchObject({ code: 'zemlya_2', synonyms: ['а', 'б'] })
  })

  test('a last day before the first, and a missing language, are faults of their fields', () => {
    const faults = (fields: Partial<EntryFields>) =>
      EntryFields.safeParse({ ...fieldsOf(ENTRIES[1]!), ...fields }).error?.issues.map(one => one.path[0]) ?? []
    expect(faults({})).toEqual([])
    expect(faults({ validFrom: '2026-02-01', validTo: '2026-01-31' })).toEqual(['validTo'])
    expect(faults({ kk: ' ' })).toEqual(['kk'])
    expect(faults({ synonyms: 'а'.repeat(201) })).toEqual(['synonyms'])
  })
})
