import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import { activeOfficials } from '#electron/desk/open-desk.ts'
import { type EntityId, entityId } from '#shared/change/action.ts'
import { ACTION_TYPES } from '#shared/change/action-types.ts'
import { foldContact } from '#shared/contact/transitions.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { foldEntry } from '#shared/directory/transitions.ts'
import { addOfficials } from './official-rig.ts'
import { form, press, type RegisterRig, registerRig, subjectOf } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let rig: RegisterRig
beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  rig = registerRig(desk)
})
afterEach(() => desk.end())

type Part = Record<string, unknown>
const refused = (code: string) => ({ detail: { code } })

function byHand(entity: EntityId, type: string, body: Part, personal: Part | null = null) {
  const open = desk.state.desk()
  const intent = { entity, type, basedOn: open.journal.headOf(entity), body }
  return actByHand(open, intent, personal, desk.state.actor())
}

describe('what a screen may compose', () => {
  it('is no act that main composes alone: imports, erasures, numbers, printed talons, papers', async () => {
    const alone = [
      ...['user.added', 'desk.opened', 'subject.erased'],
      ...Object.keys(ACTION_TYPES).filter(type => type.startsWith('import.')),
      ...['imported', 'registered', 'corrected', 'received', 'reception_undone', 'talon_made', 'paper_attached'].map(
        act => `application.${act}`,
      ),
      ...['visit.checked_in', 'visit.finished', 'visit.finish_undone', 'contact.logged', '__proto__', 'constructor'],
    ]
    const before = desk.state.desk().journal.head().count
    for (const type of alone) {
      await expect(byHand(entityId('office', 'main'), type, {})).rejects.toMatchObject(refused('change.not_lawful'))
    }
    expect(desk.state.desk().journal.head().count).toBe(before)
  })

  it('is parsed before it is looked at, and about its own noun', async () => {
    const office = entityId('office', 'main')
    await expect(byHand(office, 'office.set', { office: {} })).rejects.toMatchObject(refused('change.body'))
    const body = { booking: { officialId: 'o1', date: '2026-12-01', time: null } }
    await expect(byHand(office, 'application.booked', body)).rejects.toMatchObject(refused('change.wrong_entity'))
  })

  it('says nothing of a person where its type has nothing to say', async () => {
    const act = byHand(entityId('office', 'main'), 'office.set', { office: FIRST_RUN.office }, { surname: 'x' })
    await expect(act).rejects.toMatchObject(refused('change.personal'))
  })
})

describe('an application by hand', () => {
  it('is booked, withdrawn, opened again, and noted with its number under its own person', async () => {
    const { action } = await rig.register(form(1))
    const { entity } = action
    await addOfficials(desk, ['o1'])
    await byHand(entity, 'application.booked', { booking: { officialId: 'o1', date: '2026-12-01', time: '10:00' } })
    await byHand(entity, 'application.booking_dropped', { ground: 'mistake' })
    await byHand(entity, 'application.withdrawn', { how: 'written' })
    await byHand(entity, 'application.reopened', { ground: 'mistake' })
    const noted = await byHand(entity, 'application.eotinish_noted', {}, { eotinish: 'ЖТ-2026-00001' })
    expect(noted.personal).toEqual({ subject: subjectOf(action), value: { eotinish: 'ЖТ-2026-00001' } })
    await expect(byHand(entity, 'application.eotinish_noted', {})).rejects.toMatchObject(refused('change.personal'))
    const nowhere = entityId('application', 'nowhere')
    await expect(byHand(nowhere, 'application.eotinish_noted', {}, { eotinish: 'ЖТ-1' })).rejects.toMatchObject(
      refused('change.not_lawful'),
    )
  })
})

