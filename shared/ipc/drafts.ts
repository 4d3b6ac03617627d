import { z } from 'zod'

const Nothing = z.strictObject({})

/** What is being typed, kept sealed until it is done. */
export const DRAFT_CHANNELS = {
  'draft.save': {
    args: z.strictObject({ name: z.string().regex(/^[a-z0-9.-]{1,90}$/), value: z.string().max(1_000_000) }),
    result: Nothing,
  },
  /** Throws `draft.unreadable` once for one that does not open: it is set aside, and nothing is written over it. */
  'draft.load': {
    args: z.strictObject({ name: z.string().regex(/^[a-z0-9.-]{1,90}$/) }),
    result: z.strictObject({ value: z.string().nullable() }),
  },
  'draft.drop': { args: z.strictObject({ name: z.string().regex(/^[a-z0-9.-]{1,90}$/) }), result: Nothing },
  /** Names under which something is kept that was being typed. */
  'draft.list': { args: Nothing, result: z.strictObject({ names: z.array(z.string()) }) },
} as const
