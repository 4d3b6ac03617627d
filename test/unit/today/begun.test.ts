import { expect, it } from 'vitest'
import { encodeDraft, newDraft } from '#renderer/features/register/register-draft.ts'
import { emptyForm } from '#renderer/features/register/register-form.ts'
import { begunOf, isOfRegister } from '#renderer/features/today/begun.ts'
import { fail, ok } from '#shared/result/result.ts'

const REQUEST = '0123456789abcdef'
const EMPTY = newDraft(REQUEST, 'oral', 'kk')
const TYPED = encodeDraft({ ...EMPTY, form: { ...emptyForm('oral', 'kk'), surname: 'Әбдіқадыров' } })
const KEY = 'aaaaaaaaaaaaaaaa-2026-000123'

const kept = (name: string, value: string | null) => ({ name, answer: ok({ value }) })

it('a correction left in the middle is not forgotten; what nobody typed in, or names no application, is no beginning', () => {
  const begun = begunOf(
    [
      kept('register', TYPED),
      kept('register.2', encodeDraft(EMPTY)),
      kept('register.3', null),
      kept(`register.${REQUEST}`, TYPED),
      kept(`correct.${KEY}`, TYPED),
      kept('correct.', TYPED),
      kept(`correct.${KEY}0`, '{'),
    ],
    () => REQUEST,
  )
  expect(begun).toEqual({ registrations: 2, corrections: [KEY], unreadable: 0 })
})

it('what was set aside is told; that main did not answer is not the same', () => {
  const all = [
    { name: 'register', answer: fail('draft.unreadable') },
    { name: `correct.${KEY}`, answer: fail('draft.unreadable') },
    { name: 'register.2', answer: fail('ipc.failed') },
  ]
  expect(begunOf(all, () => REQUEST)).toEqual({ registrations: 0, corrections: [], unreadable: 2 })
})

it('what other screens keep is not asked for', () => {
  const names = ['views', 'contact', 'register-habits', 'schedule.2026-12', 'register', 'register.9', `correct.${KEY}`]
  expect(names.filter(isOfRegister)).toEqual(['register', 'register.9', `correct.${KEY}`])
})
