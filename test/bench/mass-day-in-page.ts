import type { BenchPage } from './in-page.ts'

/** What a desk does next with the line of one official. */
export interface Step {
  readonly do: 'come' | 'receive'
  /** Of the line, by number; each line belongs to one desk. */
  readonly line: number
  /** Index of the visitor who comes; of `receive` none: it is whoever is first. */
  readonly visitor: number
}

/** What the page says of a stretch of the day: milliseconds of each call, and who was received. */
export interface Stretch {
  readonly acknowledged: number[]
  readonly shown: number[]
  readonly received: string[]
}

export interface MassPage extends BenchPage {
  day: MassDay
  work: (desks: Step[][]) => Promise<Stretch>
  race: (visitors: readonly string[]) => Promise<{ called: string[]; refused: Record<string, number> }>
}

interface Standing {
  readonly entity: string
  head: string
  readonly order: number
  readonly outOfTurn: boolean
  missOnce: boolean
}

interface MassDay {
  readonly applications: string[]
  readonly outOfTurn: readonly boolean[]
  readonly away: readonly boolean[]
  readonly lines: Map<number, Standing[]>
  order: number
  /** Heads of visits as the live list last had them, and who waits for one. */
  readonly seen: Map<string, string>
  readonly awaited: Map<string, { readonly head: string; readonly tell: () => void }>
}

/**
 * Runs inside the page: desks that work side by side on one day through the desk's own calls. Plain functions only: the
 * text is sent to the page. Who is first in a line is known here apart from the product: out of turn, then as they came.
 */
export function installMassDay({
  applications,
  outOfTurn,
  away,
  day,
}: {
  applications: string[]
  outOfTurn: boolean[]
  away: boolean[]
  day: string
}): void {
  const page = window as unknown as MassPage
  page.day = { applications, outOfTurn, away, lines: new Map(), order: 0, seen: new Map(), awaited: new Map() }
  page.watch('visits.day', { day }, value => {
    const rows = value as { id: string; head: string }[]
    for (const row of rows) {
      // A row that stayed comes as its place.
      if (typeof row !== 'object') continue
      page.day.seen.set(row.id, row.head)
      const awaited = page.day.awaited.get(row.id)
      if (awaited?.head === row.head) awaited.tell()
    }
  })
  const must = (answer: { ok: boolean; value?: unknown }) =>
    page.must<{ action: { id: string; entity: string } }>(answer).action
  const send = (
    type: string,
    { entity, head }: { entity: string; head: string },
    body: object,
    personal: object | null,
  ) => page.desk.journalAct({ intent: { entity, type, basedOn: head, body }, personal } as never)
  const act = async (type: string, one: Standing, body: object, personal: object | null = null) => {
    one.head = must(await send(type, one, body, personal)).id
  }
  const CHECK = {
    member: null,
    result: 'matched',
    document: 'id_card',
    expired: false,
    digital: false,
    powers: 'not_needed',
  }
  const NUMBER = { number: '041234789', issuer: '', validTo: null, powersNumber: '', powersValidTo: null, comment: '' }

  const entered = new Map<string, Promise<unknown>>()
  /** Nobody waits before an official whom nobody entered. */
  function enter(id: string): Promise<unknown> {
    const both = { kk: 'А', ru: 'А' }
    const name = { surname: both, given: both, patronymic: both }
    const of = { position: both, unit: both, room: '1', rule: null, from: null, to: null }
    const official = { id, category: 'unit_head', name, ...of }
    const entering =
      entered.get(id) ??
      send('official.added', { entity: `official:${id}`, head: null as never }, { official, batch: null }, null)
    entered.set(id, entering)
    return entering
  }

  async function come(line: number, visitor: number, official = `o${line}`): Promise<Standing> {
    await enter(official)
    const goesFirst = page.day.outOfTurn[visitor] ?? false
    const application = page.day.applications[visitor] as string
    const note = goesFirst ? { note: 'Құжат көрсетілді' } : {}
    const asked = {
      request: page.newRequest(),
      application,
      officialId: official,
      booked: null,
      outOfTurn: goesFirst,
      ...note,
    }
    const { id, entity } = must(await page.desk.visitCheckIn(asked as never))
    page.day.order += 1
    const missOnce = page.day.away[visitor] ?? false
    const one: Standing = { entity, head: id, order: page.day.order, outOfTurn: goesFirst, missOnce }
    await act('visit.identity_checked', one, { check: CHECK }, NUMBER)
    const standing = page.day.lines.get(line) ?? []
    page.day.lines.set(line, [...standing, one])
    return one
  }

  async function receive(line: number, told: Stretch): Promise<void> {
    const standing = page.day.lines.get(line) ?? []
    const [one] = standing.toSorted((a, b) => Number(b.outOfTurn) - Number(a.outOfTurn) || a.order - b.order)
    if (one === undefined) return
    const reason = one.outOfTurn ? 'out_of_turn' : 'arrival'
    const started = performance.now()
    one.head = must(await send('visit.called', one, { call: { room: String(100 + line), reason } }, null)).id
    told.acknowledged.push(performance.now() - started)
    if (page.day.seen.get(one.entity) !== one.head) {
      await new Promise<void>(tell => page.day.awaited.set(one.entity, { head: one.head, tell }))
      page.day.awaited.delete(one.entity)
    }
    told.shown.push(performance.now() - started)
    if (one.missOnce) {
      one.missOnce = false
      await act('visit.missed', one, {})
      await act('visit.returned', one, {})
      return
    }
    await act('visit.started', one, {})
    must(await page.desk.visitFinish({ entity: one.entity, basedOn: one.head, result: 'explained' } as never))
    told.received.push(one.entity)
    const left = (page.day.lines.get(line) ?? []).filter(other => other !== one)
    page.day.lines.set(line, left)
  }

  page.work = async desks => {
    const told: Stretch = { acknowledged: [], shown: [], received: [] }
    await Promise.all(
      desks.map(async steps => {
        for (const step of steps) {
          if (step.do === 'come') await come(step.line, step.visitor)
          else await receive(step.line, told)
        }
      }),
    )
    return told
  }

  page.race = async applicationsOf => {
    const first = page.day.applications.length
    page.day.applications.push(...applicationsOf)
    const waiting: Standing[] = []
    for (let at = 0; at < applicationsOf.length; at += 1) waiting.push(await come(1000 + at, first + at, `race${at}`))
    const called: string[] = []
    const refused: Record<string, number> = {}
    const call = async (one: Standing, room: string) => {
      const answer = (await send('visit.called', one, { call: { room, reason: 'arrival' } }, null)) as {
        ok: boolean
        error?: { code: string }
      }
      const code = answer.error?.code ?? ''
      if (answer.ok) called.push(one.entity)
      else refused[code] = (refused[code] ?? 0) + 1
    }
    // Two windows press for everybody, all at once, the second from the end.
    await Promise.all([...waiting.map(one => call(one, '101')), ...waiting.toReversed().map(one => call(one, '102'))])
    return { called, refused }
  }
}
