import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptIntents, calendarContent, lettersContent } from '#electron/update/packs.ts'
import { calendarFileText } from '#shared/calendar/file.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { findOwnTemplate } from '#shared/letter/templates.ts'
import { lettersFileText } from '#shared/update/letters-file.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from '../desk/temporary-desk.ts'

let rig: TemporaryDesk

beforeEach(async () => {
  rig = await temporaryDesk()
  await rig.state.firstRun(FIRST_RUN)
})
afterEach(() => rig.end())

const ACT = { kk: 'Министрдің № 415 бұйрығы', ru: 'приказ Министра № 415' }
const desk = () => rig.state.desk()
const yearOf = (number: number) => {
  const year = SEED_CALENDAR.years.find(one => one.year === number)
  if (year === undefined) throw new Error(`no ${number}`)
  return year
}

function calendarText(status: 'approved' | 'provisional', act = ACT): string {
  const year = yearOf(2026)
  const [first, ...days] = year.days
  if (first === undefined) throw new Error('no days')
  return calendarFileText([
    { year: { ...year, status, days: [{ ...first, name: { kk: 'Басқа', ru: 'Другой' } }, ...days] }, act },
  ])
}

test('years of a pack become acts as if set by hand; accepted they are in the journal, a second time there is nothing to do', async () => {
  const { intents } = await calendarContent(desk(), calendarText('approved'))
  expect(intents.map(({ entity, type, basedOn }) => [entity, type, basedOn])).toEqual([
    ['calendar:2026', 'calendar.year_set', null],
  ])
  await acceptIntents(desk(), intents, rig.state.actor())
  expect((await rig.actions()).filter(({ type }) => type === 'calendar.year_set')).toHaveLength(1)
  expect((await calendarContent(desk(), calendarText('approved'))).intents).toEqual([])
})

test('what could not be kept by hand is refused: a final year that rests on nothing, text that is no calendar', async () => {
  const nothing = { kk: '', ru: '' }
  await expect(calendarContent(desk(), calendarText('approved', nothing))).rejects.toThrow('update.content')
  await expect(calendarContent(desk(), '{}')).rejects.toThrow('calendar.not_calendar')
})

test('what was seen before somebody set the year anew is not accepted, and nothing of it is recorded', async () => {
  const { intents } = await calendarContent(desk(), calendarText('approved'))
  await acceptIntents(desk(), intents, rig.state.actor())
  await expect(acceptIntents(desk(), intents, rig.state.actor())).rejects.toThrow('change.conflict')
  expect((await rig.actions()).filter(({ type }) => type === 'calendar.year_set')).toHaveLength(1)
})

test('texts of letters: those that differ are shown beside those in use; one with a fault, twice or unknown refuses the pack', async () => {
  const own = findOwnTemplate('refusal', 'KZ-2026')
  if (own === null) throw new Error('no template')
  const [first, ...rest] = own.paragraphs
  if (first === undefined) throw new Error('no paragraphs')
  const changed = {
    ...own,
    paragraphs: [first, { kk: 'Жаңа сөйлем.', ru: 'Новое предложение.', optional: false }, ...rest],
  }
  const one = { kind: 'refusal' as const, profile: 'KZ-2026' as const, template: changed }
  const { letters, intents } = await lettersContent(desk(), lettersFileText([one]))
  expect(letters).toEqual([{ ...one, before: own }])
  await acceptIntents(desk(), intents, rig.state.actor())
  expect((await lettersContent(desk(), lettersFileText([one]))).intents).toEqual([])

  const faulty = {
    ...one,
    template: { ...own, paragraphs: [{ kk: '{{nobody_knows}}', ru: '{{nobody_knows}}', optional: false }] },
  }
  await expect(lettersContent(desk(), lettersFileText([faulty]))).rejects.toThrow('update.letters_faulty')
  for (const text of [lettersFileText([one, one]), '{}', 'x', lettersFileText([{ ...one, kind: 'other' as never }])]) {
    await expect(lettersContent(desk(), text)).rejects.toThrow('update.content')
  }
})
