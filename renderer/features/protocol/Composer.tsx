import { useMemo, useState } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { type ProtocolFault, protocolFaults } from '#shared/protocol/rules.ts'
import { protocolSheet } from '#shared/protocol/sheet.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import type { ApplicationCard, EntityState } from '../../db/query-types.ts'
import { useKeptForm } from '../register/use-kept-form.ts'
import { type Composed, composedOf, executorIn, previewOf, unsaidIn } from './composed.ts'
import { JointFields } from './JointFields.tsx'
import { jointLines, useJoint } from './joint.ts'
import { ProtocolActs } from './ProtocolActs.tsx'
import { ProtocolFields } from './ProtocolFields.tsx'
import { ProtocolPreview } from './ProtocolPreview.tsx'
import { draftNameOf, type ProtocolPlace } from './protocol-place.ts'
import type { Beginning } from './use-beginning.ts'
import { type ExecutorBars, useExecutorBars } from './use-executor-bars.ts'

export interface Composing {
  readonly place: ProtocolPlace
  readonly card: ApplicationCard
  readonly protocol: EntityState<'protocol'> | null
  readonly typed: Composed | null
  readonly beginning: Beginning
}

/** What is wrong with the form, and how many of it keep it from being signed. */
export interface Faults {
  readonly all: readonly (Omit<ProtocolFault, 'code'> & { readonly code: string })[]
  readonly stops: number
}

const NOTHING: readonly EntityId[] = []

/** A protocol while it is written: the form on the left, and the very sheet on the right. */
export function Composer(composing: Composing) {
  const { place, card, protocol, beginning } = composing
  const { written, office, officials, directories } = beginning
  const [composed, setComposed] = useState<Composed>(() => firstOf(composing))
  const kept = useKeptForm(draftNameOf(place), composed, false)
  const bars = useExecutorBars({ card, protocol: place.id, instead: written.instead, officials })
  const faults = useFaults(composing, composed, bars)
  const joint = useJoint(written.instead === null ? written.visit : null, composed, protocol)
  const sheet = useMemo(() => {
    const shown = previewOf(composed, written)
    const made =
      shown &&
      protocolSheet({ status: 'drafted', signed: null, ...shown }, { office, directories, registered: card.registered })
    return made && { ...made, joint: jointLines(joint.chosen) }
  }, [composed, written, office, directories, card.registered, joint.chosen])
  const change = (part: Partial<Composed>) => setComposed(before => ({ ...before, ...part }))
  return (
    <div className="letter-desk">
      <section className="card letter-fields protocol-form">
        <ProtocolActs
          {...{ composing, composed, faults, kept, joint }}
          earlier={bars?.earlier ?? NOTHING}
          isKept={protocol !== null && sameAs(protocol, composed)}
        />
        <JointFields joint={joint} />
        <ProtocolFields
          {...{ composed, faults, bars, officials, onChange: change }}
          topic={card.facts?.topic ?? null}
        />
      </section>
      <ProtocolPreview sheets={sheet === null ? [] : [sheet]} />
    </div>
  )
}

/** What was being typed, else the draft of the journal, else the protocol as it is proposed. */
function firstOf({ typed, protocol, beginning }: Composing): Composed {
  return typed ?? (protocol === null ? null : composedOf(protocol)) ?? beginning.first
}

function sameAs(protocol: EntityState<'protocol'>, composed: Composed): boolean {
  const own = composedOf(protocol)
  return own !== null && JSON.stringify(sorted(own)) === JSON.stringify(sorted(composed))
}

function sorted(composed: Composed): unknown {
  return Object.entries(composed).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** What main would refuse, told beside its field; and what the form lacks to be kept at all. */
function useFaults({ beginning, card }: Composing, composed: Composed, bars: ExecutorBars | undefined): Faults {
  const calendar = useWorkCalendar()
  const result = card.facts?.result ?? null
  return useMemo(() => {
    const unsaid = unsaidIn(composed).map(one => ({ ...one, level: 'stop', said: '' }) as const)
    const shown = previewOf(composed, beginning.written)
    const found = shown === null ? [] : protocolFaults(shown.protocol, shown.personal, { result, calendar })
    const counted = found.filter(({ code }) => code !== 'no_instruction' || composed.instructions.length === 0)
    const barred = composed.instructions.flatMap(one =>
      (bars?.barsOf(executorIn(one)) ?? [])
        .filter(({ level }) => level === 'stop')
        .map(() => ({ level: 'stop', code: 'barred', key: one.key, said: '' }) as const),
    )
    const all = [...unsaid, ...counted, ...barred]
    return { all, stops: all.filter(({ level }) => level === 'stop').length }
  }, [composed, beginning.written, bars, result, calendar])
}
