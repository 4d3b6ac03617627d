import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AnswerPool, openAnswerPool } from '#electron/desk/answer-pool.ts'
import { logContact } from '#electron/desk/contacts.ts'
import { answer, closeSurvey, settleAll } from '#electron/desk/survey-answers.ts'
import { noteAttempt, openNewSurvey, surveyOf } from '#electron/desk/surveys.ts'
import { type EntityId, entityId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { Contact } from '#shared/contact/model.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { draw } from '#shared/survey/draw.ts'
import { addDays, PlainTime } from '#shared/time/plain-date.ts'
import { makeRatings } from '#test/fixtures/survey.ts'
import { press } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

type Opened = ParsedArgsOf<'survey.open'>

const CONTACT: Contact = {
  channel: 'phone',
  consultation: true,
  declinedBooking: false,
  topic: null,
  subtopic: null,
  district: null,
  language: 'kk',
  advisedBy: null,
  phoneConsent: true,
}

let desk: TemporaryDesk
let entities: EntityId[]
const open = () => desk.state.desk()
const pool = () => openAnswerPool(desk.folder, open().keys)

beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  entities = []
  for (let number = 1; number <= 12; number++) {
    const personal = { surname: '', given: '', patronymic: '', phone: `+770100000${10 + number}`, note: '' }
    const asked = { request: press(number), contact: CONTACT, personal }
    entities.push((await logContact(open(), asked, desk.state.actor())).entity)
  }
})
afterEach(() => desk.end())

const asked = (change: Partial<Opened> = {}): Opened => {
  const { date } = desk.state.actor()
  return {
    request: press(100),
    kind: 'contacts',
    from: date,
    to: date,
    by: 'kind',
    frame: { all: 13, reachable: 12, fallen: { no_consent: 1, no_phone: 0, same_phone: 0, erased: 0 } },
    members: entities.map(entity => ({ entity, stratum: 'consulted' })),
    size: 12,
    ...change,
  }
}
const opened = async () => (await openNewSurvey(open(), asked(), desk.state.actor())).entity
const answered = (survey: EntityId, member: number) => ({
  survey,
  request: press(200 + member),
  member,
  mode: 'phone' as const,
  language: 'kk' as const,
  ratings: makeRatings(),
  comment: `Пікір ${member}`,
})
const give = (survey: EntityId, member: number, kept: AnswerPool = pool()) =>
  answer(open(), kept, answered(survey, member), desk.state.actor())
const inJournal = async () =>
  (await desk.actions()).filter(({ type }) => type === 'answer.given').map(one => bodyOf('answer.given', one).answer)
const refused = (code: string) => ({ detail: { code } })

describe('a survey is opened', () => {
  it('by a seed of main, drawn as anybody can draw it again; the same press is one survey', async () => {
    const first = await openNewSurvey(open(), asked({ size: 5 }), desk.state.actor())
    const { survey } = bodyOf('survey.opened', first)
    const marks = survey.strata.flatMap(({ code, marks: own }) => own.map(mark => ({ mark, stratum: code })))
    expect(draw(survey.seed, marks, 5).strata).toEqual(survey.strata)
    expect((await openNewSurvey(open(), asked({ size: 5 }), desk.state.actor())).id).toBe(first.id)
  })

  it('no second time for a day that was asked about, for a day to come, or for a frame that does not add up', async () => {
    await opened()
    const { date } = desk.state.actor()
    const again = (change: Partial<Opened>) =>
      openNewSurvey(open(), asked({ request: press(101), ...change }), desk.state.actor())
    await expect(again({})).rejects.toMatchObject(refused('survey.overlaps'))
    await expect(again({ from: addDays(date, -30) })).rejects.toMatchObject(refused('survey.overlaps'))
    const before = { from: addDays(date, -30), to: addDays(date, -1) }
    await expect(again({ ...before, to: addDays(date, 1) })).rejects.toMatchObject(refused('survey.period'))
    const twice = [...asked().members.slice(1), asked().members[1]!]
    await expect(again({ ...before, members: twice })).rejects.toMatchObject(refused('survey.frame'))
    await expect(again({ ...before, size: 13 })).rejects.toMatchObject(refused('survey.frame'))
    const nobody = [...asked().members.slice(1), { entity: entityId('contact', 'nobody'), stratum: 'consulted' }]
    await expect(again({ ...before, members: nobody })).rejects.toMatchObject(refused('survey.frame'))
  })

  it('a call is noted once by its press, and is not put off into the past', async () => {
    const survey = await opened()
    const { date } = desk.state.actor()
    const call = { member: 0, outcome: 'no_answer', again: null, mode: 'phone' } as const
    const note = (request: string, attempt: ParsedArgsOf<'survey.attempt'>['attempt']) =>
      noteAttempt(open(), { survey, request, attempt }, desk.state.actor())
    const first = await note(press(300), call)
    expect((await note(press(300), call)).id).toBe(first.id)
    const yesterday = { on: addDays(date, -1), at: PlainTime.parse('10:00') }
    const late = note(press(301), { ...call, outcome: 'call_back', again: yesterday })
    await expect(late).rejects.toMatchObject(refused('survey.again'))
    expect((await surveyOf(open().journal, survey)).attempts).toHaveLength(1)
  })
})

