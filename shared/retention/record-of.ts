import { isUndecided } from '../application/statuses.ts'
import type { ApplicationState } from '../application/transitions.ts'
import { type Action, EntityId } from '../change/action.ts'
import type { View } from '../change/project-view.ts'
import { isToFollow } from '../feedback/transitions.ts'
import { isControlled } from '../instruction/transitions.ts'
import { owedLetters } from '../letter/duties.ts'
import { openRequests } from '../subject/transitions.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { RetainedKind } from './model.ts'
import type { OpenWhy, RetainedRecord } from './rules.ts'

/** A record of a person, and the application through which its person is known where it names none itself. */
export interface RecordFact extends RetainedRecord {
  readonly about: EntityId | null
}

/** Acts that end what nobody wants any more: they make a record no newer. */
const TIDYING: readonly string[] = ['letter.annulled', 'protocol.annulled', 'subject.held', 'subject.released']

/** What a term looks at in an entity; null: no records of a person are kept in it. `actions` are all of the entity. */
export function recordOf(view: View | null, actions: readonly Action[]): RecordFact | null {
  const last = lastOf(actions)
  const fact = (kind: RetainedKind, about: EntityId | string | null, open: OpenWhy | null = null): RecordFact => ({
    kind,
    open,
    last,
    about: EntityId.nullable().catch(null).parse(about),
  })
  switch (view?.noun) {
    case 'application':
      return view.state.status === 'absent'
        ? null
        : { ...fact('application', null), ...ofApplication(view.state, last) }
    case 'visit':
      return fact('application', view.state.checkIn?.application ?? null)
    case 'demand':
      return fact(
        'application',
        view.state.demand?.application ?? null,
        when(view.state.status === 'open', 'demand_open'),
      )
    case 'letter': {
      const { status, letter } = view.state
      return fact(
        'letter',
        letter?.application ?? null,
        when(status === 'drafted' || status === 'signed', 'letter_open'),
      )
    }
    case 'protocol': {
      const { status, protocol } = view.state
      return fact('protocol', protocol?.application ?? null, when(status === 'drafted', 'protocol_open'))
    }
    case 'instruction':
      return fact(
        'protocol',
        view.state.instruction?.application ?? null,
        when(isControlled(view.state), 'instruction_open'),
      )
    case 'feedback':
      return fact('exchange', view.state.feedback?.application ?? null, when(isToFollow(view.state), 'exchange_open'))
    case 'contact':
      return fact('contact', null)
    case 'subject': {
      const { requests } = view.state
      return requests.length === 0
        ? null
        : fact('request', null, when(openRequests(view.state).length > 0, 'request_open'))
    }
    default:
      return null
  }
}

/** A row of an imported journal is of the past: nothing can be done with it any more, and its days are its own, not the import's. */
function ofApplication(state: ApplicationState, last: PlainDate | null): Pick<RetainedRecord, 'open' | 'last'> {
  const { registered, facts, status } = state
  if (registered === null) {
    return {
      open: null,
      last:
        [facts?.registered, facts?.received]
          .flatMap(day => day ?? [])
          .toSorted()
          .at(-1) ?? null,
    }
  }
  if (isUndecided(status)) return { open: 'application_open', last }
  return { open: when(owedLetters(state).length > 0, 'letter_open'), last }
}

function lastOf(actions: readonly Action[]): PlainDate | null {
  const days = actions.filter(({ type }) => !TIDYING.includes(type)).map(({ date }) => date)
  return days.toSorted().at(-1) ?? null
}

function when(isSo: boolean, why: OpenWhy): OpenWhy | null {
  return isSo ? why : null
}
