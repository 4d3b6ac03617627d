import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeEntry, type RingEntry } from '#electron/security/ring-file.ts'
import { RingTable } from '#electron/security/ring-table.ts'
import { SubjectId } from '#shared/change/action.ts'

const SUBJECTS = Array.from({ length: 12 }, (_, n) =>
  SubjectId.parse(`subject${String.fromCharCode(97 + n).repeat(13)}`),
)
const TAGS = ['tag-one', 'tag-two', 'tag-three']

const subject = fc.constantFrom(...SUBJECTS)
const step = fc.oneof(
  fc.record({
    what: fc.constantFrom('add' as const, 'bytes' as const),
    subject,
    tag: fc.option(fc.constantFrom(...TAGS)),
    key: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  }),
  fc.record({ what: fc.constant('drop' as const), subject }),
)

/** The same as a plain list of entries. */
class Model {
  entries: RingEntry[] = []

  add(entry: RingEntry): void {
    const known = this.entries.find(one => one.subject === entry.subject)
    if (known === undefined) this.entries.push(entry)
    else this.entries = this.entries.map(one => (one === known ? { ...one, tag: one.tag ?? entry.tag } : one))
  }

  sharing(tag: string | null): SubjectId[] {
    return this.entries.filter(one => tag !== null && one.tag === tag).map(one => one.subject)
  }
}

test('holds what a list of entries holds, whatever came, was dropped and came again', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const table = new RingTable()
      const model = new Model()
      for (const one of steps) {
        if (one.what === 'drop') {
          table.drop(one.subject)
          model.entries = model.entries.filter(entry => entry.subject !== one.subject)
          continue
        }
        const entry: RingEntry = { subject: one.subject, key: Buffer.from(one.key), tag: one.tag }
        model.add(entry)
        if (one.what === 'add') table.add(entry)
        else {
          const bytes = Buffer.concat([Buffer.from('before'), encodeEntry(entry), Buffer.from('behind')])
          table.addBytes(bytes, 6, bytes.length - 6)
        }
      }
      expect(table.size).toBe(model.entries.length)
      const told = [...table.entries()]
      expect(told).toHaveLength(model.entries.length)
      expect(told).toEqual(expect.arrayContaining(model.entries))
      for (const id of SUBJECTS) {
        const entry = model.entries.find(one => one.subject === id)
        expect(table.has(id)).toBe(entry !== undefined)
        expect(table.entryOf(id)).toEqual(entry ?? null)
        expect(table.keyOf(id)).toEqual(entry?.key ?? null)
        expect(table.tagOf(id)).toBe(entry?.tag ?? null)
        const sharing = model.sharing(entry?.tag ?? null)
        expect(table.sharing(id).toSorted()).toEqual(sharing.length === 0 ? [id] : sharing.toSorted())
      }
      for (const tag of TAGS) expect(table.findByTag(tag)).toBe(model.sharing(tag).toSorted()[0] ?? null)
    }),
    { numRuns: 500 },
  )
})

test('a key that is dropped is overwritten where it lay', () => {
  const [one, other] = SUBJECTS as [SubjectId, SubjectId]
  const table = new RingTable()
  table.add({ subject: one, key: Buffer.alloc(32, 1), tag: 'tag-one' })
  table.add({ subject: other, key: Buffer.alloc(32, 2), tag: null })
  const [kept, gone] = [table.keyOf(other), table.keyOf(one)]
  table.drop(one)
  expect(gone).toEqual(Buffer.alloc(32))
  expect(kept).toEqual(Buffer.alloc(32, 2))
  expect([...table.entries(new Set([other]))]).toEqual([])
})

test('a key that was handed out stays what it was while thousands come', () => {
  const table = new RingTable()
  const idOf = (n: number) => SubjectId.parse(String(n).padStart(20, '0'))
  const keyOf = (n: number) => Buffer.alloc(32, n % 251)
  table.add({ subject: idOf(0), key: keyOf(0), tag: null })
  const first = table.keyOf(idOf(0))
  for (let n = 1; n < 10_000; n++) table.add({ subject: idOf(n), key: keyOf(n), tag: null })
  expect(first).toEqual(keyOf(0))
  for (const n of [1, 4095, 4096, 8191, 8192, 9999]) expect(table.keyOf(idOf(n))).toEqual(keyOf(n))
})
