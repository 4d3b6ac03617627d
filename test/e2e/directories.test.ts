import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findEntry } from '#shared/directory/find.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { SAMPLE_OFFICIALS } from '#test/fixtures/report.ts'
import { chips, rowsInSight } from './pages/applications.ts'
import { type AtDesk, sitDown } from './pages/at-desk.ts'
import {
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
import { goToAddress } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { linesOf, openReport } from './pages/report.ts'
import { LANGUAGES } from './pages/words.ts'
import { type PreparedDesk, sitAt } from './prepared/prepared-desk.ts'

const ADDED = { kk: 'Цифрлық қызметтер', ru: 'Цифровые услуги' }
const RENAMED = { kk: 'Су тасқыны және оның салдары', ru: 'Паводок и его последствия' }
const FLOOD = findEntry(SEED_DIRECTORIES.topic, 'flood')!

describe.each(LANGUAGES)('directories, %s', language => {
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

  test('an official is added by hand and put right, and stands in the order of clause 2', async () => {
    await openList(at, 'officials')
    const standing = await at.page.getByRole('row').count()
    expect(standing).toBe(SAMPLE_OFFICIALS.length + 1)
    await at.page.getByRole('button', { name: at.t('directories.add_official'), exact: true }).click()
    await form(at)
      .getByRole('combobox', { name: at.t('field.officials.category'), exact: true })
      .selectOption({ label: at.t('directories.official.category.deputy_akim') })
    await form(at)
      .getByRole('combobox', { name: at.t('field.officials.reception_rule'), exact: true })
      .selectOption('last_thursday')
    await fillAndKeep(at, {
      'field.officials.surname_kk': 'Ғабитова',
      'field.officials.surname_ru': 'Габитова',
      'field.officials.given_kk': 'Әсел',
      'field.officials.given_ru': 'Асель',
      'field.officials.position_kk': 'Облыс әкімінің орынбасары',
      'field.officials.position_ru': 'Заместитель акима области',
      'field.officials.from': '10:00',
      'field.officials.to': '12:00',
    })
    const name = language === 'kk' ? 'Ғабитова Әсел' : 'Габитова Асель'
    expect(await lineOf(at, name).innerText()).toContain('10:00\u201312:00')
    await openForm(at, name)
    await fillAndKeep(at, { 'field.officials.room': '415' })
    await lineOf(at, name).getByText('415', { exact: true }).waitFor()
    const categories = await at.page.getByRole('row').locator('td:nth-child(2)').allInnerTexts()
    const places = categories.map(text => text.split('\n')[0])
    expect(places.lastIndexOf(at.t('directories.official.category.deputy_akim'))).toBeLessThan(
      places.indexOf(at.t('directories.official.category.unit_head')),
    )
  })

  test.each(['light', 'dark'] as const)('the lists and their forms are accessible, %s', async theme => {
    const inspector = await inspect(at)
    await inspector.resize(OFFICE_SCREEN)
    await inspector.light(theme)
    await openList(at, 'topic')
    expect(await inspector.violations()).toEqual([])
    await openList(at, 'officials')
    expect(await inspector.violations()).toEqual([])
    await openList(at, 'unit')
    await at.page.getByText(at.t('directories.none.title'), { exact: true }).waitFor()
    expect(await inspector.violations()).toEqual([])
    await openList(at, 'body')
    await openForm(at, findEntry(SEED_DIRECTORIES.body, 'justice')![language])
    expect(await inspector.violations()).toEqual([])
    await at.page.keyboard.press('Escape')
    await form(at).waitFor({ state: 'detached' })
    expect(inspector.refused()).toEqual([])
  })
})