describe('answers', () => {
  it('wait until others hide them, and name in the journal neither member nor caller', async () => {
    const survey = await opened()
    for (let member = 0; member < 9; member++) await give(survey, member)
    expect(await inJournal()).toEqual([])
    await give(survey, 9)
    expect(await inJournal()).toHaveLength(5)
    const waiting = await pool().load(survey)
    expect(waiting.map(({ call }) => call)).toEqual([null, null, null, null, null])
    const actions = (await desk.actions()).filter(({ type }) => type === 'answer.given')
    expect(new Set(actions.map(({ user, role }) => `${user} ${role}`))).toEqual(new Set(['system system']))
    const text = JSON.stringify(actions)
    for (const secret of [
      ...entities,
      desk.state.actor().user,
      ...Array.from({ length: 10 }, (_, at) => press(200 + at)),
    ]) {
      expect(text).not.toContain(secret)
    }
    const calls = (await surveyOf(open().journal, survey)).attempts
    expect(calls.map(({ member }) => member)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('on the disk nobody reads them', async () => {
    const survey = await opened()
    await give(survey, 0)
    const folder = path.join(desk.folder, 'answers/drafts')
    const [name = ''] = await readdir(folder)
    expect((await readFile(path.join(folder, name))).includes('Пікір')).toBe(false)
  })

  it('at the end all are in the journal, once; nothing more is answered then', async () => {
    const survey = await opened()
    for (let member = 0; member < 7; member++) await give(survey, member)
    await expect(
      answer(open(), pool(), { ...answered(survey, 0), request: press(400) }, desk.state.actor()),
    ).rejects.toMatchObject(refused('survey.answered_before'))
    await closeSurvey(open(), pool(), survey, desk.state.actor())
    expect((await inJournal()).map(({ comment }) => comment).sort()).toEqual(
      Array.from({ length: 7 }, (_, member) => `Пікір ${member}`),
    )
    expect(await pool().load(survey)).toEqual([])
    await expect(give(survey, 8)).rejects.toMatchObject(refused('survey.closed'))
  })

  it('none is lost and none doubled, wherever the program is killed', async () => {
    const { date } = desk.state.actor()
    // The tenth answer saves three times: with its call, without it, and without the five that went.
    for (let kill = 0; kill < 6; kill++) {
      const on = addDays(date, -kill)
      const again = asked({ request: press(500 + kill), from: on, to: on })
      const { entity: survey } = await openNewSurvey(open(), again, desk.state.actor())
      const sheet = (member: number) => ({ ...answered(survey, member), request: press(1000 + 20 * kill + member) })
      for (let member = 0; member < 9; member++) await answer(open(), pool(), sheet(member), desk.state.actor())
      let saves = 0
      const dying: AnswerPool = {
        ...pool(),
        async save(of, waiting) {
          const dies = saves === Math.floor(kill / 2)
          saves += 1
          if (dies && kill % 2 === 0) throw new Error('killed')
          await pool().save(of, waiting)
          if (dies) throw new Error('killed')
        },
      }
      await expect(answer(open(), dying, sheet(9), desk.state.actor())).rejects.toThrow('killed')
      desk = await desk.restart()
      await settleAll(open(), pool(), desk.state.actor())
      await answer(open(), pool(), sheet(9), desk.state.actor())
      await closeSurvey(open(), pool(), survey, desk.state.actor())
      const own = (await inJournal()).filter(one => one.survey === survey).map(({ comment }) => comment)
      expect(own.sort()).toEqual(Array.from({ length: 10 }, (_, member) => `Пікір ${member}`))
      const calls = (await surveyOf(open().journal, survey)).attempts.map(({ member }) => member)
      expect(calls.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    }
  })
})
