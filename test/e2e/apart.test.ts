import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AtDesk, remove, sitDown } from './pages/at-desk.ts'
import { goTo, savedRecords, speak } from './pages/frame.ts'
import { act, ask, registered } from './pages/reception.ts'
import { flowsIn, wordsIn } from './pages/words.ts'
import { type PreparedDesk, sitAt } from './prepared/prepared-desk.ts'
import { type SecondDesk, secondDesk } from './prepared/second-desk.ts'

const PICTURES = process.env.DESK_PICTURES
const OFFICIAL = 'akim-1'
const OTHER = { kk: 'ru', ru: 'kk' } as const

interface Done {
  readonly action: { readonly id: string; readonly entity: string; readonly user: string }
}

const CHECK = {
  ...{ member: null, result: 'matched', document: 'id_card', expired: false, digital: false, powers: 'not_needed' },
}
const DOCUMENT = {
  ...{ number: '045 678 912', issuer: '', validTo: null, powersNumber: '', powersValidTo: null, comment: '' },
}

/** The room of the official, as a desk sets it. */
function official(room: string) {
  const name = { kk: 'Сапаров', ru: 'Сапаров' }
  const empty = { kk: '', ru: '' }
  const post = { kk: 'әкім', ru: 'аким' }
  const person = { surname: name, given: { kk: 'Дәурен', ru: 'Даурен' }, patronymic: empty }
  return {
    id: OFFICIAL,
    category: 'akim',
    name: person,
    position: post,
    unit: empty,
    room,
    rule: null,
    from: null,
    to: null,
  }
}

