import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntryFilter } from '#renderer/db/search-filter.ts'
import { SearchIndex } from '#renderer/db/search-index.ts'
import { foldRecords } from '#shared/change/project.ts'
import { NO_RELATED } from '#shared/change/related.ts'
import { findPlainDate, Quarter } from '#shared/time/plain-date.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { openPage, openReady, settleStore, TestMachine, TestMain } from './kit.ts'

const EVERYTHING = { from: 0, to: 99_999_999, codes: [], marked: null }

const PEOPLE = [
  ['Әлімжанов', 'Қуаныш', 'Ерғалиұлы'],
  ['Алимжанов', 'Куаныш', 'Ергалиевич'],
  ['Мұхамбетова', 'Назгүл', 'Серікқызы'],
  ['Иванова-Петрова', 'Сәуле', ''],
] as const

async function makeOffice() {
  const main = new TestMain()
  const machine = new TestMachine()
  const desk = new TestDesk(0)
  for (const [index, [surname, given, patronymic]] of PEOPLE.entries()) {
    desk.imported(
      `a${index}`,
      index < 2 ? 'b1' : 'b2',
      `s${index}`,
      { registered: findPlainDate(2026, 7, index + 1), topic: index % 2 ? 'land' : 'housing' },
      {
        surname,
        given,
        patronymic,
        iin: `9001014000${10 + index}`,
        phone: `+7701597081${index}`,
        organisation: index === 3 ? 'ТОО «Жайық Құрылыс»' : '',
        bin: index === 3 ? '050440001234' : '',
        eotinish: `ЖТ-2026-0047657${index}`,
        category: index === 2 ? 'disability' : null,
      },
    )
  }
  main.append(...desk.actions)
  return { main, machine, desk, ...(await openReady(main, machine)) }
}

