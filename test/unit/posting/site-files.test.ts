import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { archiveOf } from '#electron/files/site-archive.ts'
import { type SiteInput, siteFiles, siteSheets } from '#electron/files/site-files.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { canonicalJson, PublicSchedule } from '#shared/posting/public-schedule.ts'
import { sha256 } from '#shared/posting/sha-256.ts'
import { PlainDate, Quarter } from '#shared/time/plain-date.ts'
import { manyOfficials, monthOf, POSTING_OFFICE, versionOf } from '#test/fixtures/posting.ts'

const run = promisify(execFile)
const OFFICIALS = manyOfficials(8)
const FIRST = monthOf('2026-10', OFFICIALS)
const [DROPPED, MOVED, ...KEPT] = FIRST.receptions
const SECOND = {
  ...FIRST,
  receptions: [
    { ...MOVED!, mode: 'video' as const, link: 'canary-link-77' },
    ...KEPT,
    {
      ...KEPT[0]!,
      id: 'outside',
      kind: 'off_schedule' as const,
      room: 'canary-room',
      instruction: { on: PlainDate.parse('2026-10-01'), number: '5', text: 'Канареева Канария' },
    },
  ],
}
const INPUT: SiteInput = {
  months: [[versionOf(1, FIRST), versionOf(2, SECOND)]],
  quarter: null,
  officials: OFFICIALS,
  office: {
    ...POSTING_OFFICE,
    name: { kk: 'Аппарат <script>alert(1)</script>', ru: 'Аппарат & "кавычки", <b>; \\ конец' },
  },
  calendar: SEED_CALENDAR,
  today: PlainDate.parse('2026-09-28'),
  madeAt: Date.UTC(2026, 8, 28, 4, 30),
}

function fileOf(name: string, input: SiteInput = INPUT): string {
  const found = siteFiles(input).find(file => file.name === name)
  if (!found) throw new Error(`no ${name}`)
  return Buffer.from(found.bytes).toString('utf8')
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'site-files-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the data', () => {
  test('are of the shape that is told, and whoever has them can compute the digests again', () => {
    const read = PublicSchedule.parse(JSON.parse(fileOf('schedule.json')))
    const { digest, ...whole } = read
    expect(sha256(canonicalJson(whole))).toBe(digest)
    for (const { digest: own, ...month } of read.months) {
      expect(sha256(canonicalJson({ office: read.office, month }))).toBe(own)
    }
    expect(read.months[0]?.receptions).toHaveLength(SECOND.receptions.length - 1)
  })
})

describe('the page', () => {
  test('has no script, fetches nothing, and carries the mark of the data', () => {
    const page = fileOf('index.html')
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\(|@import|https?:/i)
    expect(page).toContain('Аппарат &lt;script&gt;alert(1)&lt;/script&gt;')
    const { months } = PublicSchedule.parse(JSON.parse(fileOf('schedule.json')))
    expect(page).toContain(`${months[0]?.digest.slice(0, 4)}-${months[0]?.digest.slice(4, 8)}`)
  })

  test('an empty month says so', () => {
    const empty = { ...INPUT, months: [[versionOf(1, { ...FIRST, receptions: [] })]] }
    expect(fileOf('index.html', empty)).toContain('Бұл айда қабылдау жоспарланбаған.')
  })
})

