import { expect, it } from 'vitest'
import { intentNow } from '#electron/desk/act.ts'
import { openDesk as deskOf, type OpenDesk } from '#electron/desk/open-desk.ts'
import { applyPlan } from '#electron/desk/plan.ts'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { registrationKey } from '#shared/application/number.ts'
import { type EntityId, entityId, type Intent } from '#shared/change/action.ts'
import { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { official, scheduleOf } from '#test/fixtures/schedule.ts'
import { PERSONAL, press, REGISTRATION } from '#test/unit/desk/register-rig.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'
import { count } from './counted.ts'
import { openDesk, readAll, testRandom } from './desk-rig.ts'
import { FailFiles } from './fail-files.ts'
import { diceOf, MemoryFiles } from './memory-files.ts'

const PEOPLE = 299
/** Small enough that the acts of one call do not fit into the segment that is open. */
const SEGMENT = 200_000
const ACTOR = {
  user: 'u1',
  role: 'clerk',
  date: PlainDate.parse('2026-09-21'),
  time: PlainTime.parse('10:00'),
  now: Date.UTC(2026, 8, 21, 5),
} as const

async function open(files: FileSystem, seed: string): Promise<OpenDesk> {
  const parts = await openDesk({ files, random: testRandom(seed), segmentBytes: SEGMENT })
  return deskOf({ ...parts, reportBug: error => expect.unreachable(String(error)) })
}

/** A desk with an office, an official, a month of receptions and the people who wait. */
async function prepared(): Promise<{ files: MemoryFiles; people: readonly EntityId[] }> {
  const files = new MemoryFiles()
  const { journal, keyring, gate } = await open(files, 'prepared')
  const rows: [string, string, string, object][] = [['r1', 'o1', '2026-10-06', { capacity: PEOPLE }]]
  const approval = { schedule: scheduleOf('2026-10', rows), approvedBy: 'head', approvedOn: '2026-09-20' }
  const intents = [
    intentNow(journal, 'office', 'main', 'office.set', { office: FIRST_RUN.office }),
    intentNow(journal, 'official', 'o1', 'official.added', { official: official('o1', 'akim', null), batch: null }),
    intentNow(journal, 'schedule', '2026-10', 'schedule.approved', approval),
  ]
  await gate.act(
    intents.map(intent => ({ intent })),
    ACTOR,
  )
  const subjects = await keyring.create(Array.from({ length: PEOPLE }, () => null))
  const registered = await gate.act(
    subjects.map((subject, at) => {
      const number = { letter: 'А', suffix: null, year: 2026, serial: at + 1 }
      const key = registrationKey(journal.installation, 2026, at + 1)
      const body = { request: press(at), number, registration: REGISTRATION, profile: 'WKO-2020/2023' }
      const intent = intentNow(journal, 'application', key, 'application.registered', body)
      return { intent, personal: { subject, value: PERSONAL } }
    }),
    ACTOR,
  )
  await journal.close()
  return { files, people: registered.map(({ entity }) => entity) }
}

/** An absence, and everybody booked because of it: three hundred acts. */
function actsOn({ journal }: OpenDesk, people: readonly EntityId[]): Intent[] {
  const absence = {
    ...{ missing: { kind: 'official', id: 'o1' }, from: '2026-10-01', to: '2026-10-01', ground: 'illness' },
    ...{ toldOn: '2026-09-21', acting: null, note: '' },
  }
  const booking = { officialId: 'o1', date: '2026-10-06', time: null, reception: 'r1', because: 'a1' }
  const told = { entity: entityId('absence', 'a1'), type: 'absence.set', body: { absence } }
  const moved = people.map(entity => ({ entity, type: 'application.booked', body: { booking } }))
  return [told, ...moved].map(act => ({ ...act, basedOn: journal.headOf(act.entity) }))
}

/** Writes at which the process dies: the first, the last, and some between. */
function momentsOf(last: number): number[] {
  const dice = diceOf(last)
  const between = Array.from({ length: 6 }, () => 3 + Math.floor(dice() * Math.max(0, last - 6)))
  const ends = [1, 2, 3, last - 3, last - 2, last - 1, last]
  return [...new Set([...ends, ...between])].filter(at => at >= 1 && at <= last).sort((a, b) => a - b)
}

it('killed at a write of three hundred acts, power lost at every second: after a new start all stand or none', async () => {
  const { files: made, people } = await prepared()
  const ends = { all: 0, none: 0 }
  const whole = new FailFiles(made.copy(), Number.POSITIVE_INFINITY, 'kill')
  const desk = await open(whole, 'whole')
  const { calls } = whole
  await applyPlan(desk, actsOn(desk, people), ACTOR)
  for (const at of momentsOf(whole.calls - calls)) {
    const files = made.copy()
    // The desk opens whole: what is killed is the call.
    const failing = new FailFiles(files, calls + at, 'kill')
    const killed = await open(failing, `kill ${at}`)
    const acknowledged = await applyPlan(killed, actsOn(killed, people), ACTOR).then(
      () => true,
      () => false,
    )
    expect(failing.hit).toBe(true)
    if (at % 2 === 0) files.losePower(diceOf(at))
    const again = await open(files, `again ${at}`)
    const types = (await readAll(again.journal)).map(({ type }) => type)
    const booked = types.filter(type => type === 'application.booked').length
    expect([0, PEOPLE]).toContain(booked)
    expect(types.filter(type => type === 'absence.set')).toHaveLength(booked === 0 ? 0 : 1)
    if (acknowledged) expect(booked).toBe(PEOPLE)
    expect((await again.journal.verify()).brokenAt).toBeNull()
    ends[booked === 0 ? 'none' : 'all'] += 1
    // What did not come about can be done now.
    if (ends.none === 1) expect((await applyPlan(again, actsOn(again, people), ACTOR)).count).toBe(PEOPLE + 1)
  }
  count('faults of files', 'three hundred acts in one call, in memory', ends.none + ends.all)
  expect(ends.none).toBeGreaterThan(5)
  expect(ends.all).toBeGreaterThan(0)
})
