import { z } from 'zod'
import { Language } from '../application/model.ts'
import { Action, Cursor, EntityId } from '../change/action.ts'
import { PublicationState } from '../posting/publication.ts'
import { AppError } from '../result/result.ts'
import { HALL_EVENTS } from './hall.ts'
import { ImportProgress } from './imports.ts'

/** What main tells the page unasked. One named subscription each in the preload; the callback receives the value only. */
export const EVENTS = {
  /** `told`: what was appended, where that is little, the cursor it joins on to and `begun` as in `journal.read`; else it is to be read. */
  'journal.moved': z.strictObject({
    head: Cursor,
    told: z.strictObject({ after: Cursor, actions: z.array(Action), begun: z.array(EntityId) }).nullable(),
  }),
  'import.progress': ImportProgress,
  'menu.command': z.strictObject({
    command: z.enum([
      'today',
      'register',
      'reception',
      'applications',
      'schedule',
      'report',
      'import',
      'directories',
      'settings',
      'search',
      'contact',
      'keys',
    ]),
  }),
  /** The person chose another language in the menu. */
  'language.changed': z.strictObject({ language: Language }),
  'disk.low': z.strictObject({ free: z.number(), floor: z.number() }),
  /** The journal was verified in the background and something in it is not as it was written. */
  'journal.damaged': z.strictObject({ at: z.string() }),
  /** So was the audit: the first fault lies between these lines. */
  'audit.damaged': z.strictObject({ since: z.int().positive(), line: z.int().positive() }),
  /** The copies of the data moved on; `failed`: why the last one by itself was not made or not carried, null: it was. */
  'backup.told': z.strictObject({ failed: AppError.nullable() }),
  /** The exchange with other desks moved on: how it stands is to be asked. */
  'sync.told': z.strictObject({}),
  /** How far a file for other desks is written or taken in: records done, and in all. */
  'parcel.progress': z.strictObject({ done: z.int().nonnegative(), all: z.int().nonnegative() }),
  'clock.jumped': z.strictObject({ wall: z.string(), expected: z.string() }),
  ...HALL_EVENTS,
  /** The publication of the posted schedule moved on. */
  'site.told': PublicationState,
} as const satisfies Record<string, z.ZodType>

export type EventName = keyof typeof EVENTS
export type EventOf<E extends EventName> = z.output<(typeof EVENTS)[E]>
