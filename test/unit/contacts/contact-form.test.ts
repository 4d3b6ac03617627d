import { describe, expect, it } from 'vitest'
import { countContacts } from '#renderer/features/contacts/contact-day.ts'
import {
  contactOf,
  decodeDraft,
  emptyContact,
  encodeDraft,
  faultOfPhone,
  formOfContact,
  isBegun,
} from '#renderer/features/contacts/contact-form.ts'
import { isContactKey, saves } from '#renderer/features/contacts/contact-keys.ts'
import { Contact } from '#shared/contact/model.ts'

const REQUEST = '0123456789abcdef'
const BLANK = emptyContact('call_centre', 'user-1')
const PERSON = { surname: 'Ахметов', given: 'Ерлан', patronymic: '', phone: '8 701 123 45 67' }

describe('a contact', () => {
  it('by the key alone is a call that says nothing of a person', () => {
    const { contact, personal } = contactOf(BLANK)
    expect(Contact.parse(contact)).toEqual(contact)
    expect(contact).toMatchObject({ channel: 'call_centre', consultation: false, topic: null, advisedBy: 'user-1' })
    expect(personal).toBeNull()
  })

  it('without the consent to be phoned gives away no name and no phone that was typed before it was withdrawn', () => {
    const { personal } = contactOf({ ...BLANK, ...PERSON, phoneConsent: false, note: ' про пенсию ' })
    expect(personal).toEqual({ surname: '', given: '', patronymic: '', phone: '', note: 'про пенсию' })
    expect(contactOf({ ...BLANK, ...PERSON, phoneConsent: false }).personal).toBeNull()
  })

  it('with the consent needs a phone that can be dialled', () => {
    expect(faultOfPhone({ ...BLANK, phoneConsent: true })).toBe('missing')
    expect(faultOfPhone({ ...BLANK, phoneConsent: true, phone: '123' })).toBe('unreadable')
    expect(faultOfPhone({ ...BLANK, ...PERSON, phoneConsent: true })).toBeNull()
    expect(faultOfPhone({ ...BLANK, phone: '123' })).toBeNull()
  })

  it('put in detail and saved unchanged is the same contact', () => {
    const form = { ...BLANK, ...PERSON, phoneConsent: true, topic: 'land', subtopic: 'plot', language: 'kk' as const }
    const values = contactOf(form)
    expect(contactOf(formOfContact(values))).toEqual(values)
  })

  it('keeps no second topic of a topic that was taken away', () => {
    expect(contactOf({ ...BLANK, topic: '', subtopic: 'plot' }).contact.subtopic).toBeNull()
  })
})

describe('a contact being typed', () => {
  it('comes back after a kill with its request, so that it is recorded once', () => {
    const draft = { request: REQUEST, form: { ...BLANK, note: 'о суб' } }
    expect(decodeDraft(encodeDraft(draft))).toEqual(draft)
  })

  it.each([null, '', '{', '{"request":"x"}', encodeDraft({ request: REQUEST, form: BLANK })])(
    'is not there where nothing was typed or nothing can be read: %s',
    text => {
      expect(decodeDraft(text)).toBeNull()
    },
  )

  it('is begun by a mark or a letter, not by its channel', () => {
    expect(isBegun(emptyContact('oral', 'user-2'))).toBe(false)
    expect(isBegun({ ...BLANK, consultation: true })).toBe(true)
    expect(isBegun({ ...BLANK, note: 'а' })).toBe(true)
  })
})

describe('its keys', () => {
  const press = { key: 'Enter', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, isComposing: false }

  it('Enter saves from a line, with Ctrl from a text; on a button it is the button that is pressed', () => {
    expect(saves(press, 'line')).toBe(true)
    expect(saves(press, 'lines')).toBe(false)
    expect(saves(press, 'button')).toBe(false)
    expect(saves({ ...press, ctrlKey: true }, 'lines')).toBe(true)
    expect(saves({ ...press, isComposing: true }, 'line')).toBe(false)
  })

  it('the key is its own only without another', () => {
    expect(isContactKey({ ...press, key: 'F6' })).toBe(true)
    expect(isContactKey({ ...press, key: 'F6', ctrlKey: true })).toBe(false)
    expect(isContactKey({ ...press, key: 'F8' })).toBe(false)
  })
})

it('contacts of a day are counted by what they ended with', () => {
  const { contact } = contactOf(BLANK)
  const counts = countContacts([
    { contact },
    { contact: { ...contact, consultation: true, declinedBooking: true } },
    { contact: { ...contact, channel: 'oral', consultation: true } },
  ])
  expect(counts).toEqual({ all: 3, calls: 2, consultations: 2, declined: 1 })
})
