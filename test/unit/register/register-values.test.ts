import { describe, expect, it, test } from 'vitest'
import { formOf } from '#renderer/features/register/filled-form.ts'
import { emptyForm, isBegun, RegisterForm } from '#renderer/features/register/register-form.ts'
import { valuesOf } from '#renderer/features/register/register-values.ts'
import { mayRegister } from '#shared/application/findings.ts'
import { Registration, RegistrationPersonal } from '#shared/application/registration.ts'
import { Entry } from '#shared/directory/model.ts'
import { momentOf, WORK } from '#test/fixtures/work-time.ts'

const NOW = momentOf('2026-10-20', '11:00')
const entry = (code: string, parent: string | null): Entry =>
  Entry.parse({ code, kk: code, ru: code, validFrom: null, validTo: null, synonyms: [], parent, detail: null })
const TOPICS = [entry('housing', null), entry('queue', 'housing')]

/** What the clerk types for a new citizen: no capital, spaces, a phone as people say it. */
const TYPED: RegisterForm = {
  ...emptyForm('oral', 'kk'),
  iin: '850706 490016',
  surname: 'Әбдірахманова',
  given: 'Сәуле',
  patronymic: 'Болатқызы',
  phone: '8 701 234 56 78',
  essence: 'Тұрғын үй кезегіне тұру туралы мәселе',
  topic: 'queue',
  official: 'akim-1',
}

/** Every part of the form filled in. */
const FULL: RegisterForm = {
  ...TYPED,
  iin: '',
  noIin: 'not_at_hand',
  applicant: 'legal_entity',
  organisation: 'ЖШС «Орал Сервис»',
  bin: '',
  position: 'директор',
  district: 'oral_city',
  address: 'Орал қ., Достық даңғылы, 1',
  needs: ['interpreter', 'wheelchair'],
  interpreterLanguage: 'ағылшын',
  category: 'disability',
  proofSeen: true,
  represented: true,
  principal: { surname: 'Серіков', given: 'Асан', patronymic: '', iin: '', organisation: '', bin: '' },
  powers: {
    document: 'power_of_attorney',
    number: '12',
    issuer: 'нотариус',
    issued: '01.02.2026',
    validTo: '31.12.2026',
    scope: 'қабылдау',
  },
  delegated: true,
  delegation: '2',
  members: [{ surname: 'Ермеков', given: 'Қайрат', patronymic: '', iin: '' }],
  papers: [{ title: 'Анықтама', pages: '3', kind: 'copy' }],
  consent: 'written',
  sameDay: true,
  late: true,
  lateOn: '05.10.2026',
  lateAt: '9:05',
  eotinish: 'ЖТ-2026-1',
}

const read = (form: RegisterForm) => valuesOf(form, TOPICS, { now: NOW, registered: NOW, work: WORK })
const codes = (form: RegisterForm) => read(form).findings.map(({ field, code }) => `${field} ${code}`)

describe('a form as it is registered', () => {
  it('parses by the contract, with all parts and with none', () => {
    for (const form of [TYPED, FULL, emptyForm('oral', 'ru')]) {
      const { registration, personal } = read(form)
      expect(Registration.safeParse(registration).error).toBeUndefined()
      expect(RegistrationPersonal.safeParse(personal).error).toBeUndefined()
    }
  })

  it('reads numbers as people say them, and names whatever their capitals', () => {
    const { personal } = read({ ...TYPED, surname: 'әбдірахманова  ' })
    expect(personal).toMatchObject({ iin: '850706490016', phone: '+77012345678', surname: 'Әбдірахманова' })
    expect(read({ ...TYPED, surname: 'ӘБДІРАХМАНОВА', patronymic: 'Мамед оглы' }).personal).toMatchObject({
      surname: 'Әбдірахманова',
      patronymic: 'Мамед оглы',
    })
  })

  it('puts a topic of the second level under its parent', () => {
    expect(read(TYPED).registration).toMatchObject({ topic: 'housing', subtopic: 'queue' })
    expect(read({ ...TYPED, topic: 'housing' }).registration).toMatchObject({ topic: 'housing', subtopic: null })
    expect(read({ ...TYPED, topic: '' }).registration).toMatchObject({ topic: null, subtopic: null })
  })

  it('leaves out what belongs to a part that is not chosen, though it is still typed', () => {
    const { registration, personal } = read({
      ...FULL,
      applicant: 'citizen',
      represented: false,
      delegated: false,
      needs: [],
      late: false,
    })
    expect(registration).toMatchObject({ delegation: null, catchUp: null, represented: false })
    expect(personal).toMatchObject({
      organisation: '',
      position: '',
      principal: null,
      powers: null,
      members: [],
      interpreterLanguage: '',
    })
  })

  it('keeps the findings by code and field only', () => {
    const { registration } = read({ ...TYPED, phone: '123' })
    expect(registration.findings).toContainEqual({ field: 'phone', code: 'phone_unreadable', params: {} })
    expect(JSON.stringify(registration)).not.toContain('123')
  })
})

test('a registration comes back into the form as it was, and is the same registration again', () => {
  const { registration, personal } = read(FULL)
  const again = read(formOf(registration, personal))
  expect(again.registration).toEqual(registration)
  expect(again.personal).toEqual(personal)
})

test.each([
  ['a date that is none', { late: true, lateOn: '31.06.2026', lateAt: '09:00' }, 'lateOn date_unreadable'],
  ['a time that is none', { late: true, lateOn: '05.10.2026', lateAt: '25:00' }, 'lateAt time_unreadable'],
  ['an entry of tomorrow', { late: true, lateOn: '21.10.2026', lateAt: '09:00' }, 'lateOn catch_up_later'],
  ['an entry of this afternoon', { late: true, lateOn: '20.10.2026', lateAt: '16:00' }, 'lateAt catch_up_later'],
  [
    'pages in words',
    { papers: [{ title: 'Акт', pages: 'үш', kind: 'copy' as const }] },
    'papers.0.pages pages_unreadable',
  ],
  ['a delegation of one', { delegated: true, delegation: '1' }, 'delegation delegation_unreadable'],
  [
    'a term of powers that is no date',
    { represented: true, powers: { ...FULL.powers, validTo: 'жыл соңы' } },
    'powers.validTo date_unreadable',
  ],
  ['nobody represented', { represented: true }, 'principal.surname principal_missing'],
  ['a wrong IIN', { iin: '850706490017' }, 'iin iin_wrong'],
])('%s keeps from saving, beside its own field', (_, change, found) => {
  const form = { ...TYPED, ...change }
  expect(codes(form)).toContain(found)
  expect(mayRegister(read(form).findings)).toBe(false)
})

test('every field a finding names is a field of the form', () => {
  const wrong = {
    ...FULL,
    surname: '',
    given: '',
    essence: '',
    topic: '',
    official: '',
    iin: '1',
    bin: '1',
    organisation: '',
    phone: '',
    address: '',
    proofSeen: false,
    lateOn: 'x',
    lateAt: 'x',
    delegation: 'x',
  }
  const fields = new Set(Object.keys(RegisterForm.shape))
  const found = read(wrong).findings
  expect(found.length).toBeGreaterThan(8)
  expect(found.filter(({ field }) => !fields.has(field.split('.')[0] ?? ''))).toEqual([])
})

test('an empty form is not begun, and one letter begins it', () => {
  expect(isBegun(emptyForm('paper', 'ru'))).toBe(false)
  expect(isBegun({ ...emptyForm('paper', 'ru'), topicText: 'ж' })).toBe(true)
})
