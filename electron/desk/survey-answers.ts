import { randomInt } from 'node:crypto'
import { type Action, type EntityId, entityId } from '#shared/change/action.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { released } from '#shared/survey/pool.ts'
import { randomText } from '../security/random-text.ts'
import { systemRandom } from '../security/seal.ts'
import { type ActNow, type Actor, intentNow } from './act.ts'
import type { AnswerPool, Waiting } from './answer-pool.ts'
import type { OpenDesk } from './open-desk.ts'
import { demanded } from './registrations.ts'
import { attemptOf, openSurvey, surveyOf } from './surveys.ts'

type Answered = ParsedArgsOf<'survey.answer'>

/**
 * Keeps an answer and notes the call, each once, whatever fails between: the answer is on the disk with its call before the
 * call is in the journal, and forgets it after. Throws `survey.closed`, `survey.answered_before`.
 */
export async function answer(desk: OpenDesk, pool: AnswerPool, asked: Answered, actor: Actor): Promise<Action> {
  return desk.gate.inTurn(async actNow => {
    await settle(desk, pool, asked.survey, { actNow, actor })
    const before = await attemptOf(desk.journal, asked.survey, asked.request)
    if (before !== null) return before
    const { survey, attempts } = await openSurvey(desk.journal, asked.survey)
    const drawn = survey.drawn[asked.member]
    if (drawn === undefined) throw new ExpectedError('change.not_lawful', { type: 'survey.attempted' })
    if (attempts.some(({ member, outcome }) => member === asked.member && outcome === 'answered')) {
      throw new ExpectedError('survey.answered_before')
    }
    const { member, mode, request, language, ratings, comment } = asked
    const attempt = { member, mode, outcome: 'answered' as const, again: null }
    const stratum = survey.strata[drawn.stratum]?.code ?? ''
    const one: Waiting = {
      key: randomText(20, systemRandom),
      answer: { survey: asked.survey, stratum, language, ratings, comment },
      call: { request, attempt },
    }
    await pool.save(asked.survey, [...(await pool.load(asked.survey)), one])
    const action = await settle(desk, pool, asked.survey, { actNow, actor })
    return demanded(action ?? undefined)
  })
}

/** Ends a survey: every answer that waits here is in the journal before. */
export async function closeSurvey(desk: OpenDesk, pool: AnswerPool, survey: EntityId, actor: Actor): Promise<Action> {
  return desk.gate.inTurn(async actNow => {
    await openSurvey(desk.journal, survey)
    await settle(desk, pool, survey, { actNow, actor })
    await release(desk, pool, survey, true, { actNow, actor })
    const intent = { entity: survey, type: 'survey.closed', basedOn: desk.journal.headOf(survey), body: {} }
    return demanded((await actNow([{ intent }], actor))[0])
  })
}

/** What a kill left half done, of every survey of which answers wait here. */
export async function settleAll(desk: OpenDesk, pool: AnswerPool, actor: Actor): Promise<void> {
  for (const key of await pool.surveys()) {
    await desk.gate.inTurn(actNow => settle(desk, pool, entityId('survey', key), { actNow, actor }))
  }
}

interface Turn {
  readonly actNow: ActNow
  readonly actor: Actor
}

/** Notes the calls of answers that wait, forgets whose they are, and lets go what may go. The call noted last, or null. */
async function settle(desk: OpenDesk, pool: AnswerPool, survey: EntityId, turn: Turn): Promise<Action | null> {
  const { journal } = desk
  const waiting = await pool.load(survey)
  let noted: Action | null = null
  for (const { call } of waiting) {
    if (call === null || (await attemptOf(journal, survey, call.request)) !== null) continue
    const intent = { entity: survey, type: 'survey.attempted', basedOn: journal.headOf(survey), body: call }
    noted = demanded((await turn.actNow([{ intent }], turn.actor))[0])
  }
  const left = waiting.filter(({ key }) => !journal.has(entityId('answer', key))).map(one => ({ ...one, call: null }))
  if (left.length < waiting.length || waiting.some(({ call }) => call !== null)) await pool.save(survey, left)
  const { status } = await surveyOf(journal, survey)
  await release(desk, pool, survey, status === 'closed', turn)
  return noted
}

/** Appends what may go, all or none, by nobody of the desk; what is in the journal waits no longer. */
async function release(desk: OpenDesk, pool: AnswerPool, survey: EntityId, isEnd: boolean, turn: Turn): Promise<void> {
  const waiting = await pool.load(survey)
  const ready = released(waiting, isEnd, n => randomInt(n))
  if (ready.length === 0) return
  const acts = ready.map(one => ({
    intent: intentNow(desk.journal, 'answer', one.key, 'answer.given', { answer: one.answer }),
  }))
  await turn.actNow(acts, { ...turn.actor, user: 'system', role: 'system' })
  const gone = new Set(ready.map(({ key }) => key))
  await pool.save(
    survey,
    waiting.filter(({ key }) => !gone.has(key)),
  )
}
