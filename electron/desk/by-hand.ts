import { DECISION_TYPES, type DecisionType } from '#shared/application/decisions.ts'
import { type Action, type Intent, keyOf, nounOf } from '#shared/change/action.ts'
import { ACTION_TYPES, type ActionType, type BodyOf } from '#shared/change/action-types.ts'
import { SETTLED, Settlement } from '#shared/clash/model.ts'
import { EDITED_DIRECTORIES } from '#shared/directory/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { entryKey, foldEntry } from '#shared/directory/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { RETENTION_KEY } from '#shared/retention/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import type { Act, Actor } from './act.ts'
import { demandDecision } from './decisions.ts'
import { demandLetter } from './desk-letter.ts'
import { demandExchange, EXCHANGED, isExchangedType } from './exchange.ts'
import { demandForwarding } from './forwarding.ts'
import { CONTROLLED, demandInstruction, isControlledType } from './instructions.ts'
import { demandDispatch, demandDraft, demandTemplate } from './letters.ts'
import { dayOfCheck, demandDay, demandLead, demandOrder, demandReturn } from './line.ts'
import type { OpenDesk } from './open-desk.ts'
import { demandOwnLine, demandTake, withCall } from './own-line.ts'
import { demandPastActs } from './past-act.ts'
import { type Personal, personalByHand } from './personal-by-hand.ts'
import { demandPlanned, isPlanned, PLANNED } from './plan-guards.ts'
import { demandProtocol, demandProtocolSent } from './protocols.ts'
import { demanded } from './registrations.ts'
import { demandWithdrawal } from './reports.ts'
import { demandSettlement, withSettlement } from './settlements.ts'
import { demandSubjectRequest, isSubjectRequest, SUBJECT_REQUESTS } from './subject-requests.ts'

const DECISIONS = Object.keys(DECISION_TYPES) as DecisionType[]

/** What screens compose. Every other type is composed by main alone: more hangs on it than what the journal says. */
const BY_HAND = [
  'office.set',
  'calendar.year_set',
  'official.added',
  'official.changed',
  'entry.set',
  'application.eotinish_noted',
  'application.briefed',
  ...PLANNED,
  ...DECISIONS,
  'application.withdrawn',
  'application.reopened',
  'visit.identity_checked',
  'visit.admitted',
  'visit.called',
  'visit.call_undone',
  'visit.started',
  'visit.missed',
  'visit.parked',
  'visit.forwarded',
  'visit.returned',
  'visit.left',
  'line.taken',
  'desk.lettered',
  'contact.detailed',
  'contact.undone',
  'letter.drafted',
  'letter.sent',
  'letter.attempted',
  'template.set',
  'protocol.drafted',
  'protocol.sent',
  'protocol.annulled',
  'report.withdrawn',
  'retention.set',
  ...CONTROLLED,
  ...EXCHANGED,
  ...SUBJECT_REQUESTS,
  'clash.settled',
] as const satisfies readonly ActionType[]
export type TypeByHand = (typeof BY_HAND)[number]

/** The type of an intent that a screen composes. Throws `change.not_lawful` for every other. */
export function typeByHand({ type }: Intent): TypeByHand {
  const known = BY_HAND.find(one => one === type)
  if (known === undefined) throw new ExpectedError('change.not_lawful', { type })
  return known
}

/**
 * Does what a screen composed. Throws `change.*`, the refusals of a type (`identity.*`, `directory.*`, `visit.*`,
 * `decision.*`, `office.*`), and `change.personal` where the personal part is not the type's own.
 */
export async function actByHand(
  desk: OpenDesk,
  intent: Intent,
  personal: Personal | null,
  actor: Actor,
): Promise<Action> {
  const type = typeByHand(intent)
  const [action] = await desk.gate.inTurn(async actNow => {
    const body = bodyByHand(type, intent)
    await demandOwn(desk, type, intent, body, actor)
    const today = await dayOfCheck(desk.journal, intent, actor)
    const about = await personalByHand(desk, { type, intent, body, personal, today })
    if (nounOf(intent.entity) === 'application') {
      await demandDecision(desk, { type, intent, body, personal: about?.value ?? null }, actor)
    }
    const act: Act = about === null ? { intent } : { intent, personal: about }
    return actNow([act, ...(await withAct(desk, type, intent, body))], actor)
  })
  return demanded(action)
}

/** What goes with an act in the same flush. */
async function withAct(
  desk: OpenDesk,
  type: TypeByHand,
  intent: Intent,
  body: Record<string, unknown>,
): Promise<Act[]> {
  if (type === SETTLED) return withSettlement(desk, intent, Settlement.parse(body))
  return type === 'visit.called' ? withCall(desk, intent) : []
}

function bodyByHand(type: TypeByHand, intent: Intent): Record<string, unknown> {
  const body = ACTION_TYPES[type].body.safeParse(intent.body)
  if (!body.success) throw new ExpectedError('change.body', { type, path: body.error.issues[0]?.path.join('.') ?? '' })
  const { noun } = ACTION_TYPES[type]
  if (noun !== null && nounOf(intent.entity) !== noun) throw new ExpectedError('change.wrong_entity', { type })
  return body.data
}

