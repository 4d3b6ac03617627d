import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { officeTime } from '#shared/time/office-time.ts'
import { under } from '#test/fixtures/identity/layouts.ts'
import { cardLines, KAZAKH_CARD } from '#test/fixtures/identity/zones.ts'
import { withClockOff } from './launch/launch.ts'
import { type AtDesk, remove, sitDown } from './pages/at-desk.ts'
import { passFirstRun } from './pages/first-run.ts'
import { goTo, speak } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import {
  act,
  candidates,
  checkIn,
  focusedLine,
  goToReception,
  headOf,
  headOfEntity,
  lineOf,
  numberField,
  registered,
  scan,
  seedDelegation,
  toService,
  visitorPane,
  whoCame,
} from './pages/reception.ts'
import { flowsIn, patternOf, rawWords } from './pages/words.ts'
import { type PreparedDesk, sitAt } from './prepared/prepared-desk.ts'

const HOUR = 3_600_000

async function someone(at: AtDesk, letter: string, surname: string) {
  return registered(at, letter.repeat(16), { officialId: null }, { surname, given: 'Асқар', patronymic: '', iin: '' })
}

describe.each(flowsIn('kk'))('what is out of the usual at the door, by keys alone, %s', language => {
  let seat: PreparedDesk
  let at: AtDesk
  let application = ''
  beforeAll(async () => {
    seat = await sitAt('begun', language)
    at = seat.at
    await (await inspect(at)).resize(OFFICE_SCREEN)
    await someone(at, 'a', 'Бекетов')
    await seedDelegation(at, 'b')
    application = (await someone(at, 'c', 'Сейфуллин')).entity
    await goToReception(at)
  })
  afterAll(() => seat.leave())

  test('who shows a document past its term is not called by a clerk: the screen says what is missing and who decides', async () => {
    const { page, t } = at
    await checkIn(at, 'Бекетов')
    await page.keyboard.type('045678417')
    await page.keyboard.press('Tab')
    await page.keyboard.type('01.02.2020')
    await page.getByLabel(t('identity.comment'), { exact: true }).fill('1')
    await page.keyboard.press('Control+Enter')
    await lineOf(at, 'Бекетов').getByText(t('visit.status.stopped'), { exact: true }).waitFor()
    const said = visitorPane(at)
    await said.getByText(t('identity.stopped', { what: t('identity.why.expired') })).waitFor()
    await said.getByText(t('identity.lead_decides')).waitFor()
    expect(await page.getByLabel(t('identity.admit.reason'), { exact: true }).count()).toBe(0)
    await page.keyboard.press('d')
    const { id, head } = await headOf(at, 'Бекетов')
    const body = { admission: { overruled: [{ member: null, fault: 'expired' }] } }
    await expect(act(at, id, 'visit.admitted', head, body, { reason: '1' })).rejects.toThrow('visit.lead_decides')
    await lineOf(at, 'Бекетов').getByRole('link').press('l')
    await lineOf(at, 'Бекетов').getByText(t('visit.status.left'), { exact: true }).waitFor()
  })

  test('a delegation is not called while one is unchecked: each is checked in turn, who did not come is marked', async () => {
    const { page, t } = at
    await checkIn(at, 'Жақыпов')
    const who = page.getByRole('combobox', { name: t('identity.who'), exact: true })
    const chosen = (number: number, name: string) => t('identity.person', { number, total: 3, name })
    expect(await who.locator('option:checked').innerText()).toContain('Жақыпов')
    await page.keyboard.type('045678417')
    await page.keyboard.press('Enter')
    await who
      .locator('option:checked')
      .filter({ hasText: chosen(2, 'Оспанова Дина') })
      .waitFor({ state: 'attached' })
    await numberField(at).and(page.locator(':focus')).waitFor()
    await page.keyboard.type('N1234567')
    await page.keyboard.press('Enter')
    const nameless = chosen(3, t('identity.member', { number: 2 }))
    await who.locator('option:checked').filter({ hasText: nameless }).waitFor({ state: 'attached' })
    await visitorPane(at)
      .getByText(t('identity.progress', { number: 2, total: 3 }))
      .waitFor()
    expect(await lineOf(at, 'Жақыпов').innerText()).toContain(t('visit.status.arrived'))
    await numberField(at).and(page.locator(':focus')).waitFor()
    await page.getByRole('combobox', { name: t('identity.result'), exact: true }).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Control+Enter')
    await lineOf(at, 'Жақыпов').getByText(t('visit.status.waiting'), { exact: true }).waitFor()
    await visitorPane(at).getByText(t('identity.result.absent'), { exact: true }).waitFor()
    await focusedLine(at, 'Жақыпов').waitFor()
  })

  test('out of turn without a registered category is asked for in words, which stand with the visitor', async () => {
    const { page, t } = at
    await page.keyboard.press('F7')
    await whoCame(at).fill('Сейфуллин')
    await candidates(at).filter({ hasText: 'Сейфуллин' }).first().waitFor()
    await page.getByRole('checkbox', { name: t('reception.out_of_turn') }).focus()
    await page.keyboard.press('Space')
    const note = page.getByLabel(t('reception.out_of_turn.note'), { exact: true })
    await note.focus()
    await page.keyboard.press('Enter')
    await page.getByText(t('error.visit.out_of_turn_note')).waitFor()
    await page.keyboard.type('N 7')
    await page.keyboard.press('Enter')
    await numberField(at).and(page.locator(':focus')).waitFor()
    await visitorPane(at).getByText('N 7', { exact: true }).waitFor()
  })

  test('a card scanned while the Russian layout is on fills in the check; changed afterwards it says so for good', async () => {
    const { page, t } = at
    await scan(at, `${under('russian', cardLines(KAZAKH_CARD).join('\n'))}\n`)
    await page.getByText(t('identity.source.scanned'), { exact: true }).waitFor()
    expect(await numberField(at).inputValue()).toBe('041234785')
    expect(await page.getByLabel(t('identity.valid_to'), { exact: true }).inputValue()).toBe('02.05.2031')
    await numberField(at).focus()
    await page.keyboard.press('End')
    await page.keyboard.type('6')
    await page.getByText(t('identity.source.scanned_edited'), { exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await focusedLine(at, 'Сейфуллин').waitFor()
    const recorded = await visitorPane(at).innerText()
    expect(recorded).toContain('\u2022\u2022\u2022\u2022\u2022\u2022\u2022856')
    expect(recorded).toContain(t('identity.source.scanned_edited'))
    expect(recorded).not.toMatch(/SEITOVA|850706/)
  })

  test('an end by mistake is taken back by a key, and never by Enter', async () => {
    const { page, t } = at
    await toService(at, 'Сейфуллин')
    const finish = async () => {
      await focusedLine(at, 'Сейфуллин').waitFor()
      await page.keyboard.press('Enter')
      await visitorPane(at).getByRole('radio').first().and(page.locator(':focus')).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await lineOf(at, 'Сейфуллин').getByText(t('visit.status.finished'), { exact: true }).waitFor()
    }
    await finish()
    await focusedLine(at, 'Сейфуллин').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('u')
    await lineOf(at, 'Сейфуллин').getByText(t('visit.status.served'), { exact: true }).waitFor()
  })

  test('a reception ends also where the application was withdrawn meanwhile, and the screen says so', async () => {
    const { page, t } = at
    await act(at, application, 'application.withdrawn', await headOfEntity(at, application), { how: 'oral' })
    await visitorPane(at).getByText(t('reception.result.closed')).waitFor()
    await focusedLine(at, 'Сейфуллин').waitFor()
    await page.keyboard.press('Enter')
    await visitorPane(at).getByRole('radio').first().and(page.locator(':focus')).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await visitorPane(at).getByText(t('visit.finished_closed')).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: patternOf(rawWords(language, 'visit.said.finish_closed')) })
      .waitFor()
  })
})

