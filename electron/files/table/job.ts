import { z } from 'zod'
import { Table } from '#shared/import/table.ts'
import { AppError } from '#shared/result/result.ts'
import { TABLE_LIMITS, type TableLimits } from './limits.ts'

const Limits = z.object(
  Object.fromEntries(Object.keys(TABLE_LIMITS).map(key => [key, z.number().positive()])) as Record<
    keyof TableLimits,
    z.ZodNumber
  >,
)

/** What the table worker is given. */
export const TableJob = z.strictObject({ bytes: z.instanceof(Uint8Array), limits: Limits })
export type TableJob = z.infer<typeof TableJob>

/** What the table worker answers. */
export const TableAnswer = z.union([
  z.strictObject({ ok: z.literal(true), value: Table }),
  z.strictObject({ ok: z.literal(false), error: AppError }),
])
