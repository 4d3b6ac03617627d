import { describe, expect, it } from 'vitest'
import type { ApplicationCard } from '#renderer/db/query-types.ts'
import { takenOver } from '#renderer/features/register/filled-form.ts'
import {
  decodeDraft,
  draftTitle,
  encodeDraft,
  filledParts,
  nameOf,
  newDraft,
  partOfField,
  subjectOf,
} from '#renderer/features/register/register-draft.ts'
import { emptyForm, RegisterForm } from '#renderer/features/register/register-form.ts'
import { actionId, InstallationId, SubjectId } from '#shared/change/action.ts'

const REQUEST = '0123456789abcdef'
const OTHER = 'fedcba9876543210'
const SUBJECT = SubjectId.parse('0123456789abcdefghij')

const begun = () => ({
  ...newDraft(REQUEST, 'oral', 'kk'),
  form: { ...emptyForm('oral', 'kk'), iin: '8505', surname: 'әбд', lateOn: '31.0' },
  opened: ['papers' as const],
  at: { field: 'surname', caret: 2 },
})

describe('a draft', () => {
  it('comes back as it was typed, with its request and the place of the caret', () => {
    const draft = begun()
    expect(decodeDraft(encodeDraft(draft), OTHER)).toEqual(draft)
  })

  it('of a correction keeps what it was filled in by: what was done since must not be written over unseen', () => {
    const basedOn = actionId(InstallationId.parse('0123456789abcdef'), 7)
    expect(decodeDraft(encodeDraft({ ...begun(), basedOn }), OTHER)?.basedOn).toBe(basedOn)
    const damaged = JSON.stringify({ ...begun(), basedOn: 'x' })
    expect(decodeDraft(damaged, OTHER)).toMatchObject({ request: REQUEST, basedOn: undefined })
  })

  it.each([
    ['nothing', null],
    ['an empty text', ''],
    ['half of a text', '{"request":"0123456789abcdef","form":{"iin":"85'],
    ['another text', '[1,2,3]'],
    ['a draft without a form', '{"request":"0123456789abcdef"}'],
    ['a form nobody typed in', encodeDraft(newDraft(REQUEST, 'oral', 'kk'))],
  ])('of %s is none', (_, text) => {
    expect(decodeDraft(text, OTHER)).toBeNull()
  })

  it('of an older program has what it had; what it lacks is empty', () => {
    const old = JSON.stringify({ request: REQUEST, form: { surname: 'Әбдірахманова', essence: 'Жер' } })
    const draft = decodeDraft(old, OTHER)
    expect(draft?.form).toEqual({ ...emptyForm('oral', 'kk'), surname: 'Әбдірахманова', essence: 'Жер' })
    expect(draft).toMatchObject({ request: REQUEST, known: null, opened: [], at: null })
  })

  it('that is damaged loses the damaged field, not the rest', () => {
    const damaged = {
      ...begun(),
      request: 'X',
      known: { id: 'x' },
      opened: ['nowhere'],
      at: 7,
      form: { ...begun().form, phone: 12, needs: 'all', principal: null, members: [1], channel: '' },
    }
    const draft = decodeDraft(JSON.stringify(damaged), OTHER)
    expect(draft).toMatchObject({ request: OTHER, known: null, opened: [], at: null })
    expect(draft?.form).toMatchObject({ surname: 'әбд', phone: '', needs: [], members: [], channel: 'oral' })
  })

  it('is called by the name, else by the IIN as lists show it, else by nothing', () => {
    expect(draftTitle(begun())).toBe('әбд')
    const form = { ...begun().form, surname: '', iin: '850512300012' }
    expect(draftTitle({ ...begun(), form })).not.toContain('512300')
    expect(draftTitle(newDraft(REQUEST, 'oral', 'kk'))).toBe('')
  })
})

describe('the person who was recognised', () => {
  const form = { ...emptyForm('oral', 'kk'), surname: 'Серіков', given: 'Асан' }
  const known = (iin: string) => ({ id: SUBJECT, iin, name: nameOf(form) })
  const draft = (typed: Partial<typeof form>, iin = '') => ({
    ...newDraft(REQUEST, 'oral', 'kk'),
    form: { ...form, ...typed },
    known: known(iin),
  })

  it.each([
    ['the same IIN', draft({ iin: '850512 300012' }, '850512300012'), SUBJECT],
    ['the same IIN and a changed surname', draft({ iin: '850512300012', surname: 'Сериков' }, '850512300012'), SUBJECT],
    ['another IIN', draft({ iin: '860101300010' }, '850512300012'), null],
    ['no IIN and the same name', draft({}), SUBJECT],
    ['no IIN and the name in another spelling', draft({ surname: 'СЕРИКОВ' }), SUBJECT],
    ['no IIN and another name', draft({ surname: 'Ермеков' }), null],
    ['the name taken out', draft({ surname: '', given: '' }), null],
    ['nobody recognised', { ...draft({}), known: null }, null],
  ])('by %s', (_, one, subject) => {
    expect(subjectOf(one)).toBe(subject)
  })
})

describe('a person taken over from an earlier case', () => {
  const card = {
    subject: SUBJECT,
    facts: { language: 'ru', district: 'oral_city', legalEntity: false },
    personal: {
      surname: 'Серіков',
      given: 'Асан',
      patronymic: '',
      iin: '850512300012',
      phone: '+77012345678',
      organisation: '',
      bin: '',
      category: 'disability',
      essence: 'Бұрынғы мәселе',
      eotinish: 'ЖТ-1',
    },
    registered: null,
  } as unknown as ApplicationCard

  it('brings who they are; the matter of today and whether a document was shown stay as typed', () => {
    const typed = {
      ...emptyForm('oral', 'kk'),
      surname: 'Сер',
      patronymic: 'x',
      essence: 'Жаңа мәселе',
      proofSeen: true,
    }
    expect(takenOver(typed, card)).toMatchObject({
      surname: 'Серіков',
      given: 'Асан',
      patronymic: '',
      iin: '850512300012',
      phone: '+77012345678',
      language: 'ru',
      district: 'oral_city',
      category: 'disability',
      proofSeen: false,
      essence: 'Жаңа мәселе',
      eotinish: '',
    })
  })

  it('who was erased brings nothing', () => {
    const typed = { ...emptyForm('oral', 'kk'), surname: 'Сер' }
    expect(takenOver(typed, { ...card, personal: null })).toEqual(typed)
  })
})

describe('parts of the form', () => {
  it('that hold something stand open', () => {
    expect(filledParts(emptyForm('oral', 'kk'))).toEqual([])
    expect(filledParts({ ...emptyForm('oral', 'kk'), represented: true, late: true })).toEqual(['represented', 'other'])
  })

  it('are known for every field beside the main ones', () => {
    const main = [
      'channel',
      'iin',
      'noIin',
      'surname',
      'given',
      'patronymic',
      'phone',
      'essence',
      'topic',
      'topicText',
      'official',
      'officialText',
      'atReception',
    ]
    const homeless = Object.keys(RegisterForm.shape).filter(field => partOfField(field) === null)
    expect(homeless).toEqual(main)
    expect(partOfField('members.3.iin')).toBe('delegation')
  })
})