test.each(flowsIn('kk'))(
  'the lead lets in who was stopped, with a reason that stands with the visitor, %s',
  async language => {
    const at = await sitDown(language)
    onTestFinished(() => at.desk.close())
    const { page, t } = at
    await speak(at, language)
    await passFirstRun(at, 'head')
    await (await inspect(at)).resize(OFFICE_SCREEN)
    await someone(at, 'a', 'Бекетов')
    await goToReception(at)
    await checkIn(at, 'Бекетов')
    await page.getByRole('combobox', { name: t('identity.result'), exact: true }).focus()
    await page.keyboard.press('End')
    await page.getByLabel(t('identity.comment'), { exact: true }).fill('1')
    await page.keyboard.press('Control+Enter')
    await lineOf(at, 'Бекетов').getByText(t('visit.status.stopped'), { exact: true }).waitFor()
    await focusedLine(at, 'Бекетов').waitFor()
    await page.keyboard.press('d')
    const reason = page.getByLabel(t('identity.admit.reason'), { exact: true })
    await reason.and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText(t('identity.admit.reason_missing')).waitFor()
    await page.keyboard.type('N 12')
    await page.keyboard.press('Control+Enter')
    await lineOf(at, 'Бекетов').getByText(t('visit.status.waiting'), { exact: true }).waitFor()
    await visitorPane(at).getByText('N 12', { exact: true }).waitFor()
  },
)