describe('search', () => {
  it('finds a name in any spelling, the very spelling first', async () => {
    const { client } = await makeOffice()
    const found = async (text: string) =>
      (await client.query('applications.search', { text, limit: 10 })).map(row => row.surname)
    expect(await found('әлімжанов')).toEqual(['Әлімжанов', 'Алимжанов'])
    expect(await found('АЛИМЖАНОВ')).toEqual(['Алимжанов', 'Әлімжанов'])
    expect(await found('мухамбет')).toEqual(['Мұхамбетова'])
    expect(await found('назгул мух')).toEqual(['Мұхамбетова'])
    expect(await found('куаныш ергали')).toEqual(['Алимжанов', 'Әлімжанов'])
    expect(await found('бетова')).toEqual(['Мұхамбетова'])
    expect(await found('петрова')).toEqual(['Иванова-Петрова'])
    expect(await found('жайык курылыс')).toEqual(['Иванова-Петрова'])
    expect(await found('нет такого')).toEqual([])
    expect(await found('   ')).toEqual([])
  })

  it('finds by IIN, BIN, phone and number typed in full, however they are spaced', async () => {
    const { client } = await makeOffice()
    const found = async (text: string) =>
      (await client.query('applications.search', { text, limit: 10 })).map(row => row.surname)
    expect(await found('900101400012')).toEqual(['Мұхамбетова'])
    expect(await found('900101 400012')).toEqual(['Мұхамбетова'])
    expect(await found('8 (701) 597-08-12')).toEqual(['Мұхамбетова'])
    expect(await found('7015970812')).toEqual(['Мұхамбетова'])
    expect(await found('ЖТ-2026-00476572')).toEqual(['Мұхамбетова'])
    expect(await found('2026-00476572')).toEqual(['Мұхамбетова'])
    expect(await found('050440001234')).toEqual(['Иванова-Петрова'])
    expect(await found('90010140001')).toEqual([])
  })

  it('narrows lists by codes, the category too, by import, by text, and tells how many', async () => {
    const { client } = await makeOffice()
    const page = async (filter: object) => {
      const { rows, total } = await client.query('applications.page', { filter, after: null, limit: 10 })
      expect(total).toBe(rows.length)
      return rows.map(row => row.id.slice(12))
    }
    const quarter = Quarter.parse('2026-Q3')
    expect(await page({ facets: [{ facet: 'byCategory', codes: ['disability', ''] }] })).toHaveLength(4)
    expect(await page({ facets: [{ facet: 'applicant', codes: ['legal'] }] })).toEqual([])
    expect(await page({ quarter, facets: [{ facet: 'byTopic', codes: ['land'] }] })).toEqual(['a3', 'a1'])
    expect(await page({ facets: [{ facet: 'byCategory', codes: ['disability'] }] })).toEqual(['a2'])
    expect(await page({ facets: [{ facet: 'byTopic', codes: ['land'] }], batch: 'b1' })).toEqual(['a1'])
    expect(await page({ batch: 'b2' })).toEqual(['a3', 'a2'])
    expect(await page({ text: 'алимжанов', quarter })).toEqual(['a1', 'a0'])
    expect(await page({ text: '900101400012' })).toEqual(['a2'])
    expect(await page({ text: '900101400012', batch: 'b1' })).toEqual([])
    expect(await page({ marked: true })).toEqual([])
    expect(await page({ quarter: Quarter.parse('2025-Q3') })).toEqual([])
    expect(await page({ undated: true })).toEqual([])
    expect(await page({ from: findPlainDate(2026, 7, 2), to: findPlainDate(2026, 7, 3) })).toEqual(['a2', 'a1'])
  })

  it('pages through a narrowed list without losing or doubling a row', async () => {
    const { client } = await makeOffice()
    const filter = { marked: false }
    const first = await client.query('applications.page', { filter, after: null, limit: 3 })
    const second = await client.query('applications.page', { filter, after: first.next, limit: 3 })
    expect([...first.rows, ...second.rows].map(row => row.id.slice(12))).toEqual(['a3', 'a2', 'a1', 'a0'])
    expect([first.total, second.total, second.next]).toEqual([4, null, null])
  })

  it('starts from the sealed snapshot and what was folded since, opening no other row', async () => {
    const { main, machine, desk } = await makeOffice()
    await settleStore(main, machine)
    main.append(desk.imported('late', 'b3', 'late', {}, { surname: 'Кейінгі' }), desk.undo('b1'))
    const second = await openReady(main, machine)
    expect((await second.client.query('applications.search', { text: 'кейинги', limit: 5 })).length).toBe(1)
    const opened: string[] = []
    const { decrypt } = crypto.subtle
    const page = openPage(main, machine)
    crypto.subtle.decrypt = (algorithm, ...rest) => {
      opened.push(new TextDecoder().decode((algorithm as AesGcmParams).additionalData as Uint8Array))
      return decrypt.call(crypto.subtle, algorithm, ...rest)
    }
    try {
      await page.client.open()
      await page.client.caughtUp(main.head())
      const names = ['кейинги', 'мухамбетова', 'алимжанов']
      const rows = await Promise.all(names.map(text => page.client.query('applications.search', { text, limit: 5 })))
      expect(rows.map(found => found.length)).toEqual([1, 1, 0])
    } finally {
      crypto.subtle.decrypt = decrypt
    }
    expect(opened).toContain('blocks|0')
    expect(opened).not.toContain('applications|application:a3')
  })

  it('is filled anew from the rows where its snapshot does not open', async () => {
    const { main, machine } = await makeOffice()
    await settleStore(main, machine)
    const { databaseName, StoreDatabase } = await import('#renderer/db/store.ts')
    const name = databaseName(main.sentinel?.storeId ?? '')
    const db = new StoreDatabase(name, { indexedDB: machine.indexedDB, IDBKeyRange: machine.IDBKeyRange })
    await db.blocks.put({ number: 0, sealed: new Uint8Array(64) })
    db.close()
    const { client } = await openReady(main, machine)
    expect(client.getProgress().rebuilt).toBeNull()
    expect((await client.query('applications.search', { text: 'мухамбетова', limit: 5 })).length).toBe(1)
  })
})

/** An imported application as its row holds it; undone: taken back. */
function imported(key: string, surname: string, undone = false, day = 1) {
  const facts = { registered: findPlainDate(2026, 7, day), topic: day % 3 === 0 ? 'land' : 'housing' }
  const action = new TestDesk(0).imported(key, 'b', 's', facts, { surname, given: '', patronymic: '' })
  const related = undone ? { ...NO_RELATED, undoneBatches: new Set(['b']) } : NO_RELATED
  return foldRecords({ records: new Map(), related }, [action]).changes[0]!.after
}

/** Lists as screens narrow them. */
const NARROWED: readonly EntryFilter[] = [
  EVERYTHING,
  { ...EVERYTHING, codes: [{ kind: 'byTopic', anyOf: ['land'] }] },
  { ...EVERYTHING, from: 20260705, to: 20260709 },
  { ...EVERYTHING, marked: false },
]

