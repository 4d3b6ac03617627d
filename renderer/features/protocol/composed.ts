import { z } from 'zod'
import { Language } from '#shared/application/model.ts'
import { RequestId } from '#shared/application/registration.ts'
import type { EntityId } from '#shared/change/action.ts'
import { Executor } from '#shared/instruction/model.ts'
import { Protocol, ProtocolPersonal } from '#shared/protocol/model.ts'
import type { ProtocolState } from '#shared/protocol/transitions.ts'
import { typedTime } from '../../components/typed-time.ts'

const InstructionTyped = z.object({
  key: RequestId,
  officialId: z.string().nullable(),
  unit: z.string(),
  body: z.string().nullable(),
  who: z.string(),
  dueOn: z.string().nullable(),
  action: z.string(),
})
export type InstructionTyped = z.infer<typeof InstructionTyped>

const ParticipantTyped = z.object({ officialId: z.string().nullable(), body: z.string().nullable(), who: z.string() })

/** A protocol as far as it is written: what is not said yet is empty. */
export const Composed = z.object({
  officialId: z.string().nullable(),
  official: z.string(),
  place: z.string(),
  on: z.string(),
  from: z.string(),
  to: z.string(),
  language: Language,
  secretary: z.string(),
  participants: z.array(ParticipantTyped),
  others: z.string(),
  applicant: z.string(),
  essence: z.string(),
  said: z.string(),
  decision: z.string(),
  note: z.string(),
  recording: z.enum(['', 'audio', 'video']),
  reference: z.string(),
  instructions: z.array(InstructionTyped),
})
export type Composed = z.infer<typeof Composed>

/** Of what a protocol is written: what of it the form does not ask. */
export type Written = Pick<Protocol, 'application' | 'visit' | 'batch' | 'instead' | 'reception' | 'profile'>

/** What keeps a form from being a protocol at all, beside what `protocolFaults` finds; `key`: of which instruction. */
export interface Unsaid {
  readonly code: 'executor_missing' | 'due_missing' | 'time_unread' | 'recording_empty' | 'date_missing'
  readonly key: string | null
}

/** What of a form is not said so that it could be kept in the journal. */
export function unsaidIn({ on, from, to, recording, reference, instructions }: Composed): Unsaid[] {
  const isUnread = (time: string) => time.trim() !== '' && typedTime(time) === null
  return [
    ...(on === '' ? [{ code: 'date_missing', key: null } as const] : []),
    ...(isUnread(from) || isUnread(to) ? [{ code: 'time_unread', key: null } as const] : []),
    ...(recording !== '' && reference.trim() === '' ? [{ code: 'recording_empty', key: null } as const] : []),
    ...instructions.flatMap((one): Unsaid[] => [
      ...(Executor.safeParse(executorIn(one)).success ? [] : [{ code: 'executor_missing', key: one.key } as const]),
      ...(one.dueOn ? [] : [{ code: 'due_missing', key: one.key } as const]),
    ]),
  ]
}

/** The protocol of a form and its words; null where something is not said that it cannot do without. */
export function protocolOf(
  composed: Composed,
  written: Written,
  earlier: readonly EntityId[],
): { readonly protocol: Protocol; readonly personal: ProtocolPersonal } | null {
  if (unsaidIn(composed).length > 0) return null
  const { officialId, official, place, on, from, to, language, secretary, recording, reference } = composed
  const protocol = Protocol.safeParse({
    ...written,
    ...{ officialId, official, place, on, language, secretary },
    from: typedTime(from),
    to: typedTime(to),
    participants: composed.participants.filter(({ who }) => who.trim() !== ''),
    media: recording === '' ? null : { kind: recording, reference },
    instructions: composed.instructions.map(one => ({
      key: one.key,
      executor: executorIn(one),
      action: null,
      dueOn: one.dueOn,
      earlier,
    })),
  })
  const { applicant, essence, said, decision, note, others } = composed
  const actions = composed.instructions.map(({ key, action }) => ({ key, text: action }))
  const personal = ProtocolPersonal.safeParse({ applicant, essence, said, decision, note, others, actions })
  return protocol.success && personal.success ? { protocol: protocol.data, personal: personal.data } : null
}

/** The protocol as the preview shows it: what cannot be in the journal yet is left out. */
export function previewOf(composed: Composed, written: Written): ReturnType<typeof protocolOf> {
  const instructions = composed.instructions.filter(
    one => one.dueOn !== null && Executor.safeParse(executorIn(one)).success,
  )
  const time = (typed: string) => (typedTime(typed) === null ? '' : typed)
  const isRecorded = composed.reference.trim() !== ''
  const recording = isRecorded ? composed.recording : ''
  return protocolOf(
    { ...composed, instructions, from: time(composed.from), to: time(composed.to), recording },
    written,
    [],
  )
}

/** A protocol that stands, as the form shows it; null where it was erased. */
export function composedOf({ protocol, personal }: Pick<ProtocolState, 'protocol' | 'personal'>): Composed | null {
  if (protocol === null || personal === null) return null
  const { officialId, official, place, on, from, to, language, secretary, participants, media } = protocol
  const { actions, ...words } = personal
  return {
    ...words,
    ...{ officialId, official, place, on, language, secretary, participants },
    from: from ?? '',
    to: to ?? '',
    recording: media?.kind ?? '',
    reference: media?.reference ?? '',
    instructions: protocol.instructions.map(({ key, executor, dueOn }) => ({
      ...{ ...executor, key, dueOn },
      action: actions.find(one => one.key === key)?.text ?? '',
    })),
  }
}

/** The form of a kept draft; null where it is none. */
export function decodeComposed(text: string | null): Composed | null {
  try {
    return Composed.safeParse(JSON.parse(text ?? 'null')).data ?? null
  } catch {
    return null
  }
}

/** Whom an instruction of a form names. */
export function executorIn({
  officialId,
  unit,
  body,
  who,
}: InstructionTyped): Omit<InstructionTyped, 'key' | 'dueOn' | 'action'> {
  return { officialId, unit, body, who }
}
