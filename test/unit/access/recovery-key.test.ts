import { expect, it } from 'vitest'
import {
  isSamePaper,
  makeRecoveryKey,
  openWithRecovery,
  readRecoveryKey,
  sealForRecovery,
} from '#electron/security/recovery-key.ts'
import { testRandom } from '#test/fault/desk-rig.ts'

const random = testRandom('paper')

it('what is sealed for the paper opens by what was read off it, in any case and with look-alikes', () => {
  const { text, publicKey } = makeRecoveryKey(random)
  expect(text).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/)
  const sealed = sealForRecovery(publicKey, Buffer.from('office key'), 'here', random)
  for (const typed of [
    text,
    text.toLowerCase(),
    text.replaceAll('-', ' '),
    text.replaceAll('0', 'o').replaceAll('1', 'l'),
  ]) {
    const secret = readRecoveryKey(typed)
    expect(secret && openWithRecovery(secret, sealed, 'here')?.toString()).toBe('office key')
    expect(isSamePaper(typed, text)).toBe(true)
  }
  const secret = readRecoveryKey(text)
  expect(secret && openWithRecovery(secret, sealed, 'there')).toBeNull()
  const other = readRecoveryKey(makeRecoveryKey(random).text)
  expect(other && openWithRecovery(other, sealed, 'here')).toBeNull()
  for (let at = 0; at < sealed.length; at += 7) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] as number) ^ 1
    expect(secret && openWithRecovery(secret, changed, 'here')).toBeNull()
  }
})

it('a slip of the hand is found: one letter wrong or two exchanged, in 300 papers at most one passes', () => {
  let passed = 0
  for (let paper = 0; paper < 300; paper++) {
    const letters = [...makeRecoveryKey(random).text.replaceAll('-', '')]
    const at = paper % letters.length
    const wrong = [...letters]
    wrong[at] = wrong[at] === 'Z' ? 'Y' : 'Z'
    const next = (at + 1) % letters.length
    const exchanged = [...letters]
    ;[exchanged[at], exchanged[next]] = [letters[next] as string, letters[at] as string]
    if (readRecoveryKey(wrong.join('')) !== null) passed++
    if (letters[at] !== letters[next] && readRecoveryKey(exchanged.join('')) !== null) passed++
  }
  expect(passed).toBeLessThanOrEqual(1)
  for (const typed of ['', 'ABCD', 'U'.repeat(36), '0'.repeat(36)]) expect(readRecoveryKey(typed)).toBeNull()
})
