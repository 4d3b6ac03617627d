import path from 'node:path'
import type { Locator } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { officeDate } from '#electron/desk/office-date.ts'
import { type AtDesk, exactly, remove } from './pages/at-desk.ts'
import { goTo } from './pages/frame.ts'
import { secondComputer, second as sit, type Wire, wireForTest } from './pages/other-desks.ts'
import { AKIM, act, ask, goToReception, registered, seedReception } from './pages/reception.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'
import { secondDesk } from './prepared/second-desk.ts'

const PICTURES = process.env.DESK_PICTURES
const CHECK = {
  ...{ member: null, result: 'matched', document: 'id_card', expired: false, digital: false, powers: 'not_needed' },
}
const DOCUMENT = {
  ...{ number: '045 678 912', issuer: '', validTo: null, powersNumber: '', powersValidTo: null, comment: '' },
}

interface Done {
  readonly action: { readonly id: string; readonly entity: string }
}

/** Three visitors who wait in the line of the akim, by the letters of their presses. */
async function waitingAt(at: AtDesk): Promise<string[]> {
  await seedReception(at, officeDate(Date.now()))
  const visits: string[] = []
  for (const letter of ['p', 'q', 'r']) {
    const person = { surname: `Келуші${letter}`, given: 'Айгүл', patronymic: '', iin: '' }
    const { entity: application } = await registered(at, letter.repeat(16), { officialId: AKIM }, person)
    const asked = { request: letter.repeat(16), application, officialId: AKIM, booked: null, outOfTurn: false }
    const { action } = await ask<Done>(at, 'visitCheckIn', asked)
    await act(at, action.entity, 'visit.identity_checked', action.id, { check: CHECK }, DOCUMENT)
    visits.push(action.entity)
  }
  return visits
}

/** Connects a desk with the office's server and waits until both agree. */
async function connect(at: AtDesk, { office, proxy, authority }: Wire): Promise<void> {
  const { installation } = await ask<{ installation: string }>(at, 'syncState', {})
  const { account } = await office.desk(installation)
  const asked = { address: proxy.address, office: office.code, password: account.password, authority }
  await ask(at, 'syncSetServer', asked)
  await expect
    .poll(async () => (await ask<{ standing: string }>(at, 'syncState', {})).standing, { timeout: 30_000 })
    .toBe('agreed')
}

/** The line of the akim on the screen of the reception day. */
async function toLine(at: AtDesk): Promise<void> {
  await goToReception(at)
  await at.page.getByLabel(at.t('reception.whose_line')).selectOption(AKIM)
}

function callButton({ page, t }: AtDesk): Locator {
  return page.getByRole('button', { name: new RegExp(`^${t('visit.act.call_next')}`) })
}

async function owned(at: AtDesk, letter: string): Promise<void> {
  const head = at.page.locator('.line-head').first()
  await head.getByText(exactly(at.t('line.owned', { letter }))).waitFor()
  expect(await callButton(at).count()).toBe(0)
}

/** The board and the lanes say whose the line is too; then the line again. */
async function boardSays(at: AtDesk, letter: string): Promise<void> {
  const { page, t } = at
  await page.keyboard.press('F4')
  await page.getByRole('row').getByText(t('line.desk', { letter })).waitFor()
  await picture(at, 'line-board')
  await page.keyboard.press('F4')
  await page
    .getByRole('list', { name: t('lanes.title') })
    .getByText(t('line.owned', { letter }))
    .waitFor()
  await picture(at, 'line-lanes')
  await page.keyboard.press('F4')
  await owned(at, letter)
}

/** Takes the line over in the dialog, on a ground. */
async function takeOver(at: AtDesk, ground: 'agreed' | 'broken'): Promise<void> {
  const { page, t } = at
  await page
    .locator('.line-head')
    .first()
    .getByRole('button', { name: exactly(t('line.take')) })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: t(`line.ground.${ground}`), exact: true }).check()
  await picture(at, 'line-take')
  await dialog.getByRole('button', { name: exactly(t('line.take')) }).click()
  await dialog.waitFor({ state: 'hidden' })
  await callButton(at).waitFor()
}

/** The one visitor who is called and has not come in. */
function called({ page, t }: AtDesk): Locator {
  return page.getByRole('table', { name: t('reception.line') }).getByText(t('visit.status.called'), { exact: true })
}

async function calls(at: AtDesk): Promise<void> {
  await callButton(at).click()
  await called(at).waitFor()
}

async function comesIn(at: AtDesk, visit: string): Promise<void> {
  await act(at, visit, 'visit.started', await headAt(at, visit))
  await expect.poll(() => called(at).count()).toBe(0)
}