describe.each(flowsIn('ru'))('two desks that were cut apart, %s', language => {
  const t = wordsIn(language)
  let seat: PreparedDesk
  let second: SecondDesk
  let at: AtDesk
  let visit: string

  beforeAll(async () => {
    seat = await sitAt('begun', language)
    const { entity: of, user } = await begun(seat.at)
    visit = of
    await seat.at.desk.quit()
    second = await secondDesk(seat.userData, user)
    // Each does what it thinks right, neither knowing of the other.
    await second.act(visit, 'visit.called', { call: { room: '205', reason: 'arrival' } })
    await second.act(visit, 'visit.started', {})
    await second.act(`official:${OFFICIAL}`, 'official.changed', { official: official('305') })
    const first = await sitDown(language, { userData: seat.userData })
    await act(first, visit, 'visit.called', await headOf(first, visit), { call: { room: '110', reason: 'arrival' } })
    await act(first, `official:${OFFICIAL}`, 'official.changed', await headOf(first, `official:${OFFICIAL}`), {
      official: official('310'),
    })
    await first.desk.quit()
    await first.desk.close()
    await second.bringTo(seat.userData)
    at = await sitDown(language, { userData: seat.userData })
  })
  afterAll(async () => {
    await at?.desk.close()
    await seat?.leave()
    if (second !== undefined) await remove(second.folder)
  })

  test('both sides of each are shown, and the frame counts them on every screen', async () => {
    const { page } = at
    await goTo(at, 'reception')
    await page.getByRole('button', { name: `${t('clash.button')} 2` }).click()
    await page.getByRole('heading', { level: 1, name: t('clash.title'), exact: true }).waitFor()
    await page.getByText(t('attention.decided_apart'), { exact: true }).waitFor()
    await page.getByText(t('attention.changed_apart'), { exact: true }).waitFor()
    const sides = page.getByRole('region', { name: t('clash.side', { number: 1 }) })
    await expect.poll(() => sides.count()).toBe(2)
    await page.getByText(t('action.visit.started'), { exact: true }).waitFor()
    for (const room of ['305', '310'])
      await page.getByText(t('clash.differs', { text: room }), { exact: true }).waitFor()
    await takePictures('clash')
    // What stands is said in the other language too.
    const other = wordsIn(OTHER[language])
    await speak(at, OTHER[language])
    await page.getByRole('heading', { level: 1, name: other('clash.title'), exact: true }).waitFor()
    await page.getByText(other('attention.decided_apart'), { exact: true }).waitFor()
    await page.getByText(other('action.visit.started'), { exact: true }).waitFor()
    for (const room of ['305', '310'])
      await page.getByText(other('clash.differs', { text: room }), { exact: true }).waitFor()
    await speak(at, language)
  })

  test('the person settles one for a side, on a ground: it is gone, and the visit stands as that side has it', async () => {
    const { page } = at
    const card = page
      .getByRole('region')
      .filter({ hasText: t('attention.decided_apart') })
      .first()
    const mine = card.getByRole('region').filter({ hasText: t('action.visit.started') })
    const name = (await mine.getAttribute('aria-label')) ?? ''
    const side = [1, 2].find(number => t('clash.side', { number }) === name) ?? 0
    await card.getByRole('button', { name: t('clash.choice.side', { number: side }), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('clash.settle.side'), { exact: true }).waitFor()
    await dialog.getByRole('radio', { name: t('clash.ground.agreed'), exact: true }).check()
    await takePictures('clash-settle')
    await dialog.getByRole('button', { name: t('clash.choice.side', { number: side }), exact: true }).click()
    await page.getByText(t('clash.done'), { exact: true }).waitFor()
    await expect.poll(() => page.getByText(t('attention.decided_apart'), { exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: `${t('clash.button')} 1` }).waitFor()
    const standing = await ask<{ actions: { entity: string; type: string; body: { aside?: string[] } }[] }>(
      at,
      'journalRead',
      {
        after: {},
        limit: 2000,
      },
    )
    const settled = standing.actions.find(({ type }) => type === 'clash.settled')
    expect(settled).toMatchObject({ entity: visit, body: { ground: 'agreed' } })
    expect(settled?.body.aside).toHaveLength(1)
  })

  test('the other is confirmed as it stands, and nothing waits any more, also after a restart', async () => {
    const { page } = at
    await page.getByRole('button', { name: t('clash.choice.keep'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: t('clash.ground.decided'), exact: true }).check()
    await dialog.getByRole('button', { name: t('clash.choice.keep'), exact: true }).click()
    await page.getByText(t('clash.none'), { exact: true }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: new RegExp(t('clash.button')) }).count()).toBe(0)
    await at.desk.quit()
    await at.desk.close()
    at = await sitDown(language, { userData: seat.userData })
    await savedRecords(at)
    await goTo(at, 'reception')
    expect(await at.page.getByRole('button', { name: new RegExp(t('clash.button')) }).count()).toBe(0)
  })

  async function takePictures(name: string): Promise<void> {
    if (!PICTURES) return
    await at.page.setViewportSize({ width: 1366, height: 768 })
    for (const scheme of ['light', 'dark'] as const) {
      await at.page.evaluate(value => {
        document.documentElement.dataset.mantineColorScheme = value
      }, scheme)
      await at.page.screenshot({ path: path.join(PICTURES, `${name}-${language}-${scheme}.png`) })
    }
    await at.page.evaluate(() => {
      document.documentElement.dataset.mantineColorScheme = 'light'
    })
  }
})

/** An official, and a visitor who stands in the line of helpers: what both desks know. */
async function begun(at: AtDesk): Promise<{ entity: string; user: string }> {
  await act(at, `official:${OFFICIAL}`, 'official.added', null, { official: official('301'), batch: null })
  const person = { surname: 'Ахметов', given: 'Самат', patronymic: 'Ерланұлы', iin: '' }
  const { entity: application } = await registered(at, 'a'.repeat(16), { officialId: null }, person)
  const asked = { request: 'a'.repeat(16), application, officialId: null, booked: null, outOfTurn: false }
  const { action } = await ask<Done>(at, 'visitCheckIn', asked)
  await act(at, action.entity, 'visit.identity_checked', action.id, { check: CHECK }, DOCUMENT)
  return { entity: action.entity, user: action.user }
}

/** The head of an entity at the desk. */
async function headOf(at: AtDesk, entity: string): Promise<string | null> {
  const { actions } = await ask<{ actions: { id: string; entity: string; stamp: string }[] }>(at, 'journalRead', {
    after: {},
    limit: 2000,
  })
  return (
    actions
      .filter(one => one.entity === entity)
      .sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
      .at(-1)?.id ?? null
  )
}
