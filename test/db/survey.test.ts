import { expect, it } from 'vitest'
import type { EntityId } from '#shared/change/action.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeAnswer } from '#test/fixtures/survey.ts'
import { makeSubject, TestDesk } from '#test/unit/change/make-actions.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

const contact = (change: object) => ({
  ...{ channel: 'phone', consultation: true, declinedBooking: false, topic: null, subtopic: null, district: null },
  ...{ language: 'kk', advisedBy: null, phoneConsent: true, ...change },
})

function log(desk: TestDesk, key: string, change: object, phone: string | null) {
  const value = { surname: 'Қанарейқызы', given: 'Әсел', patronymic: '', phone: phone ?? '', note: '' }
  const personal = phone === null ? null : { subject: makeSubject(key), value }
  return desk.act(
    'contact.logged',
    `contact:${key}`,
    { request: '0'.repeat(16), contact: contact(change) },
    { personal },
  )
}

it('clause 36: the frame are consultations and bookings declined that stand; who cannot be called is counted by its reason', async () => {
  const desk = new TestDesk(0)
  const one = log(desk, 'c1', {}, '8 701 000 00 01')
  const two = log(desk, 'c2', { declinedBooking: true }, '+77010000002')
  log(desk, 'c3', { consultation: false }, '+77010000003')
  log(desk, 'c4', { phoneConsent: false }, null)
  log(desk, 'c5', {}, 'жоқ')
  log(desk, 'c6', {}, '+77010000006')
  desk.act('contact.undone', log(desk, 'c7', {}, '+77010000007').entity, {})
  const main = new TestMain()
  main.append(...desk.actions, desk.erase('c6'))
  const { client } = await openReady(main, new TestMachine())
  const on = PlainDate.parse(one.date)
  const { counts, reachable } = await client.query('survey.frame', { kind: 'contacts', from: on, to: on })
  expect(counts).toEqual({
    all: 5,
    reachable: 2,
    fallen: { no_consent: 1, no_phone: 1, same_phone: 0, erased: 1 },
  })
  expect(reachable.map(({ entity, strata }) => [entity, strata.kind])).toEqual([
    [one.entity, 'consulted'],
    [two.entity, 'declined'],
  ])
  const people = await client.query('survey.people', { entities: ['contact:c6', one.entity] as EntityId[] })
  expect(people.map(person => person?.phone ?? null)).toEqual([null, '8 701 000 00 01'])
})

it('all applicants of the period are the frame of the monitoring, the same phone once', async () => {
  const desk = new TestDesk(0)
  const first = desk.register(1, 's1', {}, { phone: '+77010000001' })
  desk.register(2, 's2', {}, { phone: '+7 701 000 00 01' })
  desk.register(3, 's3', {}, { phone: '' })
  const main = new TestMain()
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const on = PlainDate.parse(first.date)
  const { counts } = await client.query('survey.frame', { kind: 'applicants', from: on, to: on })
  expect(counts).toMatchObject({ all: 3, reachable: 1, fallen: { same_phone: 1, no_phone: 1 } })
})

it('the answers to a survey are found by it alone', async () => {
  const desk = new TestDesk(0)
  desk.act('answer.given', 'answer:a1', { answer: makeAnswer() })
  desk.act('answer.given', 'answer:a2', { answer: makeAnswer({ survey: 'survey:other' as EntityId }) })
  const main = new TestMain()
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const { survey } = makeAnswer()
  expect(await client.query('survey.answers', { survey })).toEqual([makeAnswer()])
})
