import { z } from 'zod'
import { AbsenceGround } from '#shared/absence/model.ts'
import { RequestId } from '#shared/application/registration.ts'
import { Restriction } from '#shared/restriction/model.ts'
import type { AbsenceFields, RestrictionFields } from './absence-form.ts'

const AbsenceTyped = z.object({
  kind: z.enum(['official', 'room', 'link']),
  official: z.string(),
  room: z.string(),
  link: z.string(),
  from: z.string(),
  to: z.string(),
  ground: AbsenceGround,
  toldOn: z.string(),
  acting: z.string(),
  note: z.string(),
}) satisfies z.ZodType<AbsenceFields>

const RestrictionTyped = z.object({
  from: z.string(),
  to: z.string(),
  ground: Restriction.shape.ground,
  act: z.string(),
}) satisfies z.ZodType<RestrictionFields>

const FORMS = {
  // The key makes the same absence set once, however often it was pressed before a kill.
  absence: z.object({ kind: z.literal('absence'), key: RequestId, fields: AbsenceTyped }),
  restriction: z.object({ kind: z.literal('restriction'), key: RequestId, fields: RestrictionTyped }),
}

interface Forms {
  readonly absence: { readonly kind: 'absence'; readonly key: string; readonly fields: AbsenceFields }
  readonly restriction: { readonly kind: 'restriction'; readonly key: string; readonly fields: RestrictionFields }
}

/** What is written in this part. */
export type FormKind = keyof Forms

/** A form of this part as main keeps it while it is typed. */
export type KeptForm<K extends FormKind = FormKind> = Forms[K]

/** A form as it is kept. */
export function encodeForm(form: KeptForm): string {
  return JSON.stringify(form)
}

/** What was left half-typed; null where there is nothing, or nothing that can be read. */
export function decodeForm<K extends FormKind>(kind: K, text: string | null): KeptForm<K> | null {
  try {
    const form = FORMS[kind].safeParse(JSON.parse(text ?? 'null'))
    return form.success ? (form.data as KeptForm<K>) : null
  } catch {
    return null
  }
}

/** Under which main keeps a form: of an absence that stands its own, so that going on with one loses no other. */
export function formName(kind: FormKind, standing: string | null): string {
  return standing === null ? `plan.${kind}` : `plan.${kind}.${standing}`
}

/** Whether a form that was left is still to be done: one that was accepted right before the desk was killed is not. */
export function isStillOpen(
  { key }: KeptForm,
  standing: string | null,
  told: readonly { readonly key: string }[],
): boolean {
  return standing === key || !told.some(one => one.key === key)
}
