import { expect, test } from 'vitest'
import { PARTS } from '#renderer/features/register/register-draft.ts'
import { commandOf, PART_KEYS, type Press, REGISTER_KEYS } from '#renderer/features/register/register-keys.ts'

const press = (change: Partial<Press>): Press => ({
  key: '',
  code: '',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...change,
})

test.each([
  [{ key: 'Enter', ctrlKey: true }, { kind: 'save' }],
  [{ key: 'F4' }, { kind: 'takeOver' }],
  [{ key: 'F8' }, { kind: 'aside' }],
  [{ key: 'F9' }, { kind: 'inTime' }],
  [{ key: 'ArrowDown', altKey: true }, { kind: 'nextCase' }],
  [{ key: 'ArrowUp', altKey: true }, { kind: 'caseBefore' }],
  [{ key: 'PageDown', altKey: true }, { kind: 'nextDraft' }],
  [
    { key: '4', code: 'Digit4', altKey: true },
    { kind: 'channel', index: 3 },
  ],
  [
    { key: '7', code: 'Digit7', altKey: true },
    { kind: 'part', part: 'applicant' },
  ],
  [
    { key: '-', code: 'Minus', altKey: true },
    { kind: 'part', part: 'papers' },
  ],
])('%o does %o', (change, command) => {
  expect(commandOf(press(change))).toEqual(command)
})

test.each([
  { key: 'Enter' },
  { key: 'Enter', shiftKey: true },
  { key: 'Enter', ctrlKey: true, isComposing: true },
  { key: 'ArrowDown' },
  { key: '4', code: 'Digit4' },
  { key: '4', code: 'Digit4', ctrlKey: true },
  { key: 'F4', altKey: true },
  { key: 'F2' },
])('%o is left to the field, the frame or the system', change => {
  expect(commandOf(press(change))).toBeNull()
})

test('no key is listed twice, and every part has one of its own', () => {
  const keys = REGISTER_KEYS.map(line => line.keys)
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(PARTS.map(part => PART_KEYS[part].code)).size).toBe(PARTS.length)
  expect(PARTS.filter(part => !keys.includes(`Alt ${PART_KEYS[part].key}`))).toEqual([])
})
