import { useMemo, useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import type { ActionId, EntityId } from '#shared/change/action.ts'
import { entityId, ActionId as Head, keyOf } from '#shared/change/action.ts'
import type { Protocol, ProtocolPersonal } from '#shared/protocol/model.ts'
import type { ProtocolSheetData } from '#shared/protocol/sheet.ts'
import { fail, ok, type Result } from '#shared/result/result.ts'
import { fromDayNumber, PlainDate } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { newRequestId } from '../../components/request-id.ts'
import type { EntityState, VisitRow } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'

/** A protocol and its head, to sign it by. */
export interface Drafted {
  readonly entity: EntityId
  readonly basedOn: ActionId
}

/** The other visitors of the reception who may stand in one protocol, and those who do. */
export interface Joint {
  readonly offered: readonly VisitRow[]
  readonly chosen: readonly VisitRow[]
  readonly batch: string
  readonly turn: (id: EntityId, isOn: boolean) => void
}

const NOBODY: readonly VisitRow[] = []

/** Visitors of a day whom an official received and whose protocol nobody has signed; those of the kept batch are chosen. */
export function useJoint(
  visit: EntityId | null,
  { on, officialId }: { readonly on: string; readonly officialId: string | null },
  protocol: EntityState<'protocol'> | null,
): Joint {
  const day = PlainDate.safeParse(on).data ?? PlainDate.parse('2000-01-01')
  const asked = useMemo(() => ({ day }), [day])
  const visits = useRows('visits.day', asked)
  const lacking = useRows('protocols.lacking', asked)
  const [made] = useState(newRequestId)
  const batch = protocol?.protocol?.batch ?? made
  const kept = useRows(
    'protocols.of',
    useMemo(() => ({ about: batch }), [batch]),
  )
  const [turned, setTurned] = useState<Readonly<Record<string, boolean>>>({})
  return useMemo(() => {
    const isOffered = ({ id, state, application }: VisitRow) =>
      id !== visit && lacking?.includes(id) && state.checkIn?.officialId === officialId && application !== null
    const offered = visit === null ? NOBODY : (visits ?? NOBODY).filter(isOffered)
    const isKept = (id: EntityId) =>
      kept?.some(one => one.protocol?.visit === id && one.status === 'drafted') === true && protocol !== null
    const chosen = offered.filter(({ id }) => turned[id] ?? isKept(id))
    const turn = (id: EntityId, isOn: boolean) => setTurned(before => ({ ...before, [id]: isOn }))
    return { offered, chosen, batch, turn }
  }, [visit, visits, lacking, officialId, kept, protocol, turned, batch])
}

/** How those who stand in one protocol are told on its sheet. */
export function jointLines(rows: readonly VisitRow[]): ProtocolSheetData['joint'] {
  return rows.map(({ application }) => ({
    applicant: nameOf({ application }),
    reference:
      application?.number == null
        ? null
        : { number: numberText(application.number), on: fromDayNumber(application.day) },
  }))
}

/** The name of an applicant as papers have it. */
export function nameOf({ application }: Pick<VisitRow, 'application'>): string {
  return application === null ? '' : applicantName(application) || application.organisation
}

/** Drafts the same protocol for each of those who were chosen: their own words are their name alone. */
export function useDraftTogether(): (
  made: { readonly protocol: Protocol; readonly personal: ProtocolPersonal },
  rows: readonly VisitRow[],
) => Promise<Result<Drafted[]>> {
  const store = useStore()
  return async ({ protocol, personal }, rows) => {
    const drafted: Drafted[] = []
    for (const row of rows) {
      const { application } = row
      if (application === null) return fail('protocol.together')
      const own = await store.query('protocols.of', { about: row.id })
      const standing = own.findLast(({ status }) => status !== 'annulled')
      const instead = own.findLast(({ status }) => status === 'annulled')?.id ?? null
      const fresh = entityId('protocol', instead === null ? keyOf(row.id) : newRequestId())
      const keys = new Map(protocol.instructions.map(({ key }) => [key, newRequestId()]))
      const answer = await window.desk.journalAct({
        intent: {
          entity: standing?.id ?? fresh,
          type: 'protocol.drafted',
          basedOn: standing?.head ?? null,
          body: {
            protocol: {
              ...protocol,
              ...{ application: application.id, visit: row.id, instead: standing?.protocol?.instead ?? instead },
              instructions: protocol.instructions.map(one => ({ ...one, key: keys.get(one.key), earlier: [] })),
            },
          },
        },
        personal: {
          ...personal,
          ...{ applicant: nameOf(row), others: '' },
          actions: personal.actions.map(({ key, text }) => ({ key: keys.get(key), text })),
        },
      })
      if (!answer.ok) return answer
      await store.caughtUp(answer.value.action.id)
      drafted.push({ entity: standing?.id ?? fresh, basedOn: Head.parse(answer.value.action.id) })
    }
    return ok(drafted)
  }
}

/** The other protocols of a joint one that were signed with it, and how its sheet tells of them. */
export function useSignedTogether({ id, protocol }: EntityState<'protocol'>): {
  readonly others: readonly EntityState<'protocol'>[]
  readonly lines: ProtocolSheetData['joint']
} {
  const batch = protocol?.batch ?? ''
  const all = useRows(
    'protocols.of',
    useMemo(() => ({ about: batch }), [batch]),
  )
  const day = protocol?.on ?? PlainDate.parse('2000-01-01')
  const visits = useRows(
    'visits.day',
    useMemo(() => ({ day }), [day]),
  )
  return useMemo(() => {
    const isWith = (one: EntityState<'protocol'>) =>
      one.id !== id && one.personal !== null && (one.status === 'signed' || one.status === 'sent')
    const others = batch === '' ? [] : (all ?? []).filter(isWith)
    const rows = others.map(one => visits?.find(row => row.id === one.protocol?.visit))
    const lines = jointLines(rows.flatMap(row => row ?? []))
    return { others, lines }
  }, [all, batch, id, visits])
}
