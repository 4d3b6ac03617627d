import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findCode, findEntry } from '#shared/directory/find.ts'
import { DIRECTORY_IDS, type DirectoryId, entry, validOn } from '#shared/directory/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { foldWords } from '#shared/text/fold.ts'
import { plainDate } from '#shared/time/plain-date.ts'

const Texts = z.array(
  z.object({
    code: z.string().optional(),
    kk: z.string().default(''),
    ru: z.string().default(''),
    text: z.string().default(''),
  }),
)
const dictionaries = z
  .record(z.string(), Texts)
  .parse(JSON.parse(readFileSync(new URL('../../fixtures/import/dictionaries.json', import.meta.url), 'utf8')))

/** The directories whose texts stand in the journals. The others hold what the program itself brings. */
const IN_FILE = {
  topic: 'topics',
  channel: 'channels',
  district: 'districts',
  category: 'categories',
  outcome: 'outcomes',
  result: 'results',
  language: 'languages',
} as const satisfies Partial<Record<DirectoryId, string>>

test.each(Object.entries(IN_FILE) as [keyof typeof IN_FILE, string][])(
  'directory %s knows every text met in the journals, in both languages, by its code',
  (id, name) => {
    const entries = SEED_DIRECTORIES[id]
    const texts = dictionaries[name] ?? []
    for (const one of texts) {
      for (const text of [one.kk, one.ru, one.text].filter(text => text !== '')) {
        const code = findCode(entries, text)
        expect(code, text).not.toBeNull()
        if (one.code) expect(code, text).toBe(one.code)
        expect(findCode(entries, ` ${text.toUpperCase()} `), text).toBe(code)
      }
    }
    expect(texts.length).toBeGreaterThan(0)
  },
)

describe.each(DIRECTORY_IDS)('directory %s', id => {
  const entries = SEED_DIRECTORIES[id]

  test('no text stands for two codes, no code twice', () => {
    const owners = new Map<string, string>()
    for (const one of entries) {
      for (const text of [one.kk, one.ru, ...one.synonyms]) {
        expect(owners.get(foldWords(text)) ?? one.code, text).toBe(one.code)
        owners.set(foldWords(text), one.code)
      }
    }
    expect(new Set(entries.map(one => one.code)).size).toBe(entries.length)
  })
})

test('both languages with a slash, and an unknown text', () => {
  const { district } = SEED_DIRECTORIES
  expect(findCode(district, 'Бөрлі ауданы / Бурлинский район')).toBe('borili')
  expect(findCode(district, 'Бөрлі ауданы / Сырымский район')).toBeNull()
  expect(findCode(district, 'Бурлинский р-н')).toBe('borili')
  expect(findCode(district, 'Алматы')).toBeNull()
  expect(findCode(district, '')).toBeNull()
  expect(findEntry(district, 'borili')?.kk).toBe('Бөрлі ауданы')
})

test('there are thirteen districts and the rest of the world, nine categories', () => {
  expect(SEED_DIRECTORIES.district.length).toBe(14)
  expect(SEED_DIRECTORIES.category.length).toBe(9)
})

test('an entry is offered from its first to its last day', () => {
  const old = { ...entry('old', 'Ескі', 'Старый'), validFrom: plainDate(2018, 1, 1), validTo: plainDate(2018, 12, 31) }
  expect(validOn([old], plainDate(2018, 1, 1))).toEqual([old])
  expect(validOn([old], plainDate(2018, 12, 31))).toEqual([old])
  expect(validOn([old], plainDate(2019, 1, 1))).toEqual([])
  expect(findCode([old], 'старый')).toBe('old')
})
