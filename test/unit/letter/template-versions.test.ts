import { expect, it } from 'vitest'
import { foldTemplate, templateKey } from '#shared/letter/template-transitions.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'

const entity = `template:${templateKey('refusal', 'KZ-2026')}`
const text = (kk: string) => ({ heading: { kk: '', ru: '' }, paragraphs: [{ kk, ru: kk, optional: false }] })

it('every text that was in use is there with its day and its user, the newest first, in whatever order they arrive', () => {
  const desk = new TestDesk(0)
  const set = (template: object | null, user: string) =>
    desk.act('template.set', entity, { kind: 'refusal', profile: 'KZ-2026', template }, { user })
  const actions = [set(text('а'), 'u1'), set(text('б'), 'u2'), set(null, 'u1'), set(text('в'), 'u2')]
  const told = ({ earlier, set: now }: ReturnType<typeof foldTemplate>) => [
    now?.template?.paragraphs[0]?.kk,
    ...earlier.map(({ by, template }) => `${by} ${template?.paragraphs[0]?.kk ?? 'own'}`),
  ]
  expect(told(foldTemplate(actions))).toEqual(['в', 'u1 own', 'u2 б', 'u1 а'])
  expect(foldTemplate(actions.toReversed())).toEqual(foldTemplate(actions))
  expect(foldTemplate(actions).earlier[0]?.on).toBe(actions[2]?.date)
  expect(foldTemplate([]).earlier).toEqual([])
})
