import { setTimeout as pass } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Action } from '#shared/change/action.ts'
import { seeded } from '#test/fixtures/import/vary-journal.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { official } from '#test/fixtures/schedule.ts'
import { count } from './counted.ts'
import { killAndReturn, pidsOf, TARGETS } from './killing.ts'
import {
  actionsOf,
  call,
  copyOf,
  FULL,
  iinOf,
  makeDesk,
  newFolder,
  remove,
  startDesk,
  whenReady,
  writeJournal,
} from './product-rig.ts'

const VISITORS = 12
const SEED = Number(process.env.QABYLDAU_SEED ?? 20261122)
/** Each process once; the whole form kills thirty times. */
const MOMENTS = FULL ? 30 : 3
/** What is done with each visitor, one act after another. */
const ACTS = ['visit.called', 'visit.started', 'visit.finished'] as const

let place: string
let prepared: string
const figures = { moments: 0, acknowledged: 0, lost: 0, unheard: 0, cutShort: 0 }

beforeAll(async () => {
  place = await newFolder('call-kill')
  const begun = await makeDesk(0, await writeJournal(place, 1))
  const desk = await startDesk({ userData: begun })
  try {
    for (let number = 0; number < VISITORS; number += 1) await comeIn(desk.page, number)
    expect(await desk.quit()).toBe(0)
    prepared = await copyOf(begun)
  } finally {
    await desk.close()
    await remove(begun)
  }
}, 120_000)

afterAll(async () => {
  console.log(`killed in a call, seed ${SEED}: ${JSON.stringify(figures)}`)
  await Promise.all([place, prepared].map(remove))
})

const random = seeded(SEED)
const moments = Array.from({ length: MOMENTS }, (_, index) => ({
  moment: index + 1,
  target: TARGETS[index % TARGETS.length] ?? 'main',
  after: 2 + Math.floor(random() * 30),
  later: Math.floor(random() * 20),
}))

test.each(moments)(
  '$target killed, moment $moment: $after acts and $later ms into the day, each visitor stands before or after',
  async ({ target, after, later }) => {
    let desk = await startDesk({ userData: await copyOf(prepared) })
    try {
      await whenReady(desk.page)
      const pids = await pidsOf(desk, target)
      const heard: Action[] = []
      const work = receiveAll(desk.page, await actionsOf(desk.page), heard).catch(() => undefined)
      await expect.poll(() => heard.length >= after, { timeout: 60_000, interval: 1 }).toBe(true)
      await pass(later)
      const killed = killAndReturn(desk, target, pids)
      await work
      desk = await killed
      await whenReady(desk.page)
      const stood = await actionsOf(desk.page)
      const ids = stood.map(({ id }) => id)
      // Beside coming and being checked, of which this day heard nothing.
      const done = stood.filter(({ entity }) => entity.startsWith('visit:')).length - 2 * VISITORS
      const unheard = done - heard.filter(({ id }) => ids.includes(id)).length
      figures.moments += 1
      figures.acknowledged += heard.length
      figures.lost += heard.filter(({ id }) => !ids.includes(id)).length
      figures.unheard += unheard
      figures.cutShort += heard.length < VISITORS * ACTS.length ? 1 : 0
      const acts = stood
        .filter(({ entity }) => entity.startsWith('visit:'))
        .map(({ entity, type }) => `${entity} ${type}`)
      count('kills of the program', `${target}, while visitors are received`, 1, {
        lost: heard.filter(({ id }) => !ids.includes(id)).length,
        doubled: acts.length - new Set(acts).size,
      })
      // The call that was under way may have reached the disk and nobody heard of it: that one act, whole, and no more.
      expect(unheard).toBeGreaterThanOrEqual(0)
      expect(unheard).toBeLessThanOrEqual(1)
      for (const visit of visitsOf(stood)) {
        const own = stood.filter(({ entity }) => entity === visit).map(({ type }) => type)
        expect(own.slice(2)).toEqual(ACTS.slice(0, own.length - 2))
      }
      // And the day goes on to its end.
      await receiveAll(desk.page, stood, [])
      const finished = (await actionsOf(desk.page)).filter(({ type }) => type === 'visit.finished')
      expect(new Set(finished.map(({ entity }) => entity)).size).toBe(VISITORS)
      expect(finished.length).toBe(VISITORS)
      expect(await call(desk.page, 'journalVerify')).toMatchObject({ brokenAt: null })
    } finally {
      const { userData } = desk
      await desk.close()
      await remove(userData)
    }
  },
)

/** Registered, come and checked: three actions. Each stands in the line of an official of their own. */
async function comeIn(page: Page, number: number): Promise<void> {
  const request = (step: number) => String(number * 10 + step).padStart(16, '0')
  const registered = await call<{ action: Action }>(page, 'applicationRegister', {
    request: request(1),
    registration: makeRegistration({ officialId: null }),
    personal: makeRegistrationPersonal({ iin: iinOf(number) }),
    subject: null,
    draft: null,
  })
  const id = `line${number}`
  await call(page, 'journalAct', {
    intent: {
      entity: `official:${id}`,
      type: 'official.added',
      basedOn: null,
      body: { official: official(id, 'unit_head', null), batch: null },
    },
    personal: null,
  })
  const come = await call<{ action: Action }>(page, 'visitCheckIn', {
    request: request(2),
    application: registered.action.entity,
    officialId: id,
    booked: null,
    outOfTurn: false,
  })
  const check = { member: null, result: 'matched', document: 'id_card', expired: false, digital: false }
  await call(page, 'journalAct', {
    intent: {
      entity: come.action.entity,
      type: 'visit.identity_checked',
      basedOn: come.action.id,
      body: { check: { ...check, powers: 'not_needed' } },
    },
    personal: { number: '041234789', issuer: '', validTo: null, powersNumber: '', powersValidTo: null, comment: '' },
  })
}

/** Does with every visitor what is still to be done, one after another; each answer of main is heard here, outside of what is killed. */
async function receiveAll(page: Page, stood: readonly { id: string; entity: string; type: string }[], heard: Action[]) {
  for (const entity of visitsOf(stood)) {
    const own = stood.filter(one => one.entity === entity)
    let head = own.at(-1)?.id ?? ''
    for (const type of ACTS.slice(own.length - 2)) {
      const { action } = await doNext(page, type, entity, head)
      heard.push(action)
      head = action.id
    }
  }
}

function doNext(page: Page, type: (typeof ACTS)[number], entity: string, basedOn: string): Promise<{ action: Action }> {
  if (type === 'visit.finished') return call(page, 'visitFinish', { entity, basedOn, result: 'explained' })
  const body = type === 'visit.called' ? { call: { room: '105', reason: 'arrival' } } : {}
  return call(page, 'journalAct', { intent: { entity, type, basedOn, body }, personal: null })
}

function visitsOf(actions: readonly { entity: string }[]): string[] {
  return [...new Set(actions.map(({ entity }) => entity).filter(entity => entity.startsWith('visit:')))]
}
