import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { activeOfficials, findOffice } from '#electron/desk/open-desk.ts'
import { findEdition } from '#electron/site/edition.ts'
import { digestOf } from '#electron/site/place.ts'
import { entityId } from '#shared/change/action.ts'
import { readManifest, type SiteManifest } from '#shared/posting/site-manifest.ts'
import { markedVersions, placesOf } from '#shared/posting/standing.ts'
import { foldSchedule } from '#shared/schedule/transitions.ts'
import type { SiteFault, SiteServerForTest } from '#test/fixtures/site/web-server.ts'
import { approved, booked, MONTH, type PlanRig, planRig, ROWS } from '../desk/plan-rig.ts'
import { PERSONAL } from '../desk/register-rig.ts'
import { type TemporaryDesk, temporaryDesk } from '../desk/temporary-desk.ts'
import {
  couchWay,
  digestAt,
  endCouch,
  folderWay,
  printedJob,
  type SiteRig,
  siteRig,
  type Way,
  webWay,
} from './site-rig.ts'

const LATER = [['r1', 'o1', '2035-03-20'], ...ROWS.slice(1)] as typeof ROWS
const WAYS = { folder: folderWay, web: webWay, couch: couchWay } as const

let desk: TemporaryDesk
let rig: PlanRig
let site: SiteRig
let way: Way
beforeEach(async () => {
  desk = await temporaryDesk()
  rig = planRig(desk)
  await rig.begin()
  site = siteRig(desk)
})
afterEach(async () => {
  site.publisher.end()
  await way.end()
  await desk.end()
})

afterAll(endCouch)

/** A version over the one that stands. */
async function approve(rows: typeof ROWS): Promise<void> {
  const open = desk.state.desk()
  const { approved: stands } = foldSchedule(await open.journal.actionsOf(entityId('schedule', MONTH)))
  const { body, ...act } = approved(rows)
  await rig.byHand({ ...act, body: { ...body, base: stands?.action ?? null } })
}

async function manifestAt(): Promise<SiteManifest> {
  const bytes = await way.read('manifest.json')
  const manifest = bytes && readManifest(bytes.toString())
  if (manifest === null) throw new Error('no manifest there')
  return manifest
}

/** How the site stands by the journal, as the monitor reads it (clause 7). */
async function siteInJournal(): Promise<ReturnType<typeof placesOf>[number] | undefined> {
  const open = desk.state.desk()
  const office = await findOffice(open)
  if (office === null) throw new Error('no office')
  const state = foldSchedule(await open.journal.actionsOf(entityId('schedule', MONTH)))
  return placesOf(markedVersions(state, { officials: await activeOfficials(open), office }), ['site'])[0]
}

/** All that is named stands there, byte by byte as the same functions make it. */
async function demandWhole(): Promise<SiteManifest> {
  const manifest = await manifestAt()
  const edition = await findEdition(desk.state.desk(), desk.state.actor().date, printedJob)
  expect(manifest.edition).toBe(edition?.id)
  const made = await edition?.make(Date.parse(manifest.madeAt))
  expect(made?.files.map(({ name }) => name).sort()).toEqual(
    [
      `schedule-${MONTH}-A3.pdf`,
      `schedule-${MONTH}-A4.pdf`,
      'index.html',
      'manifest.json',
      'receptions.ics',
      'schedule.json',
    ].sort(),
  )
  for (const { name, bytes } of made?.files ?? []) expect(await digestAt(way, name), name).toBe(digestOf(bytes))
  return manifest
}