describe('the calendar, read by the parser of another house (python3-icalendar)', () => {
  test('every reception at UTC+5 with its own UID, the dropped one cancelled', async () => {
    const events = await eventsOf(fileOf('receptions.ics'))
    const standing = events.filter(event => event.status === 'CONFIRMED')
    expect(standing).toHaveLength(SECOND.receptions.length - 1)
    expect(new Set(events.map(event => event.uid)).size).toBe(events.length)
    expect(events.filter(event => event.status === 'CANCELLED').map(event => event.uid)).toEqual([
      `${DROPPED?.id}@reception.qabyldau`,
    ])
    const moved = standing.find(event => event.uid.startsWith(`${MOVED?.id}@`))
    expect(moved).toMatchObject({
      start: `${MOVED?.date}T10:00:00+05:00`,
      end: `${MOVED?.date}T13:00:00+05:00`,
      sequence: 1,
    })
    expect(moved?.description).toContain('Бейнеконференцбайланыс арқылы')
    for (const event of events) expect(event.start).toMatch(/T10:00:00\+05:00$/)
    expect(standing[0]?.summary).toMatch(/^Жеке қабылдау: .+ \/ Личный прием: .+$/)
  })

  test('a UID outlives a new version', async () => {
    const before = await eventsOf(fileOf('receptions.ics', { ...INPUT, months: [[versionOf(1, FIRST)]] }))
    const after = await eventsOf(fileOf('receptions.ics'))
    expect(after.map(event => event.uid)).toEqual(expect.arrayContaining(before.map(event => event.uid)))
  })

  test('no line is longer than 75 octets, every one ends in CRLF, no letter is cut', () => {
    const feed = fileOf('receptions.ics')
    expect(feed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = feed.split('\r\n')
    expect(lines.at(-1)).toBe('')
    for (const line of lines) {
      expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\ufffd')
    }
  })
})

describe('the archive', () => {
  test('is opened whole by another reader, names and bytes as they were', async () => {
    const file = path.join(folder, 'site.zip')
    const files = siteFiles(INPUT)
    await writeFile(file, archiveOf(files, INPUT.madeAt))
    const { stdout } = await run('/usr/bin/python3', ['-c', UNZIP, file])
    const read = JSON.parse(stdout) as { bad: string | null; names: Record<string, [string, number[]]> }
    expect(read.bad).toBeNull()
    expect(Object.keys(read.names)).toEqual(['index.html', 'schedule.json', 'receptions.ics'])
    for (const { name, bytes } of files) {
      expect(read.names[name]).toEqual([Buffer.from(bytes).toString('base64'), [2026, 9, 28, 9, 30, 0]])
    }
  })

  test('holds nothing but what is public: no link, no reception outside the schedule, no instruction', () => {
    const all = siteFiles(INPUT)
      .map(({ bytes }) => Buffer.from(bytes).toString('utf8'))
      .join('\n')
    for (const canary of ['canary-link-77', 'canary-room', 'Канареева', 'outside']) expect(all).not.toContain(canary)
  })
})

describe('the sheets that go along', () => {
  test('a quarter under the rules of 2026 is the annex, one under the regulation three sheets', () => {
    const months = ['2026-10', '2026-11', '2026-12'].map(month => [versionOf(1, monthOf(month, OFFICIALS))])
    const quarter = Quarter.parse('2026-Q4')
    const kinds = (office: SiteInput['office']) =>
      siteSheets({ ...INPUT, months, quarter, office }).map(({ name, job }) => `${job.kind} ${name}`)
    expect(kinds(POSTING_OFFICE)).toEqual(
      ['A4', 'A3'].flatMap(paper => ['10', '11', '12'].map(month => `schedule schedule-2026-${month}-${paper}.pdf`)),
    )
    const rules = {
      ...POSTING_OFFICE,
      profiles: [{ profile: 'KZ-2026' as const, from: PlainDate.parse('2020-12-09') }],
    }
    expect(kinds(rules)).toEqual(['annex schedule-2026-Q4-A4.pdf', 'annex schedule-2026-Q4-A3.pdf'])
  })
})

interface Read {
  readonly uid: string
  readonly start: string
  readonly end: string
  readonly status: string
  readonly summary: string
  readonly description: string
  readonly sequence: number
}

const PARSE = `
import sys, json
from icalendar import Calendar
feed = Calendar.from_ical(open(sys.argv[1], 'rb').read())
print(json.dumps([dict(uid=str(e['UID']), start=e.decoded('DTSTART').isoformat(), end=e.decoded('DTEND').isoformat(),
  status=str(e['STATUS']), summary=str(e['SUMMARY']), description=str(e['DESCRIPTION']), sequence=int(e['SEQUENCE']))
  for e in feed.walk('VEVENT')]))
`
const UNZIP = `
import sys, json, zipfile, base64
z = zipfile.ZipFile(sys.argv[1])
print(json.dumps(dict(bad=z.testzip(), names={i.filename: [base64.b64encode(z.read(i)).decode(), list(i.date_time)] for i in z.infolist()})))
`

async function eventsOf(feed: string): Promise<Read[]> {
  const file = path.join(folder, 'feed.ics')
  await writeFile(file, feed)
  const { stdout } = await run('/usr/bin/python3', ['-c', PARSE, file])
  return JSON.parse(stdout) as Read[]
}
