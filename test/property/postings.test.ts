import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ProfileId } from '#shared/office/model.ts'
import type { PostingPlace } from '#shared/schedule/model.ts'
import type { ApprovedSchedule } from '#shared/schedule/transitions.ts'
import { addDays, PlainMonth, plainDate } from '#shared/time/plain-date.ts'
import { recordsOf } from '#test/fixtures/compliance.ts'
import { versionOf } from '#test/fixtures/posting.ts'
import { official, scheduleOf } from '#test/fixtures/schedule.ts'

const SEED = 20261122
const FIRST = plainDate(2026, 9, 20)
const NEXT_MONTH = plainDate(2026, 11, 1)
const MONTH = PlainMonth.parse('2026-10')
const OFFICIALS = [official('o1', 'akim', null)]

/** What the acts demand, written apart: clause 7 in the room and on the site, rule 19 on the site and in the centre. */
const WALLS = { 'WKO-2020/2023': ['room', 'site'], 'KZ-2026': ['center', 'site'] } as const

/** A new version with the reception on one of three days, or the version of a number posted somewhere. */
const act = fc.oneof(
  fc.record({ kind: fc.constant('version' as const), date: fc.integer({ min: 5, max: 7 }) }),
  fc.record({
    kind: fc.constant('post' as const),
    where: fc.constantFrom<PostingPlace>('room', 'site', 'center'),
    number: fc.nat(5),
  }),
)
const story = fc.record({
  profile: fc.constantFrom(...ProfileId.options),
  first: fc.integer({ min: 5, max: 7 }),
  acts: fc.array(fc.record({ on: fc.nat(60), act }), { maxLength: 8 }),
  today: fc.nat(65),
})

it(`800 stories of a month's sheets are judged as somebody who walks by the wall each day does, seed ${SEED}`, () => {
  const told = { kept: 0, due: 0, broken: 0 }
  fc.assert(
    fc.property(story, ({ profile, first, acts, today: later }) => {
      const dated = acts.toSorted((a, b) => a.on - b.on).map(one => ({ ...one, date: addDays(FIRST, one.on) }))
      const today = [addDays(FIRST, later), ...dated.map(one => one.date)].sort().at(-1) ?? FIRST
      const versions = [versionAt(1, first)]
      /** What hangs on each wall: the day the reception is said to be on. */
      const walls = new Map<PostingPlace, { says: number; on: string }>()
      let stands = first
      for (const [place, { date, act: done }] of dated.entries()) {
        const isRead = date < NEXT_MONTH
        if (done.kind === 'version') {
          versions.push({ ...versionAt(versions.length + 1, done.date), on: date })
          if (isRead) stands = done.date
        } else {
          const at = done.number % versions.length
          const version = versions[at] as ApprovedSchedule
          const minute = String(place).padStart(2, '0')
          const post = { where: done.where, on: date, at: `${date}T06:${minute}:00.000Z`, by: 'u1', photo: '' }
          versions[at] = { ...version, posted: [...version.posted, post] }
          const says = Number(version.schedule.receptions[0]?.date.slice(8))
          if (isRead) walls.set(done.where, { says, on: date })
        }
      }
      const expected = WALLS[profile].map(where => {
        const sheet = walls.get(where)
        const open = today < NEXT_MONTH ? 'due' : 'broken'
        const state = sheet === undefined ? open : sheet.says === stands ? 'kept' : 'broken'
        told[state] += 1
        return `posted_${where} ${state} ${sheet?.on ?? '-'}`
      })
      const state = { approved: versions.at(-1), versions } as never
      const known = { months: [{ month: MONTH, state }], officials: OFFICIALS }
      const found = recordsOf(profile, profile === 'KZ-2026' ? '19' : '7', today, known)
      const postings = found.filter(({ duty }) => duty.startsWith('posted_'))
      expect(postings.map(one => `${one.duty} ${one.state} ${one.on ?? '-'}`).sort()).toEqual(expected)
      expect(postings.every(({ by }) => by === null)).toBe(true)
    }),
    { seed: SEED, numRuns: 800 },
  )
  for (const count of Object.values(told)) expect(count).toBeGreaterThan(50)
})

function versionAt(number: number, date: number): ApprovedSchedule {
  return versionOf(number, scheduleOf(MONTH, [['r1', 'o1', `2026-10-0${date}`]]), { on: FIRST })
}
