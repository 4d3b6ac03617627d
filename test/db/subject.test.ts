import i18next from 'i18next'
import { expect, it } from 'vitest'
import kk from '#locales/kk.json' with { type: 'json' }
import { subjectSheet } from '#renderer/features/subject/subject-sheet.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { SubjectSheetData } from '#shared/subject/model.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeSubject, TestDesk } from '#test/unit/change/make-actions.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

const TODAY = PlainDate.parse('2026-11-22')
const OTHER = { surname: 'Бөтен', given: 'Бөгде', patronymic: 'Жатқызы', iin: '900101300017' }

it('the sheet of a person has all that is kept of them and nobody else, and their requests wait until they are answered', async () => {
  await i18next.init({
    ...{ lng: 'kk', resources: { kk: { translation: kk } }, keySeparator: false, nsSeparator: false },
    interpolation: { escapeValue: false },
  })
  const desk = new TestDesk(0, Date.parse('2026-11-20T05:00:00Z'))
  const own = desk.register(
    1,
    'one',
    {},
    { surname: 'Өзім', iin: '850101400011', essence: 'Менің мәселем', members: [OTHER] },
  )
  desk.register(2, 'one', {}, { surname: 'Өзім', essence: 'Екінші мәселем' })
  desk.register(3, 'two', {}, { surname: 'Бөтен', essence: 'Бөтен мәселе' })
  const entity = `subject:${makeSubject('one')}`
  const request = 'a'.repeat(16)
  desk.checkIn(1, own, TODAY)
  const main = new TestMain()
  main.append(...desk.actions.splice(0))
  const { client } = await openReady(main, new TestMachine())
  const subject = makeSubject('one')
  expect(await client.query('subject.one', { subject })).toBeNull()
  const records = await client.query('subject.records', { subject })
  expect(records.applications.map(({ registered }) => registered?.number.serial)).toEqual([1, 2])
  const data = subjectSheet({
    ...{ language: 'kk', office: 'Әкімдік', records, state: null, directories: SEED_DIRECTORIES },
    ...{ userOf: () => 'Қызметкер', preparedOn: TODAY, preparedBy: 'Қызметкер' },
  })
  expect(SubjectSheetData.parse(data)).toEqual(data)
  const text = JSON.stringify(data)
  for (const said of ['Өзім', 'Менің мәселем', 'Екінші мәселем']) expect(text).toContain(said)
  for (const said of [...Object.values(OTHER), 'Бөтен мәселе', '850101400011']) expect(text).not.toContain(said)
  expect(text).not.toContain('subject.')

  const ask = new TestDesk(1, Date.parse('2026-11-22T05:00:00Z'))
  main.append(ask.act('subject.asked', entity, { request, what: 'block', on: TODAY }))
  await expect
    .poll(() => client.query('subjects.asked', {}))
    .toMatchObject([{ application: own.entity.replace(/1$/, '2') }])
  main.append(ask.act('subject.answered', entity, { request, on: TODAY, how: 'done' }))
  await expect.poll(() => client.query('subjects.asked', {})).toEqual([])
  expect(await client.query('subject.one', { subject })).toMatchObject({ blocked: TODAY })
  main.append(ask.erase('one'))
  await expect.poll(async () => (await client.query('subject.one', { subject }))?.status).toBe('erased')
  expect(
    (await client.query('subject.records', { subject })).applications.every(({ personal }) => personal === null),
  ).toBe(true)
})
