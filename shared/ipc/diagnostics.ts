import { z } from 'zod'
import { Check } from '../diagnostics/checks.ts'
import { PageSpeed, SpeedFigure } from '../diagnostics/speed.ts'
import { Saved } from './documents.ts'

/** What only the page knows of its browser: whether its store may not be evicted, and the version of its engine. */
const PageFacts = z.strictObject({
  persisted: z.boolean().nullable(),
  chromium: z
    .string()
    .regex(/^[\d.]{1,30}$/)
    .nullable(),
})

/** The checks of this desk and their report. */
export const DIAGNOSTICS_CHANNELS = {
  'diagnostics.look': { args: PageFacts, result: z.strictObject({ checks: z.array(Check) }) },
  /** How fast this computer is: what the page measured, and the disk beside it. The report has it once it was measured. */
  'diagnostics.speed': { args: PageSpeed, result: z.strictObject({ figures: z.array(SpeedFigure) }) },
  /** Saves what was looked at last, with lines of the log, where the person says; nothing of people stands in it. */
  'diagnostics.save': { args: PageFacts, result: Saved },
} as const
