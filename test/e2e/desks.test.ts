import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { LoopbackAddress } from '#shared/sync/address.ts'
import { officeDate } from '#shared/time/office-time.ts'
import { withClockOff } from './launch/launch.ts'
import { type AtDesk, exactly } from './pages/at-desk.ts'
import { goTo } from './pages/frame.ts'
import {
  installationOf,
  person,
  second,
  secondComputer,
  seesInList,
  setServer,
  standing,
  wireForTest,
} from './pages/other-desks.ts'
import { registerAtDesk } from './pages/registering.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PICTURES = process.env.DESK_PICTURES

/** Sixty days less an hour: a start so far ahead of the last reading of the clock is still believed. */
const SIXTY_DAYS = 60 * 86_400_000 - 3_600_000

async function picture({ page }: AtDesk, name: string): Promise<void> {
  if (!PICTURES) return
  await page.locator('.desks-standing').scrollIntoViewIfNeeded()
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

describe.each(flowsIn('ru'))('two windows and a server, %s', language => {
  test('registered at one, seen at the other; the server killed, put back from an older copy, away for sixty days', async () => {
    const wire = await wireForTest()
    const { at: a, userData } = await sitAtForTest('begun', language)
    await registerAtDesk(a, person('Бұрынғыева'))
    await a.desk.close()
    const other = await secondComputer(userData)
    const first = await second(userData, language)
    const b = await second(other, language)
    await setServer(first, wire)
    await setServer(b, wire)
    await standing(first, 'agreed')
    await standing(b, 'agreed')
    await registerAtDesk(first, person('Әділханова'))
    await seesInList(b, 'Әділханова')
    await registerAtDesk(b, person('Ғабитова'))
    await seesInList(first, 'Ғабитова')
    await standing(b, 'agreed')
    await picture(b, `agreed-${language}`)

    const copy = (await wire.server.process?.copy()) ?? ''
    await registerAtDesk(first, person('Қасымова'))
    await seesInList(b, 'Қасымова')
    await wire.server.process?.kill()
    await registerAtDesk(b, person('Өтегенова'))
    await standing(b, 'waiting')
    await b.page.getByText(b.t('desks.to_send', { count: 1 })).waitFor()
    await picture(b, `waiting-${language}`)
    await wire.server.process?.putBack(copy)
    await wire.server.process?.restart()
    await b.page.getByRole('button', { name: exactly(b.t('desks.now')) }).click()
    await seesInList(first, 'Өтегенова')
    await standing(first, 'agreed')
    await standing(b, 'agreed')
    const { page } = b
    // biome-ignore lint/suspicious/noExplicitAny: the page's own type of the desk is of another world
    const verified = await page.evaluate(() => (window as any).desk.journalVerify({}))
    expect(verified.value.brokenAt).toBeNull()

    await wire.server.process?.kill()
    await first.desk.quit()
    await b.desk.quit()
    const later = withClockOff(SIXTY_DAYS)
    const firstLater = await second(userData, language, later)
    const bLater = await second(other, language, later)
    await registerAtDesk(firstLater, person('Сейтқалиева'))
    await registerAtDesk(bLater, person('Тілеубаева'))
    await standing(bLater, 'waiting')
    await wire.server.process?.restart()
    for (const at of [firstLater, bLater]) {
      await goTo(at, 'settings')
      await at.page.getByRole('button', { name: exactly(at.t('desks.now')) }).click()
    }
    await seesInList(firstLater, 'Тілеубаева')
    await seesInList(bLater, 'Сейтқалиева')
    for (const at of [firstLater, bLater]) {
      await standing(at, 'agreed')
      expect(await lastDays(at)).toEqual([dayAfter(SIXTY_DAYS), dayAfter(SIXTY_DAYS)])
    }
  }, 300_000)
})

/** Legal dates of the two registrations that this desk holds last, of whatever desk. */
async function lastDays({ page }: AtDesk): Promise<string[]> {
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the page's own type of the desk is of another world
    const read = await (window as any).desk.journalRead({ after: {}, limit: 2000 })
    const registered = read.value.actions.filter((one: { type: string }) => one.type === 'application.registered')
    return registered
      .toSorted((a: { stamp: string }, b: { stamp: string }) => (a.stamp < b.stamp ? -1 : 1))
      .slice(-2)
      .map((one: { date: string }) => one.date)
  })
}

/** The day so many milliseconds from now where the office stands. */
function dayAfter(milliseconds: number): string {
  return officeDate(Date.now() + milliseconds)
}

test('a wrong password is told in words, nothing is lost, and the right one goes on', async () => {
  const wire = await wireForTest()
  const { at } = await sitAtForTest('begun', 'kk')
  await setServer(at, wire)
  await standing(at, 'agreed')
  await wire.office.desk(await installationOf(at))
  await registerAtDesk(at, person('Әділханова'))
  await at.page.getByText(at.t('desks.why.login')).waitFor({ timeout: 60_000 })
  expect(LoopbackAddress.safeParse(wire.server.address).success).toBe(true)
  expect((await readFile(path.join(at.desk.userData, 'desk-data/sync/server'))).includes('password')).toBe(false)
}, 120_000)
