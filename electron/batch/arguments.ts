import { parseArgs } from 'node:util'
import { z } from 'zod'
import { fail, ok, type Result } from '#shared/result/result.ts'
import { PlainDate, PlainMonth, Quarter } from '#shared/time/plain-date.ts'

/** What a batch was asked to do. Paths as typed. */
export const BatchArguments = z.strictObject({
  officials: z.string().min(1),
  journals: z.array(z.string().min(1)),
  report: Quarter.nullable(),
  schedule: PlainMonth.nullable(),
  approvedBy: z.string().min(1).nullable(),
  approvedOn: PlainDate.nullable(),
  out: z.string().min(1),
})
export type BatchArguments = z.infer<typeof BatchArguments>

const OPTIONS = {
  officials: { type: 'string' },
  journal: { type: 'string', multiple: true },
  report: { type: 'string' },
  schedule: { type: 'string' },
  'approved-by': { type: 'string' },
  'approved-on': { type: 'string' },
  out: { type: 'string' },
} as const

/** The arguments after `--batch`. Error `batch.argument` names the argument that is missing, unknown or of a wrong form. */
export function parseBatchArguments(argv: readonly string[]): Result<BatchArguments> {
  let values: Record<string, string | string[] | undefined>
  try {
    values = parseArgs({ args: [...argv], options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (error) {
    return fail('batch.argument', {
      argument: error instanceof Error ? (error.message.match(/'([^']+)'/)?.[1] ?? '') : '',
    })
  }
  const parsed = BatchArguments.safeParse({
    officials: values.officials,
    journals: values.journal ?? [],
    report: values.report ?? null,
    schedule: values.schedule ?? null,
    approvedBy: values['approved-by'] ?? null,
    approvedOn: values['approved-on'] ?? null,
    out: values.out,
  })
  if (!parsed.success) return fail('batch.argument', { argument: String(parsed.error.issues[0]?.path[0] ?? '') })
  if (parsed.data.approvedBy !== null && parsed.data.approvedOn === null) {
    return fail('batch.argument', { argument: 'approved-on' })
  }
  return ok(parsed.data)
}
