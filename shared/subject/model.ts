import { z } from 'zod'
import { Language } from '../application/model.ts'
import { RequestId } from '../application/registration.ts'
import { PlainDate } from '../time/plain-date.ts'

/** What a person asks of their own data (Law 94-V, art. 24): to see, to have put right, closed, opened again, destroyed. */
export const SUBJECT_ASKS = ['see', 'correct', 'block', 'unblock', 'destroy'] as const
export type SubjectAsk = (typeof SUBJECT_ASKS)[number]

/** How what was asked ended. That data were destroyed is told by `subject.erased` alone. */
export const SUBJECT_HOWS = ['handed', 'sent', 'done', 'refused'] as const
export type SubjectHow = (typeof SUBJECT_HOWS)[number]

/** How each request may end. */
export const HOWS_OF = {
  see: ['handed', 'sent', 'refused'],
  correct: ['done', 'refused'],
  block: ['done', 'refused'],
  unblock: ['done', 'refused'],
  destroy: ['refused'],
} as const satisfies Record<SubjectAsk, readonly SubjectHow[]>

/** A request of a press. */
export const SubjectAsked = z.strictObject({ request: RequestId, what: z.enum(SUBJECT_ASKS), on: PlainDate })
export const SubjectAnswered = z.strictObject({ request: RequestId, on: PlainDate, how: z.enum(SUBJECT_HOWS) })

/** A line of a part of the sheet: when, what, and how it stands. */
const SheetLine = z.strictObject({
  on: PlainDate.nullable(),
  what: z.string().max(5000),
  note: z.string().max(1000),
})

/** What is kept about one person, in words of one language: nobody else's data stand in it. */
export const SubjectSheetData = z.strictObject({
  language: Language,
  office: z.string().max(400),
  person: z.string().max(400),
  /** Data of the person: what it is, and as it is kept. */
  facts: z.array(z.strictObject({ label: z.string().max(200), text: z.string().max(1000) })).max(40),
  /** The newest time it was said that the data are closed; null: they are not. */
  blocked: PlainDate.nullable(),
  parts: z.array(z.strictObject({ title: z.string().max(200), lines: z.array(SheetLine).max(2000) })).max(20),
  preparedOn: PlainDate,
  preparedBy: z.string().max(120),
})
export type SubjectSheetData = z.infer<typeof SubjectSheetData>
