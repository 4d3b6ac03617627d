import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findEntry } from '#shared/directory/find.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { SAMPLE_OFFICIALS } from '#test/fixtures/report.ts'
import { chips, rowsInSight } from './pages/applications.ts'
import { type AtDesk, atDesk, sitDown } from './pages/at-desk.ts'
import {
  boxOf,
  endEntry,
  fillAndKeep,
  form,
  keep,
  lineOf,
  openForm,
  openList,
  said,
  topicChoice,
  waitForTopic,
} from './pages/directories.ts'
import { goToAddress, speak } from './pages/frame.ts'
import { linesOf, openReport } from './pages/report.ts'
import { type PreparedDesk, sitAt } from './prepared/prepared-desk.ts'

const ADDED = { kk: 'Цифрлық қызметтер', ru: 'Цифровые услуги' }
const RENAMED = { kk: 'Су тасқыны және оның салдары', ru: 'Паводок и его последствия' }
/** A day long past, as it is typed. */
const LONG_PAST = '01.01.2020'
const HALL = 'Малый зал'
const NAME = 'Габитова Асель'
const FLOOD = findEntry(SEED_DIRECTORIES.topic, 'flood')!

describe('directories', () => {
  const language = 'kk'
  let seat: PreparedDesk
  let at: AtDesk
  beforeAll(async () => {
    seat = await sitAt('filled', language)
    at = seat.at
  })
  afterAll(async () => {
    await at.desk.close()
    await seat.leave()
  })

  test('a topic that was added is offered, and so it is after a restart', async () => {
    await openList(at, 'topic')
    await at.page.getByRole('button', { name: at.t('directories.add'), exact: true }).click()
    await keep(at)
    await form(at).getByText(at.t('form.needed')).first().waitFor()
    await fillAndKeep(at, { 'directories.field.kk': ADDED.kk, 'directories.field.ru': ADDED.ru })
    expect(await lineOf(at, said(ADDED, at)).innerText()).toContain(at.t('directories.state.offered'))
    await waitForTopic(at, said(ADDED, at))
    await at.desk.quit()
    await at.desk.close()
    at = await sitDown(language, { userData: seat.userData })
    await waitForTopic(at, said(ADDED, at))
  })

  test('a topic in other words that has ended is not offered, and lists and reports still read it', async () => {
    await openList(at, 'topic')
    await openForm(at, said(FLOOD, at))
    await fillAndKeep(at, { 'directories.field.kk': RENAMED.kk, 'directories.field.ru': RENAMED.ru })
    await endEntry(at, said(RENAMED, at))
    expect(await lineOf(at, said(RENAMED, at)).innerText()).toContain(at.t('directories.state.ended'))
    await waitForTopic(at, said(ADDED, at))
    expect(await (await topicChoice(at, said(RENAMED, at))).count()).toBe(0)
    await goToAddress(at, '#/applications?byTopic=flood')
    expect(await chips(at).allInnerTexts()).toEqual([`${at.t('dimension.byTopic')}: ${said(RENAMED, at)}`])
    await expect
      .poll(async () => new Set((await rowsInSight(at)).map(row => row[at.t('column.topic')])))
      .toEqual(new Set([said(RENAMED, at)]))
    await openReport(at, '2026-Q3')
    expect((await linesOf(at, 'report.section.topic')).map(({ name }) => name)).toContain(said(RENAMED, at))
    await openList(at, 'topic')
    await at.page
      .getByRole('button', { name: at.t('directories.again_of', { name: said(RENAMED, at) }), exact: true })
      .click()
    await lineOf(at, said(RENAMED, at)).getByText(at.t('directories.state.offered'), { exact: true }).waitFor()
    await waitForTopic(at, said(RENAMED, at))
  })

  test('a text that another entry has is warned of', async () => {
    await openList(at, 'body')
    await at.page.getByRole('button', { name: at.t('directories.add'), exact: true }).click()
    await form(at)
      .getByRole('textbox', { name: at.t('directories.field.ru'), exact: true })
      .fill('департамент  ЮСТИЦИИ')
    const names = findEntry(SEED_DIRECTORIES.body, 'justice')![language]
    await form(at).getByText(at.t('directories.same_text', { names }), { exact: true }).waitFor()
    await at.page.keyboard.press('Escape')
    await form(at).waitFor({ state: 'detached' })
  })

  /** The people are looked at in Russian; entries were in Kazakh. */
  test('an official is added with a room of the directory and all that planning needs, in the order of clause 2', async () => {
    await speak(at, 'ru')
    at = atDesk(at.desk, 'ru')
    await openList(at, 'room')
    await at.page
      .getByRole('button', { name: at.t('directories.add'), exact: true })
      .first()
      .click()
    await fillAndKeep(at, {
      ...{ 'directories.field.kk': HALL, 'directories.field.ru': HALL },
      'directories.field.equipment_ru': 'Экран, 20 мест',
    })
    await lineOf(at, HALL).getByText('Экран, 20 мест', { exact: true }).waitFor()
    await openList(at, 'officials')
    await at.page.getByRole('button', { name: at.t('directories.add_official'), exact: true }).click()
    await boxOf(at, 'field.officials.room').fill('мал')
    await at.page.getByRole('option', { name: HALL, exact: true }).click()
    expect(await boxOf(at, 'field.officials.room').inputValue()).toBe(HALL)
    await form(at)
      .getByRole('combobox', { name: at.t('field.officials.category'), exact: true })
      .selectOption({ label: at.t('directories.official.category.deputy_akim') })
    await form(at)
      .getByRole('combobox', { name: at.t('field.officials.reception_rule'), exact: true })
      .selectOption('last_thursday')
    await boxOf(at, 'directories.official.slot').fill('3')
    await keep(at)
    await form(at).getByText(at.t('directories.fault.slot'), { exact: true }).waitFor()
    await form(at)
      .getByRole('combobox', { name: at.t('directories.official.substitute_add'), exact: true })
      .selectOption({ index: 1 })
    await fillAndKeep(at, {
      ...{ 'field.officials.surname_kk': 'Ғабитова', 'field.officials.surname_ru': 'Габитова' },
      ...{ 'field.officials.given_kk': 'Әсел', 'field.officials.given_ru': 'Асель' },
      'field.officials.position_kk': 'Облыс әкімінің орынбасары',
      'field.officials.position_ru': 'Заместитель акима области',
      ...{ 'field.officials.from': '10:00', 'field.officials.to': '12:00', 'directories.official.slot': '15' },
      'field.officials.phone': '50-12-34',
    })
    expect(await lineOf(at, NAME).innerText()).toContain('10:00\u201312:00')
    const categories = await at.page.getByRole('row').locator('td:nth-child(2)').allInnerTexts()
    expect(categories).toHaveLength(SAMPLE_OFFICIALS.length + 1)
    const places = categories.map(text => text.split('\n')[0])
    expect(places.lastIndexOf(at.t('directories.official.category.deputy_akim'))).toBeLessThan(
      places.indexOf(at.t('directories.official.category.unit_head')),
    )
  })

  test('who has left stands in the list as such and is offered nowhere', async () => {
    await openForm(at, NAME)
    await fillAndKeep(at, { 'directories.official.until': LONG_PAST })
    await lineOf(at, NAME).getByText(at.t('directories.official.left'), { exact: true }).waitFor()
    await goToAddress(at, '#/register')
    const choice = at.page.getByRole('combobox', { name: at.t('register.official'), exact: true })
    await choice.fill('Габит')
    await at.page.getByText(at.t('register.choice.none'), { exact: true }).waitFor()
  })

  test('a volunteer is not taken for a day without a reception; a lawyer is', async () => {
    await openList(at, 'helpers')
    await at.page.getByRole('button', { name: at.t('directories.add_helper'), exact: true }).click()
    await form(at)
      .getByRole('combobox', { name: at.t('directories.helper.kind'), exact: true })
      .selectOption('volunteer')
    await boxOf(at, 'directories.helper.dates').fill('02.01.2040')
    await form(at).getByText(/2040/).first().waitFor()
    await keep(at)
    expect(await form(at).isVisible()).toBe(true)
    await form(at)
      .getByRole('combobox', { name: at.t('directories.helper.kind'), exact: true })
      .selectOption('lawyer')
    await fillAndKeep(at, {
      ...{ 'field.officials.surname_kk': 'Ақжолова', 'field.officials.surname_ru': 'Акжолова' },
      ...{ 'field.officials.given_kk': 'Айгүл', 'field.officials.given_ru': 'Айгуль' },
    })
    const line = lineOf(at, 'Акжолова Айгуль')
    await line.getByText(at.t('directories.helper.kind.lawyer'), { exact: true }).waitFor()
  })
})
