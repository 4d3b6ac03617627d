import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromPageAddress, originOf, toPageAddress } from '../../../tools/chromium-host/addresses.ts'
import { decode, encode } from '../../../tools/chromium-host/codec.js'

test('whatever the structured clone keeps crosses unchanged', () => {
  const value = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: false,
  })
  fc.assert(
    fc.property(value, each => {
      let cloned: unknown
      try {
        cloned = structuredClone(each)
      } catch {
        return
      }
      expect(decode(encode(cloned))).toStrictEqual(cloned)
    }),
    { numRuns: 500 },
  )
})

test('a key named __proto__ stays a key', () => {
  const back = decode(encode(JSON.parse('{"__proto__":{"admin":true}}'))) as object
  expect(Object.getPrototypeOf(back)).toBe(Object.prototype)
  expect(Object.keys(back)).toEqual(['__proto__'])
})

test('shared and circular objects keep their shape', () => {
  const shared = { name: 'a' }
  const ring: { items: unknown[]; ring?: unknown } = { items: [shared, shared] }
  ring.ring = ring
  const back = decode(encode(ring)) as { items: unknown[]; ring: unknown }
  expect(back.ring).toBe(back)
  expect(back.items[0]).toBe(back.items[1])
})

test.each([[() => 1], [Symbol('s')], [{ deep: [() => 1] }], [new WeakMap()], [Promise.resolve()]])(
  '%s is refused',
  value => {
    expect(() => encode(value)).toThrow('could not be cloned')
  },
)

test('addresses of a handled scheme stand on a secure origin and come back', () => {
  expect(toPageAddress('app://desk/a/b.html?x=1#y', ['app'])).toBe('https://desk.app.localhost/a/b.html?x=1#y')
  expect(fromPageAddress('https://desk.app.localhost/a/b.html?x=1#y')).toBe('app://desk/a/b.html?x=1#y')
  expect(toPageAddress('app://desk/', [])).toBe('app://desk/')
  expect(toPageAddress('about:blank', ['app'])).toBe('about:blank')
})

test.each([
  'http://desk.app.localhost/',
  'https://desk.app.localhost:444/',
  'https://desk.app.localhost.example.com/',
  'https://app.localhost/',
  'https://example.com/desk.app.localhost',
])('%s is no address of ours', address => {
  expect(fromPageAddress(address)).toBe(address)
  expect(originOf(address)).not.toBe('app://desk')
})
