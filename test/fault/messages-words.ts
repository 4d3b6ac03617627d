import type { Action } from '#shared/change/action.ts'
import type { StartState } from '#shared/ipc/contract.ts'
import { UserRole } from '#shared/user/model.ts'
import { hostileTexts } from '#test/fixtures/hostile.ts'
import type { Words } from '#test/fixtures/schema-values.ts'
import { PERSONAL, press, REGISTRATION } from '#test/unit/desk/register-rig.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'
import type { DeskBehindDoor } from './messages-rig.ts'
import { iinOf } from './product-rig.ts'

export const PASSWORD = 'құлыптаулы есік'
const POSITION = { kk: 'Маман', ru: 'Специалист' }
const PERSON = {
  ...{ surname: 'Қанарейқызы', given: 'Сырымгүл', patronymic: 'Зымыранқызы', iin: iinOf(9137), phone: '+77015559137' },
  ...{ organisation: 'Кенаршы-Сынақ', address: 'Сайрамас көшесі', essence: 'Тұнғиық құстың қанаты' },
}
/** What is nobody's at the desk, and only stands in arguments. */
const STRANGER = { name: 'Бөтенбайұлы', iin: iinOf(4711), phone: '+77025554711' }
const CLERK = 'Тексерілгенова'

/** None of these may stand in an error or in diagnostics. */
export const CANARIES = [
  ...[
    PERSON.surname,
    PERSON.given,
    PERSON.patronymic,
    PERSON.iin,
    '5559137',
    PERSON.organisation,
    'Сайрамас',
    'Тұнғиық',
  ],
  ...[STRANGER.name, STRANGER.iin, '5554711', CLERK, PASSWORD],
]

/** A desk at work: its first run done, an official, an application with a draft and a contact, all of the canary. */
export async function filledDesk(desk: DeskBehindDoor): Promise<void> {
  const user = { name: CLERK, position: POSITION, role: 'administrator' as const }
  await desk.call('app.firstRun', { ...FIRST_RUN, user })
  const personal = { ...PERSONAL, ...PERSON, eotinish: '', position: '' }
  for (let number = 1; number <= 4; number++) {
    const registration = { ...REGISTRATION, noIin: null }
    await desk.call('application.register', {
      ...{ request: press(number), registration, personal, subject: null, draft: null },
    })
  }
  const contact = {
    ...{ channel: 'phone', consultation: true, declinedBooking: false, topic: null, subtopic: null, district: null },
    ...{ language: 'kk', advisedBy: null, phoneConsent: true },
  }
  const { surname, given, patronymic, phone, essence } = PERSON
  await desk.call('contact.log', {
    request: press(9),
    contact,
    personal: { surname, given, patronymic, phone, note: essence },
  })
  await desk.call('draft.save', { name: 'register', value: JSON.stringify(PERSON) })
}

/** Sets passwords; the people by their roles, none of whom the messages know by name. */
export async function peopleOfDesk(desk: DeskBehindDoor): Promise<Readonly<Record<string, string>>> {
  const { text } = await desk.call<{ text: string }>('access.drawPaper')
  await desk.call('access.savePaper', { paper: text })
  await desk.call('access.protect', { password: PASSWORD })
  const { user } = await desk.call<StartState>('app.start')
  const people: Record<string, string> = { administrator: user?.id ?? '' }
  for (const role of UserRole.options.filter(one => one !== 'administrator')) {
    const facts = { name: `${CLERK} ${role}`, position: POSITION, role, password: PASSWORD }
    people[role] = (await desk.call<{ user: string }>('access.add', facts)).user
  }
  const other = { name: CLERK, position: POSITION, role: 'clerk', password: PASSWORD }
  people.known = (await desk.call<{ user: string }>('access.add', other)).user
  return people
}

