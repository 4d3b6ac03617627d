import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../e2e/launch/launch.ts'
import { type PreparedDesk, sitAt } from '../e2e/prepared/prepared-desk.ts'
import type { Measured } from './row.ts'
import { outcomeOf, tableOf } from './table.ts'

const ROWS = process.env.QABYLDAU_FULL === '1' ? 10_000 : 1_000
const SAMPLES = process.env.QABYLDAU_FULL === '1' ? 100 : 20
const LIST = 50
const BATCH = 20

let prepared: PreparedDesk
const lines: Measured[] = []

/** The product's own sealing, for the page: types taken off, nothing else. */
function sealerText(): string {
  const source = readFileSync(path.join(root, 'renderer/db/seal.ts'), 'utf8')
  return `(() => { ${stripTypeScriptTypes(source).replaceAll('export ', '')}; window.makeSealer = makeSealer })()`
}

beforeAll(async () => {
  prepared = await sitAt('begun', 'ru')
  const { page } = prepared.at
  await page.addInitScript({ path: path.join(root, 'node_modules/dexie/dist/dexie.js') })
  await page.addInitScript(sealerText())
  await page.reload()
  await page.waitForFunction(() => 'makeSealer' in window)
  await page.evaluate(fillBoth, ROWS)
}, 300_000)

afterAll(async () => {
  await prepared.leave()
  console.log(
    `\n${ROWS} rows, medians of ${SAMPLES}: the store sealed beside the same store in clear\n${tableOf(lines)}\n`,
  )
})

test.each([
  ['put', `put ${BATCH} rows in one transaction`, 8],
  ['get', 'get a row and open it', 8],
  ['list', `open a list of ${LIST} rows`, 8],
  ['find', 'find by an exact value (HMAC beside the value)', 8],
] as const)(
  'the cost of sealing: %s',
  async (verb, what, limit) => {
    const product: number[] = []
    const baseline: number[] = []
    for (let n = 0; n < SAMPLES; n++) {
      // In turn, so that what else the machine does falls on both.
      product.push(await prepared.at.page.evaluate(timed, { verb, n, sealed: true, rows: ROWS }))
      baseline.push(await prepared.at.page.evaluate(timed, { verb, n, sealed: false, rows: ROWS }))
    }
    const goal = { as: 'ratio', most: null } as const
    const line = { name: 'sealed', what, beside: 'in clear', unit: 'ms', part: 0.5, goal, product, baseline } as const
    lines.push(line)
    expect(outcomeOf(line)).toBeLessThan(limit)
  },
  120_000,
)

interface Kept {
  sealer: {
    seal(table: string, id: number, value: unknown): Promise<Uint8Array>
    open(table: string, id: number, sealed: Uint8Array): Promise<unknown>
    tag(text: string): Promise<string>
  }
  base: {
    table(name: string): {
      bulkPut(rows: unknown[]): Promise<unknown>
      get(id: number): Promise<{ id: number; sealed?: Uint8Array }>
      where(index: string): {
        equals(value: string): { first(): Promise<{ id: number; sealed?: Uint8Array }> }
        above(value: number): { limit(count: number): { toArray(): Promise<{ id: number; sealed?: Uint8Array }[]> } }
      }
    }
  }
  rowOf(id: number): Record<string, unknown>
}

/** Runs in the page: two tables of the same rows, one sealed as the product's store is. */
async function fillBoth(rows: number): Promise<void> {
  const page = window as unknown as Kept & {
    makeSealer(keys: { store: Uint8Array; index: Uint8Array }, crypto: Crypto): Promise<Kept['sealer']>
    Dexie: new (name: string) => Kept['base'] & { version(number: number): { stores(stores: object): void } }
  }
  const random = () => crypto.getRandomValues(new Uint8Array(32))
  page.sealer = await page.makeSealer({ store: random(), index: random() }, crypto)
  page.rowOf = id => ({
    surname: `Тексеров${id}`,
    given: 'Адам',
    iin: String(100_000_000_000 + id),
    phone: `+7701${1_000_000 + id}`,
    address: 'Орал қаласы, Достық даңғылы, 201-үй, 45-пәтер',
    essence: `Жол жөндеу туралы өтініш. ${'Көшедегі жол үш жылдан бері жөнделмеген. '.repeat(8)}№${id}`,
  })
  const base = new page.Dexie('bench-encryption')
  base.version(1).stores({ sealed: 'id, tag, at', clear: 'id, iin, at' })
  page.base = base
  for (let from = 0; from < rows; from += 500) {
    const ids = Array.from({ length: Math.min(500, rows - from) }, (_, at) => from + at)
    await base.table('clear').bulkPut(ids.map(id => ({ id, at: id, ...page.rowOf(id) })))
    await base.table('sealed').bulkPut(
      await Promise.all(
        ids.map(async id => ({
          ...{ id, at: id, tag: await page.sealer.tag(String(page.rowOf(id).iin)) },
          sealed: await page.sealer.seal('sealed', id, page.rowOf(id)),
        })),
      ),
    )
  }
}

/** Runs in the page: one measure of one way, milliseconds. */
async function timed(asked: { verb: string; n: number; sealed: boolean; rows: number }): Promise<number> {
  const { verb, n, sealed, rows } = asked
  const { sealer, base, rowOf } = window as unknown as Kept
  const table = base.table(sealed ? 'sealed' : 'clear')
  const opened = (row: { id: number; sealed?: Uint8Array }) =>
    row.sealed ? sealer.open('sealed', row.id, row.sealed) : Promise.resolve(row)
  const id = (n * 37) % rows
  const began = performance.now()
  if (verb === 'put') {
    const ids = Array.from({ length: 20 }, (_, at) => rows + n * 20 + at)
    const tagged = async (one: number) => ({
      ...{ id: one, at: one, tag: await sealer.tag(String(rowOf(one).iin)) },
      sealed: await sealer.seal('sealed', one, rowOf(one)),
    })
    const put = sealed ? await Promise.all(ids.map(tagged)) : ids.map(one => ({ id: one, at: one, ...rowOf(one) }))
    await table.bulkPut(put)
  } else if (verb === 'get') {
    await opened(await table.get(id))
  } else if (verb === 'list') {
    const found = await table
      .where('at')
      .above(Math.max(0, id - 60))
      .limit(50)
      .toArray()
    await Promise.all(found.map(opened))
  } else {
    const { iin } = rowOf(id) as { iin: string }
    const value = sealed ? await sealer.tag(iin) : iin
    await opened(
      await table
        .where(sealed ? 'tag' : 'iin')
        .equals(value)
        .first(),
    )
  }
  return performance.now() - began
}