describe('an official by hand', () => {
  const text = { kk: 'Мәтін', ru: 'Текст' }
  const OFFICIAL = {
    ...{ id: 'o1', category: 'akim', position: text, unit: text, room: '1', rule: null, from: null, to: null },
    name: { surname: text, given: text, patronymic: text },
  }
  const o1 = entityId('official', 'o1')

  it('is added and changed under the own key, and never as if an import had brought it', async () => {
    const other = { ...OFFICIAL, id: 'o2' }
    await expect(byHand(o1, 'official.added', { official: other, batch: null })).rejects.toMatchObject(
      refused('change.wrong_entity'),
    )
    await expect(byHand(o1, 'official.added', { official: OFFICIAL, batch: 'b1' })).rejects.toMatchObject(
      refused('change.not_lawful'),
    )
    await byHand(o1, 'official.added', { official: OFFICIAL, batch: null })
    const moved = { ...OFFICIAL, room: '2' }
    await expect(byHand(o1, 'official.changed', { official: moved, batch: 'b1' })).rejects.toMatchObject(
      refused('change.not_lawful'),
    )
    await byHand(o1, 'official.changed', { official: moved })
    expect(await activeOfficials(desk.state.desk())).toMatchObject([{ id: 'o1', room: '2' }])
  })
})

describe('an entry of a directory by hand', () => {
  const ENTRY = {
    code: 'water',
    kk: 'Су',
    ru: 'Вода',
    validFrom: null,
    validTo: null,
    synonyms: [],
    parent: null,
    detail: null,
  }
  const set = (directory: string, entry: { code: string }, key = `${directory}-${entry.code}`) =>
    byHand(entityId('entry', key), 'entry.set', { directory, entry })

  it('stands under its own code, in a directory that the office edits', async () => {
    await expect(set('topic', ENTRY, 'topic-other')).rejects.toMatchObject(refused('change.wrong_entity'))
    await expect(set('unit', ENTRY, 'topic-water')).rejects.toMatchObject(refused('change.wrong_entity'))
    await expect(set('result', ENTRY)).rejects.toMatchObject(refused('directory.not_edited'))
    const { entity } = await set('topic', ENTRY)
    await set('topic', { ...ENTRY, ru: 'Вода и канализация' } as typeof ENTRY)
    expect(foldEntry(await desk.state.desk().journal.actionsOf(entity)).entry?.ru).toBe('Вода и канализация')
  })

  it('keeps its meaning, also one the product came with: other words and an end, never another place', async () => {
    const seed = SEED_DIRECTORIES.topic[0]!
    await expect(set('topic', { ...seed, parent: 'water' } as typeof seed)).rejects.toMatchObject(
      refused('directory.parent_fixed'),
    )
    await set('topic', { ...seed, validTo: '2026-12-31' } as unknown as typeof seed)
    const under = { ...ENTRY, parent: seed.code }
    await set('topic', under)
    await expect(set('topic', ENTRY)).rejects.toMatchObject(refused('directory.parent_fixed'))
  })
})

describe('a contact detailed by hand', () => {
  const CONTACT = {
    ...{ channel: 'call', consultation: false, declinedBooking: false, topic: null, subtopic: null, district: null },
    ...{ language: null, advisedBy: null, phoneConsent: true },
  }
  const WHO = { surname: 'Қанарейқызы', given: 'Әсел', patronymic: '', phone: '+77015550123', note: '' }

  it('gets a person when there is one to keep, and keeps the same one afterwards', async () => {
    const { entity } = await rig.logContact({ request: press(1), contact: CONTACT, personal: null })
    const first = await byHand(entity, 'contact.detailed', { contact: CONTACT }, WHO)
    expect(first.personal?.value).toEqual(WHO)
    const second = await byHand(entity, 'contact.detailed', { contact: CONTACT }, { ...WHO, given: 'Айгүл' })
    expect(subjectOf(second)).toBe(subjectOf(first))
    const without = { ...CONTACT, phoneConsent: false }
    expect((await byHand(entity, 'contact.detailed', { contact: without }, WHO)).personal).toBeNull()
    expect(foldContact(await desk.state.desk().journal.actionsOf(entity)).personal).toBeNull()
    await byHand(entity, 'contact.undone', {})
  })

  it('that is not there makes no person', async () => {
    const { keyring } = desk.state.desk()
    const before = keyring.size
    const nowhere = entityId('contact', 'nowhere')
    await expect(byHand(nowhere, 'contact.detailed', { contact: CONTACT }, WHO)).rejects.toMatchObject(
      refused('change.not_lawful'),
    )
    expect(keyring.size).toBe(before)
  })
})