const FORMED = [
  ...[
    '2026-11-23',
    '2026-12-01',
    '2026-10',
    '2026-12',
    '2026-Q4',
    '2026-Q3',
    '09:30',
    '15:00',
    '2026-11-23T11:00',
    '2027-02-29',
  ],
  ...[
    'a',
    'A',
    'А',
    'o1',
    'land',
    'terekti',
    'kk',
    'ru',
    'phone',
    'register',
    'schedule.2026-12',
    'form.a',
    'KZ-663/2026',
    'WKO-2020/2023',
  ],
  ...[
    press(1),
    press(2),
    press(77),
    'k3v9q0w8z1m5t7ab',
    'a'.repeat(20),
    'a'.repeat(40),
    'a'.repeat(43),
    '0'.repeat(64),
    'f'.repeat(8),
  ],
  ...[
    'application:2026-k3v9q0w8z1m5t7ab-000001',
    'letter:k3j9x0qpl2m4n6ra',
    'schedule:2026-12',
    'reception:r1',
    'visit:v1',
    'office:main',
  ],
  ...[
    'official:o1',
    'entry:body-x',
    'calendar:2026',
    'instruction:k3j9x0qpl2m4n6ra',
    'protocol:k3j9x0qpl2m4n6ra',
    'survey:2026-Q4',
  ],
  ...[
    'k3v9q0w8z1m5t7ab:000000000001',
    'k3v9q0w8z1m5t7ab:1',
    'entry.set',
    'application.booked',
    'letter.drafted',
    'office.set',
    'user.added',
  ],
  ...[
    'А-2026-000001',
    'ЖТ-2026-00476575',
    '1-ЖТ-Қ-1',
    '+77025554711',
    STRANGER.iin,
    '100000000000',
    'YWJj',
    'app.title',
    'x@y.kz',
    '#fff',
  ],
]

const FREE = [
  ...[
    STRANGER.name,
    `${STRANGER.name} ${STRANGER.iin}`,
    STRANGER.phone,
    PERSON.surname,
    PERSON.iin,
    '',
    'x',
    'ә',
    'a b',
  ],
  ...hostileTexts(120),
]

/** Texts for messages: those of forms of ours, entities and heads as this desk has them now. */
export async function formedTexts({ side }: DeskBehindDoor): Promise<Words> {
  const open = side.state.findDesk()
  if (open === null) return { formed: FORMED, free: FREE }
  const { actions } = await open.journal.read({}, 400)
  const own = actions.filter(one => !one.entity.startsWith('user:'))
  const ids = (list: readonly Action[]) => list.flatMap(({ id, entity }) => [id, entity, entity])
  const subjects = own.flatMap(({ personal }) => (personal === null ? [] : [personal.subject]))
  return {
    formed: [
      ...FORMED,
      ...ids(own.slice(-40)),
      ...ids(own.slice(0, 12)),
      ...subjects.slice(0, 3),
      ...subjects.slice(-3),
    ],
    free: FREE,
  }
}

function deep(levels: number): unknown {
  let value: unknown = STRANGER.name
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value }
  return value
}

/** What no form of ours gives: other types, depth, length, keys that reach a prototype, signs that are none. */
export function hostileValues(): readonly unknown[] {
  const cyclic: Record<string, unknown> = { name: STRANGER.name }
  cyclic.self = [cyclic, cyclic]
  return [
    ...[
      null,
      undefined,
      true,
      0,
      -0,
      -1,
      1.5,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      2 ** 53,
      10n,
      Symbol(STRANGER.name),
      '',
      [],
      {},
    ],
    ...[
      new Date(0),
      new Map([[STRANGER.name, 1]]),
      new Set([1]),
      /x/,
      Buffer.from('x'),
      new Uint8Array(9),
      new ArrayBuffer(9),
    ],
    ...[() => STRANGER.name, new Error(STRANGER.name), Object.create({ name: STRANGER.name }), new (class Other {})()],
    ...[
      deep(17),
      deep(20_000),
      cyclic,
      new Array(2 ** 31),
      'x'.repeat(70_000),
      STRANGER.name.repeat(20_000),
      { length: 2 ** 31 },
    ],
    ...[JSON.parse(`{"__proto__":{"name":"${STRANGER.name}"}}`), JSON.parse('{"constructor":{"prototype":{"x":1}}}')],
    ...[
      '\0',
      `${STRANGER.name}\0`,
      '\ud800',
      `\udfff${STRANGER.iin}`,
      '\u202e',
      '__proto__',
      'constructor',
      '../../x',
      '{{name}}',
    ],
    ...[STRANGER.name, STRANGER.iin, STRANGER.phone, PERSON.surname, PERSON.iin, PASSWORD],
    { toString: () => STRANGER.name, valueOf: () => 1, toJSON: () => STRANGER.name },
    // biome-ignore lint/suspicious/noThenProperty: what waits for a value must not take it for a promise
    { then: (done: (value: unknown) => void) => done(STRANGER.name) },
  ]
}
