import { type Action, type EntityId, entityId, keyOf } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { draw, markOf } from '#shared/survey/draw.ts'
import { DRAW_VERSION, type Drawn, type Survey } from '#shared/survey/model.ts'
import { periodsMeet, surveyKey } from '#shared/survey/period.ts'
import { foldSurvey, type SurveyState } from '#shared/survey/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import { systemRandom } from '../security/seal.ts'
import { type Actor, intentNow } from './act.ts'
import type { OpenDesk } from './open-desk.ts'
import { demanded, firstOf } from './registrations.ts'

/** Of each stratum, beside the sample, this many times its quota and some may replace. */
const REPLACING = 4
const SOME = 10

/** Draws by a seed made now and opens the survey. Throws `survey.period`, `survey.overlaps`, `survey.frame`. */
export async function openNewSurvey(
  { gate, journal }: OpenDesk,
  asked: ParsedArgsOf<'survey.open'>,
  actor: Actor,
): Promise<Action> {
  return gate.inTurn(async actNow => {
    const key = surveyKey(asked)
    const entity = entityId('survey', key)
    if (journal.has(entity)) {
      const first = await firstOf(journal, entity)
      if (bodyOf('survey.opened', first).request === asked.request) return first
    }
    if (asked.from > asked.to || asked.to > actor.date) throw new ExpectedError('survey.period')
    // A sample that does not suit is not drawn again under another period.
    if (journal.entitiesOf('survey').some(one => periodsMeet(keyOf(one), key)))
      throw new ExpectedError('survey.overlaps')
    demandFrame(journal, asked)
    const survey = drawn(asked, systemRandom(16).toString('hex'))
    const intent = intentNow(journal, 'survey', key, 'survey.opened', { request: asked.request, survey })
    return demanded((await actNow([{ intent }], actor))[0])
  })
}

/** Notes a call without answers, once. Throws `survey.closed`, `survey.again`. */
export async function noteAttempt(
  { gate, journal }: OpenDesk,
  { survey: entity, request, attempt }: ParsedArgsOf<'survey.attempt'>,
  actor: Actor,
): Promise<Action> {
  return gate.inTurn(async actNow => {
    const before = await attemptOf(journal, entity, request)
    if (before !== null) return before
    const { survey } = await openSurvey(journal, entity)
    const isKnown = attempt.member < survey.drawn.length
    if (!isKnown) throw new ExpectedError('change.not_lawful', { type: 'survey.attempted' })
    const { again } = attempt
    const isLater = again === null || `${again.on}${again.at}` > `${actor.date}${actor.time}`
    if ((again !== null && attempt.outcome !== 'call_back') || !isLater) throw new ExpectedError('survey.again')
    const body = { request, attempt }
    const intent = { entity, type: 'survey.attempted', basedOn: journal.headOf(entity), body }
    return demanded((await actNow([{ intent }], actor))[0])
  })
}

/** A survey as it stands; of none `absent`. */
export async function surveyOf(journal: Journal, survey: EntityId): Promise<SurveyState> {
  return foldSurvey(journal.has(survey) ? await readableActionsOf(journal, survey) : [])
}

/** A survey that is open. Throws `survey.closed`. */
export async function openSurvey(journal: Journal, id: EntityId): Promise<SurveyState & { readonly survey: Survey }> {
  const state = await surveyOf(journal, id)
  if (state.status !== 'open' || state.survey === null) throw new ExpectedError('survey.closed')
  return { ...state, survey: state.survey }
}

/** The call that a press noted before, or null. */
export async function attemptOf(journal: Journal, survey: EntityId, request: string): Promise<Action | null> {
  if (!journal.has(survey)) return null
  const own = await readableActionsOf(journal, survey)
  const isIt = (one: Action) => one.type === 'survey.attempted' && bodyOf('survey.attempted', one).request === request
  return own.find(isIt) ?? null
}

type Asked = ParsedArgsOf<'survey.open'>

/** Main does not look for the frame itself: the store does. What can be seen to be wrong with it is refused. */
function demandFrame(journal: Journal, { kind, members, frame, size }: Asked): void {
  const fallen = Object.values(frame.fallen).reduce((sum, count) => sum + count, 0)
  const noun = kind === 'contacts' ? 'contact:' : 'application:'
  const isWhole = frame.reachable === members.length && frame.all === frame.reachable + fallen
  const isOnce = new Set(members.map(({ entity }) => entity)).size === members.length
  const isKnown = members.every(({ entity }) => entity.startsWith(noun) && journal.has(entity))
  if (!isWhole || !isOnce || !isKnown || members.length === 0 || size > members.length) {
    throw new ExpectedError('survey.frame')
  }
}

function drawn({ kind, from, to, by, frame, members, size }: Asked, seed: string): Survey {
  const entities = new Map(members.map(({ entity }) => [markOf(entity), entity]))
  const inFrame = members.map(({ entity, stratum }) => ({ mark: markOf(entity), stratum }))
  const { strata, order } = draw(seed, inFrame, size)
  const places = new Map(strata.map(({ code }, place) => [code, place]))
  const left = strata.map(({ quota }) => quota * (REPLACING + 1) + SOME)
  const chosen = order.flatMap(({ mark, stratum }): Drawn[] => {
    const place = places.get(stratum) ?? 0
    const entity = entities.get(mark)
    left[place] = (left[place] ?? 0) - 1
    return entity === undefined || (left[place] ?? 0) < 0 ? [] : [{ entity, stratum: place }]
  })
  const kept = strata.map(({ code, quota, marks }) => ({ code, quota, marks: [...marks] }))
  return { kind, from, to, by, frame, size, seed, draw: DRAW_VERSION, strata: kept, drawn: chosen }
}
