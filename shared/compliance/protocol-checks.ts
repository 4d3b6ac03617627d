import { protocolTerm } from '../protocol/rules.ts'
import type { Check, ComplianceFacts, ProtocolFact } from './facts.ts'
import type { CheckedRecord } from './model.ts'
import { recordOf, stateBy } from './record.ts'
import { type DatedVisit, visitsOf } from './visit-checks.ts'

/** Everybody who was received has a protocol that was signed (clause 23, rule 35): its instructions cannot lack their dates. */
export const minuted: Check = (facts, asked) =>
  visitsOf(facts, asked).flatMap(visit => {
    if (visit.state.status !== 'finished') return []
    const on = signedOf(facts, visit)?.state.signed?.on ?? null
    const state = on !== null ? 'kept' : visit.day === asked.today ? 'due' : 'broken'
    return [recordOf({ ...named(visit), duty: 'minuted', state, on, why: state === 'broken' ? 'no_protocol' : null })]
  })

/** Where a reception has to be recorded, its protocol says where the recording lies (rule 21). */
export const recordings: Check = (facts, asked) =>
  visitsOf(facts, asked).flatMap(visit => {
    const protocol = signedOf(facts, visit)?.state.protocol ?? null
    if (visit.state.status !== 'finished' || protocol === null) return []
    const isRecorded = protocol.media !== null
    const why = isRecorded ? null : 'no_recording'
    return [recordOf({ ...named(visit), duty: 'recorded', state: isRecorded ? 'kept' : 'broken', on: visit.day, why })]
  })

/** A signed protocol goes to the applicant within its term (rule 37). Of an erased person nothing can be sent any more. */
export const protocolsSent: Check = ({ protocols, calendar }, { profile, today }) =>
  protocols.flatMap(({ state }) => {
    const { status, protocol, personal, signed, dispatches } = state
    const term = protocolTerm(state, calendar)
    if (protocol?.profile !== profile || term === null || signed === null || status === 'annulled') return []
    const on = dispatches.at(0)?.on ?? null
    if (on === null && personal === null) return []
    const { by } = term
    return [
      recordOf({
        ...{ duty: 'protocol_sent', state: stateBy(by, on, today), entity: protocol.application },
        ...{ number: signed.number, officialId: signed.officialId, day: by, by, on, term },
      }),
    ]
  })

function signedOf({ protocols }: ComplianceFacts, { id }: DatedVisit): ProtocolFact | undefined {
  return protocols.find(
    ({ state }) => state.protocol?.visit === id && (state.status === 'signed' || state.status === 'sent'),
  )
}

function named({
  id,
  day,
  registered,
  state,
}: DatedVisit): Pick<CheckedRecord, 'entity' | 'number' | 'officialId' | 'day'> {
  return { entity: id, number: registered?.number ?? null, officialId: state.checkIn?.officialId ?? null, day }
}