describe('the index', () => {
  it('gives of a list that stands open what a new one gives, after any puts, changes and removals; what it gave stays as it was', () => {
    const step = fc.record({
      key: fc.nat(12),
      undone: fc.boolean(),
      day: fc.integer({ min: 1, max: 12 }),
      asked: fc.subarray([0, 1, 2, 3]),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 50 }), steps => {
        const index = new SearchIndex()
        for (const { key, undone, day, asked } of steps) {
          const given = asked.map(one => index.filter(NARROWED[one]!, ''))
          const copies = structuredClone(given)
          index.put(imported(`k${key}`, 'а', undone, day), [])
          const anew = new SearchIndex()
          for (const { block } of index.changedBlocks()) anew.load(structuredClone(block))
          for (const filter of NARROWED) {
            expect(index.filter(filter, '')).toEqual(anew.filter(filter, ''))
            const [mine, theirs] = [index.filterByName(filter, ''), anew.filterByName(filter, '')]
            const all = ({ length, at }: typeof mine) => Array.from({ length }, (_, n) => at(n))
            expect(all(mine)).toEqual(all(theirs))
          }
          expect(given).toEqual(copies)
        }
      }),
      { seed: 20261123, numRuns: 150 },
    )
  })

  it('holds what was folded while it was loaded, not the older rows that came in behind', async () => {
    const index = new SearchIndex()
    const rows = Promise.withResolvers<void>()
    const loading = index.loading(async () => {
      await rows.promise
      for (const key of ['changed', 'gone', 'kept']) index.take(imported(key, 'ескі'), [])
    })
    index.put(imported('changed', 'жаңа'), [])
    index.put(imported('gone', 'ескі', true), [])
    index.put(imported('new', 'жаңа'), [])
    // What is not known yet is looked up in the database.
    expect(index.mayHold('eotinish:1')).toBe(true)
    rows.resolve()
    await loading
    expect(index.mayHold('eotinish:1')).toBe(false)
    expect(idsOf(index.filter(EVERYTHING, 'ескі'))).toEqual(['application:kept'])
    expect(idsOf(index.filter(EVERYTHING, 'жаңа'))).toEqual(['application:changed', 'application:new'])
    index.put(imported('kept', 'жаңа'), [])
    expect(index.size).toBe(3)
    expect(idsOf(index.filter(EVERYTHING, 'ескі'))).toEqual([])
  })

  it('finds what looking at every name finds, after any puts, changes, removals and a reload', () => {
    const name = fc.array(fc.constantFrom('а', 'ә', 'б', 'қ', 'к', '-', ' '), { minLength: 1, maxLength: 6 })
    const put = fc.record({ key: fc.nat(30), surname: name.map(letters => letters.join('')), undone: fc.boolean() })
    fc.assert(
      fc.property(fc.array(put, { maxLength: 60 }), fc.array(name, { minLength: 1, maxLength: 5 }), (puts, asked) => {
        const index = new SearchIndex()
        const alive = new Map<string, string>()
        for (const { key, surname, undone } of puts) {
          index.put(imported(`k${key}`, surname, undone), [])
          if (undone) alive.delete(`application:k${key}`)
          else alive.set(`application:k${key}`, bare(surname))
        }
        expect(
          index
            .filter(EVERYTHING, '')
            .map(found => found.id)
            .sort(),
        ).toEqual([...alive.keys()].sort())
        const loaded = new SearchIndex()
        for (const { block } of index.changedBlocks()) loaded.load(structuredClone(block))
        expect(loaded.size).toBe(alive.size)
        for (const letters of asked) {
          const text = letters.join('')
          const words = text
            .split(/[- ]+/)
            .map(bare)
            .filter(word => word !== '')
          if (words.length === 0) continue
          const has = (name: string) => words.every(word => ` ${name}`.includes(word.length === 1 ? ` ${word}` : word))
          const wanted = [...alive].filter(([, name]) => has(name)).map(([id]) => id)
          for (const one of [index, loaded]) {
            expect(idsOf(one.filter(EVERYTHING, text))).toEqual(wanted.sort())
            // Asked for no more than there are, it adds none that are a slip away.
            if (wanted.length > 0) expect(idsOf(one.search(text, wanted.length))).toEqual(wanted)
          }
        }
      }),
      { seed: 20261122, numRuns: 300 },
    )
  })
})

function idsOf(found: readonly { id: string }[]): string[] {
  return found.map(({ id }) => id).sort()
}

/** What the fold does to these few letters, said another way; double names stand there once more in one. */
function bare(text: string): string {
  const folded = text.replaceAll('ә', 'а').replaceAll('қ', 'к')
  const doubles = folded
    .split(' ')
    .filter(word => word.includes('-'))
    .map(word => word.replaceAll('-', ''))
  return [folded.replace(/[- ]+/g, ' ').trim(), ...doubles].join(' ').trim()
}