describe.each(Object.entries(WAYS))('by itself, %s:', (_, begin) => {
  beforeEach(async () => {
    way = await begin()
  })

  it('clause 7: a schedule approved without a wire goes to the site when it is back; a change takes its place; the journal says so', async () => {
    await way.down()
    await site.publisher.configure(way.target, way.password)
    const waiting = await site.until(({ failed }) => failed !== null)
    expect(waiting).toMatchObject({ phase: 'waiting', published: null })
    expect(waiting.nextAt).not.toBeNull()
    expect((await siteInJournal())?.state).toBe('never')
    await approve(LATER)
    await way.up()
    const done = await site.until(({ phase }) => phase === 'published')
    expect(done.published?.months).toMatchObject([{ month: MONTH, number: 2 }])
    expect(done.failed).toBeNull()
    const first = await demandWhole()
    expect(await siteInJournal()).toMatchObject({ state: 'stands', last: { number: 2, by: 'system' } })

    await approve(ROWS)
    expect((await siteInJournal())?.state).toBe('old')
    await site.publisher.look()
    await site.until(({ phase, wanted }) => phase === 'published' && wanted[0]?.number === 3)
    expect((await demandWhole()).edition).not.toBe(first.edition)
    expect(await siteInJournal()).toMatchObject({ state: 'stands', last: { number: 3 } })
    expect(site.bugs).toEqual([])
  })

  it('what stands there was removed or replaced: it is seen and put back', async () => {
    await site.publisher.configure(way.target, way.password)
    await site.until(({ phase }) => phase === 'published')
    const before = await manifestAt()
    await way.spoil()
    const began = desk.state.clock.now()
    await site.publisher.press()
    await site.until(({ checkedAt }) => Date.parse(checkedAt ?? '') >= began)
    expect((await demandWhole()).edition).toBe(before.edition)
  })

  it('a newer one is never replaced by an older; an own later act replaces it', async () => {
    await site.publisher.configure(way.target, way.password)
    await site.until(({ phase }) => phase === 'published')
    const newer = await temporaryDesk()
    try {
      const far = planRig(newer)
      await far.begin(LATER)
      const there = siteRig(newer)
      await there.publisher.configure(way.target, way.password)
      await there.until(({ phase }) => phase === 'published')
      there.publisher.end()
      const stands = await manifestAt()
      await site.publisher.press()
      const state = await site.until(({ failed }) => failed?.error.code === 'site.later_there')
      expect(state.phase).toBe('published')
      expect(await manifestAt()).toEqual(stands)
    } finally {
      await newer.end()
    }
    await approve(LATER)
    await site.publisher.wake()
    await site.until(({ phase, wanted }) => phase === 'published' && wanted[0]?.number === 2)
    await demandWhole()
  })

  it('the program ended in the middle: the next start goes on by itself and tells the journal once', async () => {
    await way.down()
    await site.publisher.configure(way.target, way.password)
    await site.until(({ failed }) => failed !== null)
    site.publisher.end()
    desk = await desk.restart()
    await way.up()
    site = siteRig(desk)
    await site.publisher.look()
    await site.until(({ phase }) => phase === 'published')
    await demandWhole()
    const began = desk.state.clock.now()
    await site.publisher.press()
    await site.until(({ checkedAt }) => Date.parse(checkedAt ?? '') >= began)
    const posted = (await desk.actions()).filter(({ type }) => type === 'schedule.posted')
    expect(posted).toHaveLength(1)
  })

  it('nobody who comes is in any byte there: neither who is booked nor what it is about', async () => {
    const { id, number } = await rig.register(1)
    await rig.byHand(booked(id, '10:00'))
    await site.publisher.configure(way.target, way.password)
    await site.until(({ phase }) => phase === 'published')
    const { files } = await demandWhole()
    const names = ['manifest.json', ...files.map(({ name }) => name)]
    const there = await Promise.all(names.map(name => way.read(name)))
    const all = Buffer.concat(there.map(bytes => bytes ?? Buffer.alloc(0))).toString()
    expect(all).toContain('2035-03-06')
    const canaries = [
      PERSONAL.surname,
      PERSONAL.phone,
      PERSONAL.essence,
      number,
      id,
      desk.state.desk().keys.installation,
    ]
    expect(canaries.filter(canary => all.includes(canary))).toEqual([])
  })

  it('stopped by hand it stays stopped over a start, and goes on when asked for', async () => {
    await way.down()
    await site.publisher.configure(way.target, way.password)
    await site.publisher.hold()
    await way.up()
    site.publisher.end()
    site = siteRig(desk)
    await site.publisher.look()
    expect((await site.publisher.state()).phase).toBe('held')
    expect(await way.read('manifest.json')).toBeNull()
    await site.publisher.press()
    await site.until(({ phase }) => phase === 'published')
  })
})

const FAULTS: readonly [string, SiteFault, string][] = [
  ['401', { status: 401 }, 'site.login'],
  ['403', { status: 403 }, 'site.forbidden'],
  ['404', { status: 404 }, 'site.missing'],
  ['409', { status: 409 }, 'site.conflict'],
  ['413', { status: 413 }, 'site.too_large'],
  ['429', { status: 429, headers: { 'retry-after': '1' } }, 'site.busy'],
  ['500', { status: 500 }, 'site.refused'],
  ['507', { status: 507 }, 'site.full'],
  ['the wire cut', 'cut', 'site.cut'],
  ['half sent', 'half_sent', 'site.cut'],
  ['redirected', 'redirect', 'site.redirected'],
]

