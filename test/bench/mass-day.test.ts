import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PreparedDesk, sitAt } from '../e2e/prepared/prepared-desk.ts'
import { installBench } from './in-page.ts'
import { installMassDay, type MassPage } from './mass-day-in-page.ts'
import { newcomerOf } from './newcomers.ts'

const RACED = process.env.QABYLDAU_FULL === '1' ? 1000 : 30

let prepared: PreparedDesk

beforeAll(async () => {
  prepared = await sitAt('begun', 'kk')
  const { page } = prepared.at
  await page.addInitScript(installBench)
  await page.reload()
  await page.waitForFunction(() => (window as unknown as MassPage).storeWorker !== undefined)
}, 120_000)

afterAll(() => prepared.leave())

test('two windows press for everybody at once: each is called once', async () => {
  const { page } = prepared.at
  const day = await page.evaluate(async () => {
    const { must, desk } = window as unknown as MassPage
    return must<{ today: string }>(await desk.appStart({})).today
  })
  await page.evaluate(installMassDay, { applications: [], outOfTurn: [], away: [], day })
  const applications: string[] = []
  for (let n = 0; n < RACED; n += 1) {
    const action = await page.evaluate(async one => {
      const { must, desk, newRequest } = window as unknown as MassPage
      const answer = await desk.applicationRegister({ ...one, request: newRequest() } as never)
      return must<{ action: { entity: string } }>(answer).action
    }, newcomerOf(n))
    applications.push(action.entity)
  }
  const { called, refused } = await page.evaluate(ids => (window as unknown as MassPage).race(ids), applications)
  console.log(`${2 * RACED} presses for ${RACED} visitors: called ${called.length}, refused ${JSON.stringify(refused)}`)
  expect(new Set(called).size).toBe(RACED)
  expect(called.length).toBe(RACED)
  expect(refused).toEqual({ 'change.conflict': RACED })
}, 900_000)
