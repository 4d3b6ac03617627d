import { ExpectedError } from '#shared/result/result.ts'

/**
 * The text of a CSV file: UTF-8 or UTF-16 by its mark; without one UTF-16 by its zero bytes, UTF-8 where the bytes are such,
 * else windows-1251, as older Russian Windows saves. Errors: `table.wrong_kind` where it is no text at all.
 */
export function decodeText(bytes: Buffer): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  const sample = text.slice(0, 65_536)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell a binary file from a text
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\u0098]/g)?.length ?? 0
  if (controls > sample.length / 200) throw new ExpectedError('table.wrong_kind', { kind: 'binary' })
  return text
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return findUtf16(bytes.subarray(0, 65_536)) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1251')
}

/** Separators and digits have a zero byte in UTF-16, always on the same side; in other texts there are none. */
function findUtf16(sample: Buffer): string | null {
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte === 0 && index % 2 === 0) even += 1
    else if (byte === 0) odd += 1
  }
  const few = sample.length / 200
  if (odd > few && even === 0) return 'utf-16le'
  return even > few && odd === 0 ? 'utf-16be' : null
}

/** Whether all bytes are UTF-8; a letter cut at the very end (a copy broken off) does not make it another encoding. */
function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
