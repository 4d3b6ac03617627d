import { expect, it } from 'vitest'
import type { IdentityForm } from '#renderer/features/reception/identity-form.ts'
import { forgetMoved, type TypedChecks, typedKey } from '#renderer/features/reception/typed-checks.ts'
import type { ActionId } from '#shared/change/action.ts'

it('F4 in the middle of a check takes nothing away: what was typed is held by visitor and person until the visit moves on', () => {
  const head = (number: number) => ({ head: `aaaaaaaaaaaaaaaa:00000000000${number}` as ActionId })
  const form = (number: string) => ({ number }) as IdentityForm
  const typed: TypedChecks = new Map([
    [typedKey(head(1), null), form('045')],
    [typedKey(head(1), 0), form('046')],
    [typedKey(head(2), null), form('047')],
  ])
  forgetMoved(typed, [head(1), head(2)])
  expect(typed.size).toBe(3)
  forgetMoved(typed, [head(1), head(3)])
  expect([...typed.values()].map(({ number }) => number)).toEqual(['045', '046'])
  expect(typed.get(typedKey(head(1), 0))?.number).toBe('046')
})