describe.each([
  ['web', webWay],
  ['couch', couchWay],
] as const)('what goes wrong is told with its cause and tried again, %s:', (kind, begin) => {
  it.each(FAULTS)('%s', async (_, fault, code) => {
    const faulty = await begin()
    way = faulty
    faulty.server().fault = method => (method === 'PUT' ? fault : null)
    await site.publisher.configure(way.target, way.password)
    await site.until(({ failed }) => failed?.error.code === code)
    expect((await site.publisher.state()).phase).not.toBe('published')
    expect(await siteInJournal()).toMatchObject({ state: 'never' })
    if (fault !== 'half_sent') expect(await way.read('index.html')).toBeNull()
    faulty.server().fault = () => null
    await site.publisher.wake()
    await site.until(({ phase }) => phase === 'published')
    await demandWhole()
  })

  it.each<[string, SiteFault]>([
    ['a page of the network answers everything', 'portal'],
    ['the server says it is there and kept nothing', 'none_kept'],
    ['the server says it is there and kept half', 'half_kept'],
  ])('%s: it is not told as published', async (_, fault) => {
    const faulty = await begin()
    way = faulty
    faulty.server().fault = method => (method === 'PUT' || fault === 'portal' ? fault : null)
    await site.publisher.configure(way.target, way.password)
    const { failed } = await site.until(one => one.failed !== null)
    const portal = fault === 'portal' || kind === 'couch'
    expect(failed?.error.code).toBe(portal ? 'site.portal' : 'site.differs')
    expect(await siteInJournal()).toMatchObject({ state: 'never' })
    faulty.server().fault = () => null
    await site.publisher.wake()
    await site.until(({ phase }) => phase === 'published')
    await demandWhole()
  })
})

describe('told as published is what was read back from where everybody reads it', () => {
  it.each<[string, () => Promise<Way & { server(): SiteServerForTest }>, SiteFault]>([
    ['half of the page is kept under its own name', webWay, 'half_kept'],
    ['the page under its own name is the old one', webWay, 'none_kept'],
    ['the database says a revision that it did not keep', couchWay, 'lies'],
  ])('%s', async (_, begin, fault) => {
    const faulty = await begin()
    way = faulty
    const isRead = (name: string) => name === 'index.html' || name === 'posted-schedule'
    faulty.server().fault = (method, name) => (method === 'PUT' && isRead(name) ? fault : null)
    await site.publisher.configure(way.target, way.password)
    await site.until(({ failed }) => failed?.error.code === 'site.differs')
    expect(await siteInJournal()).toMatchObject({ state: 'never' })
    faulty.server().fault = () => null
    await site.publisher.wake()
    await site.until(({ phase }) => phase === 'published')
    await demandWhole()
  })
})

describe('on its way', () => {
  it('cut at every single file, the page that was read before stays whole, and the list is of what stands', async () => {
    const web = await webWay()
    way = web
    await site.publisher.configure(way.target, way.password)
    await site.until(({ phase }) => phase === 'published')
    const before = new Map(web.server().kept)
    await approve(LATER)
    for (let at = 1; at <= 12; at++) {
      let count = 0
      web.server().fault = method => (method === 'PUT' && ++count === at ? 'cut' : null)
      await site.publisher.wake()
      await site.until(({ failed }) => failed?.tries === at)
      expect(await way.read('manifest.json'), `cut at ${at}`).toEqual(before.get('manifest.json'))
      const page = (await way.read('index.html')) ?? Buffer.alloc(0)
      // The last but one is the page itself: it went whole, and only the list behind it is missing.
      if (at < 12) expect(page.equals(before.get('index.html') as Buffer), `cut at ${at}`).toBe(true)
    }
    web.server().fault = () => null
    await site.publisher.wake()
    await site.until(({ phase }) => phase === 'published')
    await demandWhole()
    expect([...web.server().kept.keys()].filter(name => name.startsWith('v-'))).toEqual([])
  })

  it('a later version that is approved meanwhile takes its place: the earlier is never told as published', async () => {
    const web = await webWay()
    way = web
    let isChanged = false
    web.server().fault = (method, name) => {
      if (method === 'PUT' && name.endsWith('receptions.ics') && !isChanged) {
        isChanged = true
        void approve(LATER).then(() => site.publisher.look())
        return 'silent'
      }
      return null
    }
    await site.publisher.configure(way.target, way.password)
    await site.until(({ phase, wanted }) => phase === 'published' && wanted[0]?.number === 2)
    await demandWhole()
    expect(site.told.flatMap(({ published }) => published?.months.map(({ number }) => number) ?? [])).not.toContain(1)
    expect(site.causes()).toEqual([])
  })

  it('is tried again by itself, without anybody', async () => {
    const web = await webWay()
    way = web
    let puts = 0
    web.server().fault = method => (method === 'PUT' && ++puts <= 2 ? { status: 500 } : null)
    await site.publisher.configure(way.target, way.password)
    await site.until(({ phase }) => phase === 'published')
    expect(site.causes()).toEqual(['site.refused'])
  })

  it('nothing set: nothing is made, nothing asked, nothing kept', async () => {
    way = await folderWay()
    let printed = 0
    const quiet = siteRig(desk, job => {
      printed++
      return printedJob(job)
    })
    await quiet.publisher.look()
    expect(await quiet.publisher.state()).toMatchObject({ phase: 'off', wanted: [] })
    expect(printed).toBe(0)
  })
})