/** What must be so beside what `decide` looks at: it hangs on the entity's key, on others, or on a word main alone may say. */
async function demandOwn(
  desk: OpenDesk,
  type: TypeByHand,
  intent: Intent,
  body: Record<string, unknown>,
  actor: Actor,
): Promise<void> {
  if (isPlanned(type)) return demandPlanned(desk, [{ ...intent, type, body }], actor)
  if (isControlledType(type)) return demandInstruction(desk, type, { intent, body }, actor)
  if (isExchangedType(type)) return demandExchange(desk, type, { intent, body }, actor)
  if (isSubjectRequest(type)) return demandSubjectRequest(desk, type, { intent, body }, actor)
  switch (type) {
    case 'official.added':
    case 'official.changed':
      return demandOfficial(intent, ACTION_TYPES[type].body.parse(body))
    case 'office.set':
      return demandPastActs(desk, ACTION_TYPES[type].body.parse(body), actor.date)
    case 'calendar.year_set':
      return demandYear(intent, ACTION_TYPES[type].body.parse(body))
    case 'retention.set':
      return demandTerms(intent, ACTION_TYPES[type].body.parse(body), actor)
    case 'entry.set':
      return demandEntry(desk.journal, intent, ACTION_TYPES[type].body.parse(body))
    case 'letter.drafted':
      return demandDraft(desk, intent, ACTION_TYPES[type].body.parse(body).letter)
    case 'letter.sent':
    case 'letter.attempted':
      return demandDispatch(desk, intent, ACTION_TYPES[type].body.parse(body).dispatch, actor.date)
    case 'template.set':
      return demandTemplate(intent, ACTION_TYPES[type].body.parse(body))
    case 'protocol.drafted':
      return demandProtocol(desk, intent, ACTION_TYPES[type].body.parse(body).protocol, actor)
    case 'protocol.sent':
      return demandProtocolSent(desk, intent, ACTION_TYPES[type].body.parse(body).dispatch, actor.date)
    case SETTLED:
      return demandSettlement(desk, intent, ACTION_TYPES[type].body.parse(body))
    case 'report.withdrawn':
      return demandWithdrawal(desk, intent, ACTION_TYPES[type].body.parse(body))
    case 'desk.lettered':
      return demandLetter(desk, intent, ACTION_TYPES[type].body.parse(body))
    default:
      return demandAtDoor(desk, type, intent, body, actor)
  }
}

/** The same of a visitor in the house, and of the line of a day. */
async function demandAtDoor(
  desk: OpenDesk,
  type: TypeByHand,
  intent: Intent,
  body: Record<string, unknown>,
  actor: Actor,
): Promise<void> {
  switch (type) {
    case 'visit.identity_checked':
    case 'visit.call_undone':
    case 'visit.started':
    case 'visit.missed':
    case 'visit.parked':
      return demandDay(desk, intent, actor)
    case 'visit.admitted':
      await demandDay(desk, intent, actor)
      return demandLead(desk, intent, ACTION_TYPES[type].body.parse(body).admission, actor)
    case 'visit.called':
      await demandDay(desk, intent, actor)
      await demandOwnLine(desk, intent)
      return demandOrder(desk, intent, ACTION_TYPES[type].body.parse(body).call, actor)
    case 'line.taken':
      return demandTake(desk, intent, actor)
    case 'visit.forwarded':
      await demandDay(desk, intent, actor)
      return demandForwarding(desk, intent, ACTION_TYPES[type].body.parse(body).forwarding, actor)
    case 'visit.returned':
      await demandDay(desk, intent, actor)
      return demandReturn(desk, intent, actor)
  }
}

/** An official entered by a person is no import's. */
function demandOfficial(
  { entity, type }: Intent,
  { official, batch }: BodyOf<'official.added' | 'official.changed'>,
): void {
  if (official.id !== keyOf(entity)) throw new ExpectedError('change.wrong_entity', { type })
  if (batch !== null && batch !== undefined) throw new ExpectedError('change.not_lawful', { type })
}

/** An entry may be put in other words or ended. What it stands under is its meaning, and records rest on that. */
async function demandEntry(
  journal: Journal,
  { entity, type }: Intent,
  { directory, entry }: BodyOf<'entry.set'>,
): Promise<void> {
  if (keyOf(entity) !== entryKey(directory, entry.code)) throw new ExpectedError('change.wrong_entity', { type })
  if (!EDITED_DIRECTORIES.some(one => one === directory)) throw new ExpectedError('directory.not_edited')
  const set = foldEntry(await readableActionsOf(journal, entity)).entry
  const before = set ?? SEED_DIRECTORIES[directory].find(one => one.code === entry.code)
  if (before !== undefined && before.parent !== entry.parent) throw new ExpectedError('directory.parent_fixed')
}

/** The terms are one entity, and a cut-off day has passed. Throws `retention.day`. */
function demandTerms({ entity, type }: Intent, { terms }: BodyOf<'retention.set'>, { date }: Actor): void {
  if (keyOf(entity) !== RETENTION_KEY) throw new ExpectedError('change.wrong_entity', { type })
  if (terms?.how === 'day' && terms.until >= date) throw new ExpectedError('retention.day')
}

function demandYear({ entity, type }: Intent, { year: { year } }: BodyOf<'calendar.year_set'>): void {
  if (keyOf(entity) !== String(year)) throw new ExpectedError('change.wrong_entity', { type })
}