describe.each(flowsIn('kk'))('visitors who were left over from yesterday, %s', language => {
  test('stand in Today, and lead to their day, where they are closed and nothing else is done', async () => {
    const yesterday = await sitDown(language, { env: withClockOff(-24 * HOUR) })
    const { userData } = yesterday.desk
    onTestFinished(() => remove(userData))
    await speak(yesterday, language)
    await passFirstRun(yesterday)
    for (const [letter, name] of [
      ['a', 'Бекетов'],
      ['b', 'Сейфуллин'],
    ] as const)
      await someone(yesterday, letter, name)
    await goToReception(yesterday)
    for (const name of ['Бекетов', 'Сейфуллин']) {
      await checkIn(yesterday, name)
      await yesterday.page.keyboard.type('045678417')
      await yesterday.page.keyboard.press('Enter')
      await focusedLine(yesterday, name).waitFor()
    }
    await toService(yesterday, 'Бекетов')
    await yesterday.desk.quit()

    const at = await sitDown(language, { userData })
    onTestFinished(() => at.desk.close())
    const { page, t } = at
    await speak(at, language)
    await goTo(at, 'today')
    const line = page.getByRole('listitem').filter({ hasText: t('today.due.visit_left_over', { number: 2 }) })
    await line.getByRole('button', { name: t('today.to_line') }).press('Enter')
    await page.getByText(t('reception.day_over')).waitFor()
    await lineOf(at, 'Бекетов').getByRole('link').focus()
    await page.keyboard.press('F7')
    await page.keyboard.press('F9')
    expect(await whoCame(at).count()).toBe(0)
    expect(await page.getByRole('button', { name: t('visit.act.call_next') }).count()).toBe(0)
    await page.keyboard.press('Enter')
    await visitorPane(at).getByRole('radio').first().and(page.locator(':focus')).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await lineOf(at, 'Бекетов').getByText(t('visit.status.finished'), { exact: true }).waitFor()
    await lineOf(at, 'Сейфуллин').getByRole('link').focus()
    await page.keyboard.press('Enter')
    await lineOf(at, 'Сейфуллин').getByText(t('visit.status.left'), { exact: true }).waitFor()
    await goTo(at, 'today')
    await page.getByRole('heading', { level: 1, name: t('today.title'), exact: true }).waitFor()
    await line.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+3')
    await page.getByText(t('reception.empty.title')).waitFor()
  })
})

test('the line goes by the clock of the desk, also where the clock of the page is two hours off', async () => {
  const at = await sitDown('kk', { env: withClockOff(2 * HOUR) })
  onTestFinished(() => at.desk.close())
  await speak(at, 'kk')
  await passFirstRun(at)
  await goToReception(at)
  const shown = await at.page.locator('.screen-head').innerText()
  const times = [-1, 0, 1].map(minutes => officeTime(Date.now() + 2 * HOUR + minutes * 60_000))
  expect(times.some(time => shown.includes(time))).toBe(true)
})
