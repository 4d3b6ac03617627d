// Values between page and main, as text, keeping what the structured clone keeps. The same source runs in Node and,
// with its `export` words taken off, beside the page.

const TYPED = [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
  'DataView',
]
const ERRORS = ['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError']

function toText(bytes) {
  if (typeof bytes.toBase64 === 'function') return bytes.toBase64()
  if (typeof Buffer !== 'undefined')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  let binary = ''
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(binary)
}

function toBytes(text) {
  if (typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(text)
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
}

function cannotClone() {
  return new DOMException('An object could not be cloned.', 'DataCloneError')
}

function packNumber(value) {
  return Number.isFinite(value) && !Object.is(value, -0) ? value : ['f', Object.is(value, -0) ? '-0' : String(value)]
}

function packPrimitive(value) {
  if (value === undefined) return ['u']
  if (typeof value === 'number') return packNumber(value)
  if (typeof value === 'bigint') return ['n', String(value)]
  if (typeof value === 'function' || typeof value === 'symbol') throw cannotClone()
  return value
}

function packObject(value, pack) {
  const kind = Object.prototype.toString.call(value).slice(8, -1)
  if (Array.isArray(value)) return ['A', ...Array.from(value, pack)]
  if (kind === 'Date') return ['D', packNumber(value.getTime())]
  if (kind === 'RegExp') return ['X', value.source, value.flags]
  if (kind === 'Map') return ['M', ...Array.from(value).flatMap(([key, each]) => [pack(key), pack(each)])]
  if (kind === 'Set') return ['S', ...Array.from(value, pack)]
  if (kind === 'ArrayBuffer') return ['B', toText(new Uint8Array(value))]
  if (ArrayBuffer.isView(value)) {
    const name = TYPED.find(each => value instanceof globalThis[each])
    return ['T', name, toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))]
  }
  if (value instanceof Error || kind === 'Error')
    return ['E', ERRORS.includes(value.name) ? value.name : 'Error', String(value.message)]
  if (kind !== 'Object') throw cannotClone()
  return ['O', ...Object.keys(value).flatMap(key => [key, pack(value[key])])]
}

/** Text of a value; throws DataCloneError for what the structured clone refuses. */
export function encode(root) {
  const seen = new Map()
  const pack = value => {
    if (value === null || typeof value !== 'object') return packPrimitive(value)
    const known = seen.get(value)
    if (known !== undefined) return ['R', known]
    seen.set(value, seen.size)
    return packObject(value, pack)
  }
  return JSON.stringify(pack(root))
}

function unpackInto(made, rest, unpack) {
  if (made instanceof Map) for (let at = 0; at < rest.length; at += 2) made.set(unpack(rest[at]), unpack(rest[at + 1]))
  else if (made instanceof Set) for (const each of rest) made.add(unpack(each))
  else if (Array.isArray(made)) for (const each of rest) made.push(unpack(each))
  else
    for (let at = 0; at < rest.length; at += 2)
      Object.defineProperty(made, rest[at], {
        value: unpack(rest[at + 1]),
        writable: true,
        enumerable: true,
        configurable: true,
      })
}

function makeView([name, text]) {
  const { buffer } = toBytes(text)
  return new globalThis[TYPED.includes(name) ? name : 'Uint8Array'](buffer)
}

const MAKE = {
  A: () => [],
  O: () => ({}),
  M: () => new Map(),
  S: () => new Set(),
  D: ([time]) => new Date(typeof time === 'number' ? time : Number.NaN),
  X: ([source, flags]) => new RegExp(source, flags),
  B: ([text]) => toBytes(text).buffer,
  T: makeView,
  E: ([name, message]) => new (ERRORS.includes(name) ? globalThis[name] : Error)(message),
}

/** The value of a text made by `encode`. */
export function decode(text) {
  const seen = []
  const unpack = packed => {
    if (!Array.isArray(packed)) return packed
    const [tag, ...rest] = packed
    if (tag === 'u') return undefined
    if (tag === 'f') return Number(rest[0])
    if (tag === 'n') return BigInt(rest[0])
    if (tag === 'R') return seen[rest[0]]
    const made = MAKE[tag](rest)
    seen.push(made)
    if ('AOMS'.includes(tag)) unpackInto(made, rest, unpack)
    return made
  }
  return unpack(JSON.parse(text))
}
