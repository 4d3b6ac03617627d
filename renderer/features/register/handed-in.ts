import type { EntityId } from '#shared/change/action.ts'
import { SubjectId } from '#shared/change/action.ts'
import type { CheckIn } from '#shared/visit/model.ts'
import type { ApplicationCard } from '../../db/query-types.ts'
import { takenOver } from './filled-form.ts'
import { type Draft, nameOf, newDraft } from './register-draft.ts'

/** By which what is handed over in the room comes: on paper, unless the clerk says otherwise. */
const CHANNEL = 'paper'

/** A visit in the room, with the application it is received by. */
export interface InRoom {
  readonly visit: EntityId
  readonly checkIn: Pick<CheckIn, 'language' | 'officialId'>
  readonly card: ApplicationCard
}

/** A registration of what is handed in during a reception (clause 25): of the same person, before the same official. */
export function handedInDraft(request: string, { visit, checkIn, card }: InRoom): Draft {
  const bare = newDraft(request, CHANNEL, checkIn.language)
  const filled = takenOver(bare.form, card)
  const form = { ...filled, language: checkIn.language, official: checkIn.officialId ?? '', atReception: visit }
  const id = SubjectId.safeParse(card.subject)
  const known = id.success ? { id: id.data, iin: form.iin, name: nameOf(form) } : null
  return { ...bare, form, known, at: { field: 'essence', caret: 0 } }
}