/** The head of an entity by the stamps: records of other desks arrive between those of this one. */
async function headAt(at: AtDesk, entity: string): Promise<string | null> {
  const asked = { after: {}, limit: 2000 }
  const { actions } = await ask<{ actions: { id: string; entity: string; stamp: string }[] }>(at, 'journalRead', asked)
  const own = actions.filter(one => one.entity === entity).sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
  return own.at(-1)?.id ?? null
}

async function waitsFor(at: AtDesk, count: number): Promise<void> {
  await at.page.getByRole('button', { name: `${at.t('clash.button')} ${count}` }).waitFor({ timeout: 60_000 })
}

async function picture(at: AtDesk, name: string): Promise<void> {
  if (!PICTURES) return
  await at.page.setViewportSize({ width: 1366, height: 768 })
  for (const scheme of ['light', 'dark'] as const) {
    await at.page.evaluate(value => {
      document.documentElement.dataset.mantineColorScheme = value
    }, scheme)
    await at.page.screenshot({ path: path.join(PICTURES, `${name}-${at.language}-${scheme}.png`) })
  }
  await at.page.evaluate(() => {
    document.documentElement.dataset.mantineColorScheme = 'light'
  })
}

describe.each(flowsIn('kk'))('a line and two desks, %s', language => {
  test('who called first has it; the other takes it over; what both did while the wire was cut is told and settled', async () => {
    const wire = await wireForTest()
    const { at: begun, userData } = await sitAtForTest('begun', language)
    const [one = '', two = ''] = await waitingAt(begun)
    await begun.desk.close()
    const other = await secondComputer(userData)
    const [a, b] = [await sit(userData, language), await sit(other, language)]
    await Promise.all([toLine(a), toLine(b)])
    // Alone, as far as it knows, a desk is asked nothing.
    expect(await a.page.getByRole('button', { name: exactly(a.t('line.take')) }).count()).toBe(0)
    await connect(a, wire)
    await connect(b, wire)
    await calls(a)
    await owned(b, 'А')
    await b.page.keyboard.press('F9')
    await b.page.getByText(b.t('reception.held.other_desk', { letter: 'А' })).waitFor()
    await picture(b, 'line-owned')
    await boardSays(b, 'А')
    await takeOver(b, 'agreed')
    await owned(a, 'Б')
    await comesIn(b, one)
    await calls(b)
    await a.page.locator(`[data-visit="${two}"]`).getByText(a.t('visit.status.called'), { exact: true }).waitFor()

    wire.proxy.meet(/./, { kind: 'drop' }, 1_000_000)
    await comesIn(b, two)
    await calls(b)
    await takeOver(a, 'broken')
    await comesIn(a, two)
    await calls(a)
    wire.proxy.clear()
    await Promise.all([ask(a, 'syncNow', {}), ask(b, 'syncNow', {})])
    // The line, and the visitor whom both called.
    await Promise.all([waitsFor(a, 2), waitsFor(b, 2)])
    await settleLine(b)
    await owned(a, 'Б')
    await callButton(b).waitFor()
  }, 120_000)

  test('a desk whose letter another has too takes a free one', async () => {
    const { at: begun, userData } = await sitAtForTest('begun', language)
    const { actions } = await ask<{ actions: { user: string }[] }>(begun, 'journalRead', { after: {}, limit: 10 })
    const user = actions.at(-1)?.user ?? ''
    await begun.desk.quit()
    const second = await secondDesk(userData, user, 'А')
    onTestFinished(() => remove(second.folder))
    await second.bringTo(userData)
    const at = await sit(userData, language)
    const { page, t } = at
    await page.getByRole('button', { name: `${t('clash.button')} 1` }).click()
    await page.getByText(t('attention.desk_letter_twice'), { exact: true }).waitFor()
    await picture(at, 'letter-twice')
    await page.getByRole('button', { name: exactly(t('desks.letter.take')) }).click()
    await picture(at, 'letter-take')
    await page.getByRole('button', { name: exactly(t('desks.letter.act', { letter: 'Б' })) }).click()
    await page.getByText(t('clash.none'), { exact: true }).waitFor()
    await page.getByText(t('status.desk', { letter: 'Б' }), { exact: true }).waitFor()
  }, 60_000)
})

/** Says at a desk that the line is desk B's. */
async function settleLine(at: AtDesk): Promise<void> {
  const { page, t } = at
  await page.getByRole('button', { name: new RegExp(`^${t('clash.button')}`) }).click()
  const card = page.getByRole('region').filter({ hasText: t('clash.line') })
  await card.first().waitFor()
  await picture(at, 'line-clash')
  const choice = { name: new RegExp(t('clash.choice.line', { letter: 'Б/\\d+' })) }
  await page.getByRole('button', choice).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: t('clash.ground.agreed'), exact: true }).check()
  await dialog.getByRole('button', choice).click()
  await expect.poll(() => page.getByText(t('clash.line')).count()).toBe(0)
  await goTo(at, 'reception')
  await page.getByLabel(t('reception.whose_line')).selectOption(AKIM)
}
