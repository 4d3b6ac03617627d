import { expect, it } from 'vitest'
import type { ApplicationCard } from '#renderer/db/query-types.ts'
import { handedInDraft } from '#renderer/features/register/handed-in.ts'
import { type Slot, withBegun } from '#renderer/features/register/kept-slots.ts'
import { decodeDraft, encodeDraft, newDraft } from '#renderer/features/register/register-draft.ts'
import { EntityId } from '#shared/change/action.ts'

const REQUEST = '0123456789abcdef'
const VISIT = EntityId.parse('visit:20261122-0000000000000000-0001')
const PERSON = { surname: 'Қанарейқызы', given: 'Әсел', patronymic: '', iin: '900101400001', phone: '+77015550123' }
const CARD = {
  subject: '01234567890123456789',
  personal: { ...PERSON, organisation: '', bin: '', category: null, essence: 'Басқа мәселе' },
  facts: { language: 'kk', district: 'oral', legalEntity: false },
  registered: null,
} as unknown as ApplicationCard
const draft = handedInDraft(REQUEST, { visit: VISIT, checkIn: { language: 'ru', officialId: 'o1' }, card: CARD })

it('what is handed in is of the same person, in the language of the reception, before the same official; its matter is asked anew', () => {
  expect(draft.form).toMatchObject({ ...PERSON, language: 'ru', official: 'o1', atReception: VISIT, channel: 'paper' })
  expect(draft.form.essence).toBe('')
  expect([draft.known?.id, draft.at?.field]).toEqual([CARD.subject, 'essence'])
  expect(decodeDraft(encodeDraft(draft), REQUEST)?.form.atReception).toBe(VISIT)
})

it('it is begun beside what is being typed, in the place of what nobody typed in, and once at one reception', () => {
  const empty: Slot = { name: 'register', draft: newDraft(REQUEST, 'oral', 'kk'), resumed: false }
  const typed: Slot = { ...empty, draft: { ...empty.draft, form: { ...empty.draft.form, surname: 'x' } } }
  const names = (slots: readonly Slot[], free: string | undefined) => {
    const begun = withBegun(slots, draft, free)
    return begun && [begun.name, begun.slots.map(({ name }) => name)]
  }
  expect(names([empty], 'register.2')).toEqual(['register', ['register']])
  expect(names([typed], 'register.2')).toEqual(['register.2', ['register', 'register.2']])
  expect(names([typed], undefined)).toBeNull()
  const begun = withBegun([typed], draft, 'register.2')!
  expect(withBegun(begun.slots, { ...draft, request: 'other' }, 'register.3')).toEqual(begun)
})
