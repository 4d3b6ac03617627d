import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AtDesk } from './pages/at-desk.ts'
import { inspect } from './pages/inspector.ts'
import { act, ask, goToReception, registered } from './pages/reception.ts'
import { flowsIn } from './pages/words.ts'
import { type PreparedDesk, sitAt } from './prepared/prepared-desk.ts'

const DESK_DISPLAY = { x: 0, y: 0, width: 1366, height: 768 }
const HALL_DISPLAY = { x: 1366, y: 0, width: 1920, height: 1080 }
const CANARY = { surname: 'Канарейкина', given: 'Сымбат', patronymic: 'Ғабитқызы', iin: '840317450123' }
const CHECK = {
  member: null,
  result: 'matched',
  document: 'id_card',
  expired: false,
  digital: false,
  powers: 'not_needed',
}
const DOCUMENT = {
  number: '045 678 912',
  issuer: '',
  validTo: null,
  powersNumber: '',
  powersValidTo: null,
  comment: '',
}

interface Done {
  readonly action: { readonly id: string; readonly entity: string }
}

/** A visitor who stands in the line of helpers. */
async function inLine(at: AtDesk, letter: string): Promise<{ entity: string; head: string }> {
  const form = { officialId: null, noIin: null }
  const { entity: application } = await registered(at, letter.repeat(16), form, CANARY)
  const asked = { request: letter.repeat(16), application, officialId: null, booked: null, outOfTurn: false }
  const { action } = await ask<Done>(at, 'visitCheckIn', asked)
  const { id } = await act(at, action.entity, 'visit.identity_checked', action.id, { check: CHECK }, DOCUMENT)
  return { entity: action.entity, head: id }
}

/** Notes in the hall when a call is first seen, drawn, by the clock of the machine. */
async function watchCalls(hall: Page): Promise<void> {
  await hall.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { seen })
    let before = document.querySelector('[data-ticket]') !== null
    new MutationObserver(() => {
      const now = document.querySelector('[data-ticket]') !== null
      if (now && !before) requestAnimationFrame(() => seen.push(performance.timeOrigin + performance.now()))
      before = now
    }).observe(document.body, { childList: true, subtree: true })
  })
}

/** Calls, and answers the newest action with the instant of its acknowledgement by the clock of the machine. */
async function call({ page }: AtDesk, entity: string, basedOn: string): Promise<{ id: string; at: number }> {
  const intent = { entity, type: 'visit.called', basedOn, body: { call: { room: '110', reason: 'arrival' } } }
  return await page.evaluate(async given => {
    const answer = await window.desk.journalAct({ intent: given as never, personal: null })
    const at = performance.timeOrigin + performance.now()
    if (!answer.ok) throw new Error(answer.error.code)
    return { id: answer.value.action.id, at }
  }, intent)
}

describe.each(flowsIn('kk'))('the screen of the hall, %s', language => {
  let seat: PreparedDesk
  let at: AtDesk
  let hall: Page
  beforeAll(async () => {
    seat = await sitAt('begun', language)
    at = seat.at
    await at.desk.control('displays', [DESK_DISPLAY, HALL_DISPLAY])
    await goToReception(at)
  })
  afterAll(() => seat.leave())

  async function hallPage(): Promise<Page> {
    const found = await at.desk.pageOf('/hall.html')
    await found.locator('.hall').waitFor()
    return found
  }

  test('one press opens it on the second display, and it says what it is for', async () => {
    const { desk, page, t } = at
    await page.getByRole('button', { name: t('hall.open'), exact: true }).click()
    hall = await hallPage()
    const windows = await desk.control<{ url: string; bounds: object }[]>('windows')
    expect(windows.find(({ url }) => url.endsWith('/hall.html'))?.bounds).toEqual(HALL_DISPLAY)
    const said = await hall.locator('.hall-empty').innerText()
    expect(said.split(/\n+/)).toHaveLength(2)
    expect(await (await inspect({ ...at, page: hall })).violations()).toEqual([])
    await expect(hall.evaluate(() => window.desk.journalRead({ after: {}, limit: 1 }))).resolves.toMatchObject({
      ok: false,
      error: { code: 'ipc.refused' },
    })
  })

  test('a call is seen within 200 ms of its acknowledgement, and gone when it is taken back; never a name', async () => {
    const { entity, head } = await inLine(at, 'k')
    await watchCalls(hall)
    const took: number[] = []
    let newest = head
    for (let round = 1; round <= 20; round++) {
      const { id, at: acknowledged } = await call(at, entity, newest)
      await hall.waitForFunction(count => (window as unknown as { seen: number[] }).seen.length === count, round)
      const seen = await hall.evaluate(() => (window as unknown as { seen: number[] }).seen.at(-1) ?? 0)
      took.push(seen - acknowledged)
      if (round === 20) break
      newest = (await act(at, entity, 'visit.call_undone', id)).id
      await hall.locator('[data-ticket]').waitFor({ state: 'detached' })
    }
    took.sort((a, b) => a - b)
    const median = ((took[9] ?? 0) + (took[10] ?? 0)) / 2
    console.info(
      `hall: a call seen ${median.toFixed(1)} ms after its acknowledgement (median of 20, worst ${took.at(-1)?.toFixed(1)})`,
    )
    expect(median).toBeLessThan(200)
    const line = hall.locator('[data-fresh="true"]')
    expect(await line.innerText()).toMatch(/^\S-001\s+110$/)
    const all = await hall.evaluate(
      async () => document.body.textContent + JSON.stringify(await window.desk.hallBoard({})),
    )
    for (const secret of Object.values(CANARY)) expect(all).not.toContain(secret)
  })

  test('a key at the desk hides the calls, and shows them again', async () => {
    await at.page.keyboard.press('F8')
    await hall.locator('.hall[data-state="hidden"]').waitFor()
    expect(await hall.locator('body').innerText()).not.toContain('-001')
    await at.page.getByText(at.t('hall.is_hidden')).waitFor()
    await at.page.keyboard.press('F8')
    await hall.locator('[data-ticket]').waitFor()
  })

  test('it stands again after a reload and after a crash of its page; the desk goes on', async () => {
    await hall.reload()
    await hall.locator('[data-ticket]').waitFor()
    const session = await hall.context().newCDPSession(hall)
    session.send('Page.crash').catch(() => undefined)
    // A connection that saw the page die is not shown the one that is loaded in its place.
    const isBack = async () =>
      (await at.desk.reconnect())
        .context()
        .pages()
        .some(page => page.url().endsWith('/hall.html'))
    await expect.poll(isBack, { timeout: 20_000, interval: 300 }).toBe(true)
    hall = await hallPage()
    await hall.locator('[data-ticket]').waitFor()
    expect(await at.page.getByRole('button', { name: at.t('hall.close'), exact: true }).isVisible()).toBe(true)
  })

  test('a display that goes takes it along and the desk is told; with the display it is back', async () => {
    const { desk, page, t } = at
    await desk.control('displays', [DESK_DISPLAY])
    await page.getByText(t('hall.told.display_gone')).waitFor()
    expect(await desk.control<object[]>('windows')).toHaveLength(1)
    await desk.control('displays', [DESK_DISPLAY, HALL_DISPLAY])
    hall = await hallPage()
    await hall.locator('[data-ticket]').waitFor()
    await page.getByText(t('hall.told.display_gone')).waitFor({ state: 'detached' })
  })

  test('it closes with the desk', async () => {
    expect(await at.desk.quit()).toBe(0)
  })
})
