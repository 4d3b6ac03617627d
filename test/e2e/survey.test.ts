import { mkdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { bodyOf } from '#shared/change/action-types.ts'
import { makeRatings } from '#test/fixtures/survey.ts'
import type { AtDesk } from './pages/at-desk.ts'
import { speak } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { journal } from './pages/journal.ts'
import { ask } from './pages/reception.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PICTURES = process.env.QABYLDAU_PICTURES
const PEOPLE = 6

async function picture({ page }: AtDesk, name: string): Promise<void> {
  if (PICTURES === undefined) return
  await mkdir(PICTURES, { recursive: true })
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
}

async function logContacts(at: AtDesk): Promise<void> {
  for (let number = 1; number <= PEOPLE; number += 1) {
    const contact = {
      ...{ channel: 'phone', consultation: true, declinedBooking: number % 3 === 0, topic: null, subtopic: null },
      ...{ district: null, language: 'kk', advisedBy: null, phoneConsent: true },
    }
    const personal = { surname: 'Серікқызы', given: 'Әсел', patronymic: '', phone: `8701000000${number}`, note: '' }
    await ask(at, 'contactLog', { request: `s00000000000000${number}`, contact, personal })
  }
}

test('a survey is drawn, one is called and answers by digits, and at its end the share is told', async () => {
  const { at } = await sitAtForTest('begun', 'ru')
  const { page, t } = at
  const inspector = await inspect(at)
  await inspector.resize(OFFICE_SCREEN)
  await logContacts(at)
  await page.evaluate(() => {
    location.hash = '#/report?part=survey'
  })
  const draw = page.getByRole('button', { name: t('survey.draw'), exact: true })
  await draw.waitFor()
  await picture(at, 'survey-open-ru')
  expect(await inspector.violations()).toEqual([])
  await draw.click()
  const call = page.getByRole('button', { name: t('survey.call'), exact: true })
  await call.nth(PEOPLE - 1).waitFor()
  await call.first().click()
  await page.getByRole('button', { name: t('survey.agreed'), exact: true }).waitFor()
  await picture(at, 'survey-call-ru')
  await inspector.light('dark')
  await picture(at, 'survey-call-dark-ru')
  expect(await inspector.violations()).toEqual([])
  await page.getByRole('button', { name: t('survey.agreed'), exact: true }).click()
  await page.getByText(t('survey.question', { number: 1, of: 5 }), { exact: true }).waitFor()
  await picture(at, 'survey-question-ru')
  for (const key of ['5', '4', 'Backspace', '4', '5', '0', '5']) await page.keyboard.press(key)
  await page.getByRole('button', { name: t('survey.keep'), exact: true }).click()
  await page.getByText(t('survey.status.answered'), { exact: true }).waitFor()

  const opened = (await journal(at)).find(({ type }) => type === 'survey.opened')
  if (opened === undefined) throw new Error('no survey')
  const called = (await journal(at)).find(({ type }) => type === 'survey.attempted')
  if (called === undefined) throw new Error('no call')
  const { member: first } = bodyOf('survey.attempted', called).attempt
  for (let member = 0; member < PEOPLE; member += 1) {
    if (member === first) continue
    const sheet = { survey: opened.entity, request: `t00000000000000${member}`, member, mode: 'phone', language: 'kk' }
    await ask(at, 'surveyAnswer', { ...sheet, ratings: makeRatings(member === 5 ? 2 : 5), comment: '' })
  }
  await page
    .getByText(t('survey.status.answered'), { exact: true })
    .nth(PEOPLE - 1)
    .waitFor()
  expect((await journal(at)).filter(({ type }) => type === 'answer.given')).toEqual([])
  await page.getByRole('button', { name: t('survey.end'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('survey.end'), exact: true })
    .click()
  await page.locator('.survey-main').waitFor()
  const answers = (await journal(at)).filter(({ type }) => type === 'answer.given')
  expect(answers.map(({ user }) => user)).toEqual(new Array(PEOPLE).fill('system'))
  const given = answers.map(one => bodyOf('answer.given', one).answer)
  expect(given.map(({ ratings }) => ratings.convenience)).toContain('not_concerned')
  expect(new Set(given.map(({ stratum }) => stratum))).toEqual(new Set([null]))
  expect(JSON.stringify(given)).not.toContain('contact:')
  await picture(at, 'survey-results-dark-ru')
  expect(await inspector.violations()).toEqual([])
  await inspector.light('light')
  await speak(at, 'kk')
  await page.locator('.survey-main').waitFor()
  await picture(at, 'survey-results-kk')
})
