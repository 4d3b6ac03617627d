import type { Page } from 'playwright-core'
import type { Bench, BenchWindow } from '../bench.ts'
import type { Row } from '../row.ts'

/** A live query of a screen: its name and what it is asked with. */
type Live = readonly [name: string, params: object]

const LIST: Live = ['applications.page', { filter: {}, after: null, limit: 50 }]

/** What five lists of a screen ask. */
const FIVE: readonly Live[] = [
  LIST,
  ['totals', {}],
  ['applications.waiting', { mark: 'open', limit: 20 }],
  ['applications.waiting', { mark: 'no_eotinish', limit: 20 }],
  ['counts.quarters', {}],
]

/** What ten screens ask that stand open at once. */
const TEN: readonly Live[] = [
  ...FIVE,
  ['visits.day', { day: '2026-10-01' }],
  ['letters.owed', { limit: 20 }],
  ['figures.quarter', { quarter: '2026-Q4' }],
  ['applications.page', { filter: {}, after: null, limit: 50, sort: 'name' }],
  ['journals.page', { journal: 'registrations', from: '2026-10-01', to: '2026-10-01', after: null, limit: 50 }],
]

const BESIDE = 'strict write + fdatasync + IPC'

export const registered: Row = {
  ...{ name: 'S1', what: 'register: key press to acknowledged', beside: BESIDE, unit: 'ms', samples: 20 },
  goal: { as: 'ratio', most: 2 },
  open: async bench => {
    const press = await pressing(bench, [])
    return {
      product: async () => (await press()).acknowledged,
      baseline: n => bench.bareAct(n),
    }
  },
}

export const shown: Row = {
  ...{ name: 'S1', what: 'register: to on screen, 5 live queries', beside: BESIDE, unit: 'ms', samples: 20 },
  goal: { as: 'ratio', most: 4 },
  open: async bench => {
    const press = await pressing(bench, FIVE)
    return {
      product: async () => (await press()).shown,
      baseline: n => bench.bareAct(n),
      close: () => stopWatching(bench),
    }
  },
}

export const called: Row = {
  ...{ name: 'S1', what: 'call of a visitor: to acknowledged', beside: BESIDE, unit: 'ms', samples: 20 },
  goal: { as: 'ratio', most: 2 },
  open: async bench => {
    const page = await bench.page()
    return {
      product: () => page.evaluate(callOne, bench.newcomer()),
      baseline: n => bench.bareAct(n),
    }
  },
}

export const tenScreens: Row = {
  ...{ name: 'S8', what: 'register: to on screen, 10 live screens', beside: 'with one', unit: 'ms', samples: 10 },
  goal: { as: 'ratio', most: 2 },
  open: async bench => {
    // With more than a page of the day's journal each act moves the same ones of the ten.
    const register = await pressing(bench, [])
    for (let n = 0; n < 60; n += 1) await register()
    const press = async (live: readonly Live[]) => {
      const once = await pressing(bench, live)
      await once()
      const { shown: took } = await once()
      await stopWatching(bench)
      return took
    }
    return { product: () => press(TEN), baseline: () => press([LIST]) }
  },
}

interface LivePage extends BenchWindow {
  live: { stop: () => void; heard: Set<number>; tell: (place: number) => void }
}

/** A registration that is timed, with live queries beside it; on screen once all of those that it moves have answered. */
async function pressing(bench: Bench, live: readonly Live[]) {
  const page = await bench.page()
  await page.evaluate(watchAll, live as unknown as [string, object][])
  // The first of a day moves what the next ones do not: the list of the days there are.
  if (live.length > 0) await page.evaluate(whatMoves, bench.newcomer())
  const moved = live.length === 0 ? [] : await page.evaluate(whatMoves, bench.newcomer())
  if (live.length > 0 && moved.length === 0) throw new Error('nothing on the screen moves')
  return () => page.evaluate(pressOnce, { one: bench.newcomer(), moved })
}

async function stopWatching(bench: Bench): Promise<void> {
  const page: Page = await bench.page()
  await page.evaluate(() => (window as unknown as LivePage).live.stop())
}

async function watchAll(live: [string, object][]): Promise<void> {
  const page = window as unknown as LivePage
  const stops: (() => void)[] = []
  page.live = {
    stop: () => {
      for (const stop of stops) stop()
    },
    heard: new Set(),
    tell: () => undefined,
  }
  for (const [place, [name, params]] of live.entries()) {
    await new Promise<void>(resolve => {
      stops.push(
        page.watch(name, params, () => {
          resolve()
          page.live.heard.add(place)
          page.live.tell(place)
        }),
      )
    })
  }
}

/** The places of the live queries that answer anew when somebody is registered. */
async function whatMoves(one: object): Promise<number[]> {
  const page = window as unknown as LivePage
  page.live.heard.clear()
  page.must(await page.desk.applicationRegister({ ...one, request: page.newRequest() } as never))
  await new Promise(resolve => setTimeout(resolve, 700))
  return [...page.live.heard]
}

async function pressOnce({ one, moved }: { one: object; moved: number[] }) {
  const page = window as unknown as LivePage
  const waiting = new Set(moved)
  const whenShown = new Promise<void>(resolve => {
    if (waiting.size === 0) resolve()
    page.live.tell = place => {
      waiting.delete(place)
      if (waiting.size === 0) resolve()
    }
  })
  const started = performance.now()
  const answer = await page.desk.applicationRegister({ ...one, request: page.newRequest() } as never)
  const acknowledged = performance.now() - started
  page.must(answer)
  await whenShown
  return { acknowledged, shown: performance.now() - started }
}

/** Registers somebody, checks them in, records the check, and times the call alone. */
async function callOne(one: object): Promise<number> {
  const page = window as unknown as BenchWindow
  const must = (answer: { ok: boolean; value?: unknown }) =>
    page.must<{ action: { id: string; entity: string } }>(answer).action
  const registration = await page.desk.applicationRegister({ ...one, request: page.newRequest() } as never)
  const wanted = { officialId: null, booked: null, outOfTurn: false }
  const application = must(registration).entity
  const come = must(await page.desk.visitCheckIn({ request: page.newRequest(), application, ...wanted } as never))
  const act = (type: string, basedOn: string, body: object, personal: object | null) =>
    page.desk.journalAct({ intent: { entity: come.entity, type, basedOn, body }, personal } as never)
  const passport = { document: 'id_card', expired: false, digital: false, powers: 'not_needed' }
  const number = { number: '041234789', issuer: '', validTo: null, powersNumber: '', powersValidTo: null, comment: '' }
  const check = { check: { member: null, result: 'matched', ...passport } }
  const checked = must(await act('visit.identity_checked', come.id, check, number))
  const started = performance.now()
  must(await act('visit.called', checked.id, { call: { room: '105', reason: 'arrival' } }, null))
  return performance.now() - started
}
