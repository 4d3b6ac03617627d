import { expect, test } from 'vitest'
import { newAbsence } from '#renderer/features/plan/absences/absence-form.ts'
import { decodeForm, encodeForm, formName, isStillOpen } from '#renderer/features/plan/absences/kept-form.ts'
import { planOf, TODAY } from '#test/fixtures/plan.ts'

const KEY = 'k'.repeat(16)
const half = { ...newAbsence(planOf().officials, TODAY), to: '31.1', note: 'ауырып' }
const ABSENCE = { kind: 'absence', key: KEY, fields: half } as const
const RESTRICTION = {
  kind: 'restriction',
  key: KEY,
  fields: { from: '1.', to: '', ground: 'pandemic', act: '' },
} as const

test('the desk is killed over a half-typed form: every character of it is there again, dates that are none too', () => {
  expect(decodeForm('absence', encodeForm(ABSENCE))).toEqual(ABSENCE)
  expect(decodeForm('restriction', encodeForm(RESTRICTION))).toEqual(RESTRICTION)
})

test('what cannot be read, or is of another form, is no form', () => {
  for (const text of [null, '', '{', '[]', encodeForm(RESTRICTION), encodeForm({ ...ABSENCE, key: 'x' })]) {
    expect(decodeForm('absence', text)).toBeNull()
  }
})

test('a form that was accepted right before the kill is not begun again; going on with one that stands loses no other', () => {
  expect(isStillOpen(ABSENCE, null, [])).toBe(true)
  expect(isStillOpen(ABSENCE, null, [{ key: KEY }])).toBe(false)
  expect(isStillOpen(ABSENCE, KEY, [{ key: KEY }])).toBe(true)
  const names = [formName('absence', null), formName('absence', KEY), formName('restriction', null)]
  expect(new Set(names).size).toBe(3)
  for (const name of names) expect(name).toMatch(/^[a-z0-9.-]{1,60}$/)
})
