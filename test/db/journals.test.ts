import { expect, it, vi } from 'vitest'
import type { JournalAsked, JournalId, JournalPage, JournalRow } from '#renderer/db/journals/model.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeSubject, TestDesk } from '#test/unit/change/make-actions.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

const day = (text: string) => PlainDate.parse(text)
const DAY = 86_400_000
const CONTACT = {
  ...{ channel: 'phone', consultation: true, declinedBooking: false, topic: null, subtopic: null, district: null },
  ...{ language: 'kk', advisedBy: null, phoneConsent: false },
}

async function open(desk: TestDesk) {
  const main = new TestMain()
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  /** All pages one after another, and where each ended. */
  const read = async (journal: JournalId, asked: Partial<JournalAsked> = {}) => {
    const rows: JournalRow[] = []
    const ends: (string | null)[] = []
    for (let after: PlainDate | null = null, isEnd = false; !isEnd; ) {
      const page: JournalPage = await client.query('journals.page', {
        ...{ journal, from: day('2026-01-01'), to: day('2026-12-31'), limit: 3, ...asked, after },
      })
      rows.push(...page.rows)
      ends.push(page.next)
      after = page.next
      isEnd = after === null
    }
    return { rows, ends }
  }
  return { main, client, read }
}

it('a journal read by pages is the same as read at once, no day is cut, and of a day the numbers stand in order', async () => {
  const desk = new TestDesk(0, Date.parse('2026-01-12T05:00:00Z'))
  for (let serial = 1; serial <= 10; serial += 1) {
    desk.register(serial, `s${serial}`)
    if (serial % 4 === 0) desk.act('contact.undone', 'contact:none', {}, {}, DAY)
  }
  const { read } = await open(desk)
  const paged = await read('registrations')
  const whole = await read('registrations', { limit: 100 })
  expect(whole.ends).toEqual([null])
  expect(paged.rows).toEqual(whole.rows)
  expect(paged.rows.map(({ of }) => of.application?.registered?.number.serial)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(paged.ends).toEqual(['2026-01-12', '2026-01-13', null])
  const one = await read('registrations', { from: day('2026-01-13'), to: day('2026-01-13') })
  expect(one.rows.map(({ day }) => day)).toEqual(['2026-01-13', '2026-01-13', '2026-01-13', '2026-01-13'])
  const none = await read('registrations', { from: day('2027-01-01'), to: day('2027-01-31') })
  expect(none).toEqual({ rows: [], ends: [null] })
})

it('of a journal that stands on the screen an act sends the one row it moved', async () => {
  const desk = new TestDesk(0, Date.parse('2026-01-12T05:00:00Z'))
  for (let serial = 1; serial <= 3; serial += 1) desk.register(serial, `s${serial}`)
  const main = new TestMain()
  main.append(...desk.actions)
  const { client, heard } = await openReady(main, new TestMachine())
  const asked = {
    journal: 'registrations',
    from: day('2026-01-12'),
    to: day('2026-01-12'),
    after: null,
    limit: 50,
  } as const
  let shown: JournalPage | null = null
  client.subscribe('journals.page', asked, page => (shown = page))
  await vi.waitFor(() => expect(shown?.rows).toHaveLength(3))
  const next = desk.actions.length
  desk.register(4, 's4')
  main.append(...desk.actions.slice(next))
  await vi.waitFor(() => expect(shown?.rows).toHaveLength(4))
  const sent = heard.flatMap(message => (message.kind === 'answer' ? [message.rows] : [])).at(-1)
  expect(sent).toEqual([0, 1, 2, expect.objectContaining({ day: '2026-01-12' })])
})

it('contacts are read by whole days, and one that was taken back is in no journal', async () => {
  const desk = new TestDesk(0, Date.parse('2026-03-02T05:00:00Z'))
  for (let serial = 1; serial <= 6; serial += 1) {
    const body = { request: String(serial).padStart(16, '0'), contact: CONTACT }
    desk.act('contact.logged', `contact:c${serial}`, body, {}, serial === 3 || serial === 6 ? DAY : 1000)
  }
  desk.act('contact.undone', 'contact:c3', {})
  const { read } = await open(desk)
  const { rows } = await read('contacts')
  expect(rows.map(({ id, day }) => `${id} ${day}`)).toEqual([
    ...['contact:c1 2026-03-02', 'contact:c2 2026-03-02', 'contact:c4 2026-03-03', 'contact:c5 2026-03-03'],
    'contact:c6 2026-03-04',
  ])
})

it('a protocol and what it instructs stand in the month of the reception and of the signature, with the person until they are erased', async () => {
  const desk = new TestDesk(0, Date.parse('2026-09-22T05:00:00Z'))
  const { entity: application } = desk.register(1, 's1')
  const asked = {
    ...{ key: '0000000000000001', executor: { officialId: 'o2', unit: '', body: null, who: '' } },
    ...{ action: null, dueOn: '2026-10-20', earlier: [] },
  }
  const words = { essence: 'а', said: '', decision: 'б', note: '', others: '', actions: [] }
  desk.act(
    'protocol.drafted',
    'protocol:p1',
    {
      protocol: {
        ...{ application, visit: null, batch: null, instead: null, reception: null, officialId: 'o1', place: '' },
        ...{ on: '2026-08-31', from: null, to: null, language: 'kk', secretary: '', participants: [], media: null },
        ...{ profile: 'WKO-2020/2023', instructions: [] },
      },
    },
    { personal: { subject: makeSubject('s1'), value: words } },
  )
  desk.act('protocol.signed', 'protocol:p1', {
    ...{ request: '0'.repeat(16), number: { letter: 'А', suffix: null, year: 2026, serial: 1 } },
    ...{ on: '2026-09-22', signedBy: 'o1' },
  })
  const personal = { subject: makeSubject('s1'), value: { action: 'Жөндеу' } }
  const instruction = { ...asked, protocol: 'protocol:p1', application }
  desk.act('instruction.given', `instruction:${asked.key}`, { instruction }, { personal })
  const { main, client, read } = await open(desk)
  const august = { from: day('2026-08-01'), to: day('2026-08-31') }
  const september = { from: day('2026-09-01'), to: day('2026-09-30') }
  expect((await read('protocols', august)).rows.map(({ day, application }) => [day, application])).toEqual([
    ['2026-08-31', application],
  ])
  expect((await read('protocols', september)).rows).toEqual([])
  const [given] = (await read('control', september)).rows
  expect(given).toMatchObject({ day: '2026-09-22', application, of: { instruction: { text: 'Жөндеу' } } })
  expect(given?.of.application?.personal?.surname).toBeTruthy()
  main.append(desk.erase('s1'))
  await client.caughtUp(main.head())
  const [after] = (await read('control', september)).rows
  expect(after?.of.instruction?.text).toBeNull()
  expect(after?.of.application?.personal).toBeNull()
})

it('who was received stands in the journal of receptions: by the visit, and as a file of before said it', async () => {
  const desk = new TestDesk(0, Date.parse('2026-03-10T05:00:00Z'))
  desk.imported('a1', 'b1', 's1', { registered: day('2026-02-20'), received: day('2026-03-05') }, {})
  desk.imported('a2', 'b1', 's2', { registered: day('2026-02-20'), received: null }, {})
  const { read } = await open(desk)
  const { rows } = await read('receptions')
  expect(rows.map(({ id, day }) => [id, day])).toEqual([['application:a1', '2026-03-05']])
})

it('an absence stands in every period it reaches into', async () => {
  const desk = new TestDesk(0, Date.parse('2026-03-10T05:00:00Z'))
  const absence = {
    ...{ missing: { kind: 'official', id: 'o1' }, from: '2026-03-20', to: '2026-04-10', ground: 'leave' },
    ...{ toldOn: '2026-03-10', acting: null, note: '' },
  }
  desk.act('absence.set', 'absence:x1', { absence })
  const { read } = await open(desk)
  const ids = async (from: string, to: string) =>
    (await read('absences', { from: day(from), to: day(to) })).rows.map(({ id }) => id)
  expect(await ids('2026-04-01', '2026-04-30')).toEqual(['absence:x1'])
  expect(await ids('2026-05-01', '2026-05-31')).toEqual([])
})
